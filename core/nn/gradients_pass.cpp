#include "core/nn/gradients_pass.h"

#include "core/nn/label_head.h"
#include "core/nn/row_outputs.h"
#include "core/nn/token_batches.h"

namespace consort::nn {
namespace {

/// Outputs of one round: fills h0 and returns ∂(Σ_s h_s)/∂logits of the round's labels.
torch::Tensor outputGradient(const torch::Tensor& logits, const BatchRound& round, RowMode mode, std::vector<double>& h0) {
    const torch::Tensor gold = torch::tensor(round.tokens, torch::kInt64).to(logits.device());
    LabelOdds odds = labelOdds(logits, gold);
    std::vector<double> weights;
    for (std::size_t b = 0; b < round.rows.size(); ++b) {
        const std::size_t begin = round.offsets[b], end = round.offsets[b + 1];
        const RowOutput output = rowOutput(mode, std::span(odds.logOdds).subspan(begin, end - begin));
        h0[static_cast<std::size_t>(round.rows[b])] = output.h;
        weights.insert(weights.end(), output.weights.begin(), output.weights.end());
    }
    const torch::Tensor scale = torch::tensor(weights, torch::kFloat64).to(logits.device(), logits.scalar_type());
    return odds.derivative.mul_(scale.unsqueeze(1));
}

/// 2 FLOP a weight and token forward, as many again for the gradient by the input; the head only at labels.
double flopsOf(const PlannedBatch& batch, const ModelInfo& model, bool backward) {
    double labels = 0;
    for (const BatchRound& round : batch.rounds) labels += static_cast<double>(round.tokens.size());
    const double passes = backward ? 1 + static_cast<double>(batch.rounds.size()) : 1;
    const double blocks = 2.0 * static_cast<double>(model.blockWeights) * static_cast<double>(batch.tokens) * passes;
    return blocks + (backward ? 4.0 : 2.0) * static_cast<double>(model.headWeights) * labels;
}

}  // namespace

std::int64_t outputRows(const ModelInfo& model, std::span<const Example> examples, RowMode mode) {
    return static_cast<std::int64_t>(planRows(examples, mode, model).example.size());
}

GradientPass::GradientPass(Session::Impl& session, const Adapter& point, const PassOptions& options)
    : session_(session), options_(options), router_(session, point, options.factorA) {}

PassResult GradientPass::run(std::span<const Example> examples, GradientSink* sink, const JobContext& job) {
    const torch::AutoGradMode gradients(sink != nullptr);
    RowPlan plan = planRows(examples, options_.mode, session_.info);
    PassResult result;
    result.example = std::move(plan.example);
    result.h0.resize(result.example.size());
    const auto total = static_cast<std::int64_t>(result.example.size());
    std::int64_t done = 0;
    job.progress(options_.stage, done, total, "rows");
    for (const std::vector<std::size_t>& members : bucketSequences(plan, options_.batchTokens)) {
        job.throwIfStopped();
        const PlannedBatch batch = planBatch(plan, members, session_.device);
        runBatch(batch, sink, result);
        result.tokens += batch.tokens;
        result.flops += flopsOf(batch, session_.info, sink != nullptr);
        done += static_cast<std::int64_t>(members.size() * batch.rounds.size());
        job.progress(options_.stage, done, total, "rows");
    }
    return result;
}

void GradientPass::runBatch(const PlannedBatch& batch, GradientSink* sink, PassResult& result) {
    router_.beginBatch(batch.wantedCounts, sink);
    const torch::Tensor states = session_.model->hidden(batch.input, router_);
    for (std::size_t r = 0; r < batch.rounds.size(); ++r) {
        const BatchRound& round = batch.rounds[r];
        const torch::Tensor at = torch::tensor(round.states, torch::kInt64).to(states.device());
        const torch::Tensor logits = session_.model->head(states.index_select(0, at));
        const torch::Tensor gradient = outputGradient(logits.detach(), round, options_.mode, result.h0);
        if (!sink) continue;
        sink->beginRows(round.rows);
        const bool keepGraph = r + 1 < batch.rounds.size();
        logits.backward(gradient, keepGraph);
        sink->endRows();
    }
}

}  // namespace consort::nn
