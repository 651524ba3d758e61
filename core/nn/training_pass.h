#pragma once
// Internal to core/nn. One forward and one backward pass over rows of one or several adapters in training (method.md §9).
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/dataset.h"
#include "core/nn/lora_router.h"

namespace consort::nn {

/// A row of a run's union and its number in it.
struct RunRow {
    const Example* example = nullptr;
    std::uint64_t number = 0;
};

/// One adapter's rows in a pass.
struct PassPart {
    std::span<const RunRow> rows;
    std::uint64_t seed = 0, step = 0;  ///< of its run: they key dropout
    std::size_t stepRows = 0;          ///< rows of its whole step, of which these may be a micro-batch
};

struct TrainingPassOptions {
    bool bfloat16 = false;   ///< matrix products in bfloat16 (autocast)
    bool recompute = false;  ///< gradient checkpointing
};

/// One entry a part.
struct PassOutcome {
    std::vector<double> loss;          ///< Σ over its rows of the mean target cross-entropy, over stepRows
    std::vector<std::int64_t> tokens;  ///< unpadded
};

/// Part p belongs to the router's p-th adapter; the gradient of its loss is added to that adapter's leaves. A row's values do not depend
/// on the rows beside it, beyond rounding. Logits exist for 256 MB of label positions at a time.
PassOutcome trainingPass(const Session::Impl& session, LoraRouter& router, std::span<const PassPart> parts, const TrainingPassOptions& options);

}  // namespace consort::nn
