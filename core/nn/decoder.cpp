#include "core/nn/decoder.h"

#include <cmath>
#include <tuple>

#include "core/base/error.h"
#include "core/nn/layered_model.h"
#include "core/nn/rope.h"

namespace consort::nn {
namespace {

torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double epsilon) {
    const torch::ScalarType wide = x.scalar_type() == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32;
    const torch::Tensor f = x.to(wide);
    return weight * (f * torch::rsqrt(f.square().mean(-1, true) + epsilon)).to(x.scalar_type());
}

/// The seven linears of a block, in the order of decoderLinears.
enum Part { kQ, kK, kV, kO, kGate, kUp, kDown, kParts };

struct Block {
    torch::Tensor inputNorm, postNorm, queryNorm, keyNorm;
    std::int64_t window = 0;
};

class Decoder : public LayeredModel {
public:
    Decoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options)
        : LayeredModel(config, decoderLinears(config)), rope_(config.rope, config.headDim, options.dtype) {
        const std::string prefix = weights.has("model.layers.0.input_layernorm.weight") ? "model." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) loadBlock(weights, options, prefix, layer);
        loadEnds(weights, options, {prefix + "embed_tokens.weight", "lm_head.weight"});
        finalNorm_ = weights.load(prefix + "norm.weight", {config.hidden}, options.dtype);
    }

private:
    void loadBlock(const WeightFiles& weights, const LoadOptions& options, const std::string& prefix, std::int64_t layer) {
        const std::string path = prefix + "layers." + std::to_string(layer) + ".";
        const auto vector = [&](const std::string& name, std::int64_t size) { return weights.load(path + name, {size}, options.dtype); };
        Block block;
        block.inputNorm = vector("input_layernorm.weight", config_.hidden);
        block.postNorm = vector("post_attention_layernorm.weight", config_.hidden);
        if (config_.family == "qwen3") {
            block.queryNorm = vector("self_attn.q_norm.weight", config_.headDim);
            block.keyNorm = vector("self_attn.k_norm.weight", config_.headDim);
        }
        block.window = config_.window[static_cast<std::size_t>(layer)];
        blocks_.push_back(block);
        for (int part = 0; part < kParts; ++part) {
            const bool bias = part <= kV ? config_.queryKeyValueBias : part == kO ? config_.outputBias : config_.mlpBias;
            linears_.load(weights, options, prefix == "model." ? "" : "model.", bias);
        }
    }

    torch::Tensor block(const BlockInput& in, const torch::Tensor& x) const override {
        const Block& b = blocks_[in.layer];
        const auto linear = [&](Part part, const torch::Tensor& value) { return in.router.apply(linears_.at(in.layer * kParts + part), value); };
        const torch::Tensor n = rmsNorm(x, b.inputNorm, config_.normEpsilon);
        const torch::Tensor context = attention(in, linear(kQ, in.trimmed(n)), linear(kK, n), linear(kV, n));
        const torch::Tensor y = in.trimmed(x) + linear(kO, context);
        const torch::Tensor m = rmsNorm(y, b.postNorm, config_.normEpsilon);
        return y + linear(kDown, activation_(linear(kGate, m)) * linear(kUp, m));
    }

    torch::Tensor finalNorm(const torch::Tensor& x) const override { return rmsNorm(x, finalNorm_, config_.normEpsilon); }

    /// q is (batch, seq, ·), or (wanted, ·) in a trimmed block.
    torch::Tensor attention(const BlockInput& in, const torch::Tensor& qFlat, const torch::Tensor& kFlat, const torch::Tensor& vFlat) const {
        const Block& b = blocks_[in.layer];
        const bool trimmed = qFlat.dim() == 2;
        torch::Tensor q = qFlat.unflatten(-1, {config_.heads, config_.headDim}), k = kFlat.unflatten(-1, {config_.kvHeads, config_.headDim});
        torch::Tensor v = vFlat.unflatten(-1, {config_.kvHeads, config_.headDim});
        if (b.queryNorm.defined()) {
            q = rmsNorm(q, b.queryNorm, config_.normEpsilon);
            k = rmsNorm(k, b.keyNorm, config_.normEpsilon);
        }
        q = rotated(q, rope_, trimmed ? in.plan.wantedPositions : in.plan.positions);
        std::tie(k, v) = withPast(in.plan, in.layer, rotated(k, rope_, in.plan.positions), v);
        const double scale = 1.0 / std::sqrt(static_cast<double>(config_.headDim));
        const torch::Tensor mask = windowed(in.plan, b.window);
        return trimmed ? attendWanted(q, k, v, mask, in.plan, scale) : attend(q, k, v, mask, scale);
    }

    std::vector<Block> blocks_;
    torch::Tensor finalNorm_;
    Rope rope_;
};

}  // namespace

std::vector<LinearModule> decoderLinears(const ModelConfig& config) {
    const std::int64_t q = config.heads * config.headDim, kv = config.kvHeads * config.headDim;
    std::vector<LinearModule> linears;
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string path = "model.layers." + std::to_string(layer) + ".";
        linears.push_back({path + "self_attn.q_proj", config.hidden, q});
        linears.push_back({path + "self_attn.k_proj", config.hidden, kv});
        linears.push_back({path + "self_attn.v_proj", config.hidden, kv});
        linears.push_back({path + "self_attn.o_proj", q, config.hidden});
        linears.push_back({path + "mlp.gate_proj", config.hidden, config.intermediate});
        linears.push_back({path + "mlp.up_proj", config.hidden, config.intermediate});
        linears.push_back({path + "mlp.down_proj", config.intermediate, config.hidden});
    }
    return linears;
}

std::unique_ptr<CausalModel> loadDecoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options) {
    return std::make_unique<Decoder>(config, weights, options);
}

}  // namespace consort::nn
