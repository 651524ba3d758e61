#pragma once
// The logits form of a bundle: the weighted sum of its members' logits (formats.md §8).
#include <span>
#include <string>
#include <vector>

#include "core/export/bundle.h"

namespace consort {

/// Σ weights[a] · logits[a], summed in double.
FloatMatrix weightedSum(const std::vector<FloatMatrix>& logits, std::span<const double> weights);

/// Weights of the members' logits, and of the frozen base's.
struct LogitWeights {
    std::vector<double> members;
    double base = 0;
};

/// Logits of each member on its own, (seq, vocab). Throws as Session::logits.
std::vector<FloatMatrix> memberLogits(Session& session, std::span<const Adapter> members, const TokenIds& ids);

/// The weighted sum of what memberLogits gave, and of the base's own logits where they have a weight.
FloatMatrix combinedLogits(Session& session, const std::vector<FloatMatrix>& members, const LogitWeights& weights, const TokenIds& ids);

/// Σ weights[a] · logits of member a, (seq, vocab).
FloatMatrix combinedLogits(Session& session, std::span<const Adapter> members, const LogitWeights& weights, const TokenIds& ids);

/// How a bundle weighs its members.
struct Weighing {
    LogitWeights fixed;
    std::optional<Gate> gate;  ///< decides by the prompt instead
    /// For a text that begins with these ids. Throws as representations.
    LogitWeights of(Session& session, const TokenIds& prompt) const;
};

/// The weighing for a dataset of the bundle; the global one for an empty name. Throws Error{NotFound} naming the known ones.
Weighing weighingFor(const LoadedBundle& bundle, const std::string& dataset);

}  // namespace consort
