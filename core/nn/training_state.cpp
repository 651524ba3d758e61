#include "core/nn/training_state.h"

#include <ATen/autocast_mode.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <new>
#include <numeric>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/nn/token_batches.h"

namespace consort::nn {
namespace {

/// Leaves that are views into the flat parameters; their gradients are views into the flat gradients.
LoraTensors trainedTensors(const Session::Impl& session, const Adapter& shape, const torch::Tensor& parameters, const torch::Tensor& gradients) {
    LoraTensors tensors;
    tensors.a.resize(session.model->linears().size());
    tensors.b.resize(tensors.a.size());
    tensors.scaling = shape.config.scaling();
    tensors.dropout = shape.config.dropout;
    std::int64_t offset = 0;
    const auto leaf = [&](const FloatMatrix& matrix) {
        const std::int64_t count = matrix.rows * matrix.cols;
        torch::Tensor tensor = parameters.narrow(0, offset, count).view({matrix.rows, matrix.cols}).detach().requires_grad_(true);
        tensor.mutable_grad() = gradients.narrow(0, offset, count).view({matrix.rows, matrix.cols});
        offset += count;
        return tensor;
    };
    const std::vector<std::size_t> indices = linearIndices(session, shape);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        tensors.a[indices[i]] = leaf(shape.modules[i].a);
        tensors.b[indices[i]] = leaf(shape.modules[i].b);
    }
    return tensors;
}

/// Matrix products of the CPU in bfloat16 for a while.
class Autocast {
public:
    explicit Autocast(bool on) : on_(on) {
        if (!on_) return;
        at::autocast::set_autocast_dtype(at::kCPU, at::kBFloat16);
        at::autocast::set_autocast_enabled(at::kCPU, true);
    }
    ~Autocast() {
        if (!on_) return;
        at::autocast::set_autocast_enabled(at::kCPU, false);
        at::autocast::clear_cache();
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool on_;
};

/// LibTorch's allocators speak through their own exceptions, of which only the one for accelerators has a type of its own.
bool isOutOfMemory(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error) || dynamic_cast<const c10::OutOfMemoryError*>(&error)) return true;
    return dynamic_cast<const c10::Error*>(&error) && std::string_view(error.what()).find("can't allocate memory") != std::string_view::npos;
}

constexpr double kClearlyFaster = 1.2;
constexpr int kTimings = 2;

void copyInto(const FloatMatrix& matrix, float*& out) {
    std::memcpy(out, matrix.values.data(), matrix.values.size() * sizeof(float));
    out += matrix.values.size();
}

void copyFrom(const float*& in, FloatMatrix& matrix) {
    std::memcpy(matrix.values.data(), in, matrix.values.size() * sizeof(float));
    in += matrix.values.size();
}

}  // namespace

torch::Tensor flattened(const Adapter& adapter) {
    torch::Tensor flat = torch::empty({adapter.parameters()}, torch::kFloat32);
    float* out = flat.data_ptr<float>();
    for (const LoraWeights& module : adapter.modules) {
        copyInto(module.a, out);
        copyInto(module.b, out);
    }
    return flat;
}

Adapter unflattened(const torch::Tensor& flat, const Adapter& shape) {
    Adapter adapter = shape;
    const torch::Tensor values = flat.contiguous();
    const float* in = values.data_ptr<float>();
    for (LoraWeights& module : adapter.modules) {
        copyFrom(in, module.a);
        copyFrom(in, module.b);
    }
    return adapter;
}

TrainingState::TrainingState(Session::Impl& session, const Adapter& start, const TrainOptions& options)
    : session_(session),
      options_(options),
      bfloat16_(options.precision == "bfloat16"),
      shape_(start),
      parameters_(flattened(start)),
      gradients_(torch::zeros_like(parameters_)),
      first_(torch::zeros_like(parameters_)),
      second_(torch::zeros_like(parameters_)),
      router_(session, {trainedTensors(session, start, parameters_, gradients_)}) {}

