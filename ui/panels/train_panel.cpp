#include "ui/panels/train_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <cmath>

#include "ui/dialogs/train_options_dialog.h"
#include "ui/docks/jobs_dock.h"
#include "ui/number_format.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/small_curves.h"
#include "ui/run_view.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/export_button.h"
#include "ui/widgets/table_view.h"

namespace consort {

constexpr qsizetype kLegend = 6;  ///< curves that can be hidden in the head of the plot; the table shows them all

TrainPanel::TrainPanel(Workbench& workbench, Commands& commands, QWidget* parent) : StagePanel(workbench, commands, parent), pages_(new QStackedWidget), twin_(new QStackedWidget) {
    runsModel_ = new CellTableModel({{tr("Run")}, {tr("Datasets")}, {tr("State")}, {tr("Steps"), Qt::AlignRight}, {tr("Train loss"), Qt::AlignRight}, {tr("Valid loss"), Qt::AlignRight},
                                     {tr("Tokens/s"), Qt::AlignRight}, {tr("Memory"), Qt::AlignRight, tr("Peak of the process while the run was trained")}, {tr("Time"), Qt::AlignRight}}, this);
    runs_ = new TableView(runsModel_, tr("Runs"));
    runs_->setColumnUnits({36, 0, 40, 58, 20, 20, 19, 20, 30});
    runs_->installEventFilter(this);
    addRunActions();
    auto* body = new QSplitter(Qt::Vertical);
    body->setHandleWidth(1);
    body->setChildrenCollapsible(false);
    auto* lower = new QSplitter(Qt::Horizontal);
    lower->setHandleWidth(1);
    lower->setChildrenCollapsible(false);
    lower->addWidget(lossPart());
    lower->addWidget(datasetPart());
    lower->setStretchFactor(0, 1);
    runs_->setMinimumHeight(theme().u(30));
    body->addWidget(runs_);
    body->addWidget(lower);
    body->setSizes({theme().u(46), theme().u(150)});
    body->setStretchFactor(1, 1);
    auto* full = new QWidget;
    auto* fullColumn = plainColumn(full);
    fullColumn->addWidget(body);
    auto* empty = new EmptyState(QStringLiteral("chart"), tr("Nothing trained yet"), tr("One adapter per group, in the background. The learning rate comes from a short range test."), tr("Train"));
    empty->bind(commands.action(QStringLiteral("run.train")));
    pages_->addWidget(empty);
    pages_->addWidget(full);
    auto* column = plainColumn(this);
    column->addWidget(planStrip());
    column->addWidget(bar());
    column->addWidget(ruler());
    column->addWidget(pages_, 1);
}

/// By mouse what Space and Alt with the arrows do.
void TrainPanel::addRunActions() {
    runs_->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& text, const char* iconName, const QString& keys, auto act) {
        auto* action = new QAction(icon(QLatin1String(iconName)), QStringLiteral("%1\t%2").arg(text, keys), runs_);
        runs_->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Pause or resume"), "pause", tr("Space"), [this] { pauseOrResume(runs_->currentKey()); });
    add(tr("Train earlier"), "up", tr("Alt+Up"), [this] { moveRun(-1); });
    add(tr("Train later"), "down", tr("Alt+Down"), [this] { moveRun(1); });
}

QWidget* TrainPanel::planStrip() {
    auto* strip = new QWidget;
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    row->setSpacing(theme().u(3));
    planTitle_ = textLabel({}, {}, [] { return theme().section(); });
    planBar_ = new QProgressBar;
    planBar_->setAccessibleName(tr("Progress of the plan"));
    planBar_->setTextVisible(false);
    planBar_->setRange(0, 1000);
    keepWidth(planBar_, 50, 50);
    planDetail_ = textLabel({}, QStringLiteral("text2"));
    planDetail_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    planCost_ = textLabel({}, QStringLiteral("text2"));
    options_ = pushButton(tr("Options"), QStringLiteral("settings"));
    pause_ = pushButton(tr("Pause"), QStringLiteral("pause"));
    row->addWidget(planTitle_);
    row->addWidget(planBar_);
    row->addWidget(planDetail_, 1);
    row->addWidget(planCost_);
    row->addWidget(options_);
    row->addWidget(pause_);
    connect(options_, &QPushButton::clicked, this, [this] {
        TrainOptionsDialog dialog(workbench_.trainRequest(), this);
        if (dialog.exec() == QDialog::Accepted) workbench_.setTrainRequest(dialog.request());
        showPlan();
    });
    connect(pause_, &QPushButton::clicked, this, [this] {
        if (workbench_.isTraining()) workbench_.pauseTraining();
        else workbench_.trainPlan();
    });
    return strip;
}

QWidget* TrainPanel::lossHead() {
    auto* head = new SectionHead(tr("Training loss"));
    auto* legend = new QWidget;
    legend_ = new QHBoxLayout(legend);
    legend_->setContentsMargins(0, 0, 0, 0);
    head->addLeft(legend);
    smooth_ = new QSlider(Qt::Horizontal);
    smooth_->setRange(0, 99);
    smooth_->setValue(90);
    keepWidth(smooth_, 22, 22);
    smooth_->setAccessibleName(tr("Smoothing"));
    smooth_->setToolTip(tr("Weight of the past in the moving average: 0 shows the raw values"));
    auto* log = new QCheckBox(tr("Log"));
    log->setAccessibleName(tr("Logarithmic scale"));
    QToolButton* twin = toolButton(QStringLiteral("table"), tr("View as table"));
    auto* save = new ExportButton(tr("Export the plot"), QStringLiteral("training-loss.png"), [this](const QString& file) { return plot_->saveTo(file, runsAsCsv(*snapshot(), "train_loss", chartedRuns())); });
    twin->setCheckable(true);
    head->add(textLabel(tr("Smooth"), QStringLiteral("text2")));
    for (QWidget* widget : {static_cast<QWidget*>(smooth_), static_cast<QWidget*>(log), static_cast<QWidget*>(twin), static_cast<QWidget*>(save)}) head->add(widget);
    connect(smooth_, &QSlider::valueChanged, this, [this](int percent) { plot_->setSmoothing(percent / 100.0); });
    connect(log, &QCheckBox::toggled, this, [this](bool on) { plot_->setLogarithmic(on); });
    connect(twin, &QToolButton::toggled, this, [this](bool on) {
        twin_->setCurrentIndex(on ? 1 : 0);
        showCurves();
    });
    connect(save, &ExportButton::failed, this, &StagePanel::tellUnwritable);
    return head;
}

QWidget* TrainPanel::lossPart() {
    auto* part = new QFrame;
    part->setProperty("surface", true);
    auto* column = plainColumn(part);
    QWidget* head = lossHead();
    plot_ = new CurvePlot(tr("Training loss by optimiser step"));
    plot_->setAxisLabel(tr("optimiser step"));
    twinModel_ = new CellTableModel({}, this);
    twinTable_ = new TableView(twinModel_, tr("Training loss as a table"));
    twin_->addWidget(plot_);
    twin_->addWidget(twinTable_);
    auto* trends = new QHBoxLayout;
    trends->setSpacing(1);
    for (SmallCurves*& trend : trends_) trends->addWidget(trend = new SmallCurves);
    column->addWidget(head);
    column->addWidget(twin_, 1);
    column->addWidget(ruler());
    column->addLayout(trends);
    return part;
}

QWidget* TrainPanel::datasetPart() {
    auto* part = new QWidget;
    keepWidth(part, 76, 0);
    auto* column = plainColumn(part);
    auto* head = new SectionHead(tr("Loss per dataset"));
    head->setSub(tr("validation"));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    grid_ = new QGridLayout(content);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(1);
    scroll->setWidget(content);
    column->addWidget(head);
    column->addWidget(scroll, 1);
    return part;
}

void TrainPanel::refresh() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    const bool any = !s->runs.empty();
    pages_->setCurrentIndex(any ? 1 : 0);
    if (!any) return;
    QVector<CellRow> rows;
    for (const RunView* run : plannedRuns(*s)) rows.push_back(runRow(*run, *s));
    runsModel_->setRows(rows);
    showCurves();
    showDatasets();
    showTrends();
}

