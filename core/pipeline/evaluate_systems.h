#pragma once
// The verb `evaluate`: all systems, all datasets, one table. The only verb that reads the test split.
#include <string>
#include <vector>

#include "core/ensemble/ledger.h"
#include "core/job/job_context.h"
#include "core/pipeline/answer_scores.h"
#include "core/pipeline/project.h"

namespace consort {

struct Evaluation {
    std::string split;
    std::vector<SystemScore> systems;
};

struct EvaluateRequest {
    Split split = Split::Test;
    std::optional<AnswerRequest> answers;  ///< also mark free answers right or wrong
};

/// Scores every trained system; resumes dataset by dataset. Throws Error{InvalidInput} naming the step to run first.
Evaluation evaluateSystems(Project& project, const EvaluateRequest& request, const JobContext& job);

/// The last stored evaluation, or nullopt.
std::optional<Value> storedEvaluation(const Project& project, Split split);

Value toValue(const Evaluation& evaluation);

}  // namespace consort
