#include "core/nn/gpt2.h"

#include <cmath>

#include "core/nn/layered_model.h"

namespace consort::nn {
namespace {

enum Part { kAttention, kProjection, kUp, kDown, kParts };

class Gpt2 : public LayeredModel {
public:
    Gpt2(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options) : LayeredModel(config, gpt2Linears(config)) {
        const std::string prefix = weights.has("transformer.ln_f.weight") ? "transformer." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) {
            const std::string path = prefix + "h." + std::to_string(layer) + ".";
            norms_.emplace_back(weights, options, config, path + "ln_1");
            norms_.emplace_back(weights, options, config, path + "ln_2");
            for (int part = 0; part < kParts; ++part) linears_.load(weights, options, prefix.empty() ? "transformer." : "", true, true);
        }
        finalNorm_ = LayerNorm(weights, options, config, prefix + "ln_f");
        loadEnds(weights, options, {prefix + "wte.weight", "lm_head.weight"});
        positions_ = weights.load(prefix + "wpe.weight", {config.maxPositions, config.hidden}, options.dtype);
    }

private:
    torch::Tensor embedded(const TokenBatch& batch, const AttentionPlan& plan) const override {
        return torch::embedding(embedding_, batch.ids) + torch::embedding(positions_, plan.positions.clamp_max(config_.maxPositions - 1));
    }

    torch::Tensor block(const BlockInput& in, const torch::Tensor& x) const override {
        const auto linear = [&](Part part, const torch::Tensor& value) { return in.router.apply(linears_.at(in.layer * kParts + part), value); };
        const auto qkv = linear(kAttention, norms_[in.layer * 2](x)).unflatten(-1, {3, config_.heads, config_.headDim}).unbind(-3);
        double scale = config_.scaleAttention ? 1.0 / std::sqrt(static_cast<double>(config_.headDim)) : 1.0;
        if (config_.scaleByLayer) scale /= static_cast<double>(in.layer + 1);
        const auto [k, v] = withPast(in.plan, in.layer, qkv[1], qkv[2]);
        const torch::Tensor context = attend(in.trimmed(qkv[0]), k, v, in.plan, {.scale = scale});
        const torch::Tensor y = in.trimmed(x) + linear(kProjection, context);
        return y + linear(kDown, activation_(linear(kUp, norms_[in.layer * 2 + 1](y))));
    }

    torch::Tensor finalNorm(const torch::Tensor& x) const override { return finalNorm_(x); }

    std::vector<LayerNorm> norms_;
    LayerNorm finalNorm_;
    torch::Tensor positions_;
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
