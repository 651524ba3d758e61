#pragma once
// The verb `combine`: ensemble weights per dataset, from validation rows only (method.md §9 "Combination").
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/combination.h"

namespace consort {

struct CombineRequest {
    std::string weights = "fitted";  ///< "fitted", "owner", "uniform", "affinity", "gate"
    std::int64_t boost = 0;          ///< --boost: members beyond the groups' own
    std::optional<double> eta;       ///< --eta; default: a line search
    bool worth = false;              ///< also intervals of the weights and what every member is worth; takes several times as long
};

/// Weights of the members of the current grouping, and boosting members. Throws Error{InvalidInput} naming a group that is not trained.
Combination combineMembers(Project& project, const CombineRequest& request, const JobContext& job);

/// Weights on the simplex of least mean target loss of some rows. `fixed`: weights of the last columns of `states`, which stay.
std::vector<double> fittedWeights(const MemberStates& states, const std::vector<double>& fixed = {});

}  // namespace consort
