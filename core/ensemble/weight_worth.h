#pragma once
// How sure fitted ensemble weights are, and what each member is worth.
#include <span>
#include <vector>

#include "core/base/matrix.h"

namespace consort {

/// 95 % interval of a weight; both NaN where the weight is held at 0, or no interval can be told.
struct WeightInterval {
    double low = 0, high = 0;
};

/// Sandwich intervals on the simplex: weights above 0 move against one another, the others stay at 0. `rowGradients` (rows, m): every row's
/// loss differentiated by the weights at the optimum; `curvature` (m, m): second derivative of the mean loss. Bounds are cut at 0 and 1.
std::vector<WeightInterval> weightIntervals(std::span<const double> weights, const Matrix& rowGradients, const Matrix& curvature);

}  // namespace consort
