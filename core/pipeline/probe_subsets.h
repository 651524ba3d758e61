#pragma once
// Real fine-tunings of a few subsets, all by equal steps: what estimates are held against (method.md §6).
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/pipeline/adapter_meter.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {

/// One subset to train on, and the seed of its batches and dropout.
struct ProbePlan {
    Subset subset;
    std::uint64_t seed = 0;
};

/// What a probe found. Distances are Euclidean norms over the adapter's weights, from the expansion point.
struct Probe {
    ProbePlan plan;
    std::vector<Prediction> measured;      ///< per dataset, in import order
    std::vector<float> rowLoss;            ///< validation losses of all datasets, one after the other
    double distance = 0;                   ///< ‖Δ‖ that the training reached
    double firstOrder = 0;                 ///< first-order error at that very Δ
    double trainSeconds = 0, seconds = 0, flops = 0;
    bool reused = false;
};

/// What the probes share with the estimate that they test.
struct ProbeContext {
    const ExpansionPoint& point;
    std::span<const DatasetRows> datasets;
    const EstimateRequest& request;
};

/// Steps of every probe: as asked for, or one epoch over the rows of a subset of mean size.
std::int64_t probeSteps(const ProbeContext& context, std::span<const ProbePlan> plans);

/// Trains on the estimate's train rows of each subset and measures on its validation rows, several probes side by side. A probe that was
/// trained before is looked up; when stopped, finished ones are kept.
std::vector<Probe> probeSubsets(Project& project, const ProbeContext& context, std::span<const ProbePlan> plans, const JobContext& job);

}  // namespace consort