void TrainPanel::refreshJobs() { showPlan(); }

void TrainPanel::showPlan() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    const JobRow* job = workbench_.jobs().active(QStringLiteral("train"));
    const int groups = s->grouping ? static_cast<int>(s->grouping->groups.size()) : 0;
    const int baselines = static_cast<int>(workbench_.trainRequest().baselines.size());
    planTitle_->setText(tr("Plan: %1, %2").arg(tr("%n groups", nullptr, groups), tr("%n baselines", nullptr, baselines)));
    double done = 0, total = 0;
    bool unfinished = false;
    for (const RunView* run : plannedRuns(*s)) {
        done += static_cast<double>(stepsDone(*run));
        total += static_cast<double>(plannedSteps(run->record, *s));
        unfinished = unfinished || !isFinished(run->record);
    }
    const double share = total > 0 ? done / total : 0;
    planBar_->setValue(static_cast<int>(share * 1000));
    QString detail = percentText(share, 0);
    if (job && job->left() >= 0) detail += tr(", %1 of this run left").arg(durationText(job->left()));
    if (job && total == 0) detail = stageOfWork(job->progress.stage) + QLatin1Char(' ') + doneOfTotal(job->progress);
    planDetail_->setText(detail);
    const GroupCandidate* candidate = workbench_.draftCandidate();
    planCost_->setText(candidate ? tr("about %1").arg(flopText(candidate->price.flops)) : QString());
    pause_->setText(job ? tr("Pause") : tr("Resume"));
    pause_->setVisible(job || unfinished);
    pause_->setEnabled(workbench_.canWrite());
    options_->setEnabled(!job && workbench_.canWrite());
}

