#pragma once
// Internal to core/nn. Forward and backward passes over rows of one or several adapters in training (method.md §9).
#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/lora_router.h"
#include "core/nn/pass_graphs.h"
#include "core/nn/pass_inputs.h"

namespace consort::nn {

struct TrainingPassOptions {
    bool bfloat16 = false;   ///< matrix products in bfloat16 (autocast)
    bool recompute = false;  ///< gradient checkpointing
};

/// The device's part of a pass: losses of the label tokens, each times its share, on the device; gradients of their sum are added to the router's leaves.
/// No tensor is asked for a value on the way, so that a GPU can record it.
torch::Tensor labelLosses(const Session::Impl& session, LoraRouter& router, const PassInputs& inputs, const TrainingPassOptions& options);

/// One entry a part.
struct PassOutcome {
    std::vector<double> loss;          ///< Σ over its rows of the mean target cross-entropy, over stepRows
    std::vector<std::int64_t> tokens;  ///< unpadded
};

/// The passes of some adapters' leaves. One thread. Borrows the session.
class TrainingPass {
public:
    TrainingPass(const Session::Impl& session, std::vector<LoraTensors> adapters);
    TrainingPass(const TrainingPass&) = delete;
    TrainingPass& operator=(const TrainingPass&) = delete;
    /// Part p belongs to the p-th adapter; the gradient of its loss is added to that adapter's leaves. A row's values do not depend on the rows
    /// beside it, beyond rounding. Logits exist for 256 MB of label positions at a time.
    PassOutcome run(std::span<const PassPart> parts, const TrainingPassOptions& options);

private:
    const Session::Impl& session_;
    LoraRouter router_;
    PassGraphs graphs_;
};

}  // namespace consort::nn
