#pragma once
// The arithmetic of a boosting step (method.md §9): a ridge fit of the residuals, and how far to go along it.
#include <functional>
#include <span>
#include <vector>

#include "core/base/matrix.h"

namespace consort {

/// Residual of a row whose mean target cross-entropy is `loss`: 1 − p̄ with p̄ = exp(−loss).
double residualOf(double loss);

/// Penalties that a boosting step tries: multiples of the mean squared length of the sketches.
std::vector<double> ridgePenalties(const FloatMatrix& sketch);

/// Per penalty λ the coefficients α of the least-norm Δ = Σ_s α_s g_s that minimises Σ (r_s − g̃_s·w)² + λ‖w‖²: α = (r − G̃ w)/λ.
/// (penalties, rows) for `sketch` (rows, d). Throws Error{InvalidInput} for λ ≤ 0 or unequal lengths.
Matrix ridgeCoefficients(const FloatMatrix& sketch, std::span<const double> residuals, std::span<const double> penalties);

/// A convex loss along η ≥ 0.
using LossAlong = std::function<double(double eta)>;

/// The η of least `judged` loss among 0 and a grid up to 10 with its neighbourhood, at which `kept` does not rise above its value at 0.
struct EtaChoice {
    double eta = 0, judged = 0, kept = 0, keptBefore = 0;
};
EtaChoice searchEta(const LossAlong& judged, const LossAlong& kept);
/// `wanted`, or the largest half, quarter, … of it at which `kept` does not rise; 0 after ten halvings.
EtaChoice cautiousEta(double wanted, const LossAlong& judged, const LossAlong& kept);

}  // namespace consort
