#pragma once
// Internal to core/nn. A frozen weight (out, in), however it is held, and the products by it.
#include <torch/torch.h>

#include <cstdint>
#include <memory>

namespace consort::nn {

/// Immutable; may be shared by threads. Made as a shared pointer only: autograd holds it between forward and backward.
class FrozenWeight : public std::enable_shared_from_this<FrozenWeight> {
public:
    virtual ~FrozenWeight() = default;
    /// (out, in) in compute type; in a tensor of its own where the weight is not held so.
    virtual torch::Tensor values() const = 0;
    virtual std::int64_t out() const = 0;
    virtual std::int64_t in() const = 0;
    /// x Wᵀ + b, differentiable by x; `bias` may be undefined. Under autocast in its type, as LibTorch's own.
    virtual torch::Tensor product(const torch::Tensor& x, const torch::Tensor& bias) const = 0;
    /// The same outside of autograd.
    virtual torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias) const = 0;
    /// g W, in g's type.
    virtual torch::Tensor backward(const torch::Tensor& g) const = 0;

protected:
    FrozenWeight() = default;
    /// product() of forward() and backward(): nothing but the weight itself is held between the two.
    torch::Tensor heldProduct(const torch::Tensor& x, const torch::Tensor& bias) const;
};

/// A tensor, multiplied by LibTorch.
class DenseWeight : public FrozenWeight {
public:
    explicit DenseWeight(torch::Tensor values) : values_(std::move(values)) {}
    torch::Tensor values() const override { return values_; }
    std::int64_t out() const override { return values_.size(0); }
    std::int64_t in() const override { return values_.size(1); }
    torch::Tensor product(const torch::Tensor& x, const torch::Tensor& bias) const override { return torch::linear(x, values_, bias); }
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias) const override { return torch::linear(x, values_, bias); }
    torch::Tensor backward(const torch::Tensor& g) const override;

private:
    torch::Tensor values_;
};

}  // namespace consort::nn
