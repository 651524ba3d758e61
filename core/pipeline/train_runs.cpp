#include "core/pipeline/train_runs.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/pipeline/group_datasets.h"

namespace consort {
namespace {

/// A run before it is trained.
struct RunPlan {
    std::string id, kind;
    std::optional<std::string> group;
    std::vector<std::string> datasets;
};

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

std::vector<TrainingData> dataOf(Project& project, const std::vector<std::string>& names) {
    std::vector<TrainingData> data;
    for (const std::string& name : names) {
        const Dataset& dataset = project.dataset(name);
        data.push_back({name, dataset.split(Split::Train), dataset.split(Split::Valid)});
    }
    return data;
}

Value optionsValue(const TrainOptions& options) {
    Value value;
    value.set("epochs", options.epochs).set("steps", options.steps ? Value(*options.steps) : Value());
    value.set("lr", options.learningRate).set("batch", options.batch).set("micro_batch", options.microBatch).set("warmup", options.warmup);
    value.set("schedule", options.schedule).set("weight_decay", options.weightDecay).set("clip", options.clip);
    value.set("patience", options.patience).set("valid_every", options.validEvery).set("valid_rows", options.validRows);
    value.set("precision", options.precision).set("seed", options.seed);
    return value;
}

/// A finished run with the same key, whatever its id.
std::optional<RunRecord> finishedRun(const Project& project, const std::string& key) {
    for (const RunRecord& run : project.store().runs()) {
        const bool finished = run.state == "done" || run.state == "stopped_early" || run.state == "diverged";
        if (run.key == key && finished) return run;
    }
    return std::nullopt;
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

/// Streams the run's metrics into the project as well as to the caller.
JobContext withMetricsStored(Store& store, const JobContext& job) {
    JobContext inner = job;
    inner.onMetric = [&store, outer = job.onMetric](const MetricPoint& point) {
        store.addMetric(point);
        if (outer) outer(point);
    };
    return inner;
}

void trainOne(Project& project, const RunPlan& plan, const TrainOptions& options, RunRecord& record, const JobContext& job) {
    Store& store = project.store();
    const std::string folder = "runs/" + record.key.substr(0, 16);
    record.adapterBlob = folder + "/adapter";
    record.state = "running";
    store.putRun(record);
    if (project.force()) forgetCheckpoint(store.blobPath(folder + "/checkpoint"));
    TrainingPlan training{plan.id, dataOf(project, plan.datasets), project.startAdapter(), options, store.blobPath(folder + "/checkpoint")};
    try {
        const TrainingResult result = train(project.session(), training, withMetricsStored(store, job));
        store.flushMetrics();
        writePeftAdapter(store.blobPath(record.adapterBlob), result.adapter, project.model());
        storeResult(record, result);
        store.putRun(record);
        forgetCheckpoint(training.folder);
    } catch (const Cancelled&) {
        record.state = "interrupted";
        store.putRun(record);
        throw;
    } catch (const Error&) {
        record.state = "failed";
        store.putRun(record);
        throw;
    }
}

RunRecord trainOrReuse(Project& project, const RunPlan& plan, const TrainOptions& options, const JobContext& job) {
    RunRecord record;
    record.id = plan.id;
    record.kind = plan.kind;
    record.group = plan.group;
    record.datasets = plan.datasets;
    record.options = optionsValue(options);
    Value inputs = projectInputs(project, plan.datasets);
    inputs.set("options", record.options);
    record.key = stepKey(inputs);
    if (const auto finished = project.force() ? std::nullopt : finishedRun(project, record.key)) {
        RunRecord same = *finished;
        same.id = plan.id;
        same.kind = plan.kind;
        same.group = plan.group;
        project.store().putRun(same);
        job.note(plan.id + ": reused" + (finished->id == plan.id ? "" : " (same training as " + finished->id + ")"));
        return same;
    }
    const auto before = project.store().run(plan.id);
    if (!before || before->key != record.key || project.force()) project.store().dropMetrics(plan.id);
    trainOne(project, plan, options, record, job);
    return record;
}

}  // namespace

double autoLearningRate(Project& project, const TrainOptions& options, const JobContext& job) {
    Value inputs = projectInputs(project, {});
    inputs.set("batch", options.batch);
    const std::string key = stepKey(inputs);
    if (const auto known = project.reusable("range_test", key)) return known->value.at("lr").asDouble();
    TrainOptions probe = options;
    probe.seed = project.settings().seed;
    const RangeTest test = rangeTest(project.session(), project.startAdapter(), dataOf(project, project.datasetNames()), probe, job);
    Value curve = Value::List{};
    for (const RangeTestPoint& point : test.curve) {
        Value entry;
        entry.set("lr", point.learningRate).set("loss", point.loss);
        curve.push(entry);
    }
    Value value;
    value.set("lr", test.learningRate).set("curve", curve);
    project.store().putResult({"range_test", key, value, 0, 0});
    job.note("learning rate " + toJson(Value(test.learningRate)) + " (range test)");
    return test.learningRate;
}

std::vector<RunRecord> trainRuns(Project& project, const TrainRequest& request, const JobContext& job) {
    const StageLock lock(project.store().folder(), "train");
    if (project.datasetNames().empty()) missingStep("the project has no datasets", "import " + project.store().folder().string() + " PATH");
    const std::vector<RunPlan> plans = plansOf(project, request);
    TrainOptions options = request.options;
    options.seed = project.settings().seed;
    options.learningRate = request.learningRate ? *request.learningRate : autoLearningRate(project, options, job);
    std::vector<RunRecord> records;
    for (const RunPlan& plan : plans) {
        job.throwIfStopped();
        records.push_back(trainOrReuse(project, plan, options, job));
    }
    return records;
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
