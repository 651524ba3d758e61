#pragma once
// Internal to core/nn. NF4 codes (block 64, double quantisation), computed with at half a byte a value.
#include <torch/torch.h>

#include <vector>

#include "core/nn/frozen_weight.h"
#include "gpu/nf4.h"

namespace consort::nn {

/// Codes and scales as gpu/nf4.h lays them out.
struct PackedCodes {
    torch::Tensor codes, absmax, nested;  ///< uint8, uint8, float32
    float offset = 0;
};

/// A matrix as codes. Its values exist during forward and again during backward, not between (performance.md §4).
class PackedWeight final : public FrozenWeight {
public:
    /// Codes that exist already; their values are rounded to `rounded` before anything else, as the quantiser's owner did.
    PackedWeight(PackedCodes codes, std::vector<std::int64_t> shape, torch::ScalarType rounded, torch::ScalarType type);
    /// The codes of `weight` (out, in) float32, where it lies; `type` is that of values(). The kernel and its twin give the same codes.
    PackedWeight(const torch::Tensor& weight, torch::ScalarType type);
    torch::Tensor values() const override;
    std::int64_t out() const override { return shape_[0]; }
    std::int64_t in() const override { return shape_[1]; }
    torch::Tensor product(const torch::Tensor& x, const torch::Tensor& bias) const override { return heldProduct(x, bias); }
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias) const override { return torch::linear(x, values(), bias); }
    torch::Tensor backward(const torch::Tensor& g) const override { return g.matmul(values().to(g.scalar_type())); }

private:
    Nf4View view() const;
    torch::Tensor dequantized() const;
    PackedCodes parts_;
    std::vector<std::int64_t> shape_;
    torch::ScalarType rounded_ = torch::kFloat32, type_ = torch::kFloat32;
    torch::Tensor map_;  ///< (256) float32, as the kernel wants it
};

}  // namespace consort::nn
