#include "core/pipeline/project_snapshot.h"

#include <algorithm>
#include <functional>

#include "core/base/error.h"
#include "core/pipeline/dataset_source.h"
#include "core/pipeline/estimate_document.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/import_datasets.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

constexpr int kLooksPerSourceCheck = 8;

/// The part of the snapshot before where its stored result is still the latest, else what `make` reads.
template <typename T>
std::shared_ptr<const T> kept(const std::shared_ptr<const T>& before, bool same, const std::function<std::optional<T>()>& make) {
    if (same) return before;
    std::optional<T> made = make();
    return made ? std::make_shared<const T>(std::move(*made)) : nullptr;
}

std::optional<Value> valueOf(const Store& store, const std::string& step) {
    const auto stored = store.result(step);
    return stored ? std::optional<Value>(stored->value) : std::nullopt;
}

/// Files that changed on disk, by dataset.
std::map<std::string, std::vector<std::string>> changedSources(const std::vector<Value>& cards) {
    std::map<std::string, std::vector<std::string>> changed;
    for (const Value& card : cards) {
        std::vector<std::string> files = changedFiles(card);
        if (!files.empty()) changed.emplace(card.at("name").asString(), std::move(files));
    }
    return changed;
}

std::map<std::string, std::int64_t> lastSteps(const RunCurves& curves) {
    std::map<std::string, std::int64_t> last;
    for (const auto& [name, curve] : curves) {
        if (!curve.step.empty()) last[name] = static_cast<std::int64_t>(curve.step.back());
    }
    return last;
}

}  // namespace

std::vector<std::string> ProjectSnapshot::datasetNames() const {
    std::vector<std::string> names;
    for (const Value& card : *datasets) names.push_back(card.at("name").asString());
    return names;
}

const RunView* ProjectSnapshot::run(const std::string& id) const {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const RunView& run) { return run.record.id == id; });
    return found == runs.end() ? nullptr : &*found;
}

int ProjectSnapshot::groupOf(const std::string& dataset) const {
    for (std::size_t g = 0; grouping && g < grouping->groups.size(); ++g) {
        const auto& names = grouping->groups[g];
        if (std::find(names.begin(), names.end(), dataset) != names.end()) return static_cast<int>(g);
    }
    return -1;
}

const Value* ProjectSnapshot::lastExport() const { return exports && exports->isList() && !exports->asList().empty() ? &exports->asList().back() : nullptr; }

bool ProjectSnapshot::isTrained() const {
    if (!grouping) return false;
    for (std::size_t g = 0; g < grouping->groups.size(); ++g) {
        const RunView* view = run("g" + std::to_string(g + 1));
        if (!view || !isFinished(view->record) || view->record.datasets != grouping->groups[g]) return false;
    }
    return true;
}

SnapshotReader::SnapshotReader(const std::filesystem::path& folder, const ComputeSettings& compute) : project_(Project::open(folder, compute)), threads_(compute.threads) {}

bool SnapshotReader::changed() const {
    if (!last_ || project_.store().dataVersion() != last_->version) return true;
    // A process that dies writes nothing: its runs are known by the lock that is gone.
    const bool live = std::any_of(last_->runs.begin(), last_->runs.end(), [](const RunView& run) { return isLive(run.record); });
    if (live && !StageLock::isHeld(last_->folder, "train")) return true;
    return ++looks_ % kLooksPerSourceCheck == 0 && changedSources(*last_->datasets) != *last_->changedSources;
}

std::shared_ptr<const ProjectSnapshot> SnapshotReader::read() {
    std::error_code error;
    const auto& folder = project_.store().folder();
    if (!std::filesystem::exists(folder / "project.sqlite", error)) {
        throw Error(ErrorCode::NotFound, "the project is no longer in " + folder.string() + ": it was moved, renamed or deleted; put it back or open it at its new place");
    }
    auto snapshot = std::make_shared<ProjectSnapshot>();
    snapshot->version = project_.store().dataVersion();
    snapshot->folder = folder;
    snapshot->readOnly = project_.store().readOnly();
    snapshot->settings = project_.settings();
    snapshot->model = project_.model();
    auto cards = std::make_shared<std::vector<Value>>();
    for (const std::string& name : project_.datasetNames()) cards->push_back(project_.store().datasetCard(name));
    snapshot->datasets = last_ && *last_->datasets == *cards ? last_->datasets : std::shared_ptr<const std::vector<Value>>(cards);
    auto changed = std::make_shared<std::map<std::string, std::vector<std::string>>>(changedSources(*snapshot->datasets));
    snapshot->changedSources = last_ && *last_->changedSources == *changed ? last_->changedSources : changed;
    readRuns(*snapshot);
    readResults(*snapshot);
    snapshot->memory = memoryForecast(snapshot->model, snapshot->settings, *snapshot->datasets, threads_, snapshot->grouping.get());
    snapshot->log = project_.store().logLines();
    last_ = snapshot;
    return snapshot;
}

