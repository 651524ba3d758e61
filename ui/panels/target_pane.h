#pragma once
// Target mode: one dataset is to gain, the others are its sources; what helps is ranked, chosen and trained once (method, section 10).
#include <QWidget>
#include <memory>

#include "ui/workbench.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace consort {

class CellTableModel;
class EmptyState;
class TableView;

class TargetPane : public QWidget {
    Q_OBJECT
public:
    explicit TargetPane(Workbench& workbench, QWidget* parent = nullptr);
    void refresh(const ProjectSnapshot& snapshot);
    /// What the button would ask for.
    SelectRequest request() const;
    void setTarget(const QString& dataset);
    QPushButton* start() const { return start_; }
    TableView* ranking() const { return ranking_; }
    TableView* outcomes() const { return outcomes_; }

private:
    QWidget* head();
    QWidget* result();
    void show();

    Workbench& workbench_;
    QComboBox *target_, *strategy_, *baselines_;
    QPushButton* start_;
    QLabel* sentence_;
    QStackedWidget* pages_;
    EmptyState* empty_ = nullptr;
    CellTableModel *rankingModel_, *outcomeModel_;
    TableView *ranking_, *outcomes_;
    std::shared_ptr<const Value> selection_;
    QStringList names_;
};

}  // namespace consort
