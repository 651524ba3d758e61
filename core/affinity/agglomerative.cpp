// Average linkage on the affinity: the two closest groups join until m are left.
#include <algorithm>
#include <limits>
#include <utility>

#include "core/affinity/clusterers.h"

namespace consort {
namespace {

/// Groups of units and the summed affinity between every two of them.
class Merger {
public:
    Merger(const GroupRules& rules, const Matrix& affinity) : rules_(rules), sum_(static_cast<std::int64_t>(rules.units.size()), static_cast<std::int64_t>(rules.units.size())) {
        for (int a = 0; a < static_cast<int>(rules.units.size()); ++a) {
            groups_.push_back({a});
            sizes_.push_back(rules.sizeOf(a));
            for (int b = 0; b < static_cast<int>(rules.units.size()); ++b) sum_(a, b) = between(affinity, a, b);
        }
    }

    bool mergeClosest() {
        double best = -std::numeric_limits<double>::infinity();
        std::pair<std::size_t, std::size_t> closest{0, 0};
        for (std::size_t a = 0; a < groups_.size(); ++a) {
            for (std::size_t b = a + 1; b < groups_.size(); ++b) {
                const double mean = meanOf(a, b);
                if (mean <= best || !mayMerge(a, b)) continue;
                best = mean;
                closest = {a, b};
            }
        }
        if (closest.second == 0) return false;
        merge(closest.first, closest.second);
        return true;
    }

    std::size_t groups() const { return groups_.size(); }
    double meanOf(std::size_t a, std::size_t b) const {
        return sum_(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b)) / (static_cast<double>(sizes_[a]) * sizes_[b]);
    }
    std::vector<int> labels() const {
        std::vector<int> result(rules_.units.size());
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            for (const int unit : groups_[g]) result[static_cast<std::size_t>(unit)] = static_cast<int>(g);
        }
        return result;
    }
    int sizeOf(std::size_t group) const { return sizes_[group]; }

private:
    double between(const Matrix& affinity, int a, int b) const {
        double sum = 0;
        for (const int i : rules_.units[static_cast<std::size_t>(a)]) {
            for (const int j : rules_.units[static_cast<std::size_t>(b)]) sum += affinity(i, j);
        }
        return sum;
    }

    bool mayMerge(std::size_t a, std::size_t b) const {
        if (sizes_[a] + sizes_[b] > rules_.maxSize) return false;
        for (const int one : groups_[a]) {
            for (const int other : groups_[b]) {
                if (rules_.areApart(one, other)) return false;
            }
        }
        return true;
    }

    void merge(std::size_t a, std::size_t b) {
        groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
        sizes_[a] += sizes_[b];
        const auto to = static_cast<std::int64_t>(a), from = static_cast<std::int64_t>(b), last = static_cast<std::int64_t>(groups_.size()) - 1;
        for (std::int64_t g = 0; g <= last; ++g) sum_(to, g) += sum_(from, g);
        for (std::int64_t g = 0; g <= last; ++g) sum_(g, to) += sum_(g, from);
        for (std::int64_t g = 0; g <= last; ++g) std::swap(sum_(from, g), sum_(last, g));
        for (std::int64_t g = 0; g <= last; ++g) std::swap(sum_(g, from), sum_(g, last));
        std::swap(groups_[b], groups_.back());
        std::swap(sizes_[b], sizes_.back());
        groups_.pop_back();
        sizes_.pop_back();
    }

    const GroupRules& rules_;
    Matrix sum_;
    std::vector<std::vector<int>> groups_;
    std::vector<int> sizes_;
};

/// Cost of putting each unit into each of the m largest of the merged groups: minus its mean affinity to them, its own group first.
Matrix costOf(const GroupRules& rules, const Matrix& affinity, const Merger& merger) {
    const std::vector<int> labels = merger.labels();
    std::vector<std::size_t> order(merger.groups());
    for (std::size_t g = 0; g < order.size(); ++g) order[g] = g;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return merger.sizeOf(a) > merger.sizeOf(b); });
    Matrix cost(static_cast<std::int64_t>(rules.units.size()), rules.groups);
    for (std::int64_t unit = 0; unit < cost.rows; ++unit) {
        for (std::int64_t g = 0; g < cost.cols; ++g) {
            double sum = 0, count = 0;
            for (std::size_t other = 0; other < rules.units.size(); ++other) {
                if (labels[other] != static_cast<int>(order[static_cast<std::size_t>(g)])) continue;
                for (const int i : rules.units[static_cast<std::size_t>(unit)]) {
                    for (const int j : rules.units[other]) sum += affinity(i, j);
                }
                count += static_cast<double>(rules.units[static_cast<std::size_t>(unit)].size() * rules.units[other].size());
            }
            const bool own = labels[static_cast<std::size_t>(unit)] == static_cast<int>(order[static_cast<std::size_t>(g)]);
            cost(unit, g) = -sum / count - (own ? 4.0 : 0.0);  // affinities lie in −1 … 1: the own group always comes first
        }
    }
    return cost;
}

}  // namespace

Partition mergeByAverage(const ClusterTask& task, const Matrix& affinity) {
    Merger merger(task.rules, affinity);
    while (static_cast<int>(merger.groups()) > task.rules.groups && merger.mergeClosest()) {
    }
    // Merges that were blocked before m were left, or left a group below the smallest size, are repaired by the search.
    return partitionOf(task.rules, nearestLabels(task.rules, costOf(task.rules, affinity, merger)));
}

ClusterResult clusterAgglomeratively(const ClusterProblem& problem) {
    const ClusterTask task = taskOf(problem);
    ClusterResult result;
    result.groups = mergeByAverage(task, task.affinity());
    result.density = densityOf(task.affinity(), result.groups);
    return result;
}

}  // namespace consort
