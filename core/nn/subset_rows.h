#pragma once
// The rows of one dataset as tensors: loss, slope and curvature for many weight vectors at once. Only for core/nn/*.cpp.
#include <torch/torch.h>

#include "core/nn/subset_solver.h"

namespace consort {

/// Rows ready for GEMMs, in the coordinates of a rotation. K below is the number of weight vectors.
struct RowBlock {
    torch::Tensor sketch;       ///< (rows, d)
    torch::Tensor offset;       ///< (rows)
    std::int64_t examples = 0;  ///< 0: nothing else is set
    // Choice mode only; blocks are padded to the widest.
    std::int64_t width = 0;     ///< 0: plain rows
    torch::Tensor padded;       ///< (examples·width) row of each place; `rows` where there is none
    torch::Tensor place;        ///< (rows) the inverse
    torch::Tensor goldPlace;    ///< (examples, 1)
    torch::Tensor perLength;    ///< (examples) 1/length

    torch::Tensor predictors(const torch::Tensor& w) const { return torch::addmm(offset, w, sketch.t()); }
    /// Mean loss over the examples, (K) from predictors (K, rows).
    torch::Tensor meanLoss(const torch::Tensor& h) const;
    /// Derivative of the mean loss by each predictor, (K, rows).
    torch::Tensor slope(const torch::Tensor& h) const;
    /// Hessian of the mean loss by w, (d, d) from predictors (rows).
    torch::Tensor curvature(const torch::Tensor& h) const;
};

/// `rotation` (d, d) or undefined for none.
RowBlock makeRowBlock(const LinearRows& rows, torch::ScalarType type, const torch::Tensor& rotation);

}  // namespace consort
