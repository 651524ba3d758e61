#pragma once
// The stage Evaluate: is it worth it? The table of systems, and what the weights do.
#include "ui/panels/stage_panel.h"

class QStackedWidget;

namespace consort {

class CellTableModel;
class MixerPane;
class TableView;

class EvaluatePanel : public StagePanel {
    Q_OBJECT
public:
    EvaluatePanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    void reveal(const QString& object) override;
    TableView* ledger() const { return ledger_; }
    MixerPane* mixer() const { return mixer_; }

private:
    QWidget* head();
    void showLedger();
    void saveLedger();

    QStackedWidget* pages_;
    Segments* metric_;
    CellTableModel* ledgerModel_;
    TableView* ledger_;
    MixerPane* mixer_;
    ProgressStrip* progress_;
    std::shared_ptr<const Value> shown_;
};

}  // namespace consort
