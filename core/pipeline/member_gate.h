#pragma once
// The gate of a combination: fitted on validation rows, stored beside the combination, applied to rows.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/ensemble/gate.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

/// A gate, and its weights of the members on the rows that it was fitted on, (rows, members).
struct MemberGateFit {
    GateFit fit;
    Matrix weights;
};

/// One gate over the validation rows of all datasets, every dataset with the same share. `states`: members' states on these rows, a dataset
/// each in import order; rows of the result stand in the same order. Throws as fitGate.
MemberGateFit fitMemberGate(Project& project, const std::vector<MemberStates>& states, const JobContext& job);

/// By the key of its combination. Throws Error{Corrupt} where what is stored does not fit the base.
void storeGate(Project& project, const std::string& key, const Gate& gate);
std::optional<Gate> storedGate(const Project& project, const std::string& key, std::size_t members);

/// Weights of the members for rows, (rows, members): reads their prompts.
Matrix gateWeights(Project& project, const Gate& gate, std::span<const Example> rows, const JobContext& job);

}  // namespace consort
