#pragma once
// The rows of a dataset, or of several, as tensors: loss, slope and curvature for many weight vectors at once. Only for core/nn/*.cpp.
#include <torch/torch.h>

#include "core/nn/subset_solver.h"

namespace consort {

/// Rows ready for GEMMs, in the coordinates of a rotation. K below is the number of weight vectors.
struct RowBlock {
    torch::Tensor sketch;       ///< (rows, d)
    torch::Tensor offset;       ///< (rows)
    std::int64_t examples = 0;  ///< 0: nothing else is set
    std::int64_t dataset = 0;   ///< whose rows these are
    // Of several datasets' rows.
    torch::Tensor owner;        ///< (examples) the dataset of each; undefined: all are of `dataset`
    torch::Tensor share;        ///< (examples) 1 / number of examples of its dataset
    // Choice mode only; blocks are padded to the widest.
    std::int64_t width = 0;     ///< 0: plain rows
    torch::Tensor padded;       ///< (examples·width) row of each place; `rows` where there is none
    torch::Tensor place;        ///< (rows) the inverse
    torch::Tensor goldPlace;    ///< (examples, 1)
    torch::Tensor perLength;    ///< (examples) 1/length

    torch::Tensor predictors(const torch::Tensor& w) const { return torch::addmm(offset, w, sketch.t()); }
    /// Loss of every example, (K, examples) from predictors (K, rows).
    torch::Tensor losses(const torch::Tensor& h) const;
    /// Derivative of every example's loss by its predictors, (K, rows).
    torch::Tensor slope(const torch::Tensor& h) const;
    /// Hessian of the mean loss by w, (d, d) from predictors (rows). Of one dataset.
    torch::Tensor curvature(const torch::Tensor& h) const;

    /// What an example's loss counts in each objective, (K, 1) or, of several datasets, (K, examples), from a_i (K, n).
    torch::Tensor exampleWeights(const torch::Tensor& weights) const;
    /// The same for every row, (K, 1) or (K, rows), from the examples' weights.
    torch::Tensor rowWeights(const torch::Tensor& exampleWeights) const;
};

/// Where and how precisely: a type and a device. `rotation` (d, d) or undefined for none.
RowBlock makeRowBlock(const LinearRows& rows, const torch::TensorOptions& place, const torch::Tensor& rotation);

/// The blocks of all datasets as one of plain rows and one of choices, as far as there are any.
std::vector<RowBlock> joinedBlocks(const std::vector<RowBlock>& blocks);

}  // namespace consort
