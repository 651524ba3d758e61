#include "core/affinity/marginal_gains.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/rng.h"

namespace consort {
namespace {

constexpr int kComparisons = 2000;

Subset sorted(Subset subset) {
    std::sort(subset.begin(), subset.end());
    return subset;
}

/// |S|! (n − 2 − |S|)! / (n − 1)! for S among the n − 2 datasets that are neither target nor source.
std::vector<double> exactWeights(int datasets) {
    std::vector<double> weights;
    for (int size = 0; size <= datasets - 2; ++size) {
        weights.push_back(std::exp(std::lgamma(size + 1) + std::lgamma(datasets - 1 - size) - std::lgamma(datasets)));
    }
    return weights;
}

void addExact(int datasets, int target, int source, const std::vector<double>& weights, std::vector<Marginal>& marginals) {
    std::vector<int> others;
    for (int i = 0; i < datasets; ++i) {
        if (i != target && i != source) others.push_back(i);
    }
    for (std::uint32_t mask = 0; mask < (1u << others.size()); ++mask) {
        Subset without{target};
        for (std::size_t k = 0; k < others.size(); ++k) {
            if (mask >> k & 1) without.push_back(others[k]);
        }
        marginals.push_back({target, source, sorted(std::move(without)), weights[static_cast<std::size_t>(std::popcount(mask))]});
    }
}

/// The target first, then the others in this order: each is compared as it joins.
void addOrder(int target, const std::vector<int>& order, double weight, std::vector<Marginal>& marginals) {
    Subset without{target};
    for (const int source : order) {
        if (source == target) continue;
        marginals.push_back({target, source, sorted(without), weight});
        without.push_back(source);
    }
}

}  // namespace

Subset Marginal::with() const {
    Subset whole = without;
    whole.push_back(source);
    return sorted(std::move(whole));
}

std::vector<Marginal> leaveOneOutMarginals(int datasets) {
    std::vector<Marginal> marginals;
    for (int source = 0; source < datasets; ++source) {
        Subset without;
        for (int i = 0; i < datasets; ++i) {
            if (i != source) without.push_back(i);
        }
        for (const int target : without) marginals.push_back({target, source, without, 1});
    }
    return marginals;
}

std::vector<Marginal> shapleyMarginals(int datasets, std::uint64_t seed) {
    std::vector<Marginal> marginals;
    if (datasets < 2 || datasets > kLargestShapley) return marginals;
    if (datasets <= kExactShapley) {
        const std::vector<double> weights = exactWeights(datasets);
        for (int target = 0; target < datasets; ++target) {
            for (int source = 0; source < datasets; ++source) {
                if (source != target) addExact(datasets, target, source, weights, marginals);
            }
        }
        return marginals;
    }
    const int pairs = std::max(1, kComparisons / (2 * datasets * (datasets - 1)));
    Rng rng(seed, streamOf("shapley orders"));
    for (int draw = 0; draw < pairs; ++draw) {
        std::vector<int> order;
        for (const std::size_t i : shuffledIndices(static_cast<std::size_t>(datasets), rng)) order.push_back(static_cast<int>(i));
        const std::vector<int> reversed(order.rbegin(), order.rend());
        for (int target = 0; target < datasets; ++target) {
            addOrder(target, order, 0.5 / pairs, marginals);
            addOrder(target, reversed, 0.5 / pairs, marginals);
        }
    }
    return marginals;
}

std::vector<Subset> subsetsOf(const std::vector<Marginal>& marginals) {
    std::set<Subset> all;
    for (const Marginal& marginal : marginals) {
        all.insert(marginal.without);
        all.insert(marginal.with());
    }
    return {all.begin(), all.end()};
}

MarginalGains marginalGains(const PerformanceTable& table, const std::vector<Marginal>& marginals) {
    const std::int64_t n = table.loss.cols;
    const double none = std::numeric_limits<double>::quiet_NaN();
    MarginalGains gains{Matrix(n, n), Matrix(n, n)};
    std::fill(gains.value.values.begin(), gains.value.values.end(), none);
    std::fill(gains.standardError.values.begin(), gains.standardError.values.end(), none);
    std::map<Subset, std::int64_t> rowOf;
    for (std::size_t k = 0; k < table.subsets.size(); ++k) rowOf[table.subsets[k]] = static_cast<std::int64_t>(k);
    std::map<std::pair<int, int>, std::vector<double>> byRow;  // the weighted sum of comparisons, row by validation row
    for (const Marginal& marginal : marginals) {
        const auto without = rowOf.find(marginal.without), with = rowOf.find(marginal.with());
        check(without != rowOf.end() && with != rowOf.end(), "the table holds every subset that is compared");
        const FloatMatrix& losses = table.rowLoss[static_cast<std::size_t>(marginal.target)];
        std::vector<double>& sum = byRow[{marginal.target, marginal.source}];
        sum.resize(static_cast<std::size_t>(losses.cols), 0.0);
        const auto before = losses.row(without->second), after = losses.row(with->second);
        for (std::size_t r = 0; r < sum.size(); ++r) sum[r] += marginal.weight * (static_cast<double>(before[r]) - static_cast<double>(after[r]));
    }
    for (const auto& [cell, rows] : byRow) {
        if (rows.empty()) continue;
        const double count = static_cast<double>(rows.size()), mean = std::accumulate(rows.begin(), rows.end(), 0.0) / count;
        double squares = 0;
        for (const double row : rows) squares += (row - mean) * (row - mean);
        gains.value(cell.first, cell.second) = mean;
        gains.standardError(cell.first, cell.second) = rows.size() > 1 ? std::sqrt(squares / (count * (count - 1))) : none;
    }
    return gains;
}

}  // namespace consort
