#include "core/nn/evaluator.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/nn/causal_model.h"
#include "core/nn/state_collector.h"
#include "core/nn/token_batches.h"

namespace consort {
namespace {

using nn::ScoredToken;

constexpr std::int64_t kLogitBytes = std::int64_t{256} << 20;       ///< of one chunk of the head's output
constexpr std::int64_t kKeptLogitBytes = std::int64_t{1} << 30;     ///< of all members at the target's tokens
constexpr std::int64_t kLossChunkBytes = std::int64_t{1} << 20;     ///< of combined logits: stays in the cache

/// The target's tokens: everything that the combined loss and its gradient need.
struct GoldTokens {
    torch::Tensor states;               ///< (tokens) index of the state
    torch::Tensor tokens;               ///< (tokens, 1)
    torch::Tensor share;                ///< (tokens) float64 weight in the mean over rows
    std::vector<torch::Tensor> logits;  ///< per member (tokens, vocab); empty where they do not fit
};

}  // namespace

struct MemberStates::Impl {
    const nn::CausalModel* model = nullptr;
    std::int64_t vocabulary = 0;
    std::size_t memberCount = 0;
    nn::CollectedStates collected;
    std::vector<std::int64_t> rowExample;     ///< output row to example
    std::vector<std::int64_t> rowLength;      ///< output row to its number of tokens
    std::vector<std::int64_t> goldRow;        ///< example to the output row of its target
    std::vector<std::int64_t> firstRow;       ///< (examples + 1) output rows of an example
    bool choices = false;
    mutable GoldTokens gold;                  ///< logits are filled by the first call of loss

