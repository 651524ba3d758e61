#pragma once
// Internal to core/nn. Root mean square normalisation in the three ways of the families.
#include <torch/torch.h>

#include <string>

#include "core/nn/decoder.h"

namespace consort::nn {

class RmsNorm {
public:
    RmsNorm() = default;  ///< changes nothing
    /// Loads `path`.weight, (size).
    RmsNorm(const WeightFiles& weights, const LoadOptions& options, const std::string& path, std::int64_t size, const ModelConfig& config);
    /// Over the last axis; the mean of squares in float32 or wider.
    torch::Tensor operator()(const torch::Tensor& x) const;

private:
    torch::Tensor weight_, wide_;  ///< the weight, and the same in float32
    double epsilon_ = 0;
    NormKind kind_ = NormKind::Plain;
};

}  // namespace consort::nn
