#pragma once
// Internal to core/nn. From the log-odds of a row's label tokens to its scalar output h and ∂h/∂(log-odds) (method.md §2). No tensors.
#include <span>
#include <vector>

#include "core/nn/gradients.h"

namespace consort::nn {

struct RowOutput {
    double h = 0;
    std::vector<double> weights;  ///< ∂h/∂o_t for each label token's log-odds o_t
};

/// `logOdds[t]` = z_y − logsumexp_{j≠y} z_j of label token t, so that its cross-entropy is softplus(−logOdds[t]).
/// Computed in logarithms: finite for every finite input, however sure or hopeless the token is.
RowOutput rowOutput(RowMode mode, std::span<const double> logOdds);

}  // namespace consort::nn
