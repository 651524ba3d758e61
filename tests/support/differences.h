#pragma once
// How far results lie apart.
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace consort {

/// Largest absolute difference; infinite where there is another number of values.
inline double difference(std::span<const float> a, std::span<const float> b) {
    double most = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < a.size() && k < b.size(); ++k) most = std::max(most, std::abs(static_cast<double>(a[k]) - b[k]));
    return most;
}

inline double difference(const torch::Tensor& a, const torch::Tensor& b) { return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>(); }

}  // namespace consort
