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

/// One member and what it has seen so far.
class Reader {
public:
    Reader(Session::Impl& session, const WeightedMember& member) : session_(session), router_(nn::evaluationRouter(session, member.adapter)), weight_(member.weight) {}

    /// weight · (vocab) logits after these tokens, which follow those of earlier calls.
    torch::Tensor read(const TokenIds& ids) {
        nn::TokenBatch batch;
        nn::KeyValues seen;
        batch.ids = nn::indexTensor(std::vector<std::int64_t>(ids.begin(), ids.end()), session_.device).unsqueeze(0);
        batch.lengths = {batch.ids.size(1)};
        batch.wanted = nn::indexTensor(std::array{batch.ids.size(1) - 1}, session_.device);
        batch.past = past_.keys.empty() ? nullptr : &past_;
        batch.record = &seen;
        const torch::Tensor logits = session_.model->head(session_.model->hidden(batch, *router_)).squeeze(0).to(torch::kCPU);
        past_ = std::move(seen);
        return logits * weight_;
    }

private:
    Session::Impl& session_;
    std::unique_ptr<nn::LoraRouter> router_;
    double weight_;
    nn::KeyValues past_;
};

torch::Tensor combinedLogits(std::vector<Reader>& readers, const TokenIds& ids) {
    torch::Tensor sum = readers.front().read(ids);
    for (std::size_t a = 1; a < readers.size(); ++a) sum = sum + readers[a].read(ids);
    return sum;
}

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
    std::vector<Reader> readers;
    for (const WeightedMember& member : members) readers.emplace_back(session.impl(), member);
    Rng rng(options.seed, streamOf("generate"));
    const std::int64_t room = session.info().maxPositions - static_cast<std::int64_t>(prompt.size());
    TokenIds fresh, unread = prompt;
    while (static_cast<std::int64_t>(fresh.size()) < std::min(options.maxNewTokens, room)) {
        job.throwIfStopped();
        const std::int32_t next = chosen(combinedLogits(readers, unread), options, rng);
        if (std::find(options.stopAt.begin(), options.stopAt.end(), next) != options.stopAt.end()) break;
        fresh.push_back(next);
        if (options.isDone && options.isDone(fresh)) break;
        unread = {next};
    }
    return fresh;
}

}  // namespace consort