    std::vector<double> rowLogProbabilities(std::span<const double> weights) const;
    void keepGoldLogits() const;
    torch::Tensor goldLogits(std::size_t member, std::int64_t begin, std::int64_t end) const;
};

namespace {

/// Σ ω_a x_a over the members with a weight; `of` gives x_a.
torch::Tensor weightedSum(std::span<const double> weights, const auto& of) {
    torch::Tensor sum;
    for (std::size_t a = 0; a < weights.size(); ++a) {
        if (weights[a] == 0) continue;
        if (sum.defined()) sum.add_(of(a), weights[a]);
        else sum = of(a) * weights[a];
    }
    return sum.defined() ? sum : torch::zeros_like(of(0));
}

std::int64_t rowsIn(std::int64_t bytes, std::int64_t vocabulary) { return std::max<std::int64_t>(1, bytes / (vocabulary * 4)); }

torch::Tensor column(std::span<const ScoredToken> tokens, std::int64_t ScoredToken::*field, std::int64_t shift = 0) {
    std::vector<std::int64_t> values;
    for (const ScoredToken& token : tokens) values.push_back(token.*field - shift);
    return torch::tensor(values, torch::kInt64);
}

void requireWeights(std::span<const double> weights, std::size_t members) {
    if (weights.size() != members) throw Error(ErrorCode::Internal, "one weight a member is needed");
}

/// Which output rows belong to which example, and which of them is the target.
void indexRows(const nn::RowPlan& plan, std::span<const Example> examples, MemberStates::Impl& out) {
    out.rowExample = plan.example;
    out.rowLength.assign(plan.example.size(), 0);
    for (const nn::PlannedSequence& sequence : plan.sequences) {
        for (const nn::PlannedOutput& output : sequence.outputs) out.rowLength[static_cast<std::size_t>(output.row)] = static_cast<std::int64_t>(output.tokens.size());
    }
    std::int64_t row = 0;
    for (const Example& example : examples) {
        out.firstRow.push_back(row);
        out.goldRow.push_back(row + (out.choices ? example.gold.value_or(0) : 0));
        row += out.choices ? static_cast<std::int64_t>(example.choices.size()) : 1;
    }
    out.firstRow.push_back(row);
}

void indexGold(MemberStates::Impl& out) {
    std::vector<ScoredToken> gold;
    std::vector<double> share;
    for (const ScoredToken& token : out.collected.tokens) {
        const auto row = static_cast<std::size_t>(token.row);
        if (out.goldRow[static_cast<std::size_t>(out.rowExample[row])] != token.row) continue;
        gold.push_back(token);
        share.push_back(1.0 / (static_cast<double>(out.rowLength[row]) * static_cast<double>(out.goldRow.size())));
    }
    out.gold.states = column(gold, &ScoredToken::state);
    out.gold.tokens = column(gold, &ScoredToken::token).unsqueeze(1);
    out.gold.share = torch::tensor(share, torch::kFloat64);
}

bool allHaveChoices(std::span<const Example> examples) {
    return !examples.empty() && std::all_of(examples.begin(), examples.end(), [](const Example& e) { return !e.choices.empty() && e.gold; });
}

}  // namespace

/// Σ log p of every output row's tokens.
std::vector<double> MemberStates::Impl::rowLogProbabilities(std::span<const double> weights) const {
    const torch::NoGradGuard noGrad;
    std::vector<double> sums(rowExample.size(), 0.0);
    const torch::Tensor z = weightedSum(weights, [&](std::size_t a) { return collected.states[a]; });
    const std::int64_t chunk = rowsIn(kLogitBytes, vocabulary);
    const std::span<const ScoredToken> tokens(collected.tokens);
    std::size_t at = 0;
    for (std::int64_t begin = 0; begin < z.size(0); begin += chunk) {
        const std::int64_t end = std::min(begin + chunk, z.size(0));
        std::size_t last = at;
        while (last < tokens.size() && tokens[last].state < end) ++last;
        if (last == at) continue;
        const auto part = tokens.subspan(at, last - at);
        const torch::Tensor logits = model->head(z.slice(0, begin, end)), states = column(part, &ScoredToken::state, begin);
        const torch::Tensor picked = (logits.index({states, column(part, &ScoredToken::token)}) - logits.logsumexp(1).index_select(0, states))
                                         .to(torch::kFloat64).contiguous();
        for (std::size_t i = 0; i < part.size(); ++i) sums[static_cast<std::size_t>(part[i].row)] += picked.data_ptr<double>()[i];
        at = last;
    }
    return sums;
}

void MemberStates::Impl::keepGoldLogits() const {
    const std::int64_t count = gold.states.size(0);
    if (!gold.logits.empty() || static_cast<std::int64_t>(memberCount) * count * vocabulary * 4 > kKeptLogitBytes) return;
    for (std::size_t a = 0; a < memberCount; ++a) gold.logits.push_back(model->head(collected.states[a].index_select(0, gold.states)));
}

torch::Tensor MemberStates::Impl::goldLogits(std::size_t member, std::int64_t begin, std::int64_t end) const {
    if (!gold.logits.empty()) return gold.logits[member].slice(0, begin, end);
    return model->head(collected.states[member].index_select(0, gold.states.slice(0, begin, end)));
}

MemberStates::MemberStates(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MemberStates::MemberStates(MemberStates&&) noexcept = default;
MemberStates& MemberStates::operator=(MemberStates&&) noexcept = default;
MemberStates::~MemberStates() = default;

MemberStates MemberStates::compute(Session& session, std::span<const Adapter* const> members, std::span<const Example> examples,
                                   const JobContext& job) {
    check(!members.empty(), "an evaluation has members");
    auto impl = std::make_unique<Impl>();
    impl->model = session.impl().model.get();
    impl->vocabulary = session.info().vocabularySize;
    impl->memberCount = members.size();
    impl->choices = allHaveChoices(examples);
    const nn::RowPlan plan = nn::planRows(examples, impl->choices ? RowMode::Choice : RowMode::Answer, session.info());
    indexRows(plan, examples, *impl);
    impl->collected = nn::collectStates(session.impl(), members, plan, examples, job);
    indexGold(*impl);
    return MemberStates(std::move(impl));
}

std::size_t MemberStates::members() const { return impl_->memberCount; }
std::size_t MemberStates::examples() const { return impl_->goldRow.size(); }
std::int64_t MemberStates::tokens() const { return impl_->collected.tokenCount; }
double MemberStates::flops() const { return impl_->collected.flops; }

std::vector<RowScore> MemberStates::scores(std::span<const double> weights) const {
    requireWeights(weights, members());
    const std::vector<double> sums = impl_->rowLogProbabilities(weights);
    std::vector<RowScore> scores(examples());
    for (std::size_t e = 0; e < scores.size(); ++e) {
        const auto gold = static_cast<std::size_t>(impl_->goldRow[e]);
        scores[e].loss = -sums[gold] / static_cast<double>(impl_->rowLength[gold]);
        if (!impl_->choices) continue;
        scores[e].choiceScores.assign(sums.begin() + impl_->firstRow[e], sums.begin() + impl_->firstRow[e + 1]);
        const auto best = std::max_element(scores[e].choiceScores.begin(), scores[e].choiceScores.end());
        scores[e].answer = static_cast<int>(best - scores[e].choiceScores.begin());
    }
    return scores;
}

/// ∂loss/∂ω_a = Σ_t share_t ⟨softmax(z_t) − e_gold, z_{a,t}⟩.
double MemberStates::loss(std::span<const double> weights, std::vector<double>* gradient) const {
    requireWeights(weights, members());
    const torch::NoGradGuard noGrad;
    if (gradient) {
        gradient->assign(weights.size(), 0.0);
        impl_->keepGoldLogits();
    }
    const GoldTokens& gold = impl_->gold;
    double total = 0;
    const std::int64_t count = gold.states.size(0), chunk = rowsIn(kLossChunkBytes, impl_->vocabulary);
    for (std::int64_t begin = 0; begin < count; begin += chunk) {
        const std::int64_t end = std::min(begin + chunk, count);
        const auto logits = [&](std::size_t a) { return impl_->goldLogits(a, begin, end); };
        const torch::Tensor z = weightedSum(weights, logits), tokens = gold.tokens.slice(0, begin, end), share = gold.share.slice(0, begin, end);
        const torch::Tensor highest = std::get<0>(z.max(1, true)), exponentials = (z - highest).exp_(), sums = exponentials.sum(1, true);
        const torch::Tensor losses = (sums.log() + highest - z.gather(1, tokens)).squeeze(1).to(torch::kFloat64);
        total += (losses * share).sum().item<double>();
        if (!gradient) continue;
        exponentials.div_(sums).scatter_add_(1, tokens, torch::full_like(sums, -1)).mul_(share.to(z.scalar_type()).unsqueeze(1));
        for (std::size_t a = 0; a < weights.size(); ++a) (*gradient)[a] += exponentials.flatten().dot(logits(a).flatten()).item<double>();
    }
    return total;
}

}  // namespace consort
