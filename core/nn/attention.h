#pragma once
// Internal to core/nn. Causal attention of a right-padded batch, whole or trimmed to wanted positions.
#include <torch/torch.h>

#include "core/nn/causal_model.h"

namespace consort::nn {

/// What all layers of one forward pass share. Because padding is on the right, causality alone hides it from every real position.
struct AttentionPlan {
    std::int64_t seq = 0;
    torch::Tensor wantedColumn;             ///< (wanted) of the last block, else undefined
    std::int64_t rows = 0, width = 0;       ///< sequences, and the most wanted positions in one of them
    torch::Tensor slots;                    ///< (wanted) place in a (rows · width) grid; undefined where the grid is full
    torch::Tensor sources;                  ///< (rows · width) wanted position that fills it; undefined where the grid is full
    torch::Tensor causal;                   ///< (seq, seq) additive: 0 or −inf
};
AttentionPlan attentionPlan(const TokenBatch& batch, torch::ScalarType dtype);

/// The additive mask with a sliding window of `window` tokens (0: none).
torch::Tensor windowed(const AttentionPlan& plan, std::int64_t window);

/// q (batch, seq, heads, dim) and k, v (batch, seq, kvHeads, dim) give (batch, seq, heads·dim). mask (seq, seq).
torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& mask, double scale);

/// q only at wanted positions: (wanted, heads, dim) gives (wanted, heads·dim).
torch::Tensor attendWanted(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& mask,
                           const AttentionPlan& plan, double scale);

}  // namespace consort::nn
