#include "core/nn/gpt_neox.h"

#include <cmath>

#include "core/nn/attention.h"
#include "core/nn/block_weights.h"
#include "core/nn/rope.h"

namespace consort::nn {
namespace {

enum Part { kQueryKeyValue, kDense, kUp, kDown, kParts };

struct Norm {
    torch::Tensor weight, bias;
};

class GptNeox : public CausalModel {
public:
    GptNeox(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options)
        : config_(config), activation_(activationNamed(config.activation)), linears_(gptNeoxLinears(config)) {
        const std::string prefix = weights.has("gpt_neox.final_layer_norm.weight") ? "gpt_neox." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) {
            const std::string path = prefix + "layers." + std::to_string(layer) + ".";
            norms_.push_back(norm(weights, options, path + "input_layernorm"));
            norms_.push_back(norm(weights, options, path + "post_attention_layernorm"));
            for (int part = 0; part < kParts; ++part) linears_.load(weights, options, prefix.empty() ? "gpt_neox." : "", part > kDense || config.queryKeyValueBias);
        }
        linears_.finish();
        finalNorm_ = norm(weights, options, prefix + "final_layer_norm");
        std::tie(embedding_, head_) = loadEnds(config, weights, options, {prefix + "embed_in.weight", "embed_out.weight"});
        rope_ = Rope(config.rope, config.headDim, options.dtype);
    }

    torch::Tensor hidden(const TokenBatch& batch, LinearRouter& router) const override {
        const AttentionPlan plan = attentionPlan(batch, embedding_.scalar_type());
        torch::Tensor x = torch::embedding(embedding_, batch.ids);
        const auto layers = static_cast<std::size_t>(config_.layers);
        for (std::size_t layer = 0; layer < layers; ++layer) {
            const bool trimmed = layer + 1 == layers && batch.wanted.defined();
            const torch::Tensor wanted = trimmed ? batch.wanted : torch::Tensor();
            x = passed(batch, x, [=, this, &router](const torch::Tensor& in) { return block(layer, in, wanted, plan, router); });
        }
        return normed(x.reshape({-1, config_.hidden}), finalNorm_);
    }

    torch::Tensor head(const torch::Tensor& states) const override { return headLogits(states, head_); }
    const std::vector<const FrozenLinear*>& linears() const override { return linears_.pointers(); }

private:
    Norm norm(const WeightFiles& weights, const LoadOptions& options, const std::string& path) const {
        return {weights.load(path + ".weight", {config_.hidden}, options.dtype), weights.load(path + ".bias", {config_.hidden}, options.dtype)};
    }
    torch::Tensor normed(const torch::Tensor& x, const Norm& n) const { return torch::layer_norm(x, {config_.hidden}, n.weight, n.bias, config_.normEpsilon); }

    torch::Tensor block(std::size_t layer, const torch::Tensor& x, const torch::Tensor& wanted, const AttentionPlan& plan, LinearRouter& router) const {
        const auto linear = [&](Part part, const torch::Tensor& in) { return router.apply(linears_.at(layer * kParts + part), in); };
        const auto trim = [&](const torch::Tensor& t) { return wanted.defined() ? t.flatten(0, 1).index_select(0, wanted) : t; };
        const torch::Tensor kept = trim(x);
        const torch::Tensor attended = linear(kDense, attention(layer, linear(kQueryKeyValue, normed(x, norms_[layer * 2])), wanted, plan));
        const torch::Tensor y = kept + attended;
        const torch::Tensor m = normed(config_.parallelResidual ? kept : y, norms_[layer * 2 + 1]);
        return y + linear(kDown, activation_(linear(kUp, m)));
    }

    /// The fused projection is laid out head by head: [heads, (q, k, v), headDim].
    torch::Tensor attention(std::size_t layer, const torch::Tensor& fused, const torch::Tensor& wanted, const AttentionPlan& plan) const {
        const auto qkv = fused.unflatten(-1, {config_.heads, 3, config_.headDim}).unbind(-2);
        const torch::Tensor q = rotated(qkv[0], rope_, plan.positions);
        const auto [k, v] = withPast(plan, layer, rotated(qkv[1], rope_, plan.positions), qkv[2]);
        const double scale = 1.0 / std::sqrt(static_cast<double>(config_.headDim));
        if (!wanted.defined()) return attend(q, k, v, plan.causal, scale);
        return attendWanted(q.flatten(0, 1).index_select(0, wanted), k, v, plan.causal, plan, scale);
    }

    ModelConfig config_;
    Activation activation_;
    BlockLinears linears_;
    std::vector<Norm> norms_;
    Norm finalNorm_;
    torch::Tensor embedding_, head_;
    Rope rope_;
};

}  // namespace

std::vector<LinearModule> gptNeoxLinears(const ModelConfig& config) {
    std::vector<LinearModule> linears;
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string path = "gpt_neox.layers." + std::to_string(layer) + ".";
        linears.push_back({path + "attention.query_key_value", config.hidden, 3 * config.hidden});
        linears.push_back({path + "attention.dense", config.hidden, config.hidden});
        linears.push_back({path + "mlp.dense_h_to_4h", config.hidden, config.intermediate});
        linears.push_back({path + "mlp.dense_4h_to_h", config.intermediate, config.hidden});
    }
    return linears;
}

std::unique_ptr<CausalModel> loadGptNeox(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options) {
    return std::make_unique<GptNeox>(config, weights, options);
}

}  // namespace consort::nn
