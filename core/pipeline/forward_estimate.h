#pragma once
// Internal to the pipeline: the performance of subsets by setting their least-norm displacement into the adapter (method.md §6 "forward").
#include <span>

#include "core/affinity/performance_table.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {

/// As SubsetEstimator::table, but every entry is measured: θ* + Δ_S on the estimate's validation rows. One pass over the train rows for
/// as many subsets as fit into memory, then one over the validation rows a subset.
PerformanceTable forwardTable(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                              std::span<const Subset> subsets, const Penalty& penalty, const JobContext& job);

}  // namespace consort
