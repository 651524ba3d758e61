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

/// A few Newton steps on all datasets weighted by `weights` (n), at `place` (a type and a device); only a start and a preconditioner, never
/// an answer. What comes out lies on the CPU.
SharedBasis makeSharedBasis(std::span<const LinearRows> datasets, const std::vector<double>& weights, double lambda, const torch::TensorOptions& place);

/// Rotated blocks of every dataset with a weight, at `place`; the others are left empty.
std::vector<RowBlock> makeRotatedBlocks(std::span<const LinearRows> datasets, const std::vector<double>& weights,
                                        const torch::Tensor& rotation, const torch::TensorOptions& place);

/// Newton's method with Cholesky for one subset from `w` (d), float64 blocks: what L-BFGS could not finish.
struct NewtonFit {
    torch::Tensor w;  ///< (d)
    double objective = 0, gradientNorm = 0;
    int iterations = 0;
};
NewtonFit polishByNewton(const std::vector<RowBlock>& blocks, const torch::Tensor& weights, double lambda, const torch::Tensor& w,
                         double gradientTolerance);

}  // namespace consort
