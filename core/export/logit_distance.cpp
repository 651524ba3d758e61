#include "core/export/logit_distance.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace consort {
namespace {

double logSumExp(std::span<const float> z) {
    const double top = *std::max_element(z.begin(), z.end());
    double sum = 0;
    for (const float value : z) sum += std::exp(static_cast<double>(value) - top);
    return top + std::log(sum);
}

double divergence(std::span<const float> reference, std::span<const float> artefact) {
    const double normP = logSumExp(reference), normQ = logSumExp(artefact);
    double kl = 0;
    for (std::size_t j = 0; j < reference.size(); ++j) {
        const double logP = reference[j] - normP, logQ = artefact[j] - normQ;
        kl += std::exp(logP) * (logP - logQ);
    }
    return std::max(0.0, kl);
}

bool predicts(std::span<const float> z, std::int32_t token) {
    return std::max_element(z.begin(), z.end()) - z.begin() == token;
}

}  // namespace

void LogitDistance::add(const FloatMatrix& reference, const FloatMatrix& artefact, const TokenIds& ids) {
    check(reference.rows == artefact.rows && reference.cols == artefact.cols, "logits of the same rows");
    for (std::size_t k = 0; k < reference.values.size(); ++k) {
        const double distance = std::abs(static_cast<double>(reference.values[k]) - artefact.values[k]);
        maxAbs_ = std::isfinite(distance) ? std::max(maxAbs_, distance) : INFINITY;
        largest_ = std::max(largest_, std::abs(static_cast<double>(reference.values[k])));
    }
    for (std::int64_t t = 0; t < reference.rows; ++t) {
        klSum_ += divergence(reference.row(t), artefact.row(t));
        ++positions_;
        if (t + 1 >= static_cast<std::int64_t>(ids.size())) continue;
        const std::int32_t next = ids[static_cast<std::size_t>(t + 1)];
        correctMore_ += static_cast<int>(predicts(artefact.row(t), next)) - static_cast<int>(predicts(reference.row(t), next));
        ++predictions_;
    }
}

Faithfulness LogitDistance::result(const std::string& artefact) const {
    const double kl = positions_ ? klSum_ / static_cast<double>(positions_) : 0;
    return {artefact, maxAbs_, kl, predictions_ ? static_cast<double>(correctMore_) / static_cast<double>(predictions_) : 0};
}

}  // namespace consort
