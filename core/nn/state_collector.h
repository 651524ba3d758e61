#pragma once
// Internal to core/nn. Final hidden states of several members at the scored positions of planned rows (performance.md §5).
#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/lora_router.h"
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

/// Members run together where a batch is small (one wide pass instead of several narrow ones), else one after another.
/// The prompt of an example with several continuations is computed once where that saves enough.
class StateCollector {
public:
    StateCollector(Session::Impl& session, std::span<const Adapter* const> members);
    /// Cancelled between batches.
    CollectedStates run(const RowPlan& plan, std::span<const Example> examples, const JobContext& job);

private:
    void addSequences(const RowPlan& plan, const JobContext& job);
    void addSharedPrompts(const RowPlan& plan, std::span<const Example> examples, const JobContext& job);
    void addSuffixes(const RowPlan& suffixes, const std::vector<std::int64_t>& promptOf, const std::vector<KeyValues>& past);
    std::vector<KeyValues> addPrompts(PlannedBatch batch);
    /// (members, wanted, hidden)
    torch::Tensor together(const TokenBatch& batch);
    torch::Tensor oneByOne(const TokenBatch& batch);
    void add(const PlannedBatch& batch, const torch::Tensor& states);

    Session::Impl& session_;
    std::unique_ptr<LoraRouter> all_;
    std::vector<std::unique_ptr<LoraRouter>> routers_;
    std::vector<torch::Tensor> parts_;
    std::int64_t states_ = 0;
    CollectedStates out_;
};

}  // namespace consort::nn
