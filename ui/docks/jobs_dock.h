#pragma once
// The Jobs dock: what runs, waits and ended, with cancel.
#include <QWidget>

#include "ui/workbench.h"

namespace consort {

class CellTableModel;
class TableView;

class JobsDock : public QWidget {
    Q_OBJECT
public:
    explicit JobsDock(Workbench& workbench, QWidget* parent = nullptr);
    void refresh();
    int activeCount() const { return active_; }

private:
    Workbench& workbench_;
    CellTableModel* model_;
    TableView* table_;
    int active_ = 0;
};

/// Name of a stage of work as people read it; the engine's word where there is none.
QString stageOfWork(const std::string& stage);
/// "7 of 10 datasets".
QString doneOfTotal(const Progress& progress);

}  // namespace consort
