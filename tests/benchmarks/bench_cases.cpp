#include "tests/benchmarks/bench_cases.h"

#include "core/nn/causal_model.h"
#include "gpu/kernel_table.h"

namespace consort::bench {

Clock clockOf(Session& session) { return session.impl().device.is_cpu() ? cpuSeconds : wallSeconds; }

void finish(Session& session) {
    if (session.impl().device.is_cuda()) cudaKernels()->synchronize(nullptr);
}

}  // namespace consort::bench
