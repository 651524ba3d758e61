#include "core/nn/gpt2.h"

#include <cmath>

#include "core/nn/attention.h"
#include "core/nn/block_weights.h"

namespace consort::nn {
namespace {

enum Part { kAttention, kProjection, kUp, kDown, kParts };

struct Norm {
    torch::Tensor weight, bias;
};

class Gpt2 : public CausalModel {
public:
    Gpt2(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options)
        : config_(config), activation_(activationNamed(config.activation)), linears_(gpt2Linears(config)) {
        const std::string prefix = weights.has("transformer.ln_f.weight") ? "transformer." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) {
            const std::string path = prefix + "h." + std::to_string(layer) + ".";
            norms_.push_back(norm(weights, options, path + "ln_1"));
            norms_.push_back(norm(weights, options, path + "ln_2"));
            for (int part = 0; part < kParts; ++part) linears_.load(weights, options, prefix.empty() ? "transformer." : "", true, true);
        }
        linears_.finish();
        finalNorm_ = norm(weights, options, prefix + "ln_f");
        std::tie(embedding_, head_) = loadEnds(config, weights, options, {prefix + "wte.weight", "lm_head.weight"});
        positions_ = weights.load(prefix + "wpe.weight", {config.maxPositions, config.hidden}, options.dtype);
    }

    torch::Tensor hidden(const TokenBatch& batch, LinearRouter& router) const override {
        const AttentionPlan plan = attentionPlan(batch, embedding_.scalar_type());
        torch::Tensor x = torch::embedding(embedding_, batch.ids) + torch::embedding(positions_, plan.positions.clamp_max(config_.maxPositions - 1));
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
        const auto qkv = linear(kAttention, normed(x, norms_[layer * 2])).unflatten(-1, {3, config_.heads, config_.headDim}).unbind(-3);
        double scale = config_.scaleAttention ? 1.0 / std::sqrt(static_cast<double>(config_.headDim)) : 1.0;
        if (config_.scaleByLayer) scale /= static_cast<double>(layer + 1);
        const auto [k, v] = withPast(plan, layer, qkv[1], qkv[2]);
        const torch::Tensor context = wanted.defined() ? attendWanted(trim(qkv[0]), k, v, plan.causal, plan, scale) : attend(qkv[0], k, v, plan.causal, scale);
        const torch::Tensor y = trim(x) + linear(kProjection, context);
        return y + linear(kDown, activation_(linear(kUp, normed(y, norms_[layer * 2 + 1]))));
    }

    ModelConfig config_;
    Activation activation_;
    BlockLinears linears_;
    std::vector<Norm> norms_;
    Norm finalNorm_;
    torch::Tensor embedding_, positions_, head_;
};

}  // namespace

std::vector<LinearModule> gpt2Linears(const ModelConfig& config) {
    std::vector<LinearModule> linears;
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string path = "transformer.h." + std::to_string(layer) + ".";
        linears.push_back({path + "attn.c_attn", config.hidden, 3 * config.hidden});
        linears.push_back({path + "attn.c_proj", config.hidden, config.hidden});
        linears.push_back({path + "mlp.c_fc", config.hidden, config.intermediate});
        linears.push_back({path + "mlp.c_proj", config.intermediate, config.hidden});
    }
    return linears;
}

std::unique_ptr<CausalModel> loadGpt2(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options) {
    return std::make_unique<Gpt2>(config, weights, options);
}

}  // namespace consort::nn
