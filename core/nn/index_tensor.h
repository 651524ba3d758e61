#pragma once
// Internal to core/nn. Numbers made on the host, where the computation is.
#include <torch/torch.h>

#include <span>

namespace consort::nn {

/// (n) int64 on `device`.
inline torch::Tensor indexTensor(std::span<const std::int64_t> values, torch::Device device) {
    return torch::tensor(torch::ArrayRef<std::int64_t>(values.data(), values.size()), torch::kInt64).to(device);
}

/// (n) float64 on `device`, in `type`.
inline torch::Tensor realTensor(std::span<const double> values, torch::Device device, torch::ScalarType type = torch::kFloat64) {
    return torch::tensor(torch::ArrayRef<double>(values.data(), values.size()), torch::kFloat64).to(device, type);
}

}  // namespace consort::nn
