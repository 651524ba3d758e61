#pragma once
// The verb `combine`: ensemble weights per dataset, from validation rows only (method.md §9 "Combination").
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/project.h"

namespace consort {

struct CombinedMember {
    std::string id, kind, group;  ///< "g1", "group", "g1"
    double weight = 0;            ///< global ω: the weight of the cat form
};

/// The ensemble as `evaluate` and `export` use it.
struct Combination {
    std::string method;                        ///< "fitted", "owner", "uniform", "affinity"
    std::vector<CombinedMember> members;
    std::vector<std::string> datasets;
    std::vector<std::vector<double>> weights;  ///< per dataset, in the order of members
    Value losses;                              ///< {dataset: {fitted, owner, uniform, affinity}} validation loss of every way
    std::string key;
};

/// Weights of the members of the current grouping. Throws Error{InvalidInput} naming a group that is not trained.
Combination combineMembers(Project& project, const std::string& method, const JobContext& job);

/// The last combination; nullopt where there is none for the current grouping.
std::optional<Combination> currentCombination(const Project& project);

/// Finished runs of the current grouping, in group order; throws as combineMembers.
std::vector<RunRecord> memberRuns(const Project& project);

/// Weights on the simplex of least mean target loss of some rows.
std::vector<double> fittedWeights(const MemberStates& states);

Value toValue(const Combination& combination);

}  // namespace consort
