#include "core/nn/training_run.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/value.h"
#include "core/data/row_draw.h"
#include "core/nn/evaluator.h"

namespace consort::nn {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double kSmoothing = 0.9;
constexpr double kDivergenceFactor = 3.0;  ///< smoothed loss against the first steps'

std::int64_t peakMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

/// Hash of everything that the course of a run depends on.
std::string planKey(const Session& session, const TrainingPlan& plan) {
    const TrainOptions& o = plan.options;
    Value value;
    value.set("model", session.info().sha256).set("dtype", session.options().dtype).set("quantize", session.options().quantize);
    value.set("rank", plan.start.config.rank).set("alpha", plan.start.config.alpha).set("dropout", plan.start.config.dropout);
    value.set("options", Value(std::vector<double>{o.epochs, static_cast<double>(o.steps.value_or(-1)), o.learningRate, static_cast<double>(o.batch),
                                                   static_cast<double>(o.microBatch), o.warmup, o.weightDecay, o.beta1, o.beta2, o.epsilon, o.clip,
                                                   static_cast<double>(o.validEvery), static_cast<double>(o.patience), static_cast<double>(o.validRows)}));
    value.set("schedule", o.schedule).set("precision", o.precision).set("seed", o.seed);
    Sha256 hash;
    hash.update(toJson(value));
    for (const LoraWeights& module : plan.start.modules) hash.update(module.path);
    for (const TrainingData& data : plan.data) {
        hash.update(data.name);
        for (const auto rows : {data.train, data.valid}) {
            for (const Example& row : rows) {
                hash.update(row.id);
                hash.update(row.promptIds.data(), row.promptIds.size() * sizeof(std::int32_t));
                hash.update(row.targetIds.data(), row.targetIds.size() * sizeof(std::int32_t));
                hash.update(std::string(row.lossMask.begin(), row.lossMask.end()));
            }
        }
    }
    return hash.hexDigest();
}

/// Share of the learning rate at a step (from 1): linear warm-up, then the schedule down to 0.
double scheduleAt(const TrainOptions& options, std::int64_t step, std::int64_t total) {
    const double warm = std::max(1.0, std::round(options.warmup * static_cast<double>(total)));
    if (static_cast<double>(step) < warm) return static_cast<double>(step) / warm;
    const double done = (static_cast<double>(step) - warm) / std::max(1.0, static_cast<double>(total) - warm);
    if (options.schedule == "linear") return 1 - done;
    if (options.schedule == "cosine") return 0.5 * (1 + std::cos(std::numbers::pi * done));
    return 1;
}

const TrainingPlan& checked(const TrainingPlan& plan) {
    const TrainOptions& o = plan.options;
    for (const TrainingData& data : plan.data) {
        if (data.train.empty() && !data.onlyJudges) throw Error(ErrorCode::InvalidInput, "the dataset '" + data.name + "' has no train rows; import it again with more rows");
    }
    if (std::all_of(plan.data.begin(), plan.data.end(), [](const TrainingData& data) { return data.train.empty(); })) {
        throw Error(ErrorCode::InvalidInput, "the run '" + plan.id + "' has no datasets");
    }
    if (o.batch < 1) throw Error(ErrorCode::InvalidInput, "--batch must be at least 1");
    if (!(o.learningRate > 0)) throw Error(ErrorCode::InvalidInput, "the learning rate must be above 0");
    if (o.schedule != "cosine" && o.schedule != "linear" && o.schedule != "constant") {
        throw Error(ErrorCode::InvalidInput, "the schedule '" + o.schedule + "' is not known: use cosine, linear or constant");
    }
    if (o.precision != "float32" && o.precision != "bfloat16") {
        throw Error(ErrorCode::InvalidInput, "the precision '" + o.precision + "' is not known: use float32 or bfloat16");
    }
    return plan;
}

}  // namespace

