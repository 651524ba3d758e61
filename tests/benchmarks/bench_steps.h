#pragma once
// Batches and adapters in training that the benchmarks of steps share, on a CPU and on a GPU.
#include <memory>
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

}  // namespace consort::bench
