#pragma once
// Jobs of the workbench: one thread per lane, states that a window can follow, and the one place that maps exceptions to states.
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "core/job/job_context.h"

namespace consort {

enum class JobState { Queued, Running, Done, Failed, Cancelled, Interrupted };

/// "queued", "running", "done", "failed", "cancelled", "interrupted": as stored with runs.
const char* jobStateName(JobState state);

using JobId = std::int64_t;

/// What is to be done, and where.
struct JobRequest {
    std::string lane;                     ///< a device ("cpu", "cuda:0") or kInteractiveLane
    std::string kind;                     ///< "train", "group", …; on the interactive lane the newest request of a kind wins
    std::function<void(JobContext&)> work;
};

/// A job as it stands; `message` is that of the error where it failed.
struct JobStatus {
    JobId id = 0;
    std::string lane, kind;
    JobState state = JobState::Queued;
    std::string message;
};

/// Lane for fits, groupings, weights and previews, so that nothing a person does waits behind an hour of training.
inline constexpr const char* kInteractiveLane = "interactive";

/// Follows jobs. Called on the lane's thread (for jobs that never ran: on the thread that cancelled or replaced them), never under a lock.
struct JobObserver {
    std::function<void(const JobStatus&)> onState;
    std::function<void(JobId, const Progress&)> onProgress;
    std::function<void(JobId, const MetricPoint&)> onMetric;
    std::function<void(JobId, const std::string&)> onNote;
};

/// All functions may be called from any thread. Jobs of a lane run one after the other in the order of submission.
class JobQueue {
public:
    explicit JobQueue(JobObserver observer);
    /// Stops what runs (state Interrupted), drops what waits (Cancelled) and waits for the lanes to end.
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// Queues a job. On the interactive lane a waiting job of the same kind is cancelled and a running one asked to stop.
    JobId submit(JobRequest request);
    /// Cancels a waiting job at once and a running one at its next step. Nothing happens to one that has ended.
    void cancel(JobId id);
    /// Waits until the job has ended. Throws Error{NotFound} for an id that was never given.
    JobStatus wait(JobId id);
    /// Throws Error{NotFound} for an id that was never given.
    JobStatus status(JobId id) const;

private:
    struct Job;
    struct Lane;
    using JobPointer = std::shared_ptr<Job>;

    JobPointer find(JobId id) const;
    Lane& laneNamed(const std::string& name);
    void work(Lane& lane, std::stop_token stop);
    void run(Job& job);
    void finish(Job& job, JobState state, const std::string& message);
    void announce(Job& job, JobState state, const std::string& message);
    std::vector<JobPointer> withdrawOlder(Lane& lane, const std::string& kind);

    JobObserver observer_;
    mutable std::mutex mutex_;
    std::condition_variable ended_;
    JobId nextId_ = 1;
    bool closing_ = false;
    std::map<JobId, JobPointer> jobs_;
    std::map<std::string, std::unique_ptr<Lane>> lanes_;
};

}  // namespace consort
