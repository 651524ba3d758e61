#pragma once
// The verb `predict`: what fine-tuning on a set of datasets is estimated to give each dataset.
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

/// `datasets{name:{loss,accuracy}}` for all datasets of the project. Throws Error{NotFound} for a name, {InvalidInput} without an estimate.
Value predictSubset(Project& project, const std::vector<std::string>& names, const JobContext& job);

}  // namespace consort
