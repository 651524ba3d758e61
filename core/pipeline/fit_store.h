#pragma once
// Internal to the pipeline: subset fits kept in the project between estimates.
#include <string>
#include <vector>

#include "core/pipeline/subset_estimator.h"

namespace consort {

/// Key of fits that may be mixed: same rows of every dataset they share, same λ, same point.
std::string fitsKeyFor(const Project& project, const EstimateRequest& request, const Penalty& penalty, const std::string& pointKey);
/// Fits of an earlier estimate that are still valid: those of subsets whose datasets' gradients were reused.
void recallFits(Project& project, const std::string& fitsKey, SubsetEstimator& estimator);
/// Keeps the fits of `subsets` as a matrix and a list of subsets by name.
void keepFits(Project& project, const std::string& fitsKey, const std::vector<Subset>& subsets, SubsetEstimator& estimator, const JobContext& job);

}  // namespace consort
