#pragma once
// The weight-space ensemble applied member by member: what a merged adapter is measured against (formats.md §6).
#include <span>

#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

/// (seq, vocab) logits where every linear adds Σ w_a s_a B_a A_a x, each member on its own and nothing merged.
/// Throws as Session::logits, and Error{InvalidInput} for a member whose module the model does not have.
FloatMatrix weightedSumLogits(Session& session, std::span<const Adapter> members, std::span<const double> weights, const TokenIds& ids);

}  // namespace consort
