#pragma once
// The verbs `run` and `demo`: every step that is not done yet, in order.
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/job/job_context.h"
#include "core/pipeline/combine_members.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/project.h"
#include "core/pipeline/train_runs.h"

namespace consort {

struct RunRequest {
    EstimateRequest estimate;
    GroupRequest group;
    TrainRequest train;
    CombineRequest combine;
    std::optional<std::filesystem::path> exportTo;
};

struct RunOutcome {
    Evaluation evaluation;
    std::optional<std::string> bundle;
    std::vector<std::pair<std::string, double>> seconds;  ///< by stage, in order
};

RunOutcome runAll(Project& project, const RunRequest& request, const JobContext& job);

/// Copies the embedded demo from `resources` into a new project at `folder`: base model and datasets, nothing computed.
Project createDemo(const std::filesystem::path& resources, const std::filesystem::path& folder, const ComputeSettings& compute,
                   const JobContext& job);

/// Copies the embedded demo from `resources` into a new project at `folder` and runs everything, with a bundle inside the folder.
RunOutcome runDemo(const std::filesystem::path& resources, const std::filesystem::path& folder, const ComputeSettings& compute,
                   const JobContext& job);

Value toValue(const RunOutcome& outcome);

}  // namespace consort