TrainingRun::TrainingRun(Session& session, const TrainingPlan& plan, const JobContext& job)
    : session_(session), plan_(checked(plan)), job_(job), key_(planKey(session, plan)), order_(plan.data, plan.options.seed),
      state_(session.impl(), plan.start, plan.options), best_(state_.parameters().clone()) {
    total_ = plannedSteps(plan.options, plan.data);
    const std::int64_t epoch = std::max<std::int64_t>(1, (order_.rows() + plan.options.batch - 1) / plan.options.batch);
    validEvery_ = plan.options.validEvery > 0 ? plan.options.validEvery : epoch;
    for (const TrainingData& data : plan.data) {
        valid_.push_back(drawnRows({data.valid.begin(), data.valid.end()}, plan.options.validRows, plan.options.seed));
        for (Example& row : valid_.back()) row.choices.clear();
    }
    microBatch_ = static_cast<std::size_t>(plan.options.microBatch > 0 ? std::min(plan.options.microBatch, plan.options.batch) : plan.options.batch);
    resume();
}

bool TrainingRun::needsStep() {
    while (ending_.empty() && (progress_.validationDue || progress_.step < total_)) {
        if (job_.stopToken().stop_requested()) {
            save();
            job_.throwIfStopped();
        }
        if (!progress_.validationDue) return true;
        validate();
    }
    return false;
}

DueStep TrainingRun::due() {
    const std::int64_t step = progress_.step + 1;
    return {order_.batch(step, plan_.options.batch), step, plan_.options.learningRate * scheduleAt(plan_.options, step, total_)};
}

void TrainingRun::took(const DueStep& due, const StepOutcome& outcome, double seconds) {
    progress_.step = due.step;
    progress_.seconds += seconds;
    noteMicroBatch(outcome.microBatch);
    account(outcome);
    if (!outcome.finite || diverged()) return stopDiverged();
    metric("train_loss", outcome.loss);
    metric("lr", due.learningRate);
    metric("grad_norm", outcome.gradientNorm);
    metric("tokens_per_s", static_cast<double>(outcome.tokens) / std::max(1e-9, seconds));
    metric("memory", static_cast<double>(peakMemory()));
    job_.progress("train " + plan_.id, progress_.step, total_, "steps");
    const bool last = progress_.step == total_;
    progress_.validationDue = last || progress_.step % validEvery_ == 0;
    if (!last && progress_.step % plan_.options.checkpointEvery == 0) save();
}

void TrainingRun::resume() {
    std::optional<TrainingCheckpoint> found;
    try {
        found = readCheckpoint(plan_.folder, key_, state_.parameters().numel());
    } catch (const Error& e) {
        if (e.code() != ErrorCode::Corrupt) throw;
        job_.note(plan_.id + ": begins anew, because " + e.what());
    }
    if (!found) return;
    progress_ = found->progress;
    const torch::NoGradGuard noGrad;
    state_.parameters().copy_(found->parameters);
    state_.firstMoment().copy_(found->first);
    state_.secondMoment().copy_(found->second);
    best_.copy_(found->best);
    job_.note(plan_.id + ": resumed at step " + std::to_string(progress_.step) + " of " + std::to_string(total_));
}

void TrainingRun::save() {
    const auto here = [](const torch::Tensor& flat) { return flat.to(torch::kCPU); };
    writeCheckpoint(plan_.folder, {key_, progress_, here(state_.parameters()), here(state_.firstMoment()), here(state_.secondMoment()), here(best_)});
}

void TrainingRun::noteMicroBatch(std::size_t now) {
    if (now >= microBatch_) return;
    microBatch_ = now;
    job_.note(plan_.id + ": memory does not suffice for more; " + std::to_string(now) + " examples go through the model at a time from now on, with the same result");
}

