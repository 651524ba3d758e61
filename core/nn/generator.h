#pragma once
// Continues a text token by token.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

struct GenerateOptions {
    std::int64_t maxNewTokens = 128;
    double temperature = 0;                ///< 0: greedy, the first of equals
    double topP = 1;                       ///< only the likeliest tokens that together reach this probability
    std::uint64_t seed = 0;
    std::vector<std::int32_t> stopAt{};    ///< ids that end a text; not part of the result
    std::function<bool(const TokenIds&)> isDone{};  ///< asked after every token, which stays; empty: never
};

/// One summand of the combined logits Σ weight · logits.
struct WeightedMember {
    const Adapter* adapter = nullptr;  ///< nullptr: the frozen base
    double weight = 1;
};

/// Those that have a weight: the others need not compute.
std::vector<WeightedMember> speaking(std::span<const Adapter* const> members, std::span<const double> weights);

/// New token ids only. Ends at the positions of the model. Keys and values of what came before are kept: a token costs one position.
/// Throws Error{InvalidInput} as Session::logits, Cancelled between tokens.
TokenIds generate(Session& session, const TokenIds& prompt, const GenerateOptions& options, std::span<const WeightedMember> members,
                  const JobContext& job);

}  // namespace consort