/// Groups and one for all; a baseline per dataset would bury them, the Run compare dock shows it.
QStringList TrainPanel::chartedRuns() const {
    QStringList runs;
    for (const RunView* run : plannedRuns(*snapshot())) {
        if (run->record.kind != "per_dataset") runs << QString::fromStdString(run->record.id);
    }
    return runs.isEmpty() ? QStringList{QStringLiteral("none")} : runs;
}

void TrainPanel::showCurves() {
    const QVector<Curve> curves = runCurves(*snapshot(), "train_loss", chartedRuns());
    plot_->setCurves(curves);
    showLegend();
    if (twin_->currentIndex() != 1) return;
    if (twinModel_->columnCount() != curves.size() + 1) twinModel_->setColumns(curveColumns(curves));
    twinModel_->setRows(curveRows(curves));
}

void TrainPanel::showLegend() {
    QStringList ids;
    for (const Curve& curve : plot_->curves()) ids << curve.id;
    if (ids == legendIds_) return;
    legendIds_ = ids;
    while (QLayoutItem* item = legend_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (const Curve& curve : plot_->curves().mid(0, kLegend)) {
        auto* button = new QToolButton;
        button->setText(curve.name);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        button->setAccessibleName(tr("Show the curve of %1").arg(curve.name));
        QPixmap mark(theme().u(9), theme().u(4));
        mark.fill(Qt::transparent);
        QPainter painter(&mark);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(curve.group >= 0 ? groupInk(curve.group) : inks().text2, 2, groupDash(std::max(0, curve.group))));
        painter.drawLine(0, mark.height() / 2, mark.width(), mark.height() / 2);
        if (curve.group >= 0) drawGroupMarker(painter, QPointF(mark.width() / 2.0, mark.height() / 2.0), theme().u(2), curve.group);
        painter.end();
        button->setIcon(QIcon(mark));
        button->setIconSize(mark.size());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::toggled, this, [this, id = curve.id](bool on) { plot_->setHidden(id, !on); });
        legend_->addWidget(button);
    }
}

void TrainPanel::showDatasets() {
    const ProjectSnapshot* s = snapshot();
    const auto names = s->datasetNames();
    while (datasets_.size() < names.size()) {
        auto* small = new SmallCurves;
        grid_->addWidget(small, static_cast<int>(datasets_.size()) / 2, static_cast<int>(datasets_.size()) % 2);
        datasets_.push_back(small);
    }
    for (std::size_t i = 0; i < datasets_.size(); ++i) {
        datasets_[i]->setVisible(i < names.size());
        if (i >= names.size()) continue;
        const int group = s->groupOf(names[i]);
        const RunView* run = s->run("g" + std::to_string(group + 1));
        QVector<Curve> curves;
        double last = NAN;
        if (run && group >= 0) {
            const auto found = run->curves->find("valid_loss/" + names[i]);
            if (found != run->curves->end()) {
                curves.push_back(curveOf(found->second, QStringLiteral("valid"), {}, group));
                last = found->second.value.empty() ? NAN : found->second.value.back();
            }
        }
        datasets_[i]->setContent(QString::fromStdString(names[i]), group, lossText(last), curves);
    }
}

void TrainPanel::showTrends() {
    struct Trend {
        const char* metric;
        QString title;
        double unit;  ///< values are shown as multiples of it
    };
    const std::array<Trend, 4> trends{{{"lr", tr("Learning rate"), 1}, {"grad_norm", tr("Gradient norm"), 1}, {"tokens_per_s", tr("Tokens/s"), 1}, {"memory", tr("Memory, GB"), 1e9}}};
    for (std::size_t k = 0; k < trends.size(); ++k) {
        QVector<Curve> curves = runCurves(*snapshot(), trends[k].metric, chartedRuns());
        for (Curve& curve : curves) {
            for (double& y : curve.y) y /= trends[k].unit;
        }
        double last = NAN;
        for (const Curve& curve : curves) {
            if (!curve.y.isEmpty()) last = curve.y.last();
        }
        trends_[k]->setContent(trends[k].title, -1, std::isfinite(last) ? shortNumber(last) : kMissing, curves);
    }
}

void TrainPanel::pauseOrResume(const QString& run) {
    const RunView* view = snapshot() ? snapshot()->run(run.toStdString()) : nullptr;
    if (!view || !workbench_.canWrite()) return;
    if (isLive(view->record)) workbench_.pauseRun(run);
    else if (!isFinished(view->record)) workbench_.resumeRun(run);
}

void TrainPanel::moveRun(int direction) {
    QStringList order;
    for (const CellRow& row : runsModel_->rowsShown()) order << row.key;
    const auto at = order.indexOf(runs_->currentKey()), to = at + direction;
    if (at < 0 || to < 0 || to >= order.size()) return;
    order.move(at, to);
    workbench_.orderRuns(order);
}

bool TrainPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == runs_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space) {
            pauseOrResume(runs_->currentKey());
            return true;
        }
        if (key->modifiers() & Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveRun(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return StagePanel::eventFilter(watched, event);
}

void TrainPanel::reveal(const QString& object) { runs_->selectKey(object); }

}  // namespace consort
