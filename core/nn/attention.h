#pragma once
// Internal to core/nn. Causal attention of a right-padded batch, whole or trimmed to wanted positions, with or without a past.
#include <torch/torch.h>

#include <cstddef>
#include <utility>

#include "core/nn/causal_model.h"

namespace consort::nn {

/// What all layers of one forward pass share. Without a past, causality alone hides the padding on the right from every real position.
struct AttentionPlan {
    std::int64_t seq = 0;
    std::int64_t longest = 0;               ///< above all positions
    torch::Tensor positions;                ///< (seq), with a past (batch, seq)
    torch::Tensor keyPositions;             ///< (keys), with a past (batch, keys)
    torch::Tensor causal;                   ///< additive, 0 or −inf: (seq, keys), with a past (batch, 1, seq, keys)
    torch::Tensor wantedRow, wantedColumn;  ///< (wanted) of the last block, else undefined
    torch::Tensor wantedPositions;          ///< (wanted)
    const KeyValues* past = nullptr;
    KeyValues* record = nullptr;
};
AttentionPlan attentionPlan(const TokenBatch& batch, torch::ScalarType dtype);

/// A layer's keys and values (batch, seq, heads, dim) behind those of the past; recorded where the batch asks for it.
std::pair<torch::Tensor, torch::Tensor> withPast(const AttentionPlan& plan, std::size_t layer, const torch::Tensor& k, const torch::Tensor& v);

/// cap · tanh(x / cap); x where the cap is 0.
torch::Tensor capped(const torch::Tensor& x, double cap);

/// What happens to attention scores before the softmax.
struct ScoreShape {
    double scale = 1;
    double cap = 0;           ///< 0: none
    std::int64_t window = 0;  ///< tokens that a query sees, its own with them; 0: all before it
};

/// q (batch, seq, heads, dim) and k, v (batch, keys, kvHeads, dim) give (batch, seq, heads·dim); q at the plan's wanted positions alone,
/// (wanted, heads, dim), gives (wanted, heads·dim). Scores of whole sequences are never held at once unless they are capped.
torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const AttentionPlan& plan, const ScoreShape& shape);

}  // namespace consort::nn
