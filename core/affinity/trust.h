#pragma once
// How far estimates can be trusted: first-order error, and agreement with truly measured performance (method.md §6).
#include <span>

namespace consort {

/// Mean over rows of ((h0 + g·Δ − h_new) / max(|h_new|, |h0|))², and its root.
struct FirstOrderError {
    double error = 0;
    double root = 0;
};

/// One entry a row; a row where both outputs are 0 counts as exact where the prediction is 0 too. Zero rows give NaN.
FirstOrderError firstOrderError(std::span<const double> h0, std::span<const double> gDelta, std::span<const double> hNew);

/// Σ (f̂ − f)² / Σ f².
double estimationError(std::span<const double> estimated, std::span<const double> measured);

/// Rank correlation, ties at their mean rank; NaN below two values or where one side is constant.
double spearman(std::span<const double> a, std::span<const double> b);

}  // namespace consort
