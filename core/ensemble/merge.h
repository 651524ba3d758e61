#pragma once
// Weight-space combination of adapters (formats.md §6).
#include <span>

#include "core/nn/adapter.h"

namespace consort {

/// Exact ΔW = Σ w_a s_a B_a A_a as one adapter: A stacked with w·s folded in, B side by side, rank Σ r, alpha = rank. A module that a
/// member does not adapt gets zeros from it, so that the rank is one everywhere. Throws Error{InvalidInput} where a module is of
/// another shape.
Adapter mergeCat(std::span<const Adapter> members, std::span<const double> weights);

struct LowRankAdapter {
    Adapter adapter;             ///< alpha = rank
    double discardedEnergy = 0;  ///< 1 − Σ kept σ² / Σ σ², over all modules
};

/// The best approximation of every module's ΔW by one of this rank (singular values, from the factors: ΔW is never formed). A rank beyond
/// the adapter's own is filled with zeros. Throws Error{InvalidInput} for a rank below 1.
LowRankAdapter mergeSvd(const Adapter& adapter, std::int64_t rank);

}  // namespace consort
