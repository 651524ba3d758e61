#include "core/job/job_queue.h"

#include <algorithm>
#include <new>
#include <vector>

namespace consort {

struct JobQueue::Job {
    JobStatus status;
    std::function<void(JobContext&)> work;
    std::stop_source stop;
};

struct JobQueue::Lane {
    std::deque<JobPointer> waiting;
    JobPointer running;
    std::condition_variable_any arrived;
    std::jthread thread;  // last: it ends before what it uses
};

namespace {

struct Outcome {
    JobState state;
    std::string message;
};

/// The one place that maps exceptions to states. `closing` tells a stop of the whole queue from a person's cancel.
Outcome outcomeOf(const std::function<void(JobContext&)>& work, JobContext& context, const std::function<bool()>& closing) {
    try {
        work(context);
        return {JobState::Done, ""};
    } catch (const Cancelled&) {
        return {closing() ? JobState::Interrupted : JobState::Cancelled, ""};
    } catch (const std::bad_alloc&) {
        return {JobState::Failed, "not enough memory; close other programs or ask for less"};
    } catch (const std::exception& e) {
        return {JobState::Failed, e.what()};
    }
}

bool hasEnded(JobState state) { return state != JobState::Queued && state != JobState::Running; }

}  // namespace

const char* jobStateName(JobState state) {
    static constexpr const char* kNames[] = {"queued", "running", "done", "failed", "cancelled", "interrupted"};
    return kNames[static_cast<int>(state)];
}

JobQueue::JobQueue(JobObserver observer) : observer_(std::move(observer)) {}

JobQueue::~JobQueue() {
    std::vector<JobPointer> dropped;
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        for (auto& [name, lane] : lanes_) {
            dropped.insert(dropped.end(), lane->waiting.begin(), lane->waiting.end());
            lane->waiting.clear();
            if (lane->running) lane->running->stop.request_stop();
            lane->thread.request_stop();
        }
    }
    for (const JobPointer& job : dropped) finish(*job, JobState::Cancelled, "");
    for (auto& [name, lane] : lanes_) lane->thread.join();
}

JobId JobQueue::submit(JobRequest request) {
    auto job = std::make_shared<Job>();
    job->status.lane = request.lane;
    job->status.kind = request.kind;
    job->work = std::move(request.work);
    std::vector<JobPointer> replaced;
    {
        const std::lock_guard lock(mutex_);
        job->status.id = nextId_++;
        jobs_.emplace(job->status.id, job);
        Lane& lane = laneNamed(request.lane);
        if (request.lane == kInteractiveLane) replaced = withdrawOlder(lane, request.kind);
    }
    for (const JobPointer& old : replaced) finish(*old, JobState::Cancelled, "");
    announce(*job, JobState::Queued, "");
    const std::lock_guard lock(mutex_);
    Lane& lane = laneNamed(request.lane);
    lane.waiting.push_back(job);
    lane.arrived.notify_one();
    return job->status.id;
}

std::vector<JobQueue::JobPointer> JobQueue::withdrawOlder(Lane& lane, const std::string& kind) {
    std::vector<JobPointer> older;
    std::erase_if(lane.waiting, [&](const JobPointer& job) {
        if (job->status.kind != kind) return false;
        older.push_back(job);
        return true;
    });
    if (lane.running && lane.running->status.kind == kind) lane.running->stop.request_stop();
    return older;
}

void JobQueue::cancel(JobId id) {
    const JobPointer job = find(id);
    bool waiting = false;
    {
        const std::lock_guard lock(mutex_);
        waiting = std::erase(laneNamed(job->status.lane).waiting, job) > 0;
        job->stop.request_stop();
    }
    if (waiting) finish(*job, JobState::Cancelled, "");
}

JobStatus JobQueue::wait(JobId id) {
    const JobPointer job = find(id);
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [&] { return hasEnded(job->status.state); });
    return job->status;
}

JobStatus JobQueue::status(JobId id) const {
    const JobPointer job = find(id);
    const std::lock_guard lock(mutex_);
    return job->status;
}

JobQueue::JobPointer JobQueue::find(JobId id) const {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) throw Error(ErrorCode::NotFound, "there is no job " + std::to_string(id));
    return found->second;
}

JobQueue::Lane& JobQueue::laneNamed(const std::string& name) {
    std::unique_ptr<Lane>& lane = lanes_[name];
    if (!lane) {
        lane = std::make_unique<Lane>();
        lane->thread = std::jthread([this, &here = *lane](std::stop_token stop) { work(here, std::move(stop)); });
    }
    return *lane;
}

void JobQueue::work(Lane& lane, std::stop_token stop) {
    while (!stop.stop_requested()) {
        JobPointer job;
        {
            std::unique_lock lock(mutex_);
            if (!lane.arrived.wait(lock, stop, [&] { return !lane.waiting.empty(); })) return;
            job = lane.running = lane.waiting.front();
            lane.waiting.pop_front();
        }
        run(*job);
    }
}

void JobQueue::run(Job& job) {
    announce(job, JobState::Running, "");
    const JobId id = job.status.id;
    JobContext context(job.stop.get_token());
    context.onProgress = [this, id](const Progress& progress) { if (observer_.onProgress) observer_.onProgress(id, progress); };
    context.onMetric = [this, id](const MetricPoint& point) { if (observer_.onMetric) observer_.onMetric(id, point); };
    context.onNote = [this, id](const std::string& text) { if (observer_.onNote) observer_.onNote(id, text); };
    const Outcome outcome = outcomeOf(job.work, context, [this] {
        const std::lock_guard lock(mutex_);
        return closing_;
    });
    finish(job, outcome.state, outcome.message);
}

void JobQueue::finish(Job& job, JobState state, const std::string& message) {
    job.work = nullptr;  // frees what the job held before anyone hears of its end
    announce(job, state, message);
}

void JobQueue::announce(Job& job, JobState state, const std::string& message) {
    JobStatus told;
    {
        const std::lock_guard lock(mutex_);
        told = job.status;
        told.state = state;
        told.message = message;
    }
    if (observer_.onState) observer_.onState(told);
    const std::lock_guard lock(mutex_);
    job.status = told;
    if (!hasEnded(state)) return;
    for (auto& [name, lane] : lanes_) {
        if (lane->running.get() == &job) lane->running.reset();
    }
    ended_.notify_all();
}

}  // namespace consort
