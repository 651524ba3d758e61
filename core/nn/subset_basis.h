#pragma once
// What all subset fits share: the pooled fit, and coordinates in which every subset's curvature is nearly diagonal.
// Only for core/nn/*.cpp.
#include <vector>

#include "core/nn/subset_rows.h"

namespace consort {

struct SharedBasis {
    torch::Tensor rotation;   ///< (d, d) float64, orthogonal: eigenvectors of the pooled curvature
    torch::Tensor diagonals;  ///< (n, d) float64: each dataset's curvature at the pooled fit, its diagonal after rotation
    torch::Tensor pooled;     ///< (d) float64: fit of all datasets with a weight, rotated
};

/// A few Newton steps on all datasets weighted by `weights` (n), in `type`; only a start and a preconditioner, never an answer.
SharedBasis makeSharedBasis(std::span<const LinearRows> datasets, const std::vector<double>& weights, double lambda, torch::ScalarType type);

/// Rotated blocks of every dataset with a weight; the others are left empty.
std::vector<RowBlock> makeRotatedBlocks(std::span<const LinearRows> datasets, const std::vector<double>& weights,
                                        const torch::Tensor& rotation, torch::ScalarType type);

/// Newton's method with Cholesky for one subset from `w` (d), float64 blocks: what L-BFGS could not finish.
struct NewtonFit {
    torch::Tensor w;  ///< (d)
    double objective = 0, gradientNorm = 0;
    int iterations = 0;
};
NewtonFit polishByNewton(const std::vector<RowBlock>& blocks, const torch::Tensor& weights, double lambda, const torch::Tensor& w,
                         double gradientTolerance);

}  // namespace consort
