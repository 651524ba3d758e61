#include "core/nn/decoder.h"

#include <cmath>
#include <tuple>

#include "core/base/error.h"
#include "core/nn/layered_model.h"
#include "core/nn/rms_norm.h"
#include "core/nn/rope.h"

namespace consort::nn {
namespace {

/// Where the linears of a block stand in decoderLinears. Fused: kV is unused, kQ holds queries, keys and values, kGate gate and up.
struct Parts {
    std::size_t count, q, k, v, o, gate, up, down;
};
constexpr Parts kSeparate{7, 0, 1, 2, 3, 4, 5, 6};
constexpr Parts kFused{4, 0, 0, 0, 1, 2, 2, 3};

struct Block {
    RmsNorm beforeAttention, afterAttention, beforeMlp, afterMlp, query, key;
    std::int64_t window = 0;
};

/// Names of a block's norms in the file, by where they stand; empty: there is none.
struct NormNames {
    const char *beforeAttention, *afterAttention, *beforeMlp, *afterMlp;
};
constexpr NormNames kNormNames[] = {
    {"input_layernorm", "", "post_attention_layernorm", ""},
    {"input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm"},
    {"", "post_attention_layernorm", "", "post_feedforward_layernorm"},
};

class Decoder : public LayeredModel {
public:
    Decoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options)
        : LayeredModel(config, decoderLinears(config)),
          parts_(config.fusedProjections ? kFused : kSeparate),
          rope_(config.rope, config.headDim, options.dtype),
          slidingRope_(config.slidingRope.value_or(config.rope), config.headDim, options.dtype),
          scores_{config.queryScale > 0 ? config.queryScale : 1.0 / std::sqrt(static_cast<double>(config.headDim)), config.attentionCap, 0} {
        const std::string prefix = weights.has("model.norm.weight") ? "model." : "";
        for (std::int64_t layer = 0; layer < config.layers; ++layer) loadBlock(weights, options, prefix, layer);
        loadEnds(weights, options, {prefix + "embed_tokens.weight", "lm_head.weight"});
        finalNorm_ = RmsNorm(weights, options, prefix + "norm", config.hidden, config);
        if (config.scaledEmbedding) embeddingScale_ = torch::tensor(std::sqrt(static_cast<double>(config.hidden)), torch::kFloat64).to(torch::kFloat32).to(options.dtype);
    }

private:
    void loadBlock(const WeightFiles& weights, const LoadOptions& options, const std::string& prefix, std::int64_t layer) {
        const std::string path = prefix + "layers." + std::to_string(layer) + ".";
        const auto norm = [&](const std::string& name, std::int64_t size) { return name.empty() ? RmsNorm() : RmsNorm(weights, options, path + name, size, config_); };
        const NormNames& names = kNormNames[static_cast<std::size_t>(config_.norms)];
        Block block{norm(names.beforeAttention, config_.hidden), norm(names.afterAttention, config_.hidden), norm(names.beforeMlp, config_.hidden), norm(names.afterMlp, config_.hidden), {}, {}};
        if (config_.queryKeyNorm != QueryKeyNorm::None) {
            const bool whole = config_.queryKeyNorm == QueryKeyNorm::Whole;
            block.query = norm("self_attn.q_norm", whole ? config_.heads * config_.headDim : config_.headDim);
            block.key = norm("self_attn.k_norm", whole ? config_.kvHeads * config_.headDim : config_.headDim);
        }
        block.window = config_.window[static_cast<std::size_t>(layer)];
        blocks_.push_back(block);
        for (std::size_t part = 0; part < parts_.count; ++part) {
            const bool bias = part < parts_.o ? config_.queryKeyValueBias : part == parts_.o ? config_.outputBias : config_.mlpBias;
            linears_.load(weights, options, prefix == "model." ? "" : "model.", bias);
        }
    }

    torch::Tensor embedded(const TokenBatch& batch, const AttentionPlan& plan) const override {
        const torch::Tensor x = LayeredModel::embedded(batch, plan);
        return embeddingScale_.defined() ? x * embeddingScale_ : x;
    }

    torch::Tensor block(const BlockInput& in, const torch::Tensor& x) const override {
        const Block& b = blocks_[in.layer];
        const auto [q, k, v] = projected(in, b.beforeAttention(x));
        const torch::Tensor y = in.trimmed(x) + b.afterAttention(linear(in, parts_.o, attention(in, q, k, v)));
        return y + b.afterMlp(mlp(in, b.beforeMlp(y)));
    }

