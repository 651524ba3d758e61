#pragma once
// Internal to core/nn. The walk that every family shares: embedding, one block after the other (the last one trimmed), final norm, head.
#include <torch/torch.h>

#include <string>
#include <vector>

#include "core/nn/attention.h"
#include "core/nn/block_weights.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

/// What a block computes with: its number, the wanted positions in the last one (else undefined), and the attention of the batch.
struct BlockInput {
    std::size_t layer = 0;
    torch::Tensor wanted;
    const AttentionPlan& plan;
    LinearRouter& router;
    /// The wanted positions of (batch, seq, ·): (wanted, ·); everything where nothing is trimmed.
    torch::Tensor trimmed(const torch::Tensor& x) const { return wanted.defined() ? x.flatten(0, 1).index_select(0, wanted) : x; }
};

class LayeredModel : public CausalModel {
public:
    torch::Tensor hidden(const TokenBatch& batch, LinearRouter& router) const final;
    torch::Tensor head(const torch::Tensor& states) const final { return capped(headLogits(states, head_), config_.logitCap); }
    bool hasLinearHead() const final { return config_.logitCap == 0; }
    const std::vector<const FrozenLinear*>& linears() const final { return linears_.pointers(); }

protected:
    LayeredModel(const ModelConfig& config, std::vector<LinearModule> linears)
        : config_(config), activation_(activationNamed(config.activation)), linears_(std::move(linears)) {}
    /// After the blocks: embedding and head.
    void loadEnds(const WeightFiles& weights, const LoadOptions& options, const EndNames& names);

    /// (batch, seq, hidden) before the first block.
    virtual torch::Tensor embedded(const TokenBatch& batch, const AttentionPlan& plan) const;
    /// (batch, seq, hidden) after a block, (wanted, hidden) after a trimmed one.
    virtual torch::Tensor block(const BlockInput& input, const torch::Tensor& x) const = 0;
    virtual torch::Tensor finalNorm(const torch::Tensor& x) const = 0;

    ModelConfig config_;
    Activation activation_;
    BlockLinears linears_;
    torch::Tensor embedding_;

private:
    torch::Tensor head_;
};

/// Layer normalisation with weight and bias.
struct LayerNorm {
    torch::Tensor weight, bias;
    double epsilon = 0;
    LayerNorm() = default;
    /// Loads `path`.weight and `path`.bias, each (hidden).
    LayerNorm(const WeightFiles& weights, const LoadOptions& options, const ModelConfig& config, const std::string& path);
    torch::Tensor operator()(const torch::Tensor& x) const { return torch::layer_norm(x, weight.sizes(), weight, bias, epsilon); }
};

}  // namespace consort::nn
