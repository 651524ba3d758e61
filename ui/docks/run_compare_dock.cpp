#include "ui/docks/run_compare_dock.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/number_format.h"
#include "ui/plots/curve_plot.h"
#include "ui/run_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

QString valueText(const Value* value) {
    if (!value) return kMissing;
    if (value->isString()) return QString::fromStdString(value->asString());
    return QString::fromStdString(toJson(*value));
}

CellRow factRow(const QString& name, const std::vector<const RunView*>& runs, const std::function<QString(const RunView&)>& text) {
    QVector<Cell> cells{Cell{name}};
    for (const RunView* run : runs) cells.push_back(Cell{text(*run)});
    return {name, cells};
}

}  // namespace

QVector<CellRow> runDifferences(const std::vector<const RunView*>& runs) {
    QVector<CellRow> rows;
    if (runs.empty()) return rows;
    for (const auto& [key, first] : runs.front()->record.options.asObject()) {
        bool differs = false;
        for (const RunView* run : runs) differs = differs || valueText(run->record.options.find(key)) != valueText(&first);
        if (!differs) continue;
        rows.push_back(factRow(QString::fromStdString(key), runs, [key = key](const RunView& run) { return valueText(run.record.options.find(key)); }));
        for (Cell& cell : rows.back().cells) cell.strong = true;
    }
    const auto tr = [](const char* text) { return RunCompareDock::tr(text); };
    rows.push_back(factRow(tr("Datasets"), runs, [](const RunView& run) { return countText(static_cast<std::int64_t>(run.record.datasets.size())); }));
    rows.back().ruled = rows.size() > 1;
    rows.push_back(factRow(tr("State"), runs, [](const RunView& run) { return runStateText(run.record.state); }));
    rows.push_back(factRow(tr("Steps"), runs, [](const RunView& run) { return countText(stepsDone(run)); }));
    rows.push_back(factRow(tr("Best step"), runs, [](const RunView& run) { return countText(run.record.bestStep); }));
    rows.push_back(factRow(tr("Train loss"), runs, [](const RunView& run) { return lossText(isFinished(run.record) ? run.record.trainLoss : lastValue(run, "train_loss")); }));
    rows.push_back(factRow(tr("Valid loss"), runs, [](const RunView& run) { return lossText(isFinished(run.record) ? run.record.validLoss : lastValue(run, "valid_loss")); }));
    rows.push_back(factRow(tr("Time"), runs, [](const RunView& run) { return run.record.seconds > 0 ? durationText(run.record.seconds) : kMissing; }));
    rows.push_back(factRow(tr("FLOP"), runs, [](const RunView& run) { return run.record.flops > 0 ? flopText(run.record.flops) : kMissing; }));
    return rows;
}

RunCompareDock::RunCompareDock(QWidget* parent) : QWidget(parent), metric_(new QComboBox), plot_(new CurvePlot(tr("Curves of the chosen runs"))) {
    choiceModel_ = new CellTableModel({{tr("Run")}, {tr("Valid loss"), Qt::AlignRight}}, this);
    differenceModel_ = new CellTableModel({}, this);
    choice_ = new TableView(choiceModel_, tr("Runs to compare"));
    choice_->setColumnUnits({0, 22});
    differences_ = new TableView(differenceModel_, tr("What differs"));
    metric_->setAccessibleName(tr("Curve that is compared"));
    for (const auto& [id, title] : {std::pair{"valid_loss", tr("Validation loss")}, {"train_loss", tr("Training loss")}, {"lr", tr("Learning rate")}, {"grad_norm", tr("Gradient norm")}, {"tokens_per_s", tr("Tokens/s")}}) metric_->addItem(title, QString::fromLatin1(id));
    plot_->setSmoothing(0);
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, theme().u(1), 0, 0);
    column->addWidget(metric_, 0, Qt::AlignLeft);
    column->addWidget(plot_, 1);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->addWidget(choice_);
    split->addWidget(middle);
    split->addWidget(differences_);
    split->setStretchFactor(1, 2);
    split->setStretchFactor(2, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(split);
    setMinimumHeight(theme().u(50));
    connect(metric_, &QComboBox::currentIndexChanged, this, [this] {
        if (snapshot_) show(*snapshot_);
    });
    connect(choiceModel_, &CellTableModel::checkedChanged, this, [this](const QString& run, bool on) {
        chosenByHand_ = true;
        if (on) ticked_.insert(run);
        else ticked_.remove(run);
        if (snapshot_) show(*snapshot_);
    });
}

void RunCompareDock::setSnapshot(std::shared_ptr<const ProjectSnapshot> snapshot) {
    snapshot_ = std::move(snapshot);
    if (!snapshot_) {
        ticked_.clear();
        chosenByHand_ = false;
        return choiceModel_->setRows({});
    }
    if (!chosenByHand_) {
        ticked_.clear();
        for (const RunView* run : plannedRuns(*snapshot_)) {
            if (run->record.kind != "per_dataset") ticked_.insert(QString::fromStdString(run->record.id));
        }
    }
    if (isVisible()) show(*snapshot_);
}

std::vector<const RunView*> RunCompareDock::chosen(const ProjectSnapshot& snapshot) const {
    std::vector<const RunView*> runs;
    for (const RunView* run : plannedRuns(snapshot)) {
        if (ticked_.contains(QString::fromStdString(run->record.id))) runs.push_back(run);
    }
    return runs;
}

void RunCompareDock::show(const ProjectSnapshot& snapshot) {
    QVector<CellRow> choices;
    for (const RunView* run : plannedRuns(snapshot)) {
        const RunName name = runName(run->record);
        const QString id = QString::fromStdString(run->record.id);
        const double loss = isFinished(run->record) ? run->record.validLoss : lastValue(*run, "valid_loss");
        choices.push_back({id, {Cell{.text = name.text, .group = name.group, .checked = ticked_.contains(id)}, Cell{.text = lossText(loss), .sort = loss}}});
    }
    choiceModel_->setRows(choices);
    const auto runs = chosen(snapshot);
    QStringList ids;
    QVector<CellColumn> columns{{tr("Option")}};
    for (const RunView* run : runs) {
        ids << QString::fromStdString(run->record.id);
        columns.push_back({runName(run->record).text});
    }
    plot_->setCurves(ids.isEmpty() ? QVector<Curve>{} : runCurves(snapshot, metric_->currentData().toString().toStdString(), ids));
    differenceModel_->setColumns(columns);
    differenceModel_->setRows(runDifferences(runs));
}

}  // namespace consort
