#pragma once
// Internal to core/nn. One adapter being trained: parameters, AdamW's moments, and the step that moves them.
#include <torch/torch.h>

#include <span>
#include <vector>

#include "core/nn/out_of_memory.h"
#include "core/nn/pass_memory.h"
#include "core/nn/pass_room.h"
#include "core/nn/trainer.h"
#include "core/nn/training_pass.h"

namespace consort::nn {

struct StepOutcome {
    double loss = 0;          ///< mean over rows of the mean target cross-entropy, before the step
    double gradientNorm = 0;  ///< before clipping
    std::int64_t tokens = 0;
    bool finite = true;       ///< false: nothing was moved
    std::size_t microBatch = 0;  ///< examples that went through the model at once: fewer than asked for where memory did not suffice
};

/// A and B of every module end to end (on the host), and back (from anywhere).
torch::Tensor flattened(const Adapter& adapter);
Adapter unflattened(const torch::Tensor& flat, const Adapter& shape);

class TrainingState {
public:
    TrainingState(Session::Impl& session, const Adapter& start, const TrainOptions& options);
    /// Forward and backward of these rows without a step.
    void tryPass(std::span<const RunRow> rows) { pass(rows, 1, rows.size()); }
    /// One optimiser step on these rows at this learning rate; `step` counts from 1 and keys dropout and bias correction. Where memory
    /// does not suffice, by the forecast of pass_memory.h or in fact, the micro-batch is halved for this and all later steps, then blocks
    /// are computed twice. Throws Error{OutOfMemory} where one example is too many.
    StepOutcome step(std::span<const RunRow> rows, std::int64_t step, double learningRate);
    Adapter adapter() const { return unflattened(parameters_, shape_); }

    /// The parts of a step, for several adapters in one pass (fused_steps.h): gradients are cleared, a pass over the leaves adds to them,
    /// and `moved` clips and applies them, completing what the pass found.
    void clearGradients() { gradients_.zero_(); }
    StepOutcome moved(StepOutcome passed, std::int64_t step, double learningRate);
    const LoraTensors& tensors() const { return tensors_; }
    const Session::Impl& session() const { return session_; }
    std::uint64_t seed() const { return options_.seed; }
    TrainingPassOptions passOptions() const { return {options_.precision == "bfloat16", options_.gradientCheckpointing}; }
    /// Whether one pass would serve both: same dropout, precision, recomputing, no micro-batches.
    bool stepsLike(const TrainingState& other) const;

    /// All that a checkpoint must hold.
    torch::Tensor& parameters() { return parameters_; }
    torch::Tensor& firstMoment() { return first_; }
    torch::Tensor& secondMoment() { return second_; }

private:
    StepOutcome gradients(std::span<const RunRow> rows, std::int64_t step, std::size_t micro);
    PassOutcome pass(std::span<const RunRow> rows, std::int64_t step, std::size_t stepRows);
    double passBytes(std::span<const RunRow> rows, std::size_t micro) const;
    void makeRoom(std::span<const RunRow> rows);
    void useLess(std::size_t micro);
    std::size_t microBatch(std::size_t rows) const;
    void update(std::int64_t step, double learningRate);

    Session::Impl& session_;
    TrainOptions options_;
    Adapter shape_;
    torch::Tensor parameters_, gradients_, first_, second_;
    LoraTensors tensors_;  ///< views into the parameters and gradients
    TrainingPass passes_;
    PassMemory memory_;
    PassRoom room_;
};

}  // namespace consort::nn
