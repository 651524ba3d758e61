#include "core/nn/evaluator.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/nn/causal_model.h"
#include "core/nn/lora_router.h"
#include "core/nn/token_batches.h"

namespace consort {
namespace {

constexpr std::int64_t kBatchTokens = 4096;
constexpr std::int64_t kLogitBytes = std::int64_t{256} << 20;  ///< of one chunk of the head's output

/// One token to be scored: the state that predicts it, and the output row it belongs to.
struct ScoredToken {
    std::int64_t state = 0, token = 0, row = 0;
};

}  // namespace

struct MemberStates::Impl {
    const nn::CausalModel* model = nullptr;
    std::int64_t vocabulary = 0;
    std::size_t memberCount = 0;
    std::vector<torch::Tensor> states;        ///< per member (states, hidden)
    std::vector<ScoredToken> tokens;          ///< ascending in state
    std::vector<std::int64_t> rowExample;     ///< output row to example
    std::vector<std::int64_t> rowLength;      ///< output row to its number of tokens
    std::vector<std::int64_t> goldRow;        ///< example to the output row of its target
    std::vector<std::int64_t> firstRow;       ///< (examples + 1) output rows of an example
    bool choices = false;
    std::int64_t tokenCount = 0;
    double flops = 0;

    torch::Tensor combined(std::span<const double> weights) const;
    std::vector<double> rowLogProbabilities(std::span<const double> weights) const;
};

namespace {

/// Σ ω_a n_a over the members with a weight.
torch::Tensor weightedSum(const std::vector<torch::Tensor>& states, std::span<const double> weights) {
    torch::Tensor sum;
    for (std::size_t a = 0; a < states.size(); ++a) {
        if (weights[a] == 0) continue;
        const torch::Tensor part = weights[a] == 1 ? states[a] : states[a] * weights[a];
        sum = sum.defined() ? sum + part : part;
    }
    return sum.defined() ? sum : torch::zeros_like(states.front());
}

std::int64_t chunkStates(std::int64_t vocabulary) { return std::max<std::int64_t>(1, kLogitBytes / (vocabulary * 4)); }

torch::Tensor column(const std::vector<ScoredToken>& tokens, std::size_t begin, std::size_t end, std::int64_t ScoredToken::*field, std::int64_t shift) {
    std::vector<std::int64_t> values;
    for (std::size_t i = begin; i < end; ++i) values.push_back(tokens[i].*field - shift);
    return torch::tensor(values, torch::kInt64);
}

void requireWeights(std::span<const double> weights, std::size_t members) {
    if (weights.size() != members) throw Error(ErrorCode::Internal, "one weight a member is needed");
}

/// Computes the states of all members batch by batch.
class StateCollector {
public:
    StateCollector(Session& session, std::span<const Adapter* const> members, MemberStates::Impl& out) : session_(session.impl()), out_(out) {
        for (const Adapter* member : members) routers_.push_back(nn::evaluationRouter(session_, member));
        parts_.resize(members.size());
    }

    void run(const nn::RowPlan& plan, const JobContext& job) {
        const torch::NoGradGuard noGrad;
        const auto batches = nn::bucketSequences(plan, kBatchTokens);
        for (std::size_t b = 0; b < batches.size(); ++b) {
            job.throwIfStopped();
            addBatch(nn::planBatch(plan, batches[b], session_.device));
            job.progress("evaluate rows", static_cast<std::int64_t>(b + 1), static_cast<std::int64_t>(batches.size()), "batches");
        }
        for (auto& parts : parts_) out_.states.push_back(parts.empty() ? torch::zeros({0, session_.info.hiddenSize}) : torch::cat(parts));
        std::stable_sort(out_.tokens.begin(), out_.tokens.end(), [](const ScoredToken& x, const ScoredToken& y) { return x.state < y.state; });
    }

private:
    void addBatch(const nn::PlannedBatch& batch) {
        for (std::size_t a = 0; a < routers_.size(); ++a) parts_[a].push_back(session_.model->hidden(batch.input, *routers_[a]));
        for (const nn::BatchRound& round : batch.rounds) {
            for (std::size_t r = 0; r < round.rows.size(); ++r) {
                for (std::size_t t = round.offsets[r]; t < round.offsets[r + 1]; ++t) {
                    out_.tokens.push_back({first_ + round.states[t], round.tokens[t], round.rows[r]});
                }
            }
        }
        first_ += batch.input.wanted.size(0);
        out_.tokenCount += batch.tokens;
        const double blocks = 2.0 * static_cast<double>(session_.info.blockWeights) * static_cast<double>(batch.tokens);
        const double head = 2.0 * static_cast<double>(session_.info.headWeights) * static_cast<double>(batch.input.wanted.size(0));
        out_.flops += (blocks + head) * static_cast<double>(routers_.size());
    }

