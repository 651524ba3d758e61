#pragma once
// Internal to the pipeline: how far the linear model is from the truth at the displacement that fine-tuning on everything implies.
#include <span>
#include <vector>

#include "core/job/job_context.h"
#include "core/pipeline/dual_displacement.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {

/// A displacement, and at which multiples of it the linear model is looked at.
struct Displacement {
    const Adapter& delta;
    std::vector<double> scales;
};

/// FLOP of a pass over a few rows, roughly: what decides how many datasets go side by side.
inline double smallPassFlops(const ModelInfo& model, std::int64_t rows) { return 4.0 * static_cast<double>(model.blockWeights) * 64.0 * static_cast<double>(rows); }

/// `fullFit`: of the full set. Error over 64 train rows at 1/8, 1/4, 1/2, 1 and 2 times the full set's displacement (method.md §6). Entry kFullDisplacement is the
/// displacement itself.
std::vector<FirstOrderPoint> firstOrderErrors(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                              const EstimateRequest& request, const UsedFit& fullFit, const JobContext& job);

/// The same error at some multiples of any displacement Δ from the point, over 64 of the datasets' train rows.
std::vector<FirstOrderPoint> errorsAlong(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                         const EstimateRequest& request, const Displacement& along, const JobContext& job);

/// What the person asked for, or in `auto` fresh where the error at the full set's displacement is at most 3 %, measured on up to 16
/// train and 32 validation rows a dataset, else warmed: one joint epoch over the estimate's rows. A warmed point is kept when datasets
/// are added later, so that their gradients alone are new.
ExpansionPoint expansionPoint(Project& project, const EstimateRequest& request, const JobContext& job);

/// The point of the project's current estimate. Throws Error{InvalidInput} naming `consort estimate`.
ExpansionPoint currentPoint(Project& project, const JobContext& job);

/// θ* after a joint training (one epoch, unless more are asked for) over the estimate's rows of these datasets (GradEx's meta-initialisation); kept in the project.
ExpansionPoint jointPoint(Project& project, const EstimateRequest& request, const std::vector<std::string>& names, const JobContext& job);

}  // namespace consort
