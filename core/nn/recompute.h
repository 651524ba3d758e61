#pragma once
// Internal to core/nn. Gradient checkpointing (Chen et al. 2016): memory for one block instead of all.
#include <torch/torch.h>

#include <functional>

namespace consort::nn {

using BlockFunction = std::function<torch::Tensor(const torch::Tensor&)>;

/// block(x), of which only x is kept; backward computes it again and adds the gradients of the leaves inside. The block must be a pure
/// function of x and own what it captures. Backward only by Tensor::backward(): gradients reach leaves, not a list of inputs.
torch::Tensor recomputed(const torch::Tensor& x, BlockFunction block);

}  // namespace consort::nn
