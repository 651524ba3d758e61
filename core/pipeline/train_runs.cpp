#include "core/pipeline/train_runs.h"

#include <algorithm>
#include <mutex>

#include "core/base/error.h"
#include "core/nn/compute_lanes.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/group_datasets.h"

namespace consort {
namespace fs = std::filesystem;
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
        if (run.key == key && isFinished(run)) return run;
    }
    return std::nullopt;
}

/// A run on its way: what will be stored, and the rows it learns from.
struct PendingRun {
    RunPlan plan;
    RunRecord record;
    std::vector<TrainingData> data;
    bool waits = true;  ///< for a lane
};

/// Where every run begins; the key is empty for a fresh adapter.
struct RunStart {
    Adapter adapter;
    std::string key;
};

RunStart startOf(Project& project, const TrainRequest& request, const JobContext& job) {
    if (request.start == "fresh") return {project.startAdapter(), ""};
    if (request.start != "point") throw Error(ErrorCode::InvalidInput, "--start '" + request.start + "' is not known: use fresh or point");
    const ExpansionPoint point = currentPoint(project, job);
    return {point.adapter, point.kind == "fresh" ? "" : point.key};
}

/// The records of one `train`: those that can be reused, and those that lanes work off.
class RunList {
public:
    RunList(Project& project, const TrainOptions& options, RunStart start, TrainControl* control)
        : project_(project), store_(project.store()), options_(options), start_(std::move(start)), control_(control) {}

    void add(const RunPlan& plan, const JobContext& job) {
        RunRecord record = recordOf(plan);
        order_.push_back(plan.id);
        if (const auto finished = project_.force() ? std::nullopt : finishedRun(project_, record.key)) return reuse(plan, *finished, job);
        const bool twin = std::any_of(pending_.begin(), pending_.end(), [&](const PendingRun& run) { return run.record.key == record.key; });
        if (twin) return twins_.push_back(plan);
        pending_.push_back({plan, std::move(record), dataOf(project_, plan.datasets)});
    }

    /// Trains what is pending, the longest runs first, several side by side where one would not keep the threads busy.
    void train(const JobContext& job) {
        std::stable_sort(pending_.begin(), pending_.end(), [](const PendingRun& x, const PendingRun& y) { return rowsOf(x) > rowsOf(y); });
        for (PendingRun& run : pending_) announce(run);
        if (pending_.empty()) return;
        Session& session = project_.session();
        const Lanes lanes = lanesFor(pending_.size(), stepFlops(session.info(), pending_.front().data, options_.batch));
        runLanes(lanes, job, [&](int, const JobContext& laneJob) {
            while (PendingRun* run = takeNext()) {
                if (laneJob.stopToken().stop_requested()) put(*run, "interrupted");
                else trainOne(session, start_.adapter, *run, laneJob);
            }
        });
        for (PendingRun& run : pending_) {
            if (run.waits) put(run, "paused");
        }
        job.throwIfStopped();
        for (const RunPlan& twin : twins_) {
            if (const auto finished = finishedRun(project_, recordOf(twin).key)) reuse(twin, *finished, job);
        }
    }

    std::vector<RunRecord> records() const {
        std::vector<RunRecord> records;
        for (const std::string& id : order_) {
            if (const auto record = store_.run(id)) records.push_back(*record);
        }
        return records;
    }

private:
    /// The next run that waits and is not paused, by the person's order, else the longest; null where there is none.
    PendingRun* takeNext() {
        const std::lock_guard lock(storing_);
        PendingRun* next = nullptr;
        for (PendingRun& run : pending_) {
            if (!run.waits || (control_ && control_->isPaused(run.plan.id))) continue;
            if (!next || (control_ && control_->rank(run.plan.id) < control_->rank(next->plan.id))) next = &run;
        }
        if (next) next->waits = false;
        return next;
    }

    static std::size_t rowsOf(const PendingRun& run) {
        std::size_t rows = 0;
        for (const TrainingData& part : run.data) rows += part.train.size();
        return rows;
    }

    RunRecord recordOf(const RunPlan& plan) const {
        RunRecord record;
        record.id = plan.id;
        record.kind = plan.kind;
        record.group = plan.group;
        record.datasets = plan.datasets;
        record.options = optionsValue(options_);
        Value inputs = projectInputs(project_, plan.datasets);
        inputs.set("options", record.options);
        if (!start_.key.empty()) inputs.set("start", start_.key);
        record.key = stepKey(inputs);
        return record;
    }

    void reuse(const RunPlan& plan, const RunRecord& finished, const JobContext& job) {
        RunRecord same = finished;
        same.id = plan.id;
        same.kind = plan.kind;
        same.group = plan.group;
        store_.putRun(same);
        job.note(plan.id + ": reused" + (finished.id == plan.id ? "" : " (same training as " + finished.id + ")"));
    }

    void announce(PendingRun& run) {
        const auto before = store_.run(run.record.id);
        if (!before || before->key != run.record.key || project_.force()) store_.dropMetrics(run.record.id);
        const std::string folder = "runs/" + run.record.key.substr(0, 16);
        run.record.adapterBlob = folder + "/adapter";
        run.record.state = "queued";
        store_.putRun(run.record);
        if (project_.force()) forgetCheckpoint(store_.blobPath(folder + "/checkpoint"));
    }

    void put(PendingRun& run, const std::string& state) {
        const std::lock_guard lock(storing_);
        run.record.state = state;
        store_.putRun(run.record);
    }

    void trainOne(Session& session, const Adapter& start, PendingRun& run, const JobContext& job) {
        const fs::path adapter = store_.folder() / run.record.adapterBlob, checkpoint = adapter.parent_path() / "checkpoint";
        std::stop_source stop;  // of this run alone: a pause, or the job's own end
        const std::stop_callback follow(job.stopToken(), [&stop] { stop.request_stop(); });
        const TrainControl::Running running(control_, run.plan.id, stop);
        JobContext streaming(stop.get_token());
        streaming.onProgress = job.onProgress;
        streaming.onNote = job.onNote;
        streaming.onMetric = [&](const MetricPoint& point) {
            {
                const std::lock_guard lock(storing_);
                store_.addMetric(point);
            }
            job.metric(point);
        };
        put(run, "running");
        try {
            const TrainingResult result = consort::train(session, {run.plan.id, run.data, start, options_, checkpoint}, streaming);
            fs::create_directories(adapter);
            writePeftAdapter(adapter, result.adapter, session.info());
            keep(run, result);
            forgetCheckpoint(checkpoint);
        } catch (const Cancelled&) {
            if (!job.stopToken().stop_requested()) return setAside(run);
            put(run, "interrupted");
            throw;
        } catch (const Error&) {
            put(run, "failed");
            throw;
        }
    }

    /// A paused run waits for a lane again: it may be resumed before the others end.
    void setAside(PendingRun& run) {
        put(run, "paused");
        const std::lock_guard lock(storing_);
        run.waits = true;
    }

    void keep(PendingRun& run, const TrainingResult& result) {
        {
            const std::lock_guard lock(storing_);
            store_.flushMetrics();
        }
        storeResult(run.record, result);
        put(run, run.record.state);
    }

    Project& project_;
    Store& store_;
    const TrainOptions& options_;
    RunStart start_;
    TrainControl* control_;  ///< may be null
    std::mutex storing_;     ///< the store belongs to one thread at a time
    std::vector<std::string> order_;
    std::vector<PendingRun> pending_;
    std::vector<RunPlan> twins_;  ///< same datasets and options as a pending run
};

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
