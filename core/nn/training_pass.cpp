#include "core/nn/training_pass.h"

#include <ATen/autocast_mode.h>

#include <algorithm>
#include <numeric>

#include "core/nn/pass_memory.h"

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

/// Losses of the parts from those of the label tokens.
PassOutcome outcomeOf(const torch::Tensor& tokenLosses, const std::vector<PassRow>& rows, std::size_t parts) {
    PassOutcome outcome{std::vector<double>(parts, 0.0), std::vector<std::int64_t>(parts, 0)};
    const torch::Tensor losses = tokenLosses.to(torch::kCPU, torch::kFloat64).contiguous();
    for (const PassRow& row : rows) {
        const double* first = losses.const_data_ptr<double>() + row.firstLabel;
        outcome.loss[row.part] = std::accumulate(first, first + row.labels, outcome.loss[row.part]);
        outcome.tokens[row.part] += row.tokens;
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

torch::Tensor labelLosses(const Session::Impl& session, LoraRouter& router, const PassInputs& inputs, const TrainingPassOptions& options) {
    const Autocast autocast(options.bfloat16, session.device.type());
    TokenBatch batch;
    batch.ids = inputs.ids;
    batch.wanted = inputs.wanted;
    batch.recompute = options.recompute;
    router.beginBatch(batch, inputs.owners, inputs.dropoutKeys);
    const torch::Tensor states = session.model->hidden(batch, router), leaf = states.detach().requires_grad_(true);
    const torch::Tensor losses = headLosses(session, leaf, inputs.labels, inputs.shares);
    states.backward(leaf.grad());
    return losses;
}

TrainingPass::TrainingPass(const Session::Impl& session, std::vector<LoraTensors> adapters) : session_(session), router_(session, std::move(adapters)), graphs_(session) {}

PassOutcome TrainingPass::run(std::span<const PassPart> parts, const TrainingPassOptions& options) {
    const PlannedPass planned = planPass(session_.info, parts, router_.dropout() > 0, graphs_.grid());
    const std::int64_t kind = 2 * options.bfloat16 + options.recompute;
    const torch::Tensor losses = graphs_.run(planned.inputs, kind, [this, options](const PassInputs& inputs) { return labelLosses(session_, router_, inputs, options); });
    return outcomeOf(losses, planned.rows, parts.size());
}

}  // namespace consort::nn
