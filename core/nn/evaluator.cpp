#include "core/nn/evaluator.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/nn/causal_model.h"
#include "core/nn/combined_loss.h"
#include "core/nn/index_tensor.h"
#include "core/nn/pass_memory.h"
#include "core/nn/state_collector.h"
#include "core/nn/token_batches.h"

namespace consort {
namespace {

using nn::ScoredToken;

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
    std::vector<std::int64_t> goldExample;    ///< target token to example
    std::vector<double> goldShare;            ///< target token to 1 / tokens of its target
    std::optional<nn::CombinedLoss> loss;     ///< of the targets' tokens

    /// `weights` (1 or states, members) float64.
    std::vector<double> rowLogProbabilities(const torch::Tensor& weights) const;
    std::vector<RowScore> scoresFrom(const std::vector<double>& logProbabilities) const;
};

namespace {

std::int64_t rowsIn(std::int64_t bytes, std::int64_t vocabulary) { return std::max<std::int64_t>(1, bytes / (vocabulary * 4)); }

torch::Tensor column(std::span<const ScoredToken> tokens, std::int64_t ScoredToken::*field, torch::Device device, std::int64_t shift = 0) {
    std::vector<std::int64_t> values;
    for (const ScoredToken& token : tokens) values.push_back(token.*field - shift);
    return nn::indexTensor(values, device);
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
        out.goldExample.push_back(out.rowExample[row]);
        out.goldShare.push_back(1.0 / static_cast<double>(out.rowLength[row]));
        share.push_back(out.goldShare.back() / static_cast<double>(out.goldRow.size()));
    }
    const torch::Device device = out.collected.states.front().device();
    nn::GoldTokens tokens{column(gold, &ScoredToken::state, device), column(gold, &ScoredToken::token, device).unsqueeze(1), nn::realTensor(share, device)};
    out.loss.emplace(*out.model, out.collected.states, std::move(tokens), out.vocabulary);
}

torch::Tensor tensorFrom(const Matrix& matrix, torch::Device device = torch::kCPU) { return nn::realTensor(matrix.values, device).view({matrix.rows, matrix.cols}); }

/// Σ_a weights[·, a] x_a: one weight for all rows, or a column of them.
torch::Tensor blended(const torch::Tensor& weights, const auto& of) {
    if (weights.size(0) == 1) {
        const double* first = weights.const_data_ptr<double>();
        return nn::weightedSum(std::span(first, static_cast<std::size_t>(weights.size(1))), of);
    }
    torch::Tensor sum;
    for (std::int64_t a = 0; a < weights.size(1); ++a) {
        const torch::Tensor x = of(static_cast<std::size_t>(a)), part = x * weights.slice(1, a, a + 1).to(x.device(), x.scalar_type());
        sum = sum.defined() ? sum.add_(part) : part;
    }
    return sum;
}

bool allHaveChoices(std::span<const Example> examples) {
    return !examples.empty() && std::all_of(examples.begin(), examples.end(), [](const Example& e) { return !e.choices.empty() && e.gold; });
}

}  // namespace

/// Σ log p of every output row's tokens.
std::vector<double> MemberStates::Impl::rowLogProbabilities(const torch::Tensor& weights) const {
    const torch::NoGradGuard noGrad;
    std::vector<double> sums(rowExample.size(), 0.0);
    const auto& members = collected.states;
    const bool linear = model->hasLinearHead();
    const torch::Tensor z = linear ? blended(weights, [&](std::size_t a) { return members[a]; }) : members.front();
    const auto combined = [&](std::int64_t begin, std::int64_t end) {
        if (linear) return model->head(z.slice(0, begin, end));
        const torch::Tensor own = weights.size(0) == 1 ? weights : weights.slice(0, begin, end);
        return blended(own, [&](std::size_t a) { return model->head(members[a].slice(0, begin, end)); });
    };
    const std::int64_t chunk = rowsIn(kLogitBytes, vocabulary);
    const std::span<const ScoredToken> tokens(collected.tokens);
    std::size_t at = 0;
    for (std::int64_t begin = 0; begin < z.size(0); begin += chunk) {
        const std::int64_t end = std::min(begin + chunk, z.size(0));
        std::size_t last = at;
        while (last < tokens.size() && tokens[last].state < end) ++last;
        if (last == at) continue;
        const auto part = tokens.subspan(at, last - at);
        const torch::Tensor logits = combined(begin, end), states = column(part, &ScoredToken::state, logits.device(), begin);
        const torch::Tensor picked = (logits.index({states, column(part, &ScoredToken::token, logits.device())}) - logits.logsumexp(1).index_select(0, states))
                                         .to(torch::kCPU, torch::kFloat64).contiguous();
        for (std::size_t i = 0; i < part.size(); ++i) sums[static_cast<std::size_t>(part[i].row)] += picked.data_ptr<double>()[i];
        at = last;
    }
    return sums;
}

