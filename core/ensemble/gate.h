#pragma once
// Weights of the members as a function of the prompt (a mixture of experts on frozen members; Jacobs et al., 1991).
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/value.h"
#include "core/nn/evaluator.h"

namespace consort {

/// ω(x) = softmax(bias + slope·(x − centre)), x the frozen base's mean final state over the prompt (core/nn/representations.h).
struct Gate {
    std::vector<double> centre;  ///< (hidden)
    Matrix slope;                ///< (members, hidden)
    std::vector<double> bias;    ///< (members)
    std::vector<double> weights(std::span<const float> representation) const;
    Matrix weights(const FloatMatrix& representations) const;  ///< (rows, members)
};

Value toValue(const Gate& gate);
/// Throws Error{Corrupt} naming `whose` where shapes disagree, a number is not finite, or members or hidden size are others.
Gate gateFrom(const Value& value, std::size_t members, std::int64_t hidden, const std::string& whose);

/// Rows' losses under weights of their own, (rows, members).
using GateLoss = std::function<RowDerivatives(const Matrix& rowWeights)>;

struct GateFit {
    Gate gate;
    double penalty = 0;           ///< on the slopes; infinite where they do not help rows that were not learned from: one weight vector for all
    int axes = 0;                 ///< principal axes of the representations that the slopes see
    std::vector<double> heldOut;  ///< per row: its loss under the gate fitted without its fold, one of four, by a Newton step from the fit on all rows
};

/// Least Σ share_r ℓ_r + penalty·|slopes|² on at most 16 whitened principal axes; the penalty of least held-out loss. Levenberg–Marquardt
/// steps with the Gauss–Newton matrix of the softmax. Deterministic in `seed`, which draws the folds. `share` (rows) sums to 1.
/// Throws Error{InvalidInput} for fewer than 8 rows, or losses that are not finite.
GateFit fitGate(const FloatMatrix& representations, std::span<const double> share, std::size_t members, const GateLoss& loss, std::uint64_t seed);

}  // namespace consort
