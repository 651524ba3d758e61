#pragma once
// Internal to the pipeline: an estimate held against real fine-tunings of some of its subsets (method.md §6).
#include "core/job/job_context.h"
#include "core/pipeline/estimate_rows.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {

/// Trains the most informative of `candidates`, as many as the request asks for, and writes estimate, measurement and agreement into
/// `estimate`.
void addProbes(Project& project, const ExpansionPoint& point, const EstimateRequest& request, const std::vector<Subset>& candidates,
               SubsetEstimator& estimator, Estimate& estimate, const JobContext& job);

/// What a probe's result depends on beside the estimate.
Value probeInputs(const ProbeRequest& probes);

/// Agreement of the stored outcomes (first seeds against estimates, second seeds as the ceiling), bare and corrected, and the correction.
void judgeProbes(Estimate& estimate);

}  // namespace consort
