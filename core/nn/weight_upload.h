#pragma once
// Internal to core/nn. Weights from a mapped file to where they are computed with: through two pinned buffers, so that reading and sending
// overlap (performance.md §6).
#include <torch/torch.h>

#include <array>

#include "gpu/kernel_table.h"

namespace consort::nn {

/// One thread.
class WeightUpload {
public:
    /// `kernels` may be null: LibTorch copies then. On a CPU nothing is copied.
    WeightUpload(torch::Device device, const KernelTable* kernels) : device_(device), kernels_(kernels) {}
    ~WeightUpload();
    WeightUpload(const WeightUpload&) = delete;
    WeightUpload& operator=(const WeightUpload&) = delete;
    /// The same values on the device, complete when this returns; `host` itself where that is the CPU and there are no kernels.
    torch::Tensor operator()(const torch::Tensor& host);

private:
    struct Buffer {
        void* memory = nullptr;
        StreamHandle stream = nullptr;
    };
    void send(void* to, const void* from, std::size_t bytes);
    torch::Device device_;
    const KernelTable* kernels_;
    std::array<Buffer, 2> buffers_{};
};

}  // namespace consort::nn
