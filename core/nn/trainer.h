#pragma once
// Trains LoRA adapters on the frozen base: resumable, cancellable within a step (method.md §9).
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

struct TrainOptions {
    double epochs = 3;
    std::optional<std::int64_t> steps;   ///< wins over epochs
    double learningRate = 1e-3;
    std::int64_t batch = 8;              ///< examples per optimiser step
    std::int64_t microBatch = 0;         ///< examples per forward; 0: the batch (gradient accumulation otherwise)
    double warmup = 0.05;                ///< share of all steps
    std::string schedule = "cosine";     ///< "cosine" (to 0), "linear", "constant"
    double weightDecay = 0;
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    double clip = 1.0;                   ///< gradient norm; 0: none
    std::int64_t validEvery = 0;         ///< steps between validations; 0: once an epoch
    std::int64_t patience = 0;           ///< validations without improvement before stopping early; 0: never
    std::int64_t validRows = 200;        ///< validation rows a dataset, a seeded draw
    std::int64_t checkpointEvery = 50;   ///< steps
    bool gradientCheckpointing = false;
    std::string precision = "float32";   ///< of matrix products: "float32" (the session's type), "bfloat16" (autocast); see fasterPrecision
    std::uint64_t seed = 0;
};

/// One dataset's part in a run. Borrows the rows.
struct TrainingData {
    std::string name;
    std::span<const Example> train, valid;
    bool onlyJudges = false;  ///< has no train rows: its validation rows help to decide which state is kept
};

/// One run: an adapter on the union of some datasets.
struct TrainingPlan {
    std::string id;                  ///< "g1", "single", "alone_mr"
    std::vector<TrainingData> data;
    Adapter start;                   ///< usually freshAdapter(…)
    TrainOptions options;
    std::filesystem::path folder;    ///< checkpoints live here; an unfinished run found here is resumed
};

struct TrainingResult {
    std::string id;
    Adapter adapter;                 ///< the kept state: lowest mean over the datasets of validation loss
    std::int64_t steps = 0, bestStep = 0, tokens = 0, peakBytes = 0;
    double trainLoss = 0, validLoss = 0, seconds = 0, flops = 0;
    std::string state;               ///< "done", "stopped_early", "diverged" (NaN or divergence: last good state kept)
};

/// Runs the plan to its end, resuming from its folder. Streams train_loss, valid_loss, valid_loss/<dataset>, lr, grad_norm,
/// tokens_per_s and memory through job.metric. Cancelled within one step, after writing a checkpoint.
/// A damaged checkpoint is told in a note, and the run begins anew. On one thread a killed and resumed run is bit-identical to an undisturbed one.
/// Several runs may be trained at once on one session, from different threads.
TrainingResult train(Session& session, const TrainingPlan& plan, const JobContext& job);

/// Optimiser steps of a run on this data.
std::int64_t plannedSteps(const TrainOptions& options, std::span<const TrainingData> data);

/// Tokens of one optimiser step on average.
double stepTokens(std::span<const TrainingData> data, std::int64_t batch);

/// FLOP of one optimiser step, roughly: what decides how many runs go side by side (compute_lanes.h).
double stepFlops(const ModelInfo& model, std::span<const TrainingData> data, std::int64_t batch);

/// Removes the checkpoint of a run that is finished and stored, or is to start afresh.
void forgetCheckpoint(const std::filesystem::path& folder);

/// "bfloat16" where forward and backward passes over this data's first batch are clearly faster in it than in float32, else "float32":
/// medians of passes that take turns. Always "float32" where the session computes in another type.
std::string fasterPrecision(Session& session, const Adapter& start, std::span<const TrainingData> data, const TrainOptions& options);

/// Learning-rate range test: one short geometric sweep; the rate at which the smoothed loss falls most steeply, at most a quarter
/// of that of the lowest loss.
struct RangeTestPoint { double learningRate, loss; };
struct RangeTest { double learningRate = 0; std::vector<RangeTestPoint> curve; };
RangeTest rangeTest(Session& session, const Adapter& start, std::span<const TrainingData> data, const TrainOptions& options,
                    const JobContext& job);

}  // namespace consort
