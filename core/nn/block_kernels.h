#pragma once
// Internal to core/nn. The element-wise parts of a block in one kernel each, differentiable by their inputs (the weights are frozen).
#include <torch/torch.h>

namespace consort::nn {

/// x / √(mean x² + ε) · weight over the last axis; `weight` float32. Needs blockKernelsFor(x).
torch::Tensor kernelRmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double epsilon);

/// x (…, heads, headDim) turned by `positions` (…, int64); `cos`, `sin` (positions, dims / 2) float32. Needs blockKernelsFor(x).
torch::Tensor kernelRope(const torch::Tensor& x, const torch::Tensor& cos, const torch::Tensor& sin, const torch::Tensor& positions);

/// silu(gate) · up. Needs blockKernelsFor(gate).
torch::Tensor kernelSwiglu(const torch::Tensor& gate, const torch::Tensor& up);

}  // namespace consort::nn
