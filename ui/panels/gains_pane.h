#pragma once
// What every dataset brings to the others, and what training with it costs.
#include <QWidget>
#include <memory>

#include "ui/workbench.h"

class QLabel;

namespace consort {

class CellTableModel;
class TableView;

class GainsPane : public QWidget {
    Q_OBJECT
public:
    explicit GainsPane(Workbench& workbench, QWidget* parent = nullptr);
    /// Asks once for every estimate.
    void refresh(const ProjectSnapshot& snapshot);
    TableView* table() const { return table_; }

private:
    void show(const Value& gains);

    Workbench& workbench_;
    QLabel* sentence_;
    CellTableModel* model_;
    TableView* table_;
    std::shared_ptr<const Estimate> asked_;
};

}  // namespace consort
