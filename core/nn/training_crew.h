#pragma once
// Which runs step together, and how (performance.md §4): several adapters on short rows share one pass through the base.
#include <cstddef>
#include <exception>
#include <functional>
#include <span>
#include <variant>
#include <vector>

#include "core/nn/trainer.h"

namespace consort {

/// One of several runs that are trained together. Borrows both; a stop of its own job ends this run alone.
struct CrewMember {
    const TrainingPlan* plan = nullptr;
    const JobContext* job = nullptr;
};

/// How a member ended: with its result, or with what was thrown (Cancelled after a stop).
using RunEnding = std::variant<TrainingResult, std::exception_ptr>;

/// Trains each run as `train` does, beyond rounding the same; their steps go through the model in one pass where that is possible. `ended`
/// is called on this thread for every member as soon as it has ended; the others go on.
void trainTogether(Session& session, std::span<const CrewMember> crew, const std::function<void(std::size_t member, RunEnding ending)>& ended);

/// What decides whether runs share passes.
struct RunLength {
    double steps = 0;       ///< of the whole run
    double stepTokens = 0;  ///< of one optimiser step
};

/// Crews of runs for `lanes` lanes, the longest first, as indices; every run is in one of them. Runs of a crew are about equally long, and a
/// pass has few enough tokens to gain by it. Depends on nothing else: a result must not hang on timing.
std::vector<std::vector<std::size_t>> crewsOf(std::span<const RunLength> runs, int lanes);

}  // namespace consort
