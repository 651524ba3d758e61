#pragma once
// The stage Train: the plan, its runs, and what they report while they run.
#include "ui/panels/stage_panel.h"

class QCheckBox;
class QHBoxLayout;
class QGridLayout;
class QProgressBar;
class QSlider;
class QStackedWidget;

namespace consort {

class CellTableModel;
class CurvePlot;
class SmallCurves;
class TableView;

class TrainPanel : public StagePanel {
    Q_OBJECT
public:
    TrainPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    void reveal(const QString& object) override;
    TableView* runs() const { return runs_; }
    CurvePlot* plot() const { return plot_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRunActions();
    QWidget* planStrip();
    QWidget* lossHead();
    QWidget* lossPart();
    QWidget* datasetPart();
    void showPlan();
    void showCurves();
    QStringList chartedRuns() const;
    void showLegend();
    void showDatasets();
    void showTrends();
    void pauseOrResume(const QString& run);
    void moveRun(int direction);

    QStackedWidget *pages_, *twin_;
    QLabel *planTitle_, *planDetail_, *planCost_;
    QProgressBar* planBar_;
    QPushButton *pause_, *options_;
    CellTableModel *runsModel_, *twinModel_;
    TableView *runs_, *twinTable_;
    CurvePlot* plot_;
    QHBoxLayout* legend_;
    QStringList legendIds_;
    QSlider* smooth_;
    QGridLayout* grid_;
    std::vector<SmallCurves*> datasets_;
    std::array<SmallCurves*, 4> trends_{};
};

}  // namespace consort
