#pragma once
// The Run compare dock: chosen runs with their curves overlaid and what differs in their configuration.
#include <QSet>
#include <QWidget>

#include "core/pipeline/project_snapshot.h"
#include "ui/models/cell_table.h"

class QComboBox;

namespace consort {

class CurvePlot;
class TableView;

/// One row an option in which the runs differ, then what they reached; one column a run.
QVector<CellRow> runDifferences(const std::vector<const RunView*>& runs);

class RunCompareDock : public QWidget {
    Q_OBJECT
public:
    explicit RunCompareDock(QWidget* parent = nullptr);
    /// Null: no project.
    void setSnapshot(std::shared_ptr<const ProjectSnapshot> snapshot);
    TableView* choice() const { return choice_; }
    TableView* differences() const { return differences_; }

private:
    void show(const ProjectSnapshot& snapshot);
    std::vector<const RunView*> chosen(const ProjectSnapshot& snapshot) const;

    CellTableModel *choiceModel_, *differenceModel_;
    TableView *choice_, *differences_;
    QComboBox* metric_;
    CurvePlot* plot_;
    QSet<QString> ticked_;
    std::shared_ptr<const ProjectSnapshot> snapshot_;
    bool chosenByHand_ = false;
};

}  // namespace consort
