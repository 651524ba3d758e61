#pragma once
// Weight-space combination of adapters (formats.md §6).
#include <span>

#include "core/nn/adapter.h"

namespace consort {

/// Exact ΔW = Σ w_a s_a B_a A_a as one adapter: A stacked with w·s folded in, B side by side, rank Σ r, alpha = rank.
/// Throws Error{InvalidInput} where the members' modules differ.
Adapter mergeCat(std::span<const Adapter> members, std::span<const double> weights);

}  // namespace consort