    Session::Impl& session_;
    MemberStates::Impl& out_;
    std::vector<std::unique_ptr<nn::LinearRouter>> routers_;
    std::vector<std::vector<torch::Tensor>> parts_;
    std::int64_t first_ = 0;
};

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

bool allHaveChoices(std::span<const Example> examples) {
    return !examples.empty() && std::all_of(examples.begin(), examples.end(), [](const Example& e) { return !e.choices.empty() && e.gold; });
}

}  // namespace

torch::Tensor MemberStates::Impl::combined(std::span<const double> weights) const { return weightedSum(states, weights); }

/// Σ log p of every output row's tokens.
std::vector<double> MemberStates::Impl::rowLogProbabilities(std::span<const double> weights) const {
    const torch::NoGradGuard noGrad;
    std::vector<double> sums(rowExample.size(), 0.0);
    const torch::Tensor z = combined(weights);
    const std::int64_t chunk = chunkStates(vocabulary);
    std::size_t at = 0;
    for (std::int64_t begin = 0; begin < z.size(0); begin += chunk) {
        const std::int64_t end = std::min(begin + chunk, z.size(0));
        std::size_t last = at;
        while (last < tokens.size() && tokens[last].state < end) ++last;
        if (last == at) continue;
        const torch::Tensor logProbabilities = model->head(z.slice(0, begin, end)).log_softmax(-1);
        const torch::Tensor picked = logProbabilities.index({column(tokens, at, last, &ScoredToken::state, begin), column(tokens, at, last, &ScoredToken::token, 0)})
                                         .to(torch::kFloat64).contiguous();
        for (std::size_t i = at; i < last; ++i) sums[static_cast<std::size_t>(tokens[i].row)] += picked.data_ptr<double>()[i - at];
        at = last;
    }
    return sums;
}

MemberStates::MemberStates(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MemberStates::MemberStates(MemberStates&&) noexcept = default;
MemberStates& MemberStates::operator=(MemberStates&&) noexcept = default;
MemberStates::~MemberStates() = default;

MemberStates MemberStates::compute(Session& session, std::span<const Adapter* const> members, std::span<const Example> examples,
                                   const JobContext& job) {
    auto impl = std::make_unique<Impl>();
    impl->model = session.impl().model.get();
    impl->vocabulary = session.info().vocabularySize;
    impl->memberCount = members.size();
    impl->choices = allHaveChoices(examples);
    const nn::RowPlan plan = nn::planRows(examples, impl->choices ? RowMode::Choice : RowMode::Answer, session.info());
    indexRows(plan, examples, *impl);
    StateCollector(session, members, *impl).run(plan, job);
    return MemberStates(std::move(impl));
}

std::size_t MemberStates::members() const { return impl_->memberCount; }
std::size_t MemberStates::examples() const { return impl_->goldRow.size(); }
std::int64_t MemberStates::tokens() const { return impl_->tokenCount; }
double MemberStates::flops() const { return impl_->flops; }

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

double MemberStates::loss(std::span<const double> weights, std::vector<double>* gradient) const {
    requireWeights(weights, members());
    std::vector<ScoredToken> gold;
    for (const ScoredToken& token : impl_->tokens) {
        const std::int64_t example = impl_->rowExample[static_cast<std::size_t>(token.row)];
        if (impl_->goldRow[static_cast<std::size_t>(example)] == token.row) gold.push_back(token);
    }
    if (gradient) gradient->assign(weights.size(), 0.0);
    double total = 0;
    const auto chunk = static_cast<std::size_t>(chunkStates(impl_->vocabulary));
    for (std::size_t begin = 0; begin < gold.size(); begin += chunk) {
        const std::size_t end = std::min(begin + chunk, gold.size());
        const torch::Tensor rows = column(gold, begin, end, &ScoredToken::state, 0);
        std::vector<double> share;
        for (std::size_t i = begin; i < end; ++i) {
            share.push_back(1.0 / static_cast<double>(impl_->rowLength[static_cast<std::size_t>(gold[i].row)] * static_cast<std::int64_t>(examples())));
        }
        const torch::AutoGradMode grad(gradient != nullptr);
        std::vector<torch::Tensor> picked;
        for (const torch::Tensor& states : impl_->states) picked.push_back(states.index_select(0, rows));
        torch::Tensor omega = torch::tensor(std::vector<double>(weights.begin(), weights.end()), torch::kFloat64).requires_grad_(gradient != nullptr);
        const torch::Tensor stacked = torch::stack(picked);
        const torch::Tensor z = torch::tensordot(omega.to(stacked.scalar_type()), stacked, {0}, {0});
        const torch::Tensor logProbabilities = impl_->model->head(z).log_softmax(-1).gather(1, column(gold, begin, end, &ScoredToken::token, 0).unsqueeze(1)).squeeze(1);
        const torch::Tensor loss = -(logProbabilities.to(torch::kFloat64) * torch::tensor(share, torch::kFloat64)).sum();
        total += loss.item<double>();
        if (!gradient) continue;
        const torch::Tensor g = torch::autograd::grad({loss}, {omega}).front().contiguous();
        for (std::size_t a = 0; a < weights.size(); ++a) (*gradient)[a] += g.data_ptr<double>()[a];
    }
    return total;
}

}  // namespace consort
