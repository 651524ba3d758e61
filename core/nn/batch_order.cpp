#include "core/nn/batch_order.h"

#include "core/base/rng.h"

namespace consort::nn {

BatchOrder::BatchOrder(std::span<const TrainingData> data, std::uint64_t seed) : seed_(seed) {
    for (const TrainingData& part : data) {
        for (const Example& example : part.train) rows_.push_back({&example, rows_.size()});
    }
}

const std::vector<std::size_t>& BatchOrder::epoch(std::uint64_t number) {
    if (number != shuffledEpoch_) {
        Rng rng(seed_, streamOf("batch order") + number);
        shuffled_ = shuffledIndices(rows_.size(), rng);
        shuffledEpoch_ = number;
    }
    return shuffled_;
}

std::vector<RunRow> BatchOrder::batch(std::int64_t step, std::int64_t batch) {
    std::vector<RunRow> rows;
    const auto size = static_cast<std::uint64_t>(rows_.size());
    for (std::uint64_t at = static_cast<std::uint64_t>((step - 1) * batch); at < static_cast<std::uint64_t>(step * batch); ++at) {
        rows.push_back(rows_[epoch(at / size)[at % size]]);
    }
    return rows;
}

}  // namespace consort::nn
