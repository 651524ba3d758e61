#pragma once
// Internal to core/nn. A run's whole state on disk: one file, written atomically.
#include <torch/torch.h>

#include <filesystem>
#include <optional>
#include <string>

namespace consort::nn {

struct RunProgress {
    std::int64_t step = 0, bestStep = 0, tokens = 0, validationsWithoutGain = 0;
    double bestLoss = 0, smoothedLoss = 0, firstLoss = 0, seconds = 0, flops = 0;
    bool hasBest = false;
    bool validationDue = false;  ///< stopped between a step and its validation
};

struct TrainingCheckpoint {
    std::string key;  ///< hash of the plan: a checkpoint of another plan is not resumed
    RunProgress progress;
    torch::Tensor parameters, first, second, best;
};

void writeCheckpoint(const std::filesystem::path& folder, const TrainingCheckpoint& checkpoint);
/// nullopt where there is none, or it belongs to another plan. Throws Error{Corrupt} for a damaged one, which includes any byte of
/// its tensors and a number of parameters other than `parameters`.
std::optional<TrainingCheckpoint> readCheckpoint(const std::filesystem::path& folder, const std::string& key, std::int64_t parameters);

}  // namespace consort::nn
