#pragma once
// Internal to the pipeline: boosting members after the groups' own (method.md §9).
#include <optional>
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

/// The ensemble so far: weights[i][a] of dataset i and member a.
struct MemberMixture {
    std::vector<RunRecord> runs;
    std::vector<Adapter> adapters;
    std::vector<std::vector<double>> weights;
};

/// One boosting member: z gains eta · (z_member − z_base) on the datasets of its group.
struct BoostStep {
    RunRecord run;       ///< id "g1_b1", kind "boost"
    std::string group;
    double eta = 0;
    double trainLossBefore = 0, trainLossAfter = 0;  ///< of the combined system, over the rows of the group
};

/// `count` members, one after the other, each for the group of the highest training loss among those that the last step still moved.
/// Rows: at most 500 train rows a dataset (the estimate's draw); penalty and η are judged on validation rows; the training loss never
/// rises. `eta`: that step instead, halved until the training loss does not rise. Members are stored as runs.
std::vector<BoostStep> boostMembers(Project& project, const MemberMixture& mixture, std::int64_t count, std::optional<double> eta,
                                    const JobContext& job);

}  // namespace consort
