#pragma once
// Internal to core/nn. Which of our kernels a tensor's operation goes to, and the stream they run on: the one bridge between tensors and gpu/.
#include <torch/torch.h>

#include "gpu/kernel_table.h"

namespace consort::nn {

/// The kernels for float32 or bfloat16 tensors where `x` lies, which becomes the thread's current device; null: LibTorch's own operators
/// compute (on a CPU, in float64, or without nvcc).
const KernelTable* kernelsFor(const torch::Tensor& x);
/// The same for the element-wise parts of blocks (block_kernels.h), whose twins are fast: also for float32 tensors of a CPU with few threads. They
/// pass over memory once, LibTorch's operators several times, but with all threads.
const KernelTable* blockKernelsFor(const torch::Tensor& x);
/// Whether CPU tensors take that road.
bool twinsCompute();
/// LibTorch's current stream there.
StreamHandle streamFor(const torch::Tensor& x);
Scalar scalarOf(const torch::Tensor& x);

/// While it lives, float32 tensors of the CPU take the GPU's road through the kernels' twins: for tests. Process-wide.
class TwinScope {
public:
    TwinScope();
    ~TwinScope();
    TwinScope(const TwinScope&) = delete;
    TwinScope& operator=(const TwinScope&) = delete;
};

}  // namespace consort::nn
