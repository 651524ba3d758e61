#include "core/nn/training_pass.h"

#include <ATen/autocast_mode.h>

#include <algorithm>
#include <numeric>

#include "core/nn/index_tensor.h"
#include "core/nn/pass_memory.h"
#include "core/nn/token_batches.h"

namespace consort::nn {
namespace {

/// Matrix products of a device in bfloat16 for a while.
class Autocast {
public:
    Autocast(bool on, torch::DeviceType device) : on_(on), device_(device) {
        if (!on_) return;
        at::autocast::set_autocast_dtype(device_, at::kBFloat16);
        at::autocast::set_autocast_enabled(device_, true);
    }
    ~Autocast() {
        if (!on_) return;
        at::autocast::set_autocast_enabled(device_, false);
        at::autocast::clear_cache();
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool on_;
    torch::DeviceType device_;
};

/// The rows of all parts end to end.
struct JointRows {
    std::vector<Example> examples;
    std::vector<DropoutRow> dropout;
    std::vector<std::int64_t> owner;  ///< row to part
};

JointRows jointRows(std::span<const PassPart> parts) {
    JointRows joint;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        for (const RunRow& row : parts[p].rows) {
            joint.examples.push_back(*row.example);
            joint.dropout.push_back({parts[p].seed, parts[p].step, row.number});
            joint.owner.push_back(static_cast<std::int64_t>(p));
        }
    }
    return joint;
}

/// What every label token counts in its part's loss.
std::vector<double> sharesOf(const BatchRound& round, const JointRows& joint, std::span<const PassPart> parts) {
    std::vector<double> share;
    for (std::size_t r = 0; r < round.rows.size(); ++r) {
        const std::size_t length = round.offsets[r + 1] - round.offsets[r];
        const std::size_t stepRows = parts[static_cast<std::size_t>(joint.owner[r])].stepRows;
        share.insert(share.end(), length, 1.0 / (static_cast<double>(length) * static_cast<double>(stepRows)));
    }
    return share;
}

/// Losses of the parts from those of the label tokens.
PassOutcome outcomeOf(const torch::Tensor& tokenLosses, const BatchRound& round, const JointRows& joint, const TokenBatch& input, std::size_t parts) {
    PassOutcome outcome{std::vector<double>(parts, 0.0), std::vector<std::int64_t>(parts, 0)};
    const torch::Tensor losses = tokenLosses.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    const double* loss = losses.const_data_ptr<double>();
    for (std::size_t r = 0; r < round.rows.size(); ++r) {
        const auto part = static_cast<std::size_t>(joint.owner[r]);
        outcome.loss[part] = std::accumulate(loss + round.offsets[r], loss + round.offsets[r + 1], outcome.loss[part]);
        outcome.tokens[part] += input.lengths[r];
    }
    return outcome;
}

/// Losses of the label tokens, each times its share; the gradient of their sum is left at `states`.
torch::Tensor headLosses(const Session::Impl& session, const torch::Tensor& states, const torch::Tensor& tokens, const torch::Tensor& shares) {
    const std::int64_t rows = std::max<std::int64_t>(1, kLogitBytes / (session.info.vocabularySize * 4));
    std::vector<torch::Tensor> losses;
    for (std::int64_t begin = 0; begin < states.size(0); begin += rows) {
        const std::int64_t end = std::min(begin + rows, states.size(0));
        const torch::Tensor picked = session.model->head(states.slice(0, begin, end)).log_softmax(-1).gather(1, tokens.slice(0, begin, end)).squeeze(1);
        const torch::Tensor weighed = -(picked * shares.slice(0, begin, end).to(picked.scalar_type()));
        weighed.sum().backward();
        losses.push_back(weighed.detach());
    }
    return torch::cat(losses);
}

}  // namespace

PassOutcome trainingPass(const Session::Impl& session, LoraRouter& router, std::span<const PassPart> parts, const TrainingPassOptions& options) {
    const JointRows joint = jointRows(parts);
    const RowPlan plan = planRows(joint.examples, RowMode::Answer, session.info);
    std::vector<std::size_t> order(plan.sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    PlannedBatch planned = planBatch(plan, order, session.device);
    planned.input.recompute = options.recompute;
    const Autocast autocast(options.bfloat16, session.device.type());
    router.beginBatch(planned.input, parts.size() > 1 ? indexTensor(joint.owner, session.device) : torch::Tensor(), &joint.dropout);
    const BatchRound& round = planned.rounds.front();
    const torch::Tensor states = session.model->hidden(planned.input, router).index_select(0, indexTensor(round.states, session.device));
    const torch::Tensor leaf = states.detach().requires_grad_(true);
    const torch::Tensor losses = headLosses(session, leaf, indexTensor(round.tokens, session.device).unsqueeze(1), realTensor(sharesOf(round, joint, parts), session.device));
    states.backward(leaf.grad());
    return outcomeOf(losses, round, joint, planned.input, parts.size());
}

}  // namespace consort::nn
