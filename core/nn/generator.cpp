#include "core/nn/generator.h"

#include <algorithm>
#include <array>
#include <memory>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/nn/causal_model.h"
#include "core/nn/index_tensor.h"
#include "core/nn/lora_router.h"

namespace consort {
namespace {

/// All members, side by side in one batch, and what they have seen so far.
class Readers {
public:
    Readers(Session::Impl& session, std::span<const WeightedMember> members) : session_(session) {
        std::vector<const Adapter*> adapters;
        std::vector<double> weights;
        for (const WeightedMember& member : members) {
            adapters.push_back(member.adapter);
            weights.push_back(member.weight);
        }
        router_ = nn::evaluationRouter(session, adapters);
        weights_ = nn::realTensor(weights, session.device, torch::kFloat32).unsqueeze(1);
    }

    /// Σ weight · logits (vocab) after these tokens, which follow those of earlier calls.
    torch::Tensor read(const TokenIds& ids) {
        nn::TokenBatch batch;
        nn::KeyValues seen;
        batch.ids = nn::indexTensor(std::vector<std::int64_t>(ids.begin(), ids.end()), session_.device).unsqueeze(0);
        batch.lengths = {batch.ids.size(1)};
        batch.wanted = nn::indexTensor(std::array{batch.ids.size(1) - 1}, session_.device);
        batch.past = past_.keys.empty() ? nullptr : &past_;
        batch.record = &seen;
        const nn::MemberBatch wide = nn::forMembers(batch, weights_.size(0));
        router_->beginBatch(wide.input, wide.owners);
        const torch::Tensor logits = session_.model->head(session_.model->hidden(wide.input, *router_));
        past_ = std::move(seen);
        return (logits * weights_).sum(0).to(torch::kCPU);
    }

private:
    Session::Impl& session_;
    std::unique_ptr<nn::LoraRouter> router_;
    torch::Tensor weights_;  ///< (members, 1)
    nn::KeyValues past_;
};

/// The likeliest tokens up to and with the one that reaches `share`, in all one again; the others 0.
torch::Tensor nucleus(const torch::Tensor& probabilities, double share) {
    if (share >= 1) return probabilities;
    const auto [sorted, order] = probabilities.sort(0, true);
    const torch::Tensor kept = torch::where(sorted.cumsum(0) - sorted < share, sorted, torch::zeros_like(sorted));
    return torch::zeros_like(probabilities).scatter(0, order, kept / kept.sum());
}

std::int32_t chosen(const torch::Tensor& logits, const GenerateOptions& options, Rng& rng) {
    if (options.temperature <= 0) return static_cast<std::int32_t>(logits.argmax().item<std::int64_t>());
    const torch::Tensor cumulative = nucleus((logits.to(torch::kFloat64) / options.temperature).softmax(0), options.topP).cumsum(0);
    const auto index = torch::searchsorted(cumulative, torch::tensor({rng.uniform()}, torch::kFloat64), false, true).item<std::int64_t>();
    return static_cast<std::int32_t>(std::min(index, cumulative.size(0) - 1));
}

}  // namespace

std::vector<WeightedMember> speaking(std::span<const Adapter* const> members, std::span<const double> weights) {
    std::vector<WeightedMember> speakers;
    for (std::size_t a = 0; a < weights.size(); ++a) {
        if (weights[a] != 0) speakers.push_back({members[a], weights[a]});
    }
    return speakers;
}

TokenIds generate(Session& session, const TokenIds& prompt, const GenerateOptions& options, std::span<const WeightedMember> members,
                  const JobContext& job) {
    const torch::NoGradGuard noGrad;
    session.requireIds(prompt);
    check(!members.empty(), "something generates");
    Readers readers(session.impl(), members);
    Rng rng(options.seed, streamOf("generate"));
    const std::int64_t room = session.info().maxPositions - static_cast<std::int64_t>(prompt.size());
    TokenIds fresh, unread = prompt;
    while (static_cast<std::int64_t>(fresh.size()) < std::min(options.maxNewTokens, room)) {
        job.throwIfStopped();
        const std::int32_t next = chosen(readers.read(unread), options, rng);
        if (std::find(options.stopAt.begin(), options.stopAt.end(), next) != options.stopAt.end()) break;
        fresh.push_back(next);
        if (options.isDone && options.isDone(fresh)) break;
        unread = {next};
    }
    return fresh;
}

}  // namespace consort
