#pragma once
// transformers + peft on the same model, adapter and rows, taking turns with ours.
#include <functional>
#include <string>
#include <vector>

#include "tests/benchmarks/bench_models.h"
#include "tests/benchmarks/peer_process.h"

namespace consort::bench {

struct PeerCase {
    const TimedModel* model;
    const char* precision;
    int threads;
    const char* rows = "";       ///< what is special about them, for the name
    const char* device = "cpu";  ///< of both sides
};

/// One measurement: seconds of ours and the losses that it found.
using OwnWork = std::function<std::vector<double>()>;

/// Asks the peer for `request` ("train" or "evaluate") on `rows` and runs `own`, in turns; promises theirs / ours, on process CPU time with
/// one thread of a CPU and on the clock else, and that the first losses agree.
void againstPeer(Report& report, PeerProcess& peer, const PeerCase& one, Value request, const std::vector<Example>& rows, const Adapter& adapter,
                 const ModelInfo& info, const OwnWork& own, double promise);

}  // namespace consort::bench