MemberStates::MemberStates(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MemberStates::MemberStates(MemberStates&&) noexcept = default;
MemberStates& MemberStates::operator=(MemberStates&&) noexcept = default;
MemberStates::~MemberStates() = default;

std::vector<double> choiceProbabilities(std::span<const double> choiceScores) {
    const double most = *std::max_element(choiceScores.begin(), choiceScores.end());
    std::vector<double> probabilities;
    double sum = 0;
    for (const double score : choiceScores) sum += probabilities.emplace_back(std::exp(score - most));
    for (double& probability : probabilities) probability /= sum;
    return probabilities;
}

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

std::vector<RowScore> MemberStates::Impl::scoresFrom(const std::vector<double>& sums) const {
    std::vector<RowScore> scores(goldRow.size());
    for (std::size_t e = 0; e < scores.size(); ++e) {
        const auto gold = static_cast<std::size_t>(goldRow[e]);
        scores[e].loss = -sums[gold] / static_cast<double>(rowLength[gold]);
        if (!choices) continue;
        scores[e].choiceScores.assign(sums.begin() + firstRow[e], sums.begin() + firstRow[e + 1]);
        const auto best = std::max_element(scores[e].choiceScores.begin(), scores[e].choiceScores.end());
        scores[e].answer = static_cast<int>(best - scores[e].choiceScores.begin());
    }
    return scores;
}

std::vector<RowScore> MemberStates::scores(std::span<const double> weights) const {
    requireWeights(weights, members());
    Matrix one(1, static_cast<std::int64_t>(weights.size()));
    std::copy(weights.begin(), weights.end(), one.values.begin());
    return impl_->scoresFrom(impl_->rowLogProbabilities(tensorFrom(one)));
}

std::vector<RowScore> MemberStates::scores(const Matrix& rowWeights) const {
    check(rowWeights.rows == static_cast<std::int64_t>(examples()) && rowWeights.cols == static_cast<std::int64_t>(members()), "weights for every row and member");
    if (examples() == 0) return {};
    std::vector<std::int64_t> owner(static_cast<std::size_t>(impl_->collected.states.front().size(0)), 0);
    for (const ScoredToken& token : impl_->collected.tokens) owner[static_cast<std::size_t>(token.state)] = impl_->rowExample[static_cast<std::size_t>(token.row)];
    return impl_->scoresFrom(impl_->rowLogProbabilities(tensorFrom(rowWeights).index_select(0, torch::tensor(owner, torch::kInt64))));
}

RowDerivatives MemberStates::rowDerivatives(const Matrix& rowWeights) const {
    check(rowWeights.rows == static_cast<std::int64_t>(examples()) && rowWeights.cols == static_cast<std::int64_t>(members()), "weights for every row and member");
    const std::int64_t rows = rowWeights.rows, m = rowWeights.cols;
    RowDerivatives result{std::vector<double>(examples(), 0.0), Matrix(rows, m), Matrix(rows, m * m)};
    if (rows == 0) return result;
    const torch::Device device = impl_->collected.states.front().device();
    const torch::Tensor example = nn::indexTensor(impl_->goldExample, device), share = nn::realTensor(impl_->goldShare, device);
    const nn::TokenTerms terms = impl_->loss->terms(tensorFrom(rowWeights, device).index_select(0, example));
    const auto summed = [&](const torch::Tensor& values, double* out) {
        const torch::Tensor flat = values.view({values.size(0), -1}) * share.unsqueeze(1);
        const torch::Tensor sums = torch::zeros({rows, flat.size(1)}, flat.options()).index_add_(0, example, flat).to(torch::kCPU);
        std::copy_n(sums.const_data_ptr<double>(), sums.numel(), out);
    };
    summed(terms.losses, result.losses.data());
    summed(terms.gradient, result.gradient.values.data());
    summed(terms.curvature, result.curvature.values.data());
    return result;
}

double MemberStates::loss(std::span<const double> weights, Derivatives* derivatives) const {
    requireWeights(weights, members());
    return impl_->loss->at(weights, derivatives);
}

}  // namespace consort
