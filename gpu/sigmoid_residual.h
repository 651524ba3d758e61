#pragma once
// What many subset fits do between two matrix products: residuals and losses of all rows under all predictors (method.md §5).
#include <cstdint>

namespace consort {

/// With h = offset[r] + predictor[k, r]: predictor[k, r] becomes −weight[k]·σ(−h), loss[k] += weight[k]·Σ_r log(1 + e^{−h}).
/// `predictor` (fits, rows), row-major; `offset` (rows); `weight`, `loss` (fits). CPU: the specification.
void sigmoidResidual(const float* offset, const float* weight, std::int64_t fits, std::int64_t rows, float* predictor, double* loss);

}  // namespace consort
