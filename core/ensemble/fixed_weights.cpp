// Weight vectors that need no fit.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/ensemble/weight_fit.h"

namespace consort {

std::vector<double> ownerWeights(std::size_t members, std::size_t owner) {
    check(owner < members, "the owner is a member");
    std::vector<double> weights(members, 0.0);
    weights[owner] = 1.0;
    return weights;
}

std::vector<double> uniformWeights(std::size_t members) {
    return std::vector<double>(members, members ? 1.0 / static_cast<double>(members) : 0.0);
}

std::vector<double> affinityWeights(const Matrix& affinity, int row, const std::vector<std::vector<int>>& groups) {
    const auto values = affinity.row(row);
    double mean = 0, variance = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (const double value : values) variance += (value - mean) * (value - mean) / static_cast<double>(values.size());
    const double deviation = std::sqrt(variance);
    std::vector<double> weights;
    for (const std::vector<int>& group : groups) {
        double sum = 0;
        for (const int item : group) sum += values[static_cast<std::size_t>(item)] - mean;
        const double none = -std::numeric_limits<double>::infinity();  // a member of no datasets has no affinity to any
        weights.push_back(group.empty() ? none : deviation > 0 ? sum / (deviation * static_cast<double>(group.size())) : 0.0);
    }
    const double largest = *std::max_element(weights.begin(), weights.end());
    check(std::isfinite(largest), "a group has datasets");
    double total = 0;
    for (double& weight : weights) total += weight = std::exp(weight - largest);
    for (double& weight : weights) weight /= total;
    return weights;
}

}  // namespace consort
