#pragma once
// The verb `train`: one adapter per group, and the baselines, each under the same budget.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/trainer.h"
#include "core/pipeline/project.h"
#include "core/pipeline/train_control.h"

namespace consort {

struct TrainRequest {
    std::optional<int> group;             ///< only group K (1-based); default: all of the current grouping
    std::optional<double> learningRate;   ///< default: the project's range test
    std::vector<std::string> baselines;   ///< of "single", "per-dataset"
    std::string start = "fresh";          ///< "fresh"; "point": the estimate's expansion point, for groups and baselines alike
    bool groups = true;                   ///< false: baselines only
    TrainOptions options;                 ///< learningRate, seed and precision are the project's
    std::shared_ptr<TrainControl> control;  ///< pausing and order while it runs; may be null
};

/// Trains what is not yet trained; a run with the same datasets and options is reused whatever its name was.
/// Throws Error{InvalidInput} naming the command to run first. When stopped, the unfinished run keeps its checkpoint;
/// a run that was paused is left with the state "paused" and its checkpoint.
std::vector<RunRecord> trainRuns(Project& project, const TrainRequest& request, const JobContext& job);

/// The project's runs as they are now: those that a dead process left "running" or "queued" are "interrupted".
std::vector<RunRecord> runsNow(const Store& store);

/// A finished run's adapter. Throws Error{Corrupt} where its folder was damaged.
Adapter adapterOf(const Project& project, const RunRecord& run);

/// What a finished training says of itself, into its record.
void storeResult(RunRecord& record, const TrainingResult& result);

Value toValue(const RunRecord& run);

}  // namespace consort
