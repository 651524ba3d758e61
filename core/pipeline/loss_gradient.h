#pragma once
// Internal to the pipeline: which way the rows of a dataset pull.
#include <cmath>
#include <vector>

#include "core/nn/subset_solver.h"

namespace consort {

inline double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// Gradient of the mean loss of plain rows at w = 0, in sketch space.
std::vector<double> meanLossGradient(const LinearRows& rows);

}  // namespace consort
