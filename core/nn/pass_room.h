#pragma once
// Internal to core/nn. Whether there is memory for a pass, asked before it begins: a process that takes too much on a CPU is ended by the system, not told.
#include "core/nn/causal_model.h"

namespace consort::nn {

/// Remembers the largest pass that was let through: what it took is free for the next. One thread.
class PassRoom {
public:
    /// `lanes` passes at once share what is free on the session's device.
    explicit PassRoom(const Session::Impl& session, int lanes = 1) : session_(&session), lanes_(lanes) {}
    /// Whether a pass of so many bytes (pass_memory.h) fits; true where that cannot be asked.
    bool suffices(double needed);

private:
    const Session::Impl* session_;
    int lanes_;
    double granted_ = 0;
};

}  // namespace consort::nn
