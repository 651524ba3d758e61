#include "core/export/bundle_logits.h"

#include "core/base/error.h"
#include "core/nn/representations.h"

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

FloatMatrix combinedLogits(Session& session, const std::vector<FloatMatrix>& members, const LogitWeights& weights, const TokenIds& ids) {
    FloatMatrix sum = weightedSum(members, weights.members);
    if (weights.base == 0) return sum;
    const std::vector<double> both{1.0, weights.base};
    return weightedSum({std::move(sum), session.logits(ids)}, both);
}

FloatMatrix combinedLogits(Session& session, std::span<const Adapter> members, const LogitWeights& weights, const TokenIds& ids) {
    check(!members.empty() && members.size() == weights.members.size(), "one weight a member, at least one member");
    return combinedLogits(session, memberLogits(session, members, ids), weights, ids);
}

LogitWeights Weighing::of(Session& session, const TokenIds& prompt) const {
    if (!gate) return fixed;
    Example row;
    row.promptIds = prompt;
    return {gate->weights(representations(session, std::span(&row, 1), JobContext{}).row(0)), 0};
}

Weighing weighingFor(const LoadedBundle& bundle, const std::string& dataset) {
    if (dataset.empty()) return {{bundle.global, 0}, bundle.gate};
    std::string known;
    for (std::size_t d = 0; d < bundle.datasets.size(); ++d) {
        if (bundle.datasets[d] == dataset) return {{bundle.weights[d], bundle.baseWeights[d]}, bundle.gate};
        known += (known.empty() ? "" : ", ") + bundle.datasets[d];
    }
    throw Error(ErrorCode::NotFound, "the bundle has no weights for the dataset '" + dataset + "'; it knows " + known);
}

}  // namespace consort
