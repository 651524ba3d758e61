#pragma once
// What all trainings of a project share: learning rate and precision, each found once and kept, so that runs can be compared.
#include <optional>

#include "core/job/job_context.h"
#include "core/nn/trainer.h"
#include "core/pipeline/project.h"

namespace consort {

/// The project's learning rate: range test on the union of all datasets, once per project.
double autoLearningRate(Project& project, const TrainOptions& options, const JobContext& job);

/// `options` with the project's seed, the given rate (else the project's), and the project's precision: its setting, else the faster one on
/// the machine where this was first asked, timed on the union of all datasets. A training too short for the timing to pay is in float32.
TrainOptions trainOptionsOf(Project& project, TrainOptions options, std::optional<double> learningRate, const JobContext& job);

/// All rows of some datasets, as trainings take them. They live as long as the project.
std::vector<TrainingData> trainingDataOf(Project& project, const std::vector<std::string>& names);

}  // namespace consort