    torch::Tensor linear(const BlockInput& in, std::size_t part, const torch::Tensor& x) const { return in.router.apply(linears_.at(in.layer * parts_.count + part), x); }

    /// Queries at the wanted positions alone, keys and values everywhere.
    std::tuple<torch::Tensor, torch::Tensor, torch::Tensor> projected(const BlockInput& in, const torch::Tensor& n) const {
        if (!config_.fusedProjections) return {linear(in, parts_.q, in.trimmed(n)), linear(in, parts_.k, n), linear(in, parts_.v, n)};
        const std::int64_t q = config_.heads * config_.headDim, kv = config_.kvHeads * config_.headDim;
        const std::vector<torch::Tensor> all = linear(in, parts_.q, n).split_with_sizes({q, kv, kv}, -1);
        return {in.trimmed(all[0]), all[1], all[2]};
    }

    torch::Tensor mlp(const BlockInput& in, const torch::Tensor& m) const {
        if (!config_.fusedProjections) return linear(in, parts_.down, gated(activation_, linear(in, parts_.gate, m), linear(in, parts_.up, m)));
        const std::vector<torch::Tensor> both = linear(in, parts_.gate, m).chunk(2, -1);
        return linear(in, parts_.down, gated(activation_, both[0], both[1]));
    }

    torch::Tensor finalNorm(const torch::Tensor& x) const override { return finalNorm_(x); }

    /// Of (…, heads · headDim): (…, heads, headDim), normed as the family does.
    torch::Tensor headsOf(const torch::Tensor& x, const RmsNorm& norm, std::int64_t heads) const {
        if (config_.queryKeyNorm == QueryKeyNorm::Whole) return norm(x).unflatten(-1, {heads, config_.headDim});
        return norm(x.unflatten(-1, {heads, config_.headDim}));
    }

    /// q is (batch, seq, ·), or (wanted, ·) in a trimmed block.
    torch::Tensor attention(const BlockInput& in, const torch::Tensor& qFlat, const torch::Tensor& kFlat, const torch::Tensor& vFlat) const {
        const Block& b = blocks_[in.layer];
        const bool trimmed = qFlat.dim() == 2;
        const Rope& rope = b.window > 0 ? slidingRope_ : rope_;
        const torch::Tensor q = rotated(headsOf(qFlat, b.query, config_.heads), rope, trimmed ? in.plan.wantedPositions : in.plan.positions, in.plan.longest);
        const auto [k, v] = withPast(in.plan, in.layer, rotated(headsOf(kFlat, b.key, config_.kvHeads), rope, in.plan.positions, in.plan.longest), vFlat.unflatten(-1, {config_.kvHeads, config_.headDim}));
        return attend(q, k, v, in.plan, {scores_.scale, scores_.cap, b.window});
    }

    Parts parts_;
    std::vector<Block> blocks_;
    RmsNorm finalNorm_;
    Rope rope_, slidingRope_;
    ScoreShape scores_;
    torch::Tensor embeddingScale_;  ///< in the computing type, as transformers rounds it; undefined: none
};

}  // namespace

std::vector<LinearModule> decoderLinears(const ModelConfig& config) {
    const std::int64_t q = config.heads * config.headDim, kv = config.kvHeads * config.headDim;
    std::vector<LinearModule> linears;
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string path = "model.layers." + std::to_string(layer) + ".";
        const auto add = [&](const char* name, std::int64_t in, std::int64_t out) { linears.push_back({path + name, in, out}); };
        if (config.fusedProjections) {
            add("self_attn.qkv_proj", config.hidden, q + 2 * kv);
            add("self_attn.o_proj", q, config.hidden);
            add("mlp.gate_up_proj", config.hidden, 2 * config.intermediate);
        } else {
            add("self_attn.q_proj", config.hidden, q);
            add("self_attn.k_proj", config.hidden, kv);
            add("self_attn.v_proj", config.hidden, kv);
            add("self_attn.o_proj", q, config.hidden);
            add("mlp.gate_proj", config.hidden, config.intermediate);
            add("mlp.up_proj", config.hidden, config.intermediate);
        }
        add("mlp.down_proj", config.intermediate, config.hidden);
    }
    return linears;
}

std::unique_ptr<CausalModel> loadDecoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options) {
    return std::make_unique<Decoder>(config, weights, options);
}

}  // namespace consort::nn
