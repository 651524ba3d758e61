#pragma once
// Internal to core/nn. A frozen weight laid out as oneDNN multiplies fastest, once: LibTorch arranges it again at every product, and under autocast
// converts it again as well (docs/performance.md, layouts of weights).
#include <torch/torch.h>

#include <array>
#include <mutex>

#include "core/nn/frozen_weight.h"

namespace consort::nn {

/// Layouts are made when first needed: a base that only answers never has those of the backward pass. What they do not serve is multiplied by
/// the tensor itself, which stays beside: float32 or bfloat16, on a CPU.
class BlockedWeight final : public DenseWeight {
public:
    using DenseWeight::DenseWeight;
    /// Whether layouts multiply `x`: on a CPU, not empty, in a type that this build and processor have products for.
    static bool serves(const torch::Tensor& x);
    torch::Tensor product(const torch::Tensor& x, const torch::Tensor& bias) const override;
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias) const override;
    torch::Tensor backward(const torch::Tensor& g) const override;

private:
    struct Layout {
        std::once_flag made;
        torch::Tensor tensor;
    };
    const torch::Tensor& layout(bool transposed, torch::ScalarType type) const;

    mutable std::array<Layout, 4> layouts_;  ///< forward and backward in float32, the same in bfloat16
};

}  // namespace consort::nn
