#pragma once
// The logits form of a bundle: the weighted sum of its members' logits (formats.md §8).
#include <span>
#include <string>
#include <vector>

#include "core/export/bundle.h"

namespace consort {

/// Σ weights[a] · logits[a], summed in double.
FloatMatrix weightedSum(const std::vector<FloatMatrix>& logits, std::span<const double> weights);

/// Logits of each member on its own, (seq, vocab). Throws as Session::logits.
std::vector<FloatMatrix> memberLogits(Session& session, std::span<const Adapter> members, const TokenIds& ids);

/// Σ weights[a] · logits of member a, (seq, vocab).
FloatMatrix combinedLogits(Session& session, std::span<const Adapter> members, std::span<const double> weights, const TokenIds& ids);

/// The weights for a dataset of the bundle; the global ones for an empty name. Throws Error{NotFound} naming the known ones.
const std::vector<double>& weightsFor(const LoadedBundle& bundle, const std::string& dataset);

}  // namespace consort
