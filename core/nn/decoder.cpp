#include "core/nn/decoder.h"

#include <cmath>
#include <tuple>

#include "core/base/error.h"
#include "core/nn/attention.h"
#include "core/nn/block_weights.h"
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

class Decoder : public CausalModel {
public:
    Decoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options)
        : config_(config), activation_(activationNamed(config.activation)), linears_(decoderLinears(config)) {
        const std::string prefix = weights.has("model.layers.0.input_layernorm.weight") ? "model." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) loadBlock(weights, options, prefix, layer);
        linears_.finish();
        std::tie(embedding_, head_) = loadEnds(config, weights, options, {prefix + "embed_tokens.weight", "lm_head.weight"});
        finalNorm_ = weights.load(prefix + "norm.weight", {config.hidden}, options.dtype);
        rope_ = Rope(config.rope, config.headDim, options.dtype);
    }

    torch::Tensor hidden(const TokenBatch& batch, LinearRouter& router) const override {
        const AttentionPlan plan = attentionPlan(batch, embedding_.scalar_type());
        torch::Tensor x = torch::embedding(embedding_, batch.ids);
        for (std::size_t layer = 0; layer < blocks_.size(); ++layer) {
            const bool trimmed = layer + 1 == blocks_.size() && batch.wanted.defined();
            const torch::Tensor wanted = trimmed ? batch.wanted : torch::Tensor();
            x = passed(batch, x, [=, this, &router](const torch::Tensor& in) { return block(layer, in, wanted, plan, router); });
        }
        return rmsNorm(x.reshape({-1, config_.hidden}), finalNorm_, config_.normEpsilon);
    }

    torch::Tensor head(const torch::Tensor& states) const override { return headLogits(states, head_); }
    const std::vector<const FrozenLinear*>& linears() const override { return linears_.pointers(); }

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

    torch::Tensor block(std::size_t layer, const torch::Tensor& x, const torch::Tensor& wanted, const AttentionPlan& plan, LinearRouter& router) const {
        const Block& b = blocks_[layer];
        const auto linear = [&](Part part, const torch::Tensor& in) { return router.apply(linears_.at(layer * kParts + part), in); };
        const auto trim = [&](const torch::Tensor& t) { return wanted.defined() ? t.flatten(0, 1).index_select(0, wanted) : t; };
        const torch::Tensor n = rmsNorm(x, b.inputNorm, config_.normEpsilon);
        const torch::Tensor context = attention(layer, linear(kQ, trim(n)), linear(kK, n), linear(kV, n), plan);
        const torch::Tensor y = trim(x) + linear(kO, context);
        const torch::Tensor m = rmsNorm(y, b.postNorm, config_.normEpsilon);
        return y + linear(kDown, activation_(linear(kGate, m)) * linear(kUp, m));
    }

    /// q is (batch, seq, ·), or (wanted, ·) in a trimmed block.
    torch::Tensor attention(std::size_t layer, const torch::Tensor& qFlat, const torch::Tensor& kFlat, const torch::Tensor& vFlat, const AttentionPlan& plan) const {
        const Block& b = blocks_[layer];
        const bool trimmed = qFlat.dim() == 2;
        torch::Tensor q = qFlat.unflatten(-1, {config_.heads, config_.headDim}), k = kFlat.unflatten(-1, {config_.kvHeads, config_.headDim});
        torch::Tensor v = vFlat.unflatten(-1, {config_.kvHeads, config_.headDim});
        if (b.queryNorm.defined()) {
            q = rmsNorm(q, b.queryNorm, config_.normEpsilon);
            k = rmsNorm(k, b.keyNorm, config_.normEpsilon);
        }
        q = rotated(q, rope_, trimmed ? plan.wantedPositions : plan.positions);
        std::tie(k, v) = withPast(plan, layer, rotated(k, rope_, plan.positions), v);
        const double scale = 1.0 / std::sqrt(static_cast<double>(config_.headDim));
        const torch::Tensor mask = windowed(plan, b.window);
        return trimmed ? attendWanted(q, k, v, mask, plan, scale) : attend(q, k, v, mask, scale);
    }

    ModelConfig config_;
    Activation activation_;
    BlockLinears linears_;
    std::vector<Block> blocks_;
    torch::Tensor embedding_, head_, finalNorm_;
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
