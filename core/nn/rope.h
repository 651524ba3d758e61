#pragma once
// Internal to core/nn. Rotary positions, half-split as Hugging Face stores them.
#include <torch/torch.h>

#include "core/nn/model_config.h"

namespace consort::nn {

/// Cosines and sines of positions 0 … positions−1, each (positions, rotated dims), in `dtype`; scaling by RopeConfig::type
/// (linear: positions / factor; llama3: low frequencies / factor with a smooth passage).
struct RopeTable {
    torch::Tensor cos, sin;
};
RopeTable ropeTable(const RopeConfig& rope, std::int64_t headDim, std::int64_t positions, torch::ScalarType dtype);

/// x (…, heads, headDim) rotated by its position; cos and sin broadcast against (…, 1, rotated dims).
torch::Tensor rotated(const torch::Tensor& x, const torch::Tensor& cos, const torch::Tensor& sin);

}  // namespace consort::nn
