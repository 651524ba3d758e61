#pragma once
// Internal to core/nn. Rotary positions, half-split as Hugging Face stores them.
#include <torch/torch.h>

#include <vector>

#include "core/nn/model_config.h"

namespace consort::nn {

/// Cosines and sines of positions 0 … positions−1; scaling by RopeConfig::type (linear: positions / factor; llama3: low frequencies / factor
/// with a smooth passage).
struct RopeTable {
    torch::Tensor cos, sin;          ///< (positions, rotated dims) in compute type
    torch::Tensor halfCos, halfSin;  ///< (positions, rotated dims / 2) float32, as the kernel wants them
};

/// The table of one model, grown to the longest row seen: a model of 131,072 positions costs nothing until rows are that long.
/// Callable from several threads.
class Rope {
public:
    Rope() = default;
    Rope(const RopeConfig& rope, std::int64_t headDim, torch::ScalarType dtype);
    RopeTable upTo(std::int64_t positions, torch::Device device) const;  ///< always the same device

private:
    torch::Tensor frequencies_;
    torch::ScalarType dtype_ = torch::kFloat32;
    double magnitude_ = 1;
    mutable RopeTable table_;
    mutable std::vector<RopeTable> outgrown_;  ///< recorded passes (pass_graphs.h) still read them; together no larger than the present one
};

/// x (…, heads, headDim) rotated by its positions (…), which are below `longest`; axes that `positions` lacks on the left are broadcast.
torch::Tensor rotated(const torch::Tensor& x, const Rope& rope, const torch::Tensor& positions, std::int64_t longest);

}  // namespace consort::nn
