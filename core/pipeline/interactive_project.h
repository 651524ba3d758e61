#pragma once
// What the interactive lane keeps between requests, so that an answer costs a fit and not an opening.
#include <filesystem>
#include <optional>
#include <string>

#include "core/pipeline/project.h"
#include "core/pipeline/subset_estimator.h"
#include "core/pipeline/weight_mixer.h"

namespace consort {

/// Used on one thread. Opened when first asked for; opened anew when datasets or the estimate changed.
class InteractiveProject {
public:
    InteractiveProject(std::filesystem::path folder, ComputeSettings compute) : folder_(std::move(folder)), compute_(std::move(compute)) {}
    /// Throws as Project::open.
    Project& project();
    /// Throws as loadEstimator.
    SubsetEstimator& estimator(const JobContext& job);
    /// Throws as WeightMixer::open.
    WeightMixer& mixer(const std::string& dataset, const JobContext& job);

private:
    std::string stateOfData() const;
    std::filesystem::path folder_;
    ComputeSettings compute_;
    std::optional<Project> project_;
    std::string dataState_, estimateKey_;
    std::optional<SubsetEstimator> estimator_;
    std::optional<WeightMixer> mixer_;
};

}  // namespace consort
