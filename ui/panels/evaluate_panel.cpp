#include "ui/panels/evaluate_panel.h"

#include <QFileDialog>
#include <QSplitter>
#include <QStackedWidget>
#include <numeric>

#include "ui/docks/jobs_dock.h"
#include "ui/ledger_view.h"
#include "ui/number_format.h"
#include "ui/panels/mixer_pane.h"
#include "ui/save_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_view.h"

namespace consort {

EvaluatePanel::EvaluatePanel(Workbench& workbench, Commands& commands, QWidget* parent) : StagePanel(workbench, commands, parent), pages_(new QStackedWidget), mixer_(new MixerPane(workbench, commands)), progress_(new ProgressStrip) {
    ledgerModel_ = new CellTableModel({}, this);
    ledger_ = new TableView(ledgerModel_, tr("Table of systems"));
    ledger_->setRowUnits(11);
    auto* upper = new QWidget;
    auto* column = plainColumn(upper);
    column->addWidget(head());
    column->addWidget(ruler());
    column->addWidget(ledger_, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(upper);
    split->addWidget(mixer_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* empty = new EmptyState(QStringLiteral("scale"), tr("Nothing evaluated yet"), tr("Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble."), tr("Evaluate"));
    empty->bind(commands.action(QStringLiteral("run.evaluate")));
    pages_->addWidget(empty);
    pages_->addWidget(split);
    auto* all = plainColumn(this);
    all->addWidget(bar());
    all->addWidget(progress_);
    all->addWidget(pages_, 1);
    progress_->hide();
    connect(progress_, &ProgressStrip::cancelled, this, [this] { workbench_.cancel(QStringLiteral("evaluate")); });
}

QWidget* EvaluatePanel::head() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    row->setSpacing(theme().u(3));
    metric_ = new Segments(tr("Metric"), {{QStringLiteral("accuracy"), tr("Accuracy")}, {QStringLiteral("macro_f1"), tr("Macro-F1")}, {QStringLiteral("loss"), tr("Loss")}});
    QLabel* legend = textLabel(tr("Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best."), QStringLiteral("text2"), [] { return theme().small(); });
    legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QPushButton* compare = pushButton(tr("Compare runs"), QStringLiteral("chart"));
    QToolButton* save = toolButton(QStringLiteral("export"), tr("Save the table"));
    row->addWidget(metric_);
    row->addWidget(legend, 1);
    row->addWidget(compare);
    row->addWidget(save);
    connect(metric_, &Segments::chosen, this, [this] {
        shown_.reset();
        showLedger();
    });
    connect(compare, &QPushButton::clicked, commands_.action(QStringLiteral("view.compare")), &QAction::trigger);
    connect(save, &QToolButton::clicked, this, &EvaluatePanel::saveLedger);
    return head;
}

void EvaluatePanel::refresh() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    pages_->setCurrentIndex(s->scores ? 1 : 0);
    if (!s->scores) return;
    if (s->scoresAreOld) {
        bar()->tell(QStringLiteral("warn"), tr("The weights changed since these scores"), tr("The table shows the ensemble as it was. Evaluating again takes only the datasets that changed."), tr("Evaluate again"), [this] { commands_.action(QStringLiteral("run.evaluate"))->trigger(); });
    }
    showLedger();
    mixer_->refresh();
}

void EvaluatePanel::showLedger() {
    const ProjectSnapshot* s = snapshot();
    if (!s || !s->scores || s->scores == shown_) return;
    shown_ = s->scores;
    const QVector<CellColumn> columns = ledgerColumns(*shown_);
    ledgerModel_->setColumns(columns);
    QVector<double> widths(columns.size(), columns.size() > 10 ? 15 : 22);
    widths[0] = 44;
    widths[2] = 24;
    for (qsizetype k = columns.size() - 3; k < columns.size(); ++k) widths[k] = 22;
    if (theme().u(std::accumulate(widths.begin(), widths.end(), 4.0)) < ledger_->width()) widths[0] = 0;  // the name takes what is left
    ledger_->setColumnUnits(widths);
    ledgerModel_->setRows(ledgerRows(*shown_, metric_->current().toStdString()));
    ledger_->selectKey(QStringLiteral("ensemble"));
}

void EvaluatePanel::refreshJobs() {
    const JobRow* job = workbench_.jobs().active(QStringLiteral("evaluate"));
    progress_->setVisible(job != nullptr);
    if (job) progress_->show(job->title, job->share(), QStringLiteral("%1 %2").arg(stageOfWork(job->progress.stage), doneOfTotal(job->progress)));
}

void EvaluatePanel::reveal(const QString& object) { ledger_->selectKey(object); }

void EvaluatePanel::saveLedger() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the table"), QStringLiteral("systems.tsv"), tr("Table (*.tsv)"));
    if (file.isEmpty()) return;
    ledger_->clearSelection();
    const QString why = saveText(file, ledger_->asTsv());
    if (!why.isEmpty()) bar()->tell(QStringLiteral("error"), tr("The table could not be written"), QStringLiteral("%1: %2").arg(file, why));
}

}  // namespace consort
