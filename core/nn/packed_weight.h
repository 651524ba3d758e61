#pragma once
// Internal to core/nn. A weight held as NF4 codes (block 64, double quantisation), computed with at half a byte a value.
#include <torch/torch.h>

#include <vector>

#include "gpu/nf4.h"

namespace consort::nn {

/// Codes and scales as gpu/nf4.h lays them out.
struct PackedCodes {
    torch::Tensor codes, absmax, nested;  ///< uint8, uint8, float32
    float offset = 0;
};

/// Immutable; may be shared by threads.
class PackedWeight {
public:
    PackedWeight() = default;
    /// Codes that exist already; their values are rounded to `rounded` before anything else, as the quantiser's owner did.
    static PackedWeight fromCodes(PackedCodes codes, std::vector<std::int64_t> shape, torch::ScalarType rounded, torch::ScalarType type);
    /// The codes of `weight` (float32, any shape), where it lies; `type` is what dense() gives. The kernel and its twin give the same codes.
    PackedWeight(const torch::Tensor& weight, torch::ScalarType type);
    /// The values that the codes stand for, in a tensor of its own.
    torch::Tensor dense() const;
    const std::vector<std::int64_t>& shape() const { return shape_; }

private:
    Nf4View view() const;
    torch::Tensor values() const;
    PackedCodes parts_;
    std::vector<std::int64_t> shape_;
    torch::ScalarType rounded_ = torch::kFloat32, type_ = torch::kFloat32;
    torch::Tensor map_;  ///< (256) float32, as the kernel wants it
};

}  // namespace consort::nn
