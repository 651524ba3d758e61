#include "ui/panels/affinity_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <cmath>

#include "ui/docks/jobs_dock.h"
#include "ui/matrix_view.h"
#include "ui/models/cell_table.h"
#include "ui/number_format.h"
#include "ui/panels/gains_pane.h"
#include "ui/panels/target_pane.h"
#include "ui/panels/trust_meter.h"
#include "ui/panels/what_if_bench.h"
#include "ui/plots/plot_file.h"
#include "ui/theme/theme.h"
#include "ui/widgets/export_button.h"
#include "ui/widgets/table_view.h"

namespace consort {
AffinityPanel::AffinityPanel(Workbench& workbench, Commands& commands, QWidget* parent)
    : StagePanel(workbench, commands, parent), matrix_(new MatrixPlot), pages_(new QStackedWidget), twin_(new QStackedWidget), bench_(new WhatIfBench(workbench)), target_(new TargetPane(workbench)), gains_(new GainsPane(workbench)), trust_(new TrustMeter), progress_(new ProgressStrip) {
    tableModel_ = new CellTableModel({}, this);
    table_ = new TableView(tableModel_, tr("Matrix as a table"));
    twin_->addWidget(matrix_);
    twin_->addWidget(table_);
    twin_->addWidget(target_);
    twin_->addWidget(gains_);
    QWidget* main = mainPart();
    auto* empty = new EmptyState(QStringLiteral("matrix"), tr("No affinity yet"), tr("One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained."), tr("Estimate"));
    empty->bind(commands.action(QStringLiteral("run.estimate")));
    pages_->addWidget(empty);
    pages_->addWidget(main);
    auto* all = plainColumn(this);
    all->addWidget(bar());
    all->addWidget(progress_);
    all->addWidget(pages_, 1);
    trust_->bind(commands.action(QStringLiteral("run.probe")));
    inspector_->hide();
    progress_->hide();
    matrix_->sentence = [this](int r, int c) { return cellSentence(r, c); };
    matrix_->details = [this](int, int) { return shown_ ? tr("validation loss, %1 subsets, 95 % interval").arg(countText(shown_->subsets)) : QString(); };
    connect(matrix_, &MatrixPlot::activated, this, &AffinityPanel::inspect);
    connect(matrix_, &MatrixPlot::ticked, this, [this](int dataset) {
        const QString name = matrix_->data().names[dataset];
        bench_->tick(name, !bench_->isTicked(name));
    });
    connect(progress_, &ProgressStrip::cancelled, this, [this] {
        for (const char* kind : {"estimate", "select"}) workbench_.cancel(QLatin1String(kind));
    });
}

QWidget* AffinityPanel::mainPart() {
    auto* main = new QWidget;
    auto* row = plainRow(main);
    auto* split = split_ = new QSplitter(Qt::Vertical);
    split->setHandleWidth(1);
    auto* upper = new QWidget;
    auto* column = plainColumn(upper);
    column->addWidget(head());
    column->addWidget(ruler());
    column->addWidget(twin_, 1);
    split->addWidget(upper);
    split->addWidget(inspector());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    row->addWidget(split, 1);
    row->addWidget(ruler(Qt::Vertical));
    row->addWidget(side());
    return main;
}

QWidget* AffinityPanel::head() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(theme().u(3), theme().u(2), theme().u(3), theme().u(2));
    row->setSpacing(theme().u(2));
    view_ = new Segments(tr("View"), {{QStringLiteral("gain"), tr("Affinity")}, {QStringLiteral("pairwise"), tr("Pairwise")}, {QStringLiteral("overlap"), tr("Overlap")}, {QStringLiteral("gains"), tr("Gains")}, {QStringLiteral("target"), tr("Target")}});
    order_ = new QComboBox;
    order_->setAccessibleName(tr("Order of the datasets"));
    order_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    order_->setMinimumContentsLength(4);
    for (const auto& [order, name] : {std::pair{MatrixOrder::Clusters, tr("Clusters")}, {MatrixOrder::Imported, tr("As imported")}, {MatrixOrder::Helped, tr("Most helped first")}, {MatrixOrder::Helpful, tr("Most helpful first")}}) {
        order_->addItem(name, static_cast<int>(order));
    }
    numbers_ = new QCheckBox(tr("Numbers"));
    numbers_->setAccessibleName(numbers_->text());
    numbers_->setChecked(true);
    QToolButton* twin = toolButton(QStringLiteral("table"), tr("View as table"));
    twin->setCheckable(true);
    row->addWidget(view_);
    row->addWidget(order_);
    row->addWidget(numbers_);
    row->addStretch(1);
    row->addWidget(twin);
    auto* save = new ExportButton(tr("Export the matrix"), QStringLiteral("affinity.png"), [this](const QString& file) { return savePlot(*matrix_, matrixAsCsv(matrix_->data()), file); });
    connect(save, &ExportButton::failed, this, &StagePanel::tellUnwritable);
    row->addWidget(save);
    textWhereRoom(head, numbers_, tr("Numbers"));
    matrixOnly_ = {order_, numbers_, twin, save};
    connect(view_, &Segments::chosen, this, [this] { showView(); });
    connect(order_, &QComboBox::currentIndexChanged, this, [this] { showView(); });
    connect(numbers_, &QCheckBox::toggled, matrix_, &MatrixPlot::setNumbers);
    connect(twin, &QToolButton::toggled, this, [this](bool on) {
        tableShown_ = on;
        showView();
    });
    return head;
}

