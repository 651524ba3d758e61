#pragma once
// Internal to core/nn. What a training pass reads, and nothing else: between two passes of one shape only these values differ (pass_graphs.h).
#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/dataset.h"
#include "core/nn/session.h"

namespace consort::nn {

/// A row of a run's union and its number in it.
struct RunRow {
    const Example* example = nullptr;
    std::uint64_t number = 0;
};

/// One adapter's rows in a pass.
struct PassPart {
    std::span<const RunRow> rows;
    std::uint64_t seed = 0, step = 0;  ///< of its run: they key dropout
    std::size_t stepRows = 0;          ///< rows of its whole step, of which these may be a micro-batch
};

/// Sizes are rounded up to these, so that fewer shapes occur. What is added counts nothing.
struct PassGrid {
    std::int64_t sequence = 4, labels = 1;
};

struct PassInputs {
    torch::Tensor ids;          ///< (rows, seq) int64, right-padded with 0
    torch::Tensor wanted;       ///< (labels) int64: flat positions whose states predict the labels, ascending
    torch::Tensor labels;       ///< (labels, 1) int64
    torch::Tensor shares;       ///< (labels) float64: what each counts in its part's loss
    torch::Tensor owners;       ///< (rows) int64: the part of each row; undefined where there is one part
    torch::Tensor dropoutKeys;  ///< as dropoutKeys() of lora_router.h; undefined: no dropout

    PassInputs to(torch::Device device) const;
    /// Takes over the values of inputs of the same shape, from anywhere.
    void copyFrom(const PassInputs& other);
};

/// Where the labels of a row stand.
struct PassRow {
    std::size_t part = 0, firstLabel = 0, labels = 0;
    std::int64_t tokens = 0;  ///< unpadded
};

struct PlannedPass {
    PassInputs inputs;  ///< on the host
    std::vector<PassRow> rows;
};

/// All parts' rows in one batch. Throws Error{InvalidInput} as planRows.
PlannedPass planPass(const ModelInfo& model, std::span<const PassPart> parts, bool dropout, const PassGrid& grid);

}  // namespace consort::nn
