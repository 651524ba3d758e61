#pragma once
// Internal to the pipeline: the linearised rows of every dataset at an expansion point, computed once and kept in the project.
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/gradients.h"
#include "core/nn/subset_solver.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/project.h"

namespace consort {

/// θ* and what it is called in keys.
struct ExpansionPoint {
    std::string kind;  ///< "fresh" or "warmed"
    Adapter adapter;
    std::string key;
    double flops = 0;  ///< of the training behind it
    bool factorA() const { return kind == "warmed"; }
};

/// One dataset at θ*: train rows for the fits, validation rows for losses, validation choices for accuracy.
struct DatasetRows {
    std::string name;
    std::vector<Example> trainExamples;  ///< the drawn rows, in the order of `train`
    std::vector<Example> validExamples;  ///< in the order of `valid`
    LinearRows train;
    LinearRows valid;
    LinearRows choices;                  ///< choice mode; empty for free text
    double flops = 0;                    ///< that the gradients took, also where they were reused
    bool reused = false;
};

/// The train rows that the estimate uses: at most `rows`, a seeded draw by id, stratified by label.
std::vector<Example> drawnTrainRows(const Project& project, const Dataset& dataset, std::int64_t rows);
/// At most `rows` validation rows: a seeded draw by id.
std::vector<Example> drawnValidRows(const Project& project, const Dataset& dataset, std::int64_t rows = kValidRows);
/// Those of drawn validation rows whose choices are scored: all, or 50 where a row has more than 10 choices; none for free text.
std::vector<Example> drawnChoiceRows(const Project& project, const std::vector<Example>& valid);

/// The rows as their targets alone are scored.
std::vector<Example> withoutChoices(std::vector<Example> rows);

/// Gradients of one dataset at the point, or the stored ones.
DatasetRows collectRows(Project& project, const std::string& name, const ExpansionPoint& point, const EstimateRequest& request,
                        const JobContext& job);

}  // namespace consort
