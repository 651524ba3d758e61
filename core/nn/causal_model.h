#pragma once
// Internal to core/nn. A decoder of any family: ids to final normalised hidden states to logits.
#include <torch/torch.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "core/nn/linear_router.h"
#include "core/nn/recompute.h"
#include "core/nn/session.h"

namespace consort::nn {

/// Keys (rotated) and values of tokens that precede a batch, by layer: (rows, tokens, heads, headDim), right-padded.
struct KeyValues {
    std::vector<torch::Tensor> keys, values;
    torch::Tensor lengths;     ///< (rows) int64: unpadded tokens
    std::int64_t longest = 0;  ///< no row is longer: known without asking a device
    /// Those of some rows, which may repeat.
    KeyValues rows(const torch::Tensor& index) const;
};

/// Right-padded token batch. Rows do not see each other, and padding is never attended to.
struct TokenBatch {
    torch::Tensor ids;                  ///< (batch, seq) int64, padded with 0
    std::vector<std::int64_t> lengths;  ///< (batch) unpadded
    /// Flat positions (row · seq + column) whose hidden state is wanted, ascending; undefined: all of them.
    /// The last block computes queries, output projection and MLP only there.
    torch::Tensor wanted;
    const KeyValues* past = nullptr;  ///< row r continues row r of it
    KeyValues* record = nullptr;      ///< receives the keys and values of the past, if any, and then of this batch
    /// In a forward pass with gradients, blocks keep only their input and compute their inside again in backward (gradient checkpointing).
    bool recompute = false;
};

/// Immutable after loading: several threads may compute at once, each with a router of its own.
class CausalModel {
public:
    virtual ~CausalModel() = default;
    /// Final normalised hidden states, (wanted, hidden). Differentiable with respect to whatever the router adds.
    virtual torch::Tensor hidden(const TokenBatch& batch, LinearRouter& router) const = 0;
    /// (rows, vocab) logits of (rows, hidden) states, in float32 or wider.
    virtual torch::Tensor head(const torch::Tensor& states) const = 0;
    /// False where logits are capped: Σ ω_a head(x_a) is then not head(Σ ω_a x_a).
    virtual bool hasLinearHead() const = 0;
    /// All linears of the blocks in forward order (as ModelInfo::linears).
    virtual const std::vector<const FrozenLinear*>& linears() const = 0;

protected:
    /// block(x), kept or recomputed.
    static torch::Tensor passed(const TokenBatch& batch, const torch::Tensor& x, BlockFunction block) {
        return batch.recompute && torch::GradMode::is_enabled() ? recomputed(x, std::move(block)) : block(x);
    }
};

}  // namespace consort::nn

namespace consort {

/// What a Session owns.
struct Session::Impl {
    ModelInfo info;
    SessionOptions options;
    std::unique_ptr<nn::CausalModel> model;
    torch::Device device = torch::kCPU;
    torch::ScalarType dtype = torch::kFloat32;
    /// As Session::laneFlops.
    double laneFlops(double flops) const { return device.is_cpu() ? flops : std::numeric_limits<double>::infinity(); }
};

}  // namespace consort
