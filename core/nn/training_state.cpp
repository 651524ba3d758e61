#include "core/nn/training_state.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

#include "core/base/error.h"

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
    const torch::Tensor values = flat.to(torch::kCPU).contiguous();
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
      shape_(start),
      parameters_(flattened(start).to(session.device)),
      gradients_(torch::zeros_like(parameters_)),
      first_(torch::zeros_like(parameters_)),
      second_(torch::zeros_like(parameters_)),
      tensors_(trainedTensors(session, start, parameters_, gradients_)),
      passes_(session, {tensors_}),
      memory_(session.info, start),
      room_(session) {}

bool TrainingState::stepsLike(const TrainingState& other) const {
    const auto inPieces = [](const TrainingState& state) { return state.options_.microBatch > 0 && state.options_.microBatch < state.options_.batch; };
    return &session_ == &other.session_ && tensors_.dropout == other.tensors_.dropout && options_.precision == other.options_.precision &&
           options_.gradientCheckpointing == other.options_.gradientCheckpointing && !inPieces(*this) && !inPieces(other);
}

PassOutcome TrainingState::pass(std::span<const RunRow> rows, std::int64_t step, std::size_t stepRows) {
    const PassPart part{rows, options_.seed, static_cast<std::uint64_t>(step), stepRows};
    return passes_.run(std::span(&part, 1), passOptions());
}

/// Loss and gradients of all rows, `micro` at a time.
StepOutcome TrainingState::gradients(std::span<const RunRow> rows, std::int64_t step, std::size_t micro) {
    clearGradients();
    StepOutcome outcome;
    outcome.microBatch = micro;
    for (std::size_t begin = 0; begin < rows.size(); begin += micro) {
        const PassOutcome part = pass(rows.subspan(begin, std::min(micro, rows.size() - begin)), step, rows.size());
        outcome.loss += part.loss.front();
        outcome.tokens += part.tokens.front();
    }
    return outcome;
}

StepOutcome TrainingState::step(std::span<const RunRow> rows, std::int64_t step, double learningRate) {
    std::optional<StepOutcome> done;
    makeRoom(rows);
    while (!done) {
        const std::size_t micro = microBatch(rows.size());
        try {
            done = gradients(rows, step, micro);
        } catch (const std::exception& e) {
            if (!isOutOfMemory(e)) throw;
            useLess(micro);
        }
    }
    return moved(*done, step, learningRate);
}

std::size_t TrainingState::microBatch(std::size_t rows) const {
    return options_.microBatch > 0 ? std::min(static_cast<std::size_t>(options_.microBatch), rows) : rows;
}

/// Of a pass over the longest `micro` of the rows.
double TrainingState::passBytes(std::span<const RunRow> rows, std::size_t micro) const {
    std::size_t longest = 0, labels = 0;
    for (const RunRow& row : rows) {
        longest = std::max(longest, row.example->promptIds.size() + row.example->targetIds.size());
        labels = std::max(labels, row.example->targetIds.size());
    }
    const auto count = static_cast<double>(micro);
    const PassShape shape{count, static_cast<double>(longest), count * static_cast<double>(labels), static_cast<double>(torch::elementSize(session_.dtype))};
    return memory_.training(shape, options_.gradientCheckpointing);
}

/// One row with blocks computed twice is tried in any case.
void TrainingState::makeRoom(std::span<const RunRow> rows) {
    std::size_t micro = microBatch(rows.size());
    while ((micro > 1 || !options_.gradientCheckpointing) && !room_.suffices(passBytes(rows, micro))) {
        useLess(micro);
        micro = microBatch(rows.size());
    }
}

/// Fewer examples cost nothing but speed, computing blocks twice a third of a step: that comes last.
void TrainingState::useLess(std::size_t micro) {
    if (micro > 1) {
        options_.microBatch = static_cast<std::int64_t>(micro / 2);
    } else if (!options_.gradientCheckpointing) {
        options_.gradientCheckpointing = true;
    } else {
        throw Error(ErrorCode::OutOfMemory, "there is not enough memory to train on one example at a time; shorten rows with --max-tokens or use a machine with more memory");
    }
}

StepOutcome TrainingState::moved(StepOutcome outcome, std::int64_t step, double learningRate) {
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
