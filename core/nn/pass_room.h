#pragma once
// Internal to core/nn. Whether there is memory for a training pass, asked before it begins.
#include <span>

#include "core/nn/adapter.h"
#include "core/nn/training_pass.h"

namespace consort::nn {

/// Remembers the largest pass that was let through: what it took is free for the next. One thread.
class PassRoom {
public:
    /// Whether the pass over the longest `micro` of these rows fits into what is free on the session's device; true where that cannot be asked.
    bool suffices(const Session::Impl& session, const LoraConfig& adapter, std::span<const RunRow> rows, std::size_t micro, bool recompute);

private:
    double granted_ = 0;
};

}  // namespace consort::nn
