#pragma once
// The verb `select`: which sources help one target (method.md §10; GradEx, EMNLP Findings 2024).
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

struct SelectRequest {
    std::string target;
    std::vector<std::string> sources;      ///< datasets; empty: all others
    std::optional<int> clusters;           ///< instead: K clusters of the sources' train rows (of the target's own where there are no others)
    std::string strategy = "ensemble";     ///< "forward", "backward", "ensemble"
    std::optional<double> keep;            ///< share of the sources to keep; default: as many as help
    std::int64_t rows = 500;               ///< train rows a dataset, stratified
    std::int64_t dim = 400;
    std::optional<double> lambda;          ///< default: by the target's validation loss
    std::int64_t sets = 0;                 ///< drawn sets of the ensemble strategy; 0: all of them up to 12 sources, else 8 a source
    double epochs = 3;                     ///< of the final training, over the rows of the selection
    std::optional<std::int64_t> steps;     ///< wins over epochs
    std::optional<double> learningRate;    ///< default: the project's range test
    bool trainBaselines = false;           ///< also trains the baselines, by the same number of steps
};

/// Meta-initialisation on all sources and the target, gradients there, estimates of sets of sources (the target's own train rows are always
/// in), the strategy's choice, and one fine-tuning of the base on it. The selection reads train and validation rows only.
/// `target, strategy, ranking[{source, score}], selected[], estimates[{sources[], loss, accuracy}], sources{name: {rows, datasets{}}},
/// trained{id, sources[], steps, seconds, flops, valid{…}, test{…}}, baselines{all, none, gradient_cosine, representation, random:
/// {sources[], estimated, trained}}, lambda, seconds, flops`.
/// Throws Error{NotFound} for an unknown dataset, {InvalidInput}: no sources, the target among them, more clusters than rows, a share outside
/// (0, 1], a target without train or validation rows.
Value selectSources(Project& project, const SelectRequest& request, const JobContext& job);

/// The last selection, or null.
Value storedSelection(const Project& project);

}  // namespace consort