QWidget* AffinityPanel::side() {
    auto* side = new QWidget;
    keepWidth(side, 80, 107);
    auto* column = plainColumn(side);
    column->addWidget(bench_, 1);
    column->addWidget(ruler());
    auto* scroll = new QScrollArea;  // with probes there is more to say than a small window has room for
    scroll->setWidget(trust_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->setStretchFactor(bench_, 2);
    column->addWidget(scroll, 3);
    return side;
}

QWidget* AffinityPanel::inspector() {
    inspector_ = new QWidget;
    auto* column = plainColumn(inspector_);
    inspectorHead_ = new SectionHead(tr("Conflict inspector"));
    QToolButton* close = toolButton(QStringLiteral("close"), tr("Close the inspector"));
    inspectorHead_->add(close);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(0);
    const QString names[] = {tr("Rows that pull"), tr("Rows that are pulled")};
    for (int side = 0; side < 2; ++side) {
        conflictModels_[side] = new CellTableModel({{names[side]}, {tr("Effect"), Qt::AlignRight}}, this);
        conflictTables_[side] = new TableView(conflictModels_[side], names[side]);
        conflictTables_[side]->setColumnUnits({0, 24});
        if (side > 0) sides->addWidget(ruler(Qt::Vertical));
        sides->addWidget(conflictTables_[side], 1);
    }
    column->addWidget(inspectorHead_);
    column->addLayout(sides, 1);
    connect(close, &QToolButton::clicked, inspector_, &QWidget::hide);
    return inspector_;
}

QString AffinityPanel::cellSentence(int row, int column) const {
    const MatrixData& data = matrix_->data();
    if (row < 0 || column < 0 || row >= data.names.size() || column >= data.names.size()) return {};
    const qsizetype at = row * data.names.size() + column;
    if (!data.diverging) return tr("%1 of the rows of %2 are also in %3").arg(percentText(data.value[at]), data.names[row], data.names[column]);
    if (row == column) return data.names[row];
    if (data.low.isEmpty()) return gainSentence(data.names[column], data.names[row], data.value[at], NAN, NAN);
    return gainSentence(data.names[column], data.names[row], data.value[at], data.low[at], data.high[at]);
}

void AffinityPanel::refresh() {
    const ProjectSnapshot* s = snapshot();
    if (!s) return;
    pages_->setCurrentIndex(s->estimate ? 1 : 0);
    if (s->estimateIsOld) {
        bar()->tell(QStringLiteral("warn"), tr("The datasets changed, their affinity is old"), tr("What did not change is kept and reused."), tr("Estimate again"), [this] { commands_.action(QStringLiteral("run.estimate"))->trigger(); });
    }
    if (!s->estimate) return;
    if (s->estimate != shown_) {
        shown_ = s->estimate;
        pairwise_ = {};
        trust_->setEstimate(*shown_);
        bench_->setEstimate(shown_);
    }
    workbench_.ensureGroups();
    showView();
}

void AffinityPanel::refreshJobs() {
    const JobRow* job = workbench_.jobs().active(QStringLiteral("estimate"));
    if (!job) job = workbench_.jobs().active(QStringLiteral("select"));
    progress_->setVisible(job != nullptr);
    if (!job) return;
    QString detail = QStringLiteral("%1 %2").arg(stageOfWork(job->progress.stage), doneOfTotal(job->progress));
    if (job->left() >= 0) detail += tr(", %1 left").arg(durationText(job->left()));
    progress_->show(job->title, job->share(), detail);
}

MatrixData AffinityPanel::dataShown(const ProjectSnapshot& snapshot) {
    const auto order = static_cast<MatrixOrder>(order_->currentData().toInt());
    if (view_->current() == QLatin1String("gain")) return gainMatrix(snapshot, order);
    if (view_->current() == QLatin1String("overlap")) {
        if (!snapshot.overlap && !workbench_.jobs().active(QStringLiteral("overlap"))) workbench_.findOverlap();
        return overlapMatrix(snapshot, order);
    }
    if (pairwise_.rows != static_cast<std::int64_t>(snapshot.datasets->size())) {
        workbench_.pairwise({this, [this](const Matrix& matrix) {
            pairwise_ = matrix;
            if (view_->current() == QLatin1String("pairwise")) showView();
        }});
    }
    return pairwiseMatrix(snapshot, pairwise_, order);
}

void AffinityPanel::showView() {
    const ProjectSnapshot* s = snapshot();
    if (!s || !s->estimate) return;
    const bool target = view_->current() == QLatin1String("target"), gains = view_->current() == QLatin1String("gains");
    for (QWidget* control : matrixOnly_) control->setVisible(!target && !gains);
    if (target || gains) {
        inspector_->hide();
        twin_->setCurrentWidget(target ? static_cast<QWidget*>(target_) : gains_);
        return target ? target_->refresh(*s) : gains_->refresh(*s);
    }
    twin_->setCurrentWidget(tableShown_ ? static_cast<QWidget*>(table_) : matrix_);
    const MatrixData data = dataShown(*s);
    matrix_->setData(data);
    if (tableModel_->columnCount() != data.names.size() + 1) tableModel_->setColumns(matrixColumns(data));
    tableModel_->setRows(matrixRows(data));
}

void AffinityPanel::inspect(int row, int column) {
    if (row < 0 || row == column) return;
    const QString target = matrix_->data().names[row], source = matrix_->data().names[column];
    if (inspector_->isHidden()) split_->setSizes({height() * 2 / 3, height() / 3});
    inspector_->show();
    inspectorHead_->setSub(cellSentence(row, column));
    workbench_.explainConflict(source, target, {this, [this, source, target](const std::pair<Value, Value>& conflict) { showConflict(source, target, conflict); }});
}

QVector<CellRow> AffinityPanel::conflictRows(const QString& dataset, const Value& side) const {
    QVector<CellRow> rows;
    for (const Value& one : side.at("examples").asList()) {
        const double effect = one.at("effect").asDouble();
        const QString text = QString::fromStdString(one.at("text").asString()).simplified();
        rows.push_back({QString::fromStdString(one.at("id").asString()),
                        {Cell{.text = text, .group = snapshot()->groupOf(dataset.toStdString()), .tip = text}, Cell{.text = signedText(effect, 2), .ink = effect > 0 ? QStringLiteral("error") : QStringLiteral("ok"), .sort = effect}}});
    }
    return rows;
}

void AffinityPanel::showConflict(const QString& source, const QString& target, const std::pair<Value, Value>& conflict) {
    const QString pull = tr("Change of the validation loss of %1 per unit step down this row's own loss; above 0 harms").arg(target);
    const QString pulled = tr("Change of this row's loss per unit step down the training loss of %1; above 0 harms").arg(source);
    conflictModels_[0]->setColumns({{tr("Row of %1").arg(source)}, {tr("Pull on %1").arg(target), Qt::AlignRight, pull}});
    conflictModels_[1]->setColumns({{tr("Validation row of %1").arg(target)}, {tr("Pulled by %1").arg(source), Qt::AlignRight, pulled}});
    conflictModels_[0]->setRows(conflictRows(source, conflict.first));
    conflictModels_[1]->setRows(conflictRows(target, conflict.second));
    for (TableView* table : conflictTables_) table->setColumnUnits({0, 30});
}

void AffinityPanel::reveal(const QString& object) {
    const auto at = static_cast<int>(matrix_->data().names.indexOf(object));
    if (at >= 0) matrix_->setCurrent(at, at);
}

}  // namespace consort