void TrainingRun::account(const StepOutcome& outcome) {
    const double perToken = 4.0 * static_cast<double>(session_.info().blockWeights) + 6.0 * static_cast<double>(plan_.start.parameters());
    progress_.tokens += outcome.tokens;
    progress_.flops += perToken * static_cast<double>(outcome.tokens) +
                       4.0 * static_cast<double>(session_.info().headWeights) * static_cast<double>(plan_.options.batch);
    if (!outcome.finite) return;
    if (progress_.step == 1) progress_.firstLoss = progress_.smoothedLoss = outcome.loss;
    progress_.smoothedLoss = kSmoothing * progress_.smoothedLoss + (1 - kSmoothing) * outcome.loss;
}

bool TrainingRun::diverged() const { return progress_.step > 10 && progress_.smoothedLoss > kDivergenceFactor * progress_.firstLoss + 1; }

/// Of the present state on each dataset's validation rows; nothing for a dataset without any.
std::vector<std::optional<double>> TrainingRun::validationLosses() {
    const Adapter adapter = state_.adapter();
    const Adapter* members[] = {&adapter};
    const JobContext quiet(job_.stopToken());
    std::vector<std::optional<double>> losses;
    for (const std::vector<Example>& rows : valid_) {
        losses.emplace_back();
        if (!rows.empty()) losses.back() = MemberStates::compute(session_, members, rows, quiet).loss(std::vector<double>{1.0}, nullptr);
    }
    return losses;
}

/// Without validation rows the smoothed train loss stands in.
double TrainingRun::meanOf(const std::vector<std::optional<double>>& losses) const {
    double sum = 0;
    int counted = 0;
    for (const auto& loss : losses) {
        if (!loss) continue;
        sum += *loss;
        ++counted;
    }
    return counted > 0 ? sum / counted : progress_.smoothedLoss;
}

/// A stop during validation leaves it due: the resumed run begins with it.
std::vector<std::optional<double>> TrainingRun::validationLossesOrSave() {
    try {
        return validationLosses();
    } catch (const Cancelled&) {
        save();
        throw;
    }
}

void TrainingRun::validate() {
    const auto begin = Clock::now();
    const auto losses = validationLossesOrSave();
    progress_.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    progress_.validationDue = false;
    for (std::size_t i = 0; i < losses.size(); ++i) {
        if (losses[i]) metric("valid_loss/" + plan_.data[i].name, *losses[i]);
    }
    const double loss = meanOf(losses);
    metric("valid_loss", loss);
    if (!std::isfinite(loss)) return stopDiverged();
    if (!progress_.hasBest || loss < progress_.bestLoss) {
        progress_.hasBest = true;
        progress_.bestLoss = loss;
        progress_.bestStep = progress_.step;
        progress_.validationsWithoutGain = 0;
        best_.copy_(state_.parameters());
    } else if (plan_.options.patience > 0 && ++progress_.validationsWithoutGain >= plan_.options.patience) {
        ending_ = "stopped_early";
    }
}

void TrainingRun::stopDiverged() {
    ending_ = "diverged";
    job_.note(plan_.id + ": stopped at step " + std::to_string(progress_.step) +
              " because the loss diverged; the last good state is kept, try a smaller --lr");
}

/// Diverged before the first validation: the start is the last good state.
void TrainingRun::keepStart() {
    state_.parameters().copy_(best_);
    progress_.bestLoss = meanOf(validationLossesOrSave());
}

TrainingResult TrainingRun::result() {
    if (!progress_.hasBest) keepStart();
    TrainingResult result;
    result.id = plan_.id;
    result.adapter = unflattened(best_, plan_.start);
    result.steps = progress_.step;
    result.bestStep = progress_.bestStep;
    result.tokens = progress_.tokens;
    result.peakBytes = peakMemory();
    result.trainLoss = progress_.smoothedLoss;
    result.validLoss = progress_.bestLoss;
    result.seconds = progress_.seconds;
    result.flops = progress_.flops;
    result.state = ending_.empty() ? "done" : ending_;
    return result;
}

}  // namespace consort::nn
