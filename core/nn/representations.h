#pragma once
// What a prompt looks like to the frozen base: one vector a row.
#include <span>

#include "core/base/matrix.h"
#include "core/data/dataset.h"
#include "core/job/job_context.h"
#include "core/nn/session.h"

namespace consort {

/// Mean over the prompt's tokens of the base's final normalised hidden states, (rows, hidden). Targets are not read. Throws
/// Error{InvalidInput} for an empty prompt or one longer than the model's positions, Cancelled between batches.
FloatMatrix representations(Session& session, std::span<const Example> examples, const JobContext& job);

}  // namespace consort
