#pragma once
// Internal to core/nn. Which rows an optimiser step sees: an endless stream of shuffled epochs, a function of (seed, epoch).
#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/trainer.h"
#include "core/nn/training_state.h"

namespace consort::nn {

class BatchOrder {
public:
    /// Rows of all datasets end to end.
    BatchOrder(std::span<const TrainingData> data, std::uint64_t seed);
    std::int64_t rows() const { return static_cast<std::int64_t>(rows_.size()); }
    /// Rows of step `step` (from 1): the stream's positions (step − 1) · batch … step · batch.
    std::vector<RunRow> batch(std::int64_t step, std::int64_t batch);

private:
    const std::vector<std::size_t>& epoch(std::uint64_t number);
    std::vector<RunRow> rows_;
    std::uint64_t seed_;
    std::uint64_t shuffledEpoch_ = UINT64_MAX;
    std::vector<std::size_t> shuffled_;
};

}  // namespace consort::nn
