#pragma once
// The stage Affinity: who helps whom, what a mixture would give, how far to trust it, and which rows are in conflict.
#include <QSet>

#include "core/base/matrix.h"
#include "ui/panels/stage_panel.h"
#include "ui/plots/matrix_plot.h"

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace consort {

class CellTableModel;
class TableView;
struct CellRow;

class AffinityPanel : public StagePanel {
    Q_OBJECT
public:
    AffinityPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    void reveal(const QString& object) override;
    MatrixPlot* matrix() const { return matrix_; }
    TableView* bench() const { return benchTable_; }

private:
    QWidget* mainPart();
    QWidget* head();
    QWidget* side();
    QWidget* inspector();
    MatrixData dataShown(const ProjectSnapshot& snapshot);
    void showView();
    void showBench(const Value& predicted);
    void askBench();
    void tick(const QString& name, bool on);
    void inspect(int row, int column);
    void showConflict(const QString& source, const QString& target, const Value& conflict);
    void showTrust();
    QString cellSentence(int row, int column) const;

    Segments* view_;
    QComboBox* order_;
    QCheckBox* numbers_;
    QLabel* facts_;
    MatrixPlot* matrix_;
    QStackedWidget *pages_, *twin_;
    CellTableModel *tableModel_, *benchModel_, *conflictModel_;
    TableView *table_, *benchTable_, *conflictTable_;
    QLabel* benchSum_;
    FactList* trust_;
    SectionHead* inspectorHead_;
    QWidget* inspector_;
    ProgressStrip* progress_;
    QSet<QString> ticked_;
    std::shared_ptr<const Estimate> shown_;
    Matrix pairwise_;
};

}  // namespace consort
