#include "core/pipeline/train_runs.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/run_list.h"
#include "core/pipeline/training_choices.h"

namespace consort {
namespace {

std::vector<RunPlan> groupPlans(const Project& project, const TrainRequest& request) {
    const auto grouping = currentGrouping(project);
    if (!grouping) missingStep("the datasets are not grouped yet", "group " + project.store().folder().string());
    const auto count = static_cast<int>(grouping->groups.size());
    if (request.group && (*request.group < 1 || *request.group > count)) {
        throw Error(ErrorCode::InvalidInput, "--group " + std::to_string(*request.group) + ": the grouping has groups 1 to " + std::to_string(count));
    }
    std::vector<RunPlan> plans;
    for (int g = 0; g < count; ++g) {
        if (request.group && *request.group != g + 1) continue;
        const std::string id = "g" + std::to_string(g + 1);
        plans.push_back({id, "group", id, grouping->groups[static_cast<std::size_t>(g)]});
    }
    return plans;
}

std::vector<RunPlan> plansOf(const Project& project, const TrainRequest& request) {
    std::vector<RunPlan> plans;
    if (request.groups) plans = groupPlans(project, request);
    const auto names = project.datasetNames();
    for (const std::string& baseline : request.baselines) {
        if (baseline == "single") {
            plans.push_back({"single", "single", std::nullopt, names});
        } else if (baseline == "per-dataset") {
            for (const std::string& name : names) plans.push_back({"alone_" + name, "per_dataset", std::nullopt, {name}});
        } else {
            throw Error(ErrorCode::InvalidInput, "--baselines '" + baseline + "' is not known: use single, per-dataset or both, separated by a comma");
        }
    }
    return plans;
}

RunStart startOf(Project& project, const TrainRequest& request, const JobContext& job) {
    if (request.start == "fresh") return {project.startAdapter(), ""};
    if (request.start != "point") throw Error(ErrorCode::InvalidInput, "--start '" + request.start + "' is not known: use fresh or point");
    const ExpansionPoint point = currentPoint(project, job);
    return {point.adapter, point.kind == "fresh" ? "" : point.key, point.flops};
}

}  // namespace

std::vector<RunRecord> trainRuns(Project& project, const TrainRequest& request, const JobContext& job) {
    const StageLock lock(project.store().folder(), "train");
    if (project.datasetNames().empty()) missingStep("the project has no datasets", "import " + project.store().folder().string() + " PATH");
    const std::vector<RunPlan> plans = plansOf(project, request);
    const TrainOptions options = trainOptionsOf(project, request.options, request.learningRate, job);
    RunList list(project, options, startOf(project, request, job), request.control.get());
    for (const RunPlan& plan : plans) list.add(plan, job);
    list.train(job);
    return list.records();
}

std::vector<RunRecord> runsNow(const Store& store) {
    std::vector<RunRecord> runs = store.runs();
    if (std::none_of(runs.begin(), runs.end(), isLive) || StageLock::isHeld(store.folder(), "train")) return runs;
    for (RunRecord& run : runs) {
        if (isLive(run)) run.state = "interrupted";
    }
    return runs;
}

void storeResult(RunRecord& record, const TrainingResult& result) {
    record.state = result.state;
    record.steps = result.steps;
    record.bestStep = result.bestStep;
    record.tokens = result.tokens;
    record.peakBytes = result.peakBytes;
    record.trainLoss = result.trainLoss;
    record.validLoss = result.validLoss;
    record.seconds = result.seconds;
    record.flops = result.flops;
}

Adapter adapterOf(const Project& project, const RunRecord& run) {
    return readPeftAdapter(project.store().folder() / run.adapterBlob, project.model());
}

Value toValue(const RunRecord& run) {
    Value value;
    value.set("id", run.id).set("kind", run.kind).set("group", run.group ? Value(*run.group) : Value()).set("datasets", Value(run.datasets));
    value.set("steps", run.steps).set("best_step", run.bestStep).set("train_loss", run.trainLoss).set("valid_loss", run.validLoss);
    value.set("tokens", run.tokens).set("seconds", run.seconds).set("flops", run.flops).set("peak_bytes", run.peakBytes);
    value.set("state", run.state).set("options", run.options);
    return value;
}

}  // namespace consort
