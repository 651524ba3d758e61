#pragma once
// Internal to core/nn. One training run from where it stands to its end, a step at a time.
#include <torch/torch.h>

#include <optional>
#include <string>
#include <vector>

#include "core/nn/batch_order.h"
#include "core/nn/training_checkpoint.h"
#include "core/nn/training_state.h"

namespace consort::nn {

/// What one run wants of its next optimiser step.
struct DueStep {
    std::vector<RunRow> rows;
    std::int64_t step = 0;  ///< from 1
    double learningRate = 0;
};

/// Borrows the session, the plan and the job. One thread.
class TrainingRun {
public:
    /// Resumes from the plan's folder where an unfinished run of the same plan lies there.
    TrainingRun(Session& session, const TrainingPlan& plan, const JobContext& job);
    /// Validates where that is due. False at the run's end. Throws Cancelled where a stop was asked for, after writing a checkpoint.
    bool needsStep();
    DueStep due();
    TrainingState& state() { return state_; }
    /// The due step was taken in `seconds` of this run's own. Writes a checkpoint every now and then.
    void took(const DueStep& due, const StepOutcome& outcome, double seconds);
    /// At the end.
    TrainingResult result();

private:
    void resume();
    void save();
    void metric(const std::string& name, double value) const { job_.metric({plan_.id, progress_.step, name, value}); }
    void noteMicroBatch(std::size_t now);
    void account(const StepOutcome& outcome);
    bool diverged() const;
    std::vector<std::optional<double>> validationLosses();
    std::vector<std::optional<double>> validationLossesOrSave();
    double meanOf(const std::vector<std::optional<double>>& losses) const;
    void validate();
    void stopDiverged();
    void keepStart();

    Session& session_;
    const TrainingPlan& plan_;
    const JobContext& job_;
    std::string key_;
    BatchOrder order_;
    TrainingState state_;
    torch::Tensor best_;
    std::vector<std::vector<Example>> valid_;
    std::int64_t total_ = 0, validEvery_ = 0;
    RunProgress progress_;
    std::string ending_;
    std::size_t microBatch_ = 0;  ///< examples that go through the model at once
};

}  // namespace consort::nn