void SnapshotReader::readRuns(ProjectSnapshot& snapshot) const {
    for (const RunRecord& record : runsNow(project_.store())) snapshot.runs.push_back({record, curvesOf(record)});
}

std::shared_ptr<const RunCurves> SnapshotReader::curvesOf(const RunRecord& record) const {
    const RunView* before = last_ ? last_->run(record.id) : nullptr;
    const bool same = before && before->record.key == record.key;
    if (same && isFinished(before->record) && isFinished(record)) return before->curves;
    const bool restarted = same && record.state == "queued" && before->record.state != "queued" && before->record.state != "interrupted" && before->record.state != "paused";
    const auto known = same && !restarted ? lastSteps(*before->curves) : std::map<std::string, std::int64_t>{};
    const std::vector<MetricPoint> points = project_.store().metricsAfter(record.id, known);
    if (points.empty() && same && !restarted) return before->curves;
    auto curves = !known.empty() ? std::make_shared<RunCurves>(*before->curves) : std::make_shared<RunCurves>();
    for (const MetricPoint& point : points) {
        MetricCurve& curve = (*curves)[point.name];
        curve.step.push_back(static_cast<double>(point.step));
        curve.value.push_back(point.value);
    }
    for (auto& [name, curve] : *curves) {
        const auto last = known.find(name);
        const bool grew = last == known.end() || curve.step.back() > static_cast<double>(last->second);
        if (grew) curve.overview = overviewOf(curve.step, curve.value);
    }
    return curves;
}

void SnapshotReader::readResults(ProjectSnapshot& snapshot) {
    const Store& store = project_.store();
    const auto before = last_ ? *last_ : ProjectSnapshot{};
    const bool sameData = last_ && last_->datasets == snapshot.datasets;
    const auto same = [&](const std::string& step) {
        const std::string key = store.resultKey(step).value_or("") + "/" + std::to_string(store.resultSerial(step));
        const bool equal = sameData && keys_[step] == key;
        keys_[step] = key;
        return equal;
    };
    const bool sameEstimate = same("estimate"), sameGroup = same("group"), sameWeights = same("combine");
    snapshot.estimate = kept<Estimate>(before.estimate, sameEstimate, [&] { return currentEstimate(project_); });
    snapshot.estimateIsOld = !snapshot.estimate && store.resultKey("estimate");
    snapshot.groupTable = kept<GroupTable>(before.groupTable, same("group_table"), [&]() -> std::optional<GroupTable> {
        const auto stored = valueOf(store, "group_table");
        return stored ? std::optional<GroupTable>(groupTableFrom(*stored)) : std::nullopt;
    });
    if (!snapshot.estimate) snapshot.groupTable = nullptr;
    snapshot.grouping = kept<GroupingResult>(before.grouping, sameGroup, [&] { return currentGrouping(project_); });
    snapshot.combination = kept<Combination>(before.combination, sameGroup && sameWeights, [&] { return currentCombination(project_); });
    snapshot.scores = kept<Value>(before.scores, same("evaluate/test"), [&] { return storedEvaluation(project_, Split::Test); });
    snapshot.scoresAreOld = snapshot.scores && store.resultSerial("evaluate/test") < store.resultSerial("combine");
    const auto adopted = static_cast<std::size_t>(std::count_if(snapshot.runs.begin(), snapshot.runs.end(), [](const RunView& run) { return run.record.kind == "adopted"; }));
    snapshot.combinationIsOld = snapshot.combination && (!snapshot.isTrained() || snapshot.combination->mixedMembers() != snapshot.grouping->groups.size() + adopted);
    snapshot.selection = kept<Value>(before.selection, same("select"), [&] { return valueOf(store, "select"); });
    snapshot.exports = kept<Value>(before.exports, same("exports"), [&] { return valueOf(store, "exports"); });
    snapshot.overlap = kept<Value>(before.overlap, same("overlap"), [&] { return storedOverlap(project_); });
}

}  // namespace consort
