#include "core/nn/device_kernels.h"

#include <c10/core/impl/VirtualGuardImpl.h>

#include <atomic>

namespace consort::nn {
namespace {

std::atomic<int> twinScopes{0};

}  // namespace

const KernelTable* kernelsFor(const torch::Tensor& x) {
    const torch::ScalarType type = x.scalar_type();
    if (x.is_cuda()) {
        c10::impl::VirtualGuardImpl(x.device().type()).setDevice(x.device());
        return type == torch::kFloat32 || type == torch::kBFloat16 ? cudaKernels() : nullptr;
    }
    return x.is_cpu() && type == torch::kFloat32 && twinsCompute() ? &kernelTwins() : nullptr;
}

const KernelTable* blockKernelsFor(const torch::Tensor& x) {
    constexpr int kFewThreads = 4;
    if (x.is_cpu() && x.scalar_type() == torch::kFloat32 && torch::get_num_threads() <= kFewThreads) return &kernelTwins();
    return kernelsFor(x);
}

bool twinsCompute() { return twinScopes.load(std::memory_order_relaxed) > 0; }

StreamHandle streamFor(const torch::Tensor& x) {
    if (!x.is_cuda()) return nullptr;
    return c10::impl::VirtualGuardImpl(x.device().type()).getStream(x.device()).native_handle();
}

Scalar scalarOf(const torch::Tensor& x) { return x.scalar_type() == torch::kBFloat16 ? Scalar::Bfloat16 : Scalar::Float32; }

TwinScope::TwinScope() { ++twinScopes; }
TwinScope::~TwinScope() { --twinScopes; }

}  // namespace consort::nn
