#include "core/nn/compute_lanes.h"

#include <algorithm>
#include <exception>
#include <thread>
#include <vector>

#include "core/nn/thread_scope.h"

namespace consort {
namespace {

constexpr double kLargePiece = 2e11;   ///< FLOP that keep one more thread busy so well that pieces need not run side by side
constexpr double kWorthThread = 1e10;  ///< FLOP below which a second thread on the same piece costs more than it brings

/// What the lanes of one call share.
class LaneGroup {
public:
    explicit LaneGroup(const JobContext& outer) : outer_(outer), forward_(outer.stopToken(), [this] { stop_.request_stop(); }) {}

    void run(int lane, const std::function<void(int, const JobContext&)>& body) {
        try {
            body(lane, context());
        } catch (const std::exception&) {  // handed on to the calling thread
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            stop_.request_stop();
        }
    }

    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }

private:
    JobContext context() {
        JobContext inner(stop_.get_token());
        const auto guarded = [this](const auto& callback) {
            return [this, &callback](const auto& value) {
                const std::lock_guard lock(callbacks_);
                if (callback) callback(value);
            };
        };
        inner.onProgress = guarded(outer_.onProgress);
        inner.onMetric = guarded(outer_.onMetric);
        inner.onNote = guarded(outer_.onNote);
        return inner;
    }

    const JobContext& outer_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> forward_;
    std::mutex mutex_, callbacks_;
    std::exception_ptr error_;
};

}  // namespace

Lanes lanesFor(std::size_t pieces, double flopsEach) { return lanesFor(pieces, flopsEach, torch::get_num_threads()); }

Lanes lanesFor(std::size_t pieces, double flopsEach, int threads) {
    const int wanted = static_cast<int>(std::clamp(flopsEach / kLargePiece, 1.0, static_cast<double>(threads)));
    Lanes lanes;
    lanes.count = std::max(1, std::min(static_cast<int>(std::min<std::size_t>(pieces, 1024)), threads / wanted));
    lanes.threadsEach = static_cast<int>(std::clamp(flopsEach / kWorthThread, 1.0, static_cast<double>(threads / lanes.count)));
    return lanes;
}

void runLanes(const Lanes& lanes, const JobContext& job, const std::function<void(int, const JobContext&)>& body) {
    const nn::ThreadScope threads(lanes.threadsEach);
    if (lanes.count == 1) return body(0, job);
    LaneGroup group(job);
    {
        std::vector<std::jthread> others;
        for (int lane = 1; lane < lanes.count; ++lane) {
            others.emplace_back([&group, &body, &lanes, lane] {
                torch::set_num_threads(lanes.threadsEach);
                group.run(lane, body);
            });
        }
        group.run(0, body);
    }
    group.rethrow();
}

void forEachInLanes(std::size_t count, double flopsEach, const JobContext& job, const std::function<void(std::size_t, const JobContext&)>& each) {
    const Lanes lanes = lanesFor(count, flopsEach);
    runLanes(lanes, job, [&](int lane, const JobContext& laneJob) {
        for (auto index = static_cast<std::size_t>(lane); index < count; index += static_cast<std::size_t>(lanes.count)) {
            laneJob.throwIfStopped();
            each(index, laneJob);
        }
    });
}

}  // namespace consort
