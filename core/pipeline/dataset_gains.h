#pragma once
// The verb `gains`: what every dataset is estimated to bring to the others, and what training with it costs.
#include "core/base/value.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

/// `datasets[], leave_one_out[[n×n]], leave_one_out_interval[[[low, high]]], shapley[[n×n]], shapley_interval[[[low, high]]],
/// brings[{dataset, leave_one_out, shapley, low, high, cost{rows, tokens, flops, seconds}}]`: entry [i][l] is what l brings to i in nats of
/// validation loss (above 0: helps), null on the diagonal; `brings` are means over the other datasets with the Shapley value's 95 %
/// interval. Shapley values are null beyond 24 datasets. Throws Error{InvalidInput} naming `consort estimate`.
Value datasetGains(Project& project, const JobContext& job);

}  // namespace consort
