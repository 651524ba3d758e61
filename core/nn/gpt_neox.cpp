#include "core/nn/gpt_neox.h"

#include <cmath>

#include "core/nn/layered_model.h"
#include "core/nn/rope.h"

namespace consort::nn {
namespace {

enum Part { kQueryKeyValue, kDense, kUp, kDown, kParts };

class GptNeox : public LayeredModel {
public:
    GptNeox(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options)
        : LayeredModel(config, gptNeoxLinears(config)), rope_(config.rope, config.headDim, options.dtype) {
        const std::string prefix = weights.has("gpt_neox.final_layer_norm.weight") ? "gpt_neox." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) {
            const std::string path = prefix + "layers." + std::to_string(layer) + ".";
            norms_.emplace_back(weights, options, config, path + "input_layernorm");
            norms_.emplace_back(weights, options, config, path + "post_attention_layernorm");
            for (int part = 0; part < kParts; ++part) linears_.load(weights, options, prefix.empty() ? "gpt_neox." : "", part > kDense || config.queryKeyValueBias);
        }
        finalNorm_ = LayerNorm(weights, options, config, prefix + "final_layer_norm");
        loadEnds(weights, options, {prefix + "embed_in.weight", "embed_out.weight"});
    }

private:
    torch::Tensor block(const BlockInput& in, const torch::Tensor& x) const override {
        const auto linear = [&](Part part, const torch::Tensor& value) { return in.router.apply(linears_.at(in.layer * kParts + part), value); };
        const torch::Tensor kept = in.trimmed(x);
        const torch::Tensor y = kept + linear(kDense, attention(in, linear(kQueryKeyValue, norms_[in.layer * 2](x))));
        const torch::Tensor m = norms_[in.layer * 2 + 1](config_.parallelResidual ? kept : y);
        return y + linear(kDown, activation_(linear(kUp, m)));
    }

    /// The fused projection is laid out head by head: [heads, (q, k, v), headDim].
    torch::Tensor attention(const BlockInput& in, const torch::Tensor& fused) const {
        const auto qkv = fused.unflatten(-1, {config_.heads, 3, config_.headDim}).unbind(-2);
        const torch::Tensor q = rotated(qkv[0], rope_, in.plan.positions, in.plan.longest);
        const auto [k, v] = withPast(in.plan, in.layer, rotated(qkv[1], rope_, in.plan.positions, in.plan.longest), qkv[2]);
        const double scale = 1.0 / std::sqrt(static_cast<double>(config_.headDim));
        return attend(in.trimmed(q), k, v, in.plan, {.scale = scale});
    }

    torch::Tensor finalNorm(const torch::Tensor& x) const override { return finalNorm_(x); }

    std::vector<LayerNorm> norms_;
    LayerNorm finalNorm_;
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
