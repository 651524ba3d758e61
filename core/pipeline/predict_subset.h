#pragma once
// The verb `predict`: what fine-tuning on a set of datasets is estimated to give each dataset.
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

class SubsetEstimator;

/// `datasets{name:{loss,accuracy}}` for all datasets of the project. Throws Error{NotFound} for a name, {InvalidInput} without an estimate.
/// `estimator`: one that is already loaded, or null.
Value predictSubset(Project& project, const std::vector<std::string>& names, const JobContext& job, SubsetEstimator* estimator = nullptr);

/// Pairwise transfer (n, n): what {i, l} gives i beyond {i} alone, in −loss; NaN on the diagonal.
Matrix pairwiseView(SubsetEstimator& estimator, const JobContext& job);

}  // namespace consort
