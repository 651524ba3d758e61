#pragma once
// L-BFGS on many subsets in step: two GEMMs per dataset and step, converged subsets dropped. Only for core/nn/*.cpp.
#include <deque>
#include <vector>

#include "core/nn/subset_rows.h"

namespace consort {

/// When a subset is finished.
struct StopRule {
    double objectiveTolerance = 0;  ///< > 0: relative, by the expected decrease of the next step
    double gradientTolerance = 0;   ///< else by the gradient, and by strong convexity also 1e-6 of the objective
    int maxIterations = 200;
    int history = 10;
};

/// Some subsets over the same blocks. K subsets, n datasets; everything lies where the blocks do.
struct SubsetBatch {
    const std::vector<RowBlock>* blocks = nullptr;  ///< one a dataset, or joined
    torch::Tensor weights;                          ///< (K, n) a_i; 0 outside the subset
    torch::Tensor curvature;                        ///< (K, d) diagonal that preconditions, λ included
    torch::Tensor lambda;                           ///< (K) of each subset
};

/// What came out, on the CPU; rows in the order of the batch.
struct BatchFit {
    torch::Tensor w;          ///< (K, d)
    torch::Tensor objective;  ///< (K) float64
    torch::Tensor gradientNorm;
    std::vector<int> iterations;
    std::vector<bool> converged;
};

/// True where the gradient is within the tolerance and the objective, by strong convexity, within 1e-6 of the least.
torch::Tensor satisfiesGradientRule(const torch::Tensor& objective, const torch::Tensor& gradientNorm, const torch::Tensor& lambda, double tolerance);

/// Minimises from `start` (K, d). Every step has its own length per subset; the objective never rises beyond rounding.
BatchFit fitBatch(const SubsetBatch& batch, const torch::Tensor& start, const StopRule& rule, const JobContext& job);

}  // namespace consort
