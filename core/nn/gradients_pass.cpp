#include "core/nn/gradients_pass.h"

#include <mutex>

#include "core/nn/compute_lanes.h"
#include "core/nn/index_tensor.h"
#include "core/nn/label_head.h"
#include "core/nn/out_of_memory.h"
#include "core/nn/pass_room.h"
#include "core/nn/row_outputs.h"
#include "core/nn/token_batches.h"

namespace consort::nn {
namespace {

/// Outputs of one round: fills h0 and returns ∂(Σ_s h_s)/∂logits of the round's labels.
torch::Tensor outputGradient(const torch::Tensor& logits, const BatchRound& round, RowMode mode, std::vector<double>& h0) {
    const torch::Tensor gold = indexTensor(round.tokens, logits.device());
    LabelOdds odds = labelOdds(logits, gold);
    std::vector<double> weights;
    for (std::size_t b = 0; b < round.rows.size(); ++b) {
        const std::size_t begin = round.offsets[b], end = round.offsets[b + 1];
        const RowOutput output = rowOutput(mode, std::span(odds.logOdds).subspan(begin, end - begin));
        h0[static_cast<std::size_t>(round.rows[b])] = output.h;
        weights.insert(weights.end(), output.weights.begin(), output.weights.end());
    }
    const torch::Tensor scale = realTensor(weights, logits.device(), logits.scalar_type());
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

/// What the lanes of one pass share: they write to rows of their own.
struct GradientPass::Work {
    RowPlan plan;
    std::vector<std::vector<std::size_t>> batches;
    std::vector<double> h0;
    LaneProgress progress;
    std::mutex counting;
    std::int64_t tokens = 0;
    double flops = 0;

    void count(const PlannedBatch& batch, double cost) {
        const std::lock_guard lock(counting);
        tokens += batch.tokens;
        flops += cost;
    }
};

GradientPass::GradientPass(Session::Impl& session, const Adapter& point, const PassOptions& options)
    : session_(session), point_(point), memory_(session.info, point), options_(options) {}

PassResult GradientPass::run(std::span<const Example> examples, GradientSink* sink, const JobContext& job) {
    RowPlan plan = planRows(examples, options_.mode, session_.info);
    const std::size_t rows = plan.example.size();
    const std::int64_t most = laneTokens(plan, options_.batchTokens);
    auto batches = bucketSequences(plan, most);
    Work work{std::move(plan), std::move(batches), std::vector<double>(rows), {options_.stage, static_cast<std::int64_t>(rows), "rows"}, {}};
    work.progress.advance(0, job);
    const double flopsEach = 4.0 * static_cast<double>(session_.info.blockWeights) * static_cast<double>(most);
    const Lanes lanes = lanesFor(work.batches.size(), session_.laneFlops(flopsEach));
    std::vector<std::unique_ptr<GradientSink>> siblings(static_cast<std::size_t>(lanes.count));
    for (std::size_t lane = 1; sink && lane < siblings.size(); ++lane) siblings[lane] = sink->sibling();
    runLanes(lanes, job, [&](int lane, const JobContext& laneJob) {
        const auto at = static_cast<std::size_t>(lane);
        runLane(work, lane == 0 ? sink : siblings[at].get(), at, siblings.size(), laneJob);
    });
    for (const auto& sibling : siblings) {
        if (sibling) sink->absorb(*sibling);
    }
    return {std::move(work.h0), std::move(work.plan.example), work.tokens, work.flops};
}

void GradientPass::runLane(Work& work, GradientSink* sink, std::size_t first, std::size_t stride, const JobContext& job) const {
    const torch::AutoGradMode gradients(sink != nullptr);
    GradientRouter router(session_, point_, options_.factorA);
    PassRoom room(session_, static_cast<int>(stride));
    for (std::size_t b = first; b < work.batches.size(); b += stride) {
        job.throwIfStopped();
        const auto part = [&](std::span<const std::size_t> sequences) {
            PlannedBatch batch = planBatch(work.plan, sequences, session_.device);
            batch.input.recompute = options_.recompute || (sink && !room.suffices(bytesOf(batch)));
            runBatch(router, batch, sink, work.h0);
            work.count(batch, flopsOf(batch, session_.info, sink != nullptr));
            work.progress.advance(static_cast<std::int64_t>(sequences.size() * batch.rounds.size()), job);
        };
        inHalves(work.batches[b], job, part, [&] { return !sink || sink->abandonRows(); });
    }
}

double GradientPass::bytesOf(const PlannedBatch& batch) const {
    const PassShape shape{static_cast<double>(batch.input.ids.size(0)), static_cast<double>(batch.input.ids.size(1)), static_cast<double>(batch.rounds.front().tokens.size()),
                          static_cast<double>(torch::elementSize(session_.dtype))};
    return memory_.gradients(shape, options_.factorA, false);
}

void GradientPass::runBatch(GradientRouter& router, const PlannedBatch& batch, GradientSink* sink, std::vector<double>& h0) const {
    router.beginBatch(batch.wantedCounts, sink);
    const torch::Tensor states = session_.model->hidden(batch.input, router);
    for (std::size_t r = 0; r < batch.rounds.size(); ++r) {
        const BatchRound& round = batch.rounds[r];
        const torch::Tensor at = indexTensor(round.states, states.device());
        const torch::Tensor logits = session_.model->head(states.index_select(0, at));
        const torch::Tensor gradient = outputGradient(logits.detach(), round, options_.mode, h0);
        if (!sink) continue;
        sink->beginRows(round.rows);
        const bool keepGraph = r + 1 < batch.rounds.size();
        logits.backward(gradient, keepGraph);
        sink->endRows();
    }
}

}  // namespace consort::nn
