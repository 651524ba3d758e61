#pragma once
// Internal to core/nn. The loss of combined logits at the targets' tokens, as a function of the members' weights (method.md §9).
#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/derivatives.h"
#include "core/nn/causal_model.h"
#include "core/nn/compute_lanes.h"

namespace consort::nn {

/// The target's tokens, and everything that their loss needs.
struct GoldTokens {
    torch::Tensor states;  ///< (tokens) index of the state
    torch::Tensor tokens;  ///< (tokens, 1)
    torch::Tensor share;   ///< (tokens) float64 weight in the mean over rows
};

/// Loss of every token and its derivatives by weights of the token's own; float64.
struct TokenTerms {
    torch::Tensor losses;     ///< (tokens)
    torch::Tensor gradient;   ///< (tokens, m)
    torch::Tensor curvature;  ///< (tokens, m, m)
};

/// Σ ω_a x_a over the members with a weight; `of` gives x_a.
torch::Tensor weightedSum(std::span<const double> weights, const auto& of) {
    torch::Tensor sum;
    for (std::size_t a = 0; a < weights.size(); ++a) {
        if (weights[a] == 0) continue;
        if (sum.defined()) sum.add_(of(a), weights[a]);
        else sum = of(a) * weights[a];
    }
    return sum.defined() ? sum : torch::zeros_like(of(0));
}

/// Σ_t share_t (logsumexp z_t − z_t[gold]) with z = Σ_a ω_a z_a: convex in ω. Members' logits are kept between calls where they fit,
/// else the head computes them again.
class CombinedLoss {
public:
    /// `states`: (states, hidden) of every member; both are borrowed.
    CombinedLoss(const CausalModel& model, const std::vector<torch::Tensor>& states, GoldTokens gold, std::int64_t vocabulary);
    /// Loss at some weights; with `derivatives` also ∂/∂ω_a = Σ_t share_t ⟨p_t − e_gold, z_{a,t}⟩ and the Hessian, the covariance of the
    /// members' logits under p. Chunks of tokens run in lanes.
    double at(std::span<const double> weights, Derivatives* derivatives);
    /// The same where every token has weights of its own: `weights` (tokens, m).
    TokenTerms terms(const torch::Tensor& weights);

private:
    struct Part;
    void keepLogits();
    torch::Tensor logits(std::size_t member, std::int64_t begin, std::int64_t end) const;
    std::int64_t chunkTokens() const;
    Lanes lanes(std::int64_t chunk) const;
    void setTerms(const torch::Tensor& weights, std::int64_t begin, std::int64_t end, TokenTerms& terms) const;
    void addChunk(std::span<const double> weights, std::int64_t begin, std::int64_t end, bool derived, Part& part) const;

    const CausalModel& model_;
    const std::vector<torch::Tensor>& states_;
    GoldTokens gold_;
    std::int64_t vocabulary_;
    std::vector<torch::Tensor> kept_;  ///< per member (tokens, vocabulary); empty where they do not fit
};

}  // namespace consort::nn
