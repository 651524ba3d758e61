#pragma once
// The stage Affinity: who helps whom, what a mixture would give, how far to trust it, and which rows are in conflict.
#include <array>

#include "core/base/matrix.h"
#include "ui/panels/stage_panel.h"
#include "ui/plots/matrix_plot.h"

class QCheckBox;
class QComboBox;
class QSplitter;
class QStackedWidget;

namespace consort {

class CellTableModel;
class GainsPane;
class TableView;
class TargetPane;
class TrustMeter;
class WhatIfBench;
struct CellRow;

class AffinityPanel : public StagePanel {
    Q_OBJECT
public:
    AffinityPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    void reveal(const QString& object) override;
    MatrixPlot* matrix() const { return matrix_; }
    WhatIfBench* bench() const { return bench_; }
    TargetPane* target() const { return target_; }
    GainsPane* gains() const { return gains_; }
    Segments* views() const { return view_; }

private:
    QWidget* mainPart();
    QWidget* head();
    QWidget* side();
    QWidget* inspector();
    MatrixData dataShown(const ProjectSnapshot& snapshot);
    void showView();
    void inspect(int row, int column);
    void showConflict(const QString& source, const QString& target, const std::pair<Value, Value>& conflict);
    QVector<CellRow> conflictRows(const QString& dataset, const Value& side) const;
    QString cellSentence(int row, int column) const;

    Segments* view_;
    QComboBox* order_;
    QCheckBox* numbers_;
    MatrixPlot* matrix_;
    QStackedWidget *pages_, *twin_;
    CellTableModel* tableModel_;
    TableView* table_;
    std::array<CellTableModel*, 2> conflictModels_{};  ///< rows of the source, rows of the target
    std::array<TableView*, 2> conflictTables_{};
    WhatIfBench* bench_;
    TargetPane* target_;
    GainsPane* gains_;
    QVector<QWidget*> matrixOnly_;  ///< controls that have no meaning where there is no matrix
    TrustMeter* trust_;
    SectionHead* inspectorHead_;
    QWidget* inspector_;
    QSplitter* split_;
    ProgressStrip* progress_;
    std::shared_ptr<const Estimate> shown_;
    Matrix pairwise_;
    bool tableShown_ = false;
};

}  // namespace consort
