#pragma once
// Continues a text token by token.
#include <cstdint>
#include <optional>

#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

struct GenerateOptions {
    std::int64_t maxNewTokens = 128;
    double temperature = 0;                ///< 0: greedy, the first of equals
    std::uint64_t seed = 0;
    std::optional<std::int32_t> stopAt;    ///< end-of-text id; not part of the result
};

/// New token ids only. Ends at the positions of the model. Throws Error{InvalidInput} as Session::logits, Cancelled between tokens.
TokenIds generate(Session& session, const TokenIds& prompt, const GenerateOptions& options, const Adapter* adapter, const JobContext& job);

}  // namespace consort
