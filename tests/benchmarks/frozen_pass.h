#pragma once
// Forward and backward of the frozen base, as a program without our layers computes them: what gradients and steps are compared with.
#include <span>
#include <vector>

#include "core/data/dataset.h"
#include "core/nn/causal_model.h"
#include "core/nn/token_batches.h"

namespace consort::bench {

class FrozenPass {
public:
    /// Borrows both; all rows in one batch.
    FrozenPass(Session& session, std::span<const Example> rows);
    /// Backward as far as the first linear, with the label head of the gradients; the rows' h (method.md §2). LibTorch's own products.
    std::vector<double> operator()() const;

    /// The parts, for other programs' ways: logits at the label tokens, one round of outputs, and ∂(Σ h)/∂logits.
    torch::Tensor logits(nn::LinearRouter& router) const;
    torch::Tensor gradientOf(const torch::Tensor& logits, std::vector<double>* h = nullptr) const;
    const nn::BatchRound& round() const { return batch_.rounds.front(); }

private:
    Session& session_;
    nn::PlannedBatch batch_;
};

}  // namespace consort::bench
