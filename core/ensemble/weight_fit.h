#pragma once
// Combination weights on the simplex (method.md §9 "Combination").
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/derivatives.h"
#include "core/base/matrix.h"

namespace consort {

/// Loss of a weight vector and its derivatives; convex.
using WeightLoss = std::function<double(std::span<const double> weights, Derivatives* derivatives)>;

struct WeightFit {
    std::vector<double> weights;  ///< on the simplex
    double loss = 0;
    int iterations = 0;
    double gap = 0;               ///< Frank–Wolfe gap: loss − minimum ≤ gap
};

/// Minimises over the simplex to gap ≤ 1e-5 by Newton steps: a handful of losses; deterministic. `noise`: relative rounding of the loss (1e-7 where it comes from float32
/// logits): steps are not refused for less, and the fit ends where the gap no longer shrinks.
WeightFit fitSimplexWeights(std::size_t members, const WeightLoss& loss, double noise = 0);

/// One-hot of the member whose group holds the dataset.
std::vector<double> ownerWeights(std::size_t members, std::size_t owner);
std::vector<double> uniformWeights(std::size_t members);
/// Softmax over groups of the mean affinity of dataset `row` to the group's datasets (row-standardised).
std::vector<double> affinityWeights(const Matrix& affinity, int row, const std::vector<std::vector<int>>& groups);

}  // namespace consort
