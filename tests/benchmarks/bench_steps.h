#pragma once
// Batches and adapters in training that the benchmarks of steps share, on a CPU and on a GPU.
#include <memory>
#include <utility>
#include <vector>

#include "core/nn/training_state.h"

namespace consort::bench {

inline std::vector<nn::RunRow> numbered(const std::vector<Example>& rows) {
    std::vector<nn::RunRow> batch;
    for (const Example& row : rows) batch.push_back({&row, batch.size()});
    return batch;
}

/// Steps without clipping, as the peers' are.
inline std::unique_ptr<nn::TrainingState> stateOf(Session& session, const Adapter& start, const char* precision) {
    TrainOptions options;
    options.precision = precision;
    options.clip = 0;
    return std::make_unique<nn::TrainingState>(session.impl(), start, options);
}

/// Steps on the same rows, over and over.
class RepeatedSteps {
public:
    RepeatedSteps(Session& session, const Adapter& start, std::vector<Example> rows, const char* precision)
        : rows_(std::move(rows)), batch_(numbered(rows_)), state_(stateOf(session, start, precision)) {}
    RepeatedSteps(const RepeatedSteps&) = delete;
    RepeatedSteps& operator=(const RepeatedSteps&) = delete;
    /// One step; the loss before it.
    double operator()() { return state_->step(batch_, ++step_, 1e-4).loss; }

private:
    std::vector<Example> rows_;
    std::vector<nn::RunRow> batch_;
    std::unique_ptr<nn::TrainingState> state_;
    std::int64_t step_ = 0;
};

}  // namespace consort::bench
