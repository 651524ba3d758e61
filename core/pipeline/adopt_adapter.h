#pragma once
// The verb `adopt`: a PEFT adapter that was trained elsewhere becomes a member of the ensemble.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

struct AdoptedMember {
    RunRecord run;                      ///< kind "adopted"; no datasets of its own, nothing known of its cost
    std::vector<std::string> warnings;  ///< another base's name, modules that the groups' adapters leave alone
    Value measured;                     ///< {dataset: {loss, accuracy, frozen_loss, frozen_accuracy}} on the estimate's validation rows
};

/// Reads and audits the folder (readPeftAdapter), measures it beside the frozen base and keeps a copy in the project; the next `combine`
/// weighs it with the groups' own members. `name`: its id; default: the folder's name. Throws as readPeftAdapter, and
/// Error{InvalidInput} for a name that PEFT cannot load or that another run has.
AdoptedMember adoptAdapter(Project& project, const std::filesystem::path& folder, const std::optional<std::string>& name, const JobContext& job);

/// Forgets an adopted member. Throws Error{NotFound} naming those that there are.
void dismissAdapter(Project& project, const std::string& id);

/// The adopted members in the order of their names.
std::vector<RunRecord> adoptedRuns(const Project& project);

Value toValue(const AdoptedMember& member);

}  // namespace consort
