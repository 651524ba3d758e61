#include "core/nn/row_outputs.h"

#include <algorithm>
#include <cmath>

namespace consort::nn {
namespace {

double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

/// log(softplus(x)); softplus(x) → e^x as x → −∞, where it would round to 0.
double logSoftplus(double x) { return x < -36 ? x : std::log(softplus(x)); }

double logSumExp(std::span<const double> values) {
    const double largest = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const double v : values) sum += std::exp(v - largest);
    return largest + std::log(sum);
}

RowOutput meanOutput(std::span<const double> logOdds) {
    RowOutput output;
    const double share = 1.0 / static_cast<double>(logOdds.size());
    for (const double o : logOdds) output.h += o * share;
    output.weights.assign(logOdds.size(), share);
    return output;
}

/// s = Σ log p = −Σ softplus(−o); ∂s/∂o = σ(−o).
RowOutput scoreOutput(std::span<const double> logOdds) {
    RowOutput output;
    for (const double o : logOdds) {
        output.h -= softplus(-o);
        output.weights.push_back(std::exp(-softplus(o)));
    }
    return output;
}

/// h = −ℓ − log(1 − e^{−ℓ}) with ℓ the mean of softplus(−o); ∂h/∂o = σ(−o) / (n (1 − e^{−ℓ})).
RowOutput answerOutput(std::span<const double> logOdds) {
    if (logOdds.size() == 1) return {logOdds[0], {1.0}};
    const double n = static_cast<double>(logOdds.size());
    std::vector<double> logLosses;
    for (const double o : logOdds) logLosses.push_back(logSoftplus(-o));
    const double logLoss = logSumExp(logLosses) - std::log(n);
    const double loss = std::exp(logLoss);
    const double logRest = loss < 1e-12 ? logLoss : std::log(-std::expm1(-loss));
    RowOutput output;
    output.h = -loss - logRest;
    for (const double o : logOdds) output.weights.push_back(std::exp(-softplus(o) - logRest) / n);
    return output;
}

}  // namespace

RowOutput rowOutput(RowMode mode, std::span<const double> logOdds) {
    if (mode == RowMode::Answer) return answerOutput(logOdds);
    if (mode == RowMode::Choice) return scoreOutput(logOdds);
    return meanOutput(logOdds);
}

}  // namespace consort::nn
