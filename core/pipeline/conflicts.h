#pragma once
// The verb `conflicts`: which train rows of A pull B the wrong way.
#include <cstdint>
#include <string>

#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

class SubsetEstimator;

/// `examples[{id,text,effect}]`: effect of a train row of A on B's mean validation loss to first order, per unit step down that row's
/// own loss gradient; above 0 harms. Sorted from most harmful to most helpful; at most `limit` from each end.
/// `estimator`: one that is already loaded, or null.
Value explainConflict(Project& project, const std::string& a, const std::string& b, std::int64_t limit, const JobContext& job = {},
                      SubsetEstimator* estimator = nullptr);

/// The other side of it, in the same form: validation rows of B and the change of each one's loss per unit step down A's mean training
/// loss gradient; above 0: the row is misled by A.
Value misledRows(Project& project, const std::string& a, const std::string& b, std::int64_t limit, const JobContext& job, SubsetEstimator* estimator);

}  // namespace consort