double TrainingState::accumulate(std::span<const RunRow> rows, std::int64_t step, std::size_t batch, std::int64_t& tokens) {
    std::vector<Example> examples;
    DropoutKey key{options_.seed, static_cast<std::uint64_t>(step), {}};
    for (const RunRow& row : rows) {
        examples.push_back(*row.example);
        key.rows.push_back(row.number);
    }
    const RowPlan plan = planRows(examples, RowMode::Answer, session_.info);
    std::vector<std::size_t> order(plan.sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    PlannedBatch planned = planBatch(plan, order, session_.device);
    planned.input.recompute = options_.gradientCheckpointing;
    const Autocast autocast(bfloat16_);
    router_.beginBatch(planned.input, torch::Tensor(), &key);
    const BatchRound& round = planned.rounds.front();
    std::vector<double> share;
    for (std::size_t r = 0; r < round.rows.size(); ++r) {
        const auto length = static_cast<double>(round.offsets[r + 1] - round.offsets[r]);
        share.insert(share.end(), round.offsets[r + 1] - round.offsets[r], 1.0 / (length * static_cast<double>(batch)));
    }
    const torch::Tensor states = session_.model->hidden(planned.input, router_).index_select(0, torch::tensor(round.states, torch::kInt64));
    const torch::Tensor logProbabilities = session_.model->head(states).log_softmax(-1);
    const torch::Tensor picked = logProbabilities.gather(1, torch::tensor(round.tokens, torch::kInt64).unsqueeze(1)).squeeze(1);
    const torch::Tensor loss = -(picked * torch::tensor(share, picked.scalar_type())).sum();
    loss.backward();
    tokens += planned.tokens;
    return loss.item<double>();
}

void TrainingState::pickPrecision(std::span<const RunRow> rows) {
    const auto best = [&](bool narrow) {
        bfloat16_ = narrow;
        double seconds = INFINITY;
        for (int timing = 0; timing < kTimings; ++timing) {
            std::int64_t tokens = 0;
            const auto begin = std::chrono::steady_clock::now();
            accumulate(rows, 1, rows.size(), tokens);
            seconds = std::min(seconds, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        }
        return seconds;
    };
    const double wide = best(false), narrow = best(true);
    bfloat16_ = wide > kClearlyFaster * narrow;
}

/// Loss and gradients of all rows, `micro` at a time.
StepOutcome TrainingState::gradients(std::span<const RunRow> rows, std::int64_t step, std::size_t micro) {
    gradients_.zero_();
    StepOutcome outcome;
    outcome.microBatch = micro;
    for (std::size_t begin = 0; begin < rows.size(); begin += micro) {
        outcome.loss += accumulate(rows.subspan(begin, std::min(micro, rows.size() - begin)), step, rows.size(), outcome.tokens);
    }
    return outcome;
}

StepOutcome TrainingState::step(std::span<const RunRow> rows, std::int64_t step, double learningRate) {
    std::optional<StepOutcome> done;
    while (!done) {
        const std::size_t micro = options_.microBatch > 0 ? std::min(static_cast<std::size_t>(options_.microBatch), rows.size()) : rows.size();
        try {
            done = gradients(rows, step, micro);
        } catch (const std::exception& e) {
            if (!isOutOfMemory(e)) throw;
            if (micro == 1) throw Error(ErrorCode::OutOfMemory, "there is not enough memory to train on one example at a time; shorten rows with --max-tokens or use a machine with more memory");
            options_.microBatch = static_cast<std::int64_t>(micro / 2);
        }
    }
    StepOutcome outcome = *done;
    const torch::NoGradGuard noGrad;
    outcome.gradientNorm = gradients_.norm().item<double>();
    outcome.finite = std::isfinite(outcome.loss) && std::isfinite(outcome.gradientNorm);
    if (!outcome.finite) return outcome;
    if (options_.clip > 0 && outcome.gradientNorm > options_.clip) gradients_.mul_(options_.clip / outcome.gradientNorm);
    update(step, learningRate);
    return outcome;
}

/// AdamW (Loshchilov, Hutter 2019), decoupled decay, all modules in one flat update.
void TrainingState::update(std::int64_t step, double learningRate) {
    if (options_.weightDecay != 0) parameters_.mul_(1 - learningRate * options_.weightDecay);
    first_.mul_(options_.beta1).add_(gradients_, 1 - options_.beta1);
    second_.mul_(options_.beta2).addcmul_(gradients_, gradients_, 1 - options_.beta2);
    const double correction1 = 1 - std::pow(options_.beta1, static_cast<double>(step));
    const double correction2 = 1 - std::pow(options_.beta2, static_cast<double>(step));
    const torch::Tensor denominator = (second_.sqrt() / std::sqrt(correction2)).add_(options_.epsilon);
    parameters_.addcdiv_(first_, denominator, -learningRate / correction1);
}

}  // namespace consort::nn
