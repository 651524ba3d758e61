#pragma once
// Internal to core/nn. Several adapters that step together: one forward and one backward pass over the rows of all (performance.md §4).
#include <optional>
#include <span>
#include <vector>

#include "core/nn/training_run.h"

namespace consort::nn {

class FusedSteps {
public:
    /// Borrows the states, which must be of one session, alike in dropout, precision and recomputing, and without micro-batches.
    explicit FusedSteps(std::vector<TrainingState*> states);
    /// Whether these states may step together at all.
    static bool fit(std::span<TrainingState* const> states);
    /// One optimiser step of each, `due` in the order of the states: the same as their own steps, beyond rounding. Nothing, and nothing
    /// moved, where memory does not suffice for all at once.
    std::optional<std::vector<StepOutcome>> step(std::span<const DueStep> due);

private:
    /// Nothing where memory ran out.
    std::optional<PassOutcome> passOrNothing(std::span<const PassPart> parts);

    std::vector<TrainingState*> states_;
    TrainingPass passes_;
};

}  // namespace consort::nn
