#pragma once
// Internal to core/nn. What a weight becomes when the base is held in NF4.
#include <torch/torch.h>

namespace consort::nn {

/// The float32 values that the nf4 codes of `weight` (block 64, double quantisation) stand for; same shape.
torch::Tensor throughNf4(const torch::Tensor& weight);

}  // namespace consort::nn
