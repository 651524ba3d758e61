#pragma once
// Internal to core/nn. Frozen linears with one trainable adapter on top.
#include <torch/torch.h>

#include <cstdint>
#include <vector>

#include "core/nn/adapter.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

/// Where the dropout bits of a batch come from: a function of these and of (position, module, channel), so that the composition of a
/// batch, micro-batches and padding do not change them.
struct DropoutKey {
    std::uint64_t seed = 0, step = 0;
    std::vector<std::uint64_t> rows;  ///< (batch) identity of each row in its run
};

/// y = x Wᵀ + b + scaling · dropout(x) Aᵀ Bᵀ. A and B are leaves that require gradients; dropout acts on x for A alone.
class TrainingRouter : public LinearRouter {
public:
    /// `parameters` is one flat float32 tensor that holds A and B of every module end to end; its gradient is gathered in `gradients`.
    TrainingRouter(const Session::Impl& session, const Adapter& shape, torch::Tensor parameters, torch::Tensor gradients);
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override;
    /// Before each forward pass. Without a key there is no dropout.
    void beginBatch(const TokenBatch& batch, const DropoutKey* key);

private:
    struct Module {
        torch::Tensor a, b;
    };
    torch::Tensor dropped(const FrozenLinear& linear, const torch::Tensor& x) const;
    std::vector<Module> byLinear_;
    double scaling_, dropout_;
    const TokenBatch* batch_ = nullptr;
    const DropoutKey* key_ = nullptr;
};

/// A and B of every module end to end, and back.
torch::Tensor flattened(const Adapter& adapter);
Adapter unflattened(const torch::Tensor& flat, const Adapter& shape);

}  // namespace consort::nn
