#pragma once
// The verb `evaluate`: all systems, all datasets, one table. The only verb that reads the test split.
#include <string>
#include <vector>

#include "core/ensemble/ledger.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

struct Evaluation {
    std::string split;
    std::vector<SystemScore> systems;
};

/// Scores every trained system; resumes dataset by dataset. Throws Error{InvalidInput} naming the step to run first.
Evaluation evaluateSystems(Project& project, Split split, const JobContext& job);

/// The last stored evaluation, or nullopt.
std::optional<Value> storedEvaluation(const Project& project, Split split);

Value toValue(const Evaluation& evaluation);

}  // namespace consort
