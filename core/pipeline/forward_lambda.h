#pragma once
// Internal to the pipeline: the penalty λ by what displacements really do to the model (method.md §5–6).
#include <span>
#include <vector>

#include "core/affinity/lambda_calibration.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {

/// Δ_S of some subsets at some penalties, from one pass over the rows: element s · |lambdas| + l.
std::vector<Adapter> subsetDisplacements(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                         const EstimateRequest& request, std::span<const Subset> subsets, std::span<const double> lambdas,
                                         const JobContext& job);

/// What a displacement is judged on: validation rows per dataset; one that has none does not judge.
using JudgingRows = std::vector<std::vector<Example>>;

/// At most 24 validation rows of a dataset, without their choices.
std::vector<Example> judgingRows(Project& project, const std::string& dataset);

/// The λ whose displacements lower the *real* validation loss most: Δ_S(λ) of the full set and three of `subsets` is set into the adapter
/// and the judging rows of its datasets go through the model. The linear model's own validation loss goes on falling far outside the
/// regime where it holds, so it is no judge of λ.
LambdaChoice forwardLambda(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                           const JudgingRows& rows, std::span<const Subset> subsets, const JobContext& job);

}  // namespace consort
