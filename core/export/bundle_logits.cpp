#include "core/export/bundle_logits.h"

#include "core/base/error.h"

namespace consort {

FloatMatrix weightedSum(const std::vector<FloatMatrix>& logits, std::span<const double> weights) {
    FloatMatrix sum(logits[0].rows, logits[0].cols);
    for (std::size_t k = 0; k < sum.values.size(); ++k) {
        double value = 0;
        for (std::size_t a = 0; a < logits.size(); ++a) value += weights[a] * logits[a].values[k];
        sum.values[k] = static_cast<float>(value);
    }
    return sum;
}

std::vector<FloatMatrix> memberLogits(Session& session, std::span<const Adapter> members, const TokenIds& ids) {
    std::vector<FloatMatrix> logits;
    for (const Adapter& member : members) logits.push_back(session.logits(ids, &member));
    return logits;
}

FloatMatrix combinedLogits(Session& session, std::span<const Adapter> members, std::span<const double> weights, const TokenIds& ids) {
    check(!members.empty() && members.size() == weights.size(), "one weight a member, at least one member");
    return weightedSum(memberLogits(session, members, ids), weights);
}

const std::vector<double>& weightsFor(const LoadedBundle& bundle, const std::string& dataset) {
    if (dataset.empty()) return bundle.global;
    std::string known;
    for (std::size_t d = 0; d < bundle.datasets.size(); ++d) {
        if (bundle.datasets[d] == dataset) return bundle.weights[d];
        known += (known.empty() ? "" : ", ") + bundle.datasets[d];
    }
    throw Error(ErrorCode::NotFound, "the bundle has no weights for the dataset '" + dataset + "'; it knows " + known);
}

}  // namespace consort
