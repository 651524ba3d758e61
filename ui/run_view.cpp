#include "ui/run_view.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/number_format.h"

namespace consort {
namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("Runs", text, nullptr, n); }

QString datasetsText(const std::vector<std::string>& names) {
    if (names.empty()) return {};
    QStringList first;
    for (std::size_t k = 0; k < std::min<std::size_t>(names.size(), 3); ++k) first << QString::fromStdString(names[k]);
    if (names.size() <= 3) return first.join(QStringLiteral(", "));
    return tr("%1 and %n more", static_cast<int>(names.size()) - 1).arg(first.first());
}

Cell number(double value, const QString& text) { return std::isfinite(value) ? Cell{.text = text, .sort = value} : Cell{.text = kMissing, .ink = QStringLiteral("text2")}; }

}  // namespace

RunName runName(const RunRecord& record) {
    if (record.kind == "group") {
        const int group = std::atoi(record.id.c_str() + 1);
        return {tr("Group %1").arg(group), group - 1, {}};
    }
    if (record.kind == "single") return {tr("One for all"), -1, QStringLiteral("layers")};
    return {tr("Alone: %1").arg(QString::fromStdString(record.datasets.empty() ? record.id : record.datasets.front())), -1, QStringLiteral("layers")};
}

QString runStateText(const std::string& state) {
    if (state == "running") return tr("Training");
    if (state == "queued") return tr("Waiting");
    if (state == "paused") return tr("Paused");
    if (state == "done") return tr("Done");
    if (state == "stopped_early") return tr("Stopped early");
    if (state == "diverged") return tr("Diverged, last good state kept");
    if (state == "interrupted") return tr("Interrupted");
    if (state == "cancelled") return tr("Cancelled");
    return tr("Failed");
}

QString runStateIcon(const std::string& state) {
    if (state == "running") return QStringLiteral("running");
    if (state == "queued") return QStringLiteral("clock");
    if (state == "paused") return QStringLiteral("pause");
    if (state == "done" || state == "stopped_early") return QStringLiteral("done");
    return QStringLiteral("warning");
}

std::int64_t plannedSteps(const RunRecord& record, const ProjectSnapshot& snapshot) {
    if (isFinished(record)) return record.steps;
    if (const Value* steps = record.options.find("steps"); steps && steps->isInt()) return steps->asInt();
    double rows = 0;
    for (const Value& card : *snapshot.datasets) {
        const std::string& name = card.at("name").asString();
        if (std::find(record.datasets.begin(), record.datasets.end(), name) != record.datasets.end()) rows += card.at("rows").doubleOr("train", 0);
    }
    return static_cast<std::int64_t>(std::ceil(record.options.doubleOr("epochs", 3) * rows / record.options.doubleOr("batch", 8)));
}

std::int64_t stepsDone(const RunView& run) {
    if (isFinished(run.record)) return run.record.steps;
    const auto found = run.curves->find("train_loss");
    return found == run.curves->end() || found->second.step.empty() ? 0 : static_cast<std::int64_t>(found->second.step.back());
}

double lastValue(const RunView& run, const std::string& metric) {
    const auto found = run.curves->find(metric);
    return found == run.curves->end() || found->second.value.empty() ? std::nan("") : found->second.value.back();
}

QVector<Curve> runCurves(const ProjectSnapshot& snapshot, const std::string& metric, const QStringList& runs) {
    QVector<Curve> curves;
    for (const RunView* run : plannedRuns(snapshot)) {
        const auto found = run->curves->find(metric);
        const QString id = QString::fromStdString(run->record.id);
        if (found == run->curves->end() || (!runs.isEmpty() && !runs.contains(id))) continue;
        const RunName name = runName(run->record);
        curves.push_back(curveOf(found->second, id, name.text, name.group));
    }
    return curves;
}

