#pragma once
// Independent pieces of work side by side. Two threads on one small matrix product are slower than one; two pieces on two threads
// take half the time.
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

#include "core/job/job_context.h"

namespace consort {

struct Lanes {
    int count = 1;        ///< pieces in flight
    int threadsEach = 1;  ///< compute threads of each
};

/// How to spread `pieces` pieces of `flopsEach` FLOP over the compute threads of the calling thread: one thread a piece where pieces
/// are small, all threads on one piece where they are large. Depends on nothing else, so that a result does not depend on timing.
Lanes lanesFor(std::size_t pieces, double flopsEach);
/// The same for a given number of compute threads.
Lanes lanesFor(std::size_t pieces, double flopsEach, int threads);

/// Calls body(lane, job) once for every lane and waits for all. Lane 0 runs on the calling thread. The callbacks of the lanes' jobs are
/// those of `job`, never two at a time. The first error asks the other lanes to stop and is thrown again when they have.
void runLanes(const Lanes& lanes, const JobContext& job, const std::function<void(int, const JobContext&)>& body);

/// each(index, job) for every index, spread over lanesFor(count, flopsEach); which lane an index falls to does not depend on timing.
void forEachInLanes(std::size_t count, double flopsEach, const JobContext& job, const std::function<void(std::size_t, const JobContext&)>& each);

/// Progress of one stage that several lanes share.
class LaneProgress {
public:
    LaneProgress(std::string stage, std::int64_t total, std::string unit) : stage_(std::move(stage)), unit_(std::move(unit)), total_(total) {}
    void advance(std::int64_t count, const JobContext& job) {
        const std::lock_guard lock(mutex_);
        job.progress(stage_, done_ += count, total_, unit_);
    }

private:
    std::mutex mutex_;
    std::string stage_, unit_;
    std::int64_t done_ = 0, total_;
};

}  // namespace consort
