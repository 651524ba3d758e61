#pragma once
// Internal to core/nn. A frozen weight laid out as oneDNN multiplies fastest, once: LibTorch arranges it again at every product, and under autocast
// converts it again as well (docs/performance.md, packed weights).
#include <torch/torch.h>

#include <array>
#include <memory>
#include <mutex>

namespace consort::nn {

/// Layouts are made when first needed: a base that only answers never has those of the backward pass. May be shared by threads.
class BlockedWeight {
public:
    /// (out, in), float32 or bfloat16, on a CPU; stays as it is beside.
    explicit BlockedWeight(torch::Tensor weight) : weight_(std::move(weight)) {}
    /// Whether products of `x` can be computed so: on a CPU, not empty, in a type that this build and processor have products for.
    static bool serves(const torch::Tensor& x);
    /// x Wᵀ + b. The three as serves(); `bias` may be undefined.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias) const;
    /// g W
    torch::Tensor backward(const torch::Tensor& g) const;

private:
    struct Layout {
        std::once_flag made;
        torch::Tensor tensor;
    };
    const torch::Tensor& layout(bool transposed, torch::ScalarType type) const;

    torch::Tensor weight_;
    mutable std::array<Layout, 4> layouts_;  ///< forward and backward in float32, the same in bfloat16
};

/// x Wᵀ + b, differentiable by x; in bfloat16 under autocast, as LibTorch's own. For `x` that is served.
torch::Tensor blockedProduct(const std::shared_ptr<const BlockedWeight>& weight, const torch::Tensor& bias, const torch::Tensor& x);

}  // namespace consort::nn