Curve curveOf(const MetricCurve& series, const QString& id, const QString& name, int group) {
    const auto list = [](const std::vector<double>& values) { return QVector<double>(values.begin(), values.end()); };
    const CurveOverview& shown = series.overview;
    return {id, name, group, list(shown.step), list(shown.value), false, list(shown.endStep), list(shown.mean), static_cast<int>(shown.stride)};
}

QString runsAsCsv(const ProjectSnapshot& snapshot, const std::string& metric, const QStringList& runs) {
    QByteArray csv = "run,step,value\n";
    for (const RunView* run : plannedRuns(snapshot)) {
        const auto found = run->curves->find(metric);
        const QByteArray id = QByteArray::fromStdString(run->record.id);
        if (found == run->curves->end() || (!runs.isEmpty() && !runs.contains(QString::fromUtf8(id)))) continue;
        for (std::size_t k = 0; k < found->second.step.size(); ++k) csv += '"' + QByteArray(id).replace('"', "\"\"") + "\"," + QByteArray::number(found->second.step[k], 'g', 12) + ',' + QByteArray::number(found->second.value[k], 'g', 12) + '\n';
    }
    return QString::fromUtf8(csv);
}

std::vector<const RunView*> plannedRuns(const ProjectSnapshot& snapshot) {
    std::vector<const RunView*> groups, others;
    for (const RunView& run : snapshot.runs) {
        if (run.record.kind != "group") others.push_back(&run);
        else if (!snapshot.grouping || std::atoi(run.record.id.c_str() + 1) <= static_cast<int>(snapshot.grouping->groups.size())) groups.push_back(&run);
    }
    const auto number = [](const RunView* run) { return std::atoi(run->record.id.c_str() + 1); };
    std::stable_sort(groups.begin(), groups.end(), [&](const RunView* a, const RunView* b) { return number(a) < number(b); });
    std::stable_sort(others.begin(), others.end(), [](const RunView* a, const RunView* b) { return (a->record.kind == "single") > (b->record.kind == "single"); });
    groups.insert(groups.end(), others.begin(), others.end());
    return groups;
}

CellRow runRow(const RunView& run, const ProjectSnapshot& snapshot) {
    const RunRecord& record = run.record;
    const RunName name = runName(record);
    const bool finished = isFinished(record);
    const auto done = static_cast<double>(stepsDone(run)), total = static_cast<double>(std::max<std::int64_t>(1, plannedSteps(record, snapshot)));
    Cell first{.text = name.text, .icon = name.icon, .group = name.group, .strong = true};
    Cell state{.text = runStateText(record.state), .icon = runStateIcon(record.state)};
    if (record.state == "failed" || record.state == "diverged" || record.state == "interrupted") state.ink = QStringLiteral("warn");
    if (record.state == "done") state.text = tr("Done, best %1").arg(countText(record.bestStep));
    Cell steps{.text = tr("%1 of %2").arg(countText(static_cast<std::int64_t>(done)), countText(static_cast<std::int64_t>(total))), .group = name.group, .progress = std::min(1.0, done / total), .sort = done / total};
    const double trainLoss = finished ? record.trainLoss : lastValue(run, "train_loss"), validLoss = finished ? record.validLoss : lastValue(run, "valid_loss");
    const double speed = finished && record.seconds > 0 ? static_cast<double>(record.tokens) / record.seconds : lastValue(run, "tokens_per_s");
    const double memory = finished ? static_cast<double>(record.peakBytes) : lastValue(run, "memory");
    const QString time = finished ? tr("%1 used").arg(durationText(record.seconds)) : kMissing;
    return {QString::fromStdString(record.id),
            {first, Cell{.text = datasetsText(record.datasets), .ink = QStringLiteral("text2")}, state, steps, number(trainLoss, lossText(trainLoss)), number(validLoss, lossText(validLoss)),
             number(speed, countText(static_cast<std::int64_t>(std::isfinite(speed) ? speed : 0))), number(memory, byteText(static_cast<std::int64_t>(std::isfinite(memory) ? memory : 0))), Cell{.text = time, .ink = QStringLiteral("text2")}}};
}

}  // namespace consort
