#include "core/nn/generator.h"

#include "core/base/rng.h"
#include "core/nn/causal_model.h"
#include "core/nn/lora_router.h"

namespace consort {
namespace {

/// (vocab) logits after the last token.
torch::Tensor nextLogits(Session::Impl& session, const TokenIds& ids, nn::LinearRouter& router) {
    nn::TokenBatch batch;
    batch.ids = torch::tensor(std::vector<std::int64_t>(ids.begin(), ids.end())).unsqueeze(0);
    batch.lengths = {static_cast<std::int64_t>(ids.size())};
    batch.wanted = torch::tensor({static_cast<std::int64_t>(ids.size()) - 1}, torch::kInt64);
    return session.model->head(session.model->hidden(batch, router)).squeeze(0);
}

std::int32_t chosen(const torch::Tensor& logits, const GenerateOptions& options, Rng& rng) {
    if (options.temperature <= 0) return static_cast<std::int32_t>(logits.argmax().item<std::int64_t>());
    const torch::Tensor cumulative = (logits.to(torch::kFloat64) / options.temperature).softmax(0).cumsum(0);
    const auto index = torch::searchsorted(cumulative, torch::tensor({rng.uniform()}, torch::kFloat64), false, true).item<std::int64_t>();
    return static_cast<std::int32_t>(std::min(index, cumulative.size(0) - 1));
}

}  // namespace

TokenIds generate(Session& session, const TokenIds& prompt, const GenerateOptions& options, const Adapter* adapter, const JobContext& job) {
    const torch::NoGradGuard noGrad;
    session.requireIds(prompt);
    const auto router = nn::evaluationRouter(session.impl(), adapter);
    Rng rng(options.seed, streamOf("generate"));
    TokenIds ids = prompt;
    TokenIds fresh;
    while (static_cast<std::int64_t>(fresh.size()) < options.maxNewTokens && static_cast<std::int64_t>(ids.size()) < session.info().maxPositions) {
        job.throwIfStopped();
        const std::int32_t next = chosen(nextLogits(session.impl(), ids, *router), options, rng);
        if (options.stopAt && next == *options.stopAt) break;
        ids.push_back(next);
        fresh.push_back(next);
    }
    return fresh;
}

}  // namespace consort
