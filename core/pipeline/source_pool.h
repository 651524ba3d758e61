#pragma once
// Internal to the pipeline: a target and its candidate sources, linearised at the meta-initialisation (method.md §10).
#include <optional>
#include <string>
#include <vector>

#include "core/affinity/source_selection.h"
#include "core/pipeline/select_sources.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {

/// Something that may be trained on beside the target: a dataset, or a cluster of rows.
struct Source {
    std::string name;
    std::vector<Example> examples;  ///< what the final training uses
    Value datasets;                 ///< {dataset: rows}
};

struct SourcePool {
    std::vector<std::string> datasets;  ///< the target first
    std::vector<Source> sources;
    SubsetEstimator estimator;          ///< dataset 0 is the target, 1 … the sources in order
    double flops = 0;
};

/// Gradients of everything at the point of a joint epoch, clusters where they are asked for, the length of displacements by the target's real validation loss.
SourcePool gatherSources(Project& project, const SelectRequest& request, const JobContext& job);

/// Sets of sources as the estimator counts them, the target in each.
std::vector<Subset> besideTarget(const std::vector<Subset>& sources);

/// Estimates of the target after training on its own rows and some sources.
SourceLoss lossOfTarget(SourcePool& pool, const JobContext& job);

/// Sources by descending cosine of their mean loss gradient with the target's, at the meta-initialisation.
std::vector<int> rankedByGradient(const SourcePool& pool);
/// Sources by descending cosine of their prompts' mean representation with the target's, after the mean of all is taken away.
std::vector<int> rankedByRepresentation(Project& project, const SourcePool& pool, const JobContext& job);

}  // namespace consort
