#include "core/pipeline/run_list.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/pipeline/train_runs.h"
#include "core/pipeline/training_choices.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

Value optionsValue(const TrainOptions& options) {
    Value value;
    value.set("epochs", options.epochs).set("steps", options.steps ? Value(*options.steps) : Value());
    value.set("lr", options.learningRate).set("batch", options.batch).set("micro_batch", options.microBatch).set("warmup", options.warmup);
    value.set("schedule", options.schedule).set("weight_decay", options.weightDecay).set("clip", options.clip);
    value.set("patience", options.patience).set("valid_every", options.validEvery).set("valid_rows", options.validRows);
    value.set("precision", "auto").set("seed", options.seed);  // a setting of the project, whose inputs name it where it is set
    return value;
}

/// A finished run with the same key, whatever its id.
std::optional<RunRecord> finishedRun(const Project& project, const std::string& key) {
    for (const RunRecord& run : project.store().runs()) {
        if (run.key == key && isFinished(run)) return run;
    }
    return std::nullopt;
}

bool isCancelled(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const Cancelled&) {
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

/// What a run has while it is trained: a stop of its own, which a pause asks for, and its place in the control.
struct RunList::LiveRun {
    LiveRun(PendingRun& pending, const JobContext& job, TrainControl* control)
        : run(pending), follow(job.stopToken(), [this] { stop.request_stop(); }), streaming(stop.get_token()) {
        running.emplace(control, pending.plan.id, stop);
    }

    PendingRun& run;
    std::stop_source stop;
    std::stop_callback<std::function<void()>> follow;
    std::optional<TrainControl::Running> running;
    JobContext streaming;
    TrainingPlan plan;
};

RunList::RunList(Project& project, const TrainOptions& options, RunStart start, TrainControl* control)
    : project_(project), store_(project.store()), options_(options), start_(std::move(start)), control_(control) {}

void RunList::add(const RunPlan& plan, const JobContext& job) {
    RunRecord record = recordOf(plan);
    order_.push_back(plan);
    if (const auto finished = project_.force() ? std::nullopt : finishedRun(project_, record.key)) return reuse(plan, *finished, job);
    const bool twin = std::any_of(pending_.begin(), pending_.end(), [&](const PendingRun& run) { return run.record.key == record.key; });
    if (twin) return twins_.push_back(plan);
    pending_.push_back({plan, std::move(record), trainingDataOf(project_, plan.datasets)});
}

void RunList::train(const JobContext& job) {
    for (PendingRun& run : pending_) announce(run);
    if (pending_.empty()) return;
    Session& session = project_.session();
    double largest = 0;
    for (const PendingRun& run : pending_) largest = std::max(largest, session.laneFlops(stepFlops(session.info(), run.data, options_.batch)));
    const Lanes lanes = lanesFor(pending_.size(), largest);
    formCrews(lanesFor(order_.size(), largest).count);
    runLanes(lanes, job, [&](int, const JobContext& laneJob) {
        for (std::vector<PendingRun*> crew = takeNext(); !crew.empty(); crew = takeNext()) trainCrew(session, crew, laneJob);
    });
    for (PendingRun& run : pending_) {
        if (run.waits) put(run, "paused");
    }
    job.throwIfStopped();
    for (const RunPlan& twin : twins_) {
        if (const auto finished = finishedRun(project_, recordOf(twin).key)) reuse(twin, *finished, job);
    }
}

std::vector<RunRecord> RunList::records() const {
    std::vector<RunRecord> records;
    for (const RunPlan& plan : order_) {
        if (const auto record = store_.run(plan.id)) records.push_back(*record);
    }
    return records;
}

RunRecord RunList::recordOf(const RunPlan& plan) const {
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
    if (start_.flops > 0) record.options.set("start_flops", start_.flops);  // what a system is charged with, no input
    return record;
}

RunLength RunList::lengthOf(const RunPlan& plan) const {
    const std::vector<TrainingData> data = trainingDataOf(project_, plan.datasets);
    return {static_cast<double>(plannedSteps(options_, data)), stepTokens(data, options_.batch)};
}

void RunList::reuse(const RunPlan& plan, const RunRecord& finished, const JobContext& job) {
    RunRecord same = finished;
    same.id = plan.id;
    same.kind = plan.kind;
    same.group = plan.group;
    store_.putRun(same);
    job.note(plan.id + ": reused" + (finished.id == plan.id ? "" : " (same training as " + finished.id + ")"));
}

void RunList::announce(PendingRun& run) {
    const auto before = store_.run(run.record.id);
    if (!before || before->key != run.record.key || project_.force()) store_.dropMetrics(run.record.id);
    const std::string folder = "runs/" + run.record.key.substr(0, 16);
    run.record.adapterBlob = folder + "/adapter";
    run.record.state = "queued";
    store_.putRun(run.record);
    if (project_.force()) forgetCheckpoint(store_.blobPath(folder + "/checkpoint"));
}

/// Crews are formed of all runs of the command, also those that an earlier call of it has finished: a resumed command then steps the
/// same runs together.
void RunList::formCrews(int lanes) {
    std::vector<RunLength> lengths;
    for (const RunPlan& plan : order_) lengths.push_back(lengthOf(plan));
    const std::vector<std::vector<std::size_t>> crews = crewsOf(lengths, lanes);
    for (std::size_t c = 0; c < crews.size(); ++c) {
        for (const std::size_t k : crews[c]) {
            for (PendingRun& run : pending_) {
                if (run.plan.id == order_[k].id) run.crew = c;
            }
        }
    }
}

bool RunList::isFree(const PendingRun& run) const { return run.waits && !(control_ && control_->isPaused(run.plan.id)); }

/// The next crew's runs that wait and are not paused, by the person's order of any of them, else the longest; empty where there is none.
std::vector<RunList::PendingRun*> RunList::takeNext() {
    const std::lock_guard lock(storing_);
    const auto rank = [&](const PendingRun& run) { return std::pair(control_ ? control_->rank(run.plan.id) : 0, run.crew); };
    const PendingRun* first = nullptr;
    for (const PendingRun& run : pending_) {
        if (isFree(run) && (!first || rank(run) < rank(*first))) first = &run;
    }
    std::vector<PendingRun*> crew;
    for (PendingRun& run : pending_) {
        if (!first || run.crew != first->crew || !isFree(run)) continue;
        run.waits = false;
        crew.push_back(&run);
    }
    return crew;
}

void RunList::trainCrew(Session& session, const std::vector<PendingRun*>& crew, const JobContext& job) {
    if (job.stopToken().stop_requested()) {
        for (PendingRun* run : crew) put(*run, "interrupted");
        return;
    }
    std::vector<std::unique_ptr<LiveRun>> live;
    std::vector<CrewMember> members;
    for (PendingRun* run : crew) live.push_back(begun(*run, job));
    for (const auto& one : live) members.push_back({&one->plan, &one->streaming});
    std::exception_ptr failure;
    trainTogether(session, members, [&](std::size_t k, const RunEnding& ending) {
        live[k]->running.reset();
        if (const auto* result = std::get_if<TrainingResult>(&ending)) return keep(session, *live[k], *result);
        const std::exception_ptr thrown = std::get<std::exception_ptr>(ending);
        if (isCancelled(thrown)) {
            if (failure || job.stopToken().stop_requested()) return put(live[k]->run, "interrupted");
            return setAside(live[k]->run);
        }
        put(live[k]->run, "failed");
        if (!failure) failure = thrown;
        for (const auto& other : live) other->stop.request_stop();
    });
    if (failure) std::rethrow_exception(failure);
    job.throwIfStopped();
}

std::unique_ptr<RunList::LiveRun> RunList::begun(PendingRun& run, const JobContext& job) {
    auto live = std::make_unique<LiveRun>(run, job, control_);
    const fs::path checkpoint = (store_.folder() / run.record.adapterBlob).parent_path() / "checkpoint";
    live->plan = {run.plan.id, run.data, start_.adapter, options_, checkpoint};
    live->streaming.onProgress = job.onProgress;
    live->streaming.onNote = job.onNote;
    live->streaming.onMetric = [this, &job](const MetricPoint& point) {
        {
            const std::lock_guard lock(storing_);
            store_.addMetric(point);
        }
        job.metric(point);
    };
    put(run, "running");
    return live;
}

void RunList::keep(Session& session, LiveRun& live, const TrainingResult& result) {
    RunRecord& record = live.run.record;
    const fs::path adapter = store_.folder() / record.adapterBlob;
    fs::create_directories(adapter);
    writePeftAdapter(adapter, result.adapter, session.info());
    {
        const std::lock_guard lock(storing_);
        store_.flushMetrics();
    }
    storeResult(record, result);
    put(live.run, record.state);
    forgetCheckpoint(live.plan.folder);
}

void RunList::put(PendingRun& run, const std::string& state) {
    const std::lock_guard lock(storing_);
    run.record.state = state;
    store_.putRun(run.record);
}

/// A paused run waits for a lane again: it may be resumed before the others end.
void RunList::setAside(PendingRun& run) {
    put(run, "paused");
    const std::lock_guard lock(storing_);
    run.waits = true;
}

}  // namespace consort
