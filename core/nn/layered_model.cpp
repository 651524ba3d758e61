#include "core/nn/layered_model.h"

#include <tuple>

namespace consort::nn {

torch::Tensor LayeredModel::hidden(const TokenBatch& batch, LinearRouter& router) const {
    const AttentionPlan plan = attentionPlan(batch, embedding_.scalar_type());
    torch::Tensor x = embedded(batch, plan);
    const auto layers = static_cast<std::size_t>(config_.layers);
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const torch::Tensor wanted = layer + 1 == layers ? batch.wanted : torch::Tensor();
        x = passed(batch, x, [=, this, &router](const torch::Tensor& in) { return block({layer, wanted, plan, router}, in); });
    }
    return finalNorm(x.reshape({-1, config_.hidden}));
}

torch::Tensor LayeredModel::embedded(const TokenBatch& batch, const AttentionPlan& plan) const {
    static_cast<void>(plan);
    return torch::embedding(embedding_, batch.ids);
}

void LayeredModel::loadEnds(const WeightFiles& weights, const LoadOptions& options, const EndNames& names) {
    linears_.finish();
    std::tie(embedding_, head_) = nn::loadEnds(config_, weights, options, names);
}

LayerNorm::LayerNorm(const WeightFiles& weights, const LoadOptions& options, const ModelConfig& config, const std::string& path)
    : weight(weights.load(path + ".weight", {config.hidden}, options.dtype)),
      bias(weights.load(path + ".bias", {config.hidden}, options.dtype)),
      epsilon(config.normEpsilon) {}

}  // namespace consort::nn
