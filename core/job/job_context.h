#pragma once
// What a running verb knows of the outside: whether to stop, and where progress and metrics go.
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "core/base/error.h"

namespace consort {

struct Progress {
    std::string stage;      ///< "gradients", "fits", "train g1", …
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< 0 where unknown
    std::string unit;       ///< "rows", "subsets", "steps"
};

/// One measured point of a training run, in the order it happened.
struct MetricPoint {
    std::string run;      ///< run id
    std::int64_t step = 0;
    std::string name;     ///< "train_loss", "valid_loss", "valid_loss/<dataset>", "lr", "grad_norm", "tokens_per_s", "memory"
    double value = 0;
};

/// Handed by reference to every pipeline verb; used from the thread that runs the verb.
/// The callbacks may be empty; they are called on that thread and must be quick.
class JobContext {
public:
    JobContext() = default;
    explicit JobContext(std::stop_token stop) : stop_(std::move(stop)) {}
    std::function<void(const Progress&)> onProgress;
    std::function<void(const MetricPoint&)> onMetric;
    std::function<void(const std::string&)> onNote;  ///< remarks for the person: "reused", "micro-batch halved to 4"

    /// Throws Cancelled. Called once per optimiser step, gradient batch or subset chunk.
    void throwIfStopped() const { if (stop_.stop_requested()) throw Cancelled(); }
    void progress(const std::string& stage, std::int64_t done, std::int64_t total, const std::string& unit) const {
        if (onProgress) onProgress({stage, done, total, unit});
    }
    void metric(const MetricPoint& point) const { if (onMetric) onMetric(point); }
    void note(const std::string& text) const { if (onNote) onNote(text); }
    std::stop_token stopToken() const { return stop_; }

private:
    std::stop_token stop_;
};

}  // namespace consort
