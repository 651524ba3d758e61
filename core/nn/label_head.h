#pragma once
// Internal to core/nn. Log-odds of gold tokens against the rest of the vocabulary, and their derivative by the logits.
#include <torch/torch.h>

#include <vector>

namespace consort::nn {

struct LabelOdds {
    std::vector<double> logOdds;  ///< (labels) z_y − logsumexp_{j≠y} z_j
    torch::Tensor derivative;     ///< (labels, vocab) ∂logOdds/∂z: 1 at the gold token, −softmax_{j≠y} elsewhere
};

/// `logits` (labels, vocab) in float32 or wider, `gold` (labels) int64 on the same device.
LabelOdds labelOdds(const torch::Tensor& logits, const torch::Tensor& gold);

}  // namespace consort::nn
