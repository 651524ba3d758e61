#pragma once
// Internal to core/nn. Final hidden states of several members at the scored positions of planned rows (performance.md §5).
#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/token_batches.h"

namespace consort::nn {

/// One token to be scored: the state that predicts it, and the output row it belongs to.
struct ScoredToken {
    std::int64_t state = 0, token = 0, row = 0;
};

struct CollectedStates {
    std::vector<torch::Tensor> states;  ///< per member (states, hidden)
    std::vector<ScoredToken> tokens;    ///< ascending in state
    std::int64_t tokenCount = 0;        ///< unpadded tokens that went through one member
    double flops = 0;                   ///< of all members
};

/// States of the planned rows under every member; nullptr is the frozen base. Members run together where a batch is small (one wide
/// pass instead of several narrow ones), else one after another. The prompt of an example with several continuations is computed once
/// where that saves enough. Batches run in lanes (compute_lanes.h). Cancelled between batches.
CollectedStates collectStates(Session::Impl& session, std::span<const Adapter* const> members, const RowPlan& plan,
                              std::span<const Example> examples, const JobContext& job);

}  // namespace consort::nn
