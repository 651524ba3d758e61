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

/// x (…, heads, headDim) rotated by its positions (…); axes that `positions` lacks on the left are broadcast.
torch::Tensor rotated(const torch::Tensor& x, const RopeTable& rope, const torch::Tensor& positions);

}  // namespace consort::nn
