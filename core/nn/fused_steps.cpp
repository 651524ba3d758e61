#include "core/nn/fused_steps.h"

#include <algorithm>
#include <optional>

#include "core/base/error.h"

namespace consort::nn {
namespace {

std::vector<LoraTensors> tensorsOf(const std::vector<TrainingState*>& states) {
    std::vector<LoraTensors> tensors;
    for (const TrainingState* state : states) tensors.push_back(state->tensors());
    return tensors;
}

}  // namespace

bool FusedSteps::fit(std::span<TrainingState* const> states) {
    return std::all_of(states.begin(), states.end(), [&](const TrainingState* state) { return state->stepsLike(*states.front()); });
}

FusedSteps::FusedSteps(std::vector<TrainingState*> states) : states_(std::move(states)), passes_(states_.front()->session(), tensorsOf(states_)) { check(fit(states_), "states that may step together"); }

std::optional<std::vector<StepOutcome>> FusedSteps::step(std::span<const DueStep> due) {
    std::vector<PassPart> parts;
    for (std::size_t s = 0; s < states_.size(); ++s) {
        states_[s]->clearGradients();
        parts.push_back({due[s].rows, states_[s]->seed(), static_cast<std::uint64_t>(due[s].step), due[s].rows.size()});
    }
    const std::optional<PassOutcome> passed = passOrNothing(parts);
    if (!passed) return std::nullopt;
    std::vector<StepOutcome> outcomes;
    for (std::size_t s = 0; s < states_.size(); ++s) {
        outcomes.push_back(states_[s]->moved({passed->loss[s], 0, passed->tokens[s], true, due[s].rows.size()}, due[s].step, due[s].learningRate));
    }
    return outcomes;
}

std::optional<PassOutcome> FusedSteps::passOrNothing(std::span<const PassPart> parts) {
    try {
        return passes_.run(parts, states_.front()->passOptions());
    } catch (const std::exception& e) {
        if (!isOutOfMemory(e)) throw;
        return std::nullopt;
    }
}

}  // namespace consort::nn
