// The best partition for every number of groups at once: dynamic programme over subsets of at most 16 datasets (performance.md §3).
#include <algorithm>
#include <bit>
#include <limits>

#include "core/affinity/clusterers.h"
#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kForbidden = -std::numeric_limits<double>::infinity();

Subset membersOf(std::uint32_t mask) {
    Subset members;
    for (; mask; mask &= mask - 1) members.push_back(std::countr_zero(mask));
    return members;
}

/// best[S · stride + k]: the largest Σ value over partitions of S into k blocks. Blocks always contain the lowest item of what is left,
/// so beside the full set only sets without item 0 occur.
class SubsetProgramme {
public:
    SubsetProgramme(int n, std::vector<double> value)
        : n_(n), stride_(static_cast<std::size_t>(n) + 1), value_(std::move(value)), best_((std::size_t{1} << n) * stride_, kForbidden) {
        at(0, 0) = 0;
        for (std::uint32_t set = 2; set < full(); set += 2) solve(set);
        solve(full());
    }

    Partition partitionInto(int groups) const {
        if (at(full(), groups) == kForbidden) return {};
        Partition result;
        for (std::uint32_t set = full(); groups > 0; --groups) {
            const std::uint32_t block = blockOf(set, groups);
            result.push_back(membersOf(block));
            set &= ~block;
        }
        return canonical(std::move(result));
    }

private:
    std::uint32_t full() const { return (std::uint32_t{1} << n_) - 1; }
    double& at(std::uint32_t set, int groups) { return best_[set * stride_ + static_cast<std::size_t>(groups)]; }
    double at(std::uint32_t set, int groups) const { return best_[set * stride_ + static_cast<std::size_t>(groups)]; }

    void solve(std::uint32_t set) {
        const std::uint32_t lowest = set & (~set + 1), rest = set ^ lowest;
        double* const best = &at(set, 0);
        for (std::uint32_t left = rest;; left = (left - 1) & rest) {
            const double block = value_[set ^ left];
            const double* const before = &best_[left * stride_];
            const int most = std::popcount(left);
            for (int k = 0; k <= most; ++k) best[k + 1] = std::max(best[k + 1], before[k] + block);
            if (left == 0) break;
        }
    }

    std::uint32_t blockOf(std::uint32_t set, int groups) const {
        const std::uint32_t lowest = set & (~set + 1), rest = set ^ lowest;
        for (std::uint32_t left = rest;; left = (left - 1) & rest) {
            if (at(left, groups - 1) + value_[set ^ left] == at(set, groups)) return set ^ left;
            check(left != 0, "a solved subset has a last block");
        }
    }

    int n_;
    std::size_t stride_;
    std::vector<double> value_, best_;
};

}  // namespace

std::vector<Partition> exactPartitions(int n, const std::function<double(const Subset&)>& blockValue) {
    if (n < 1 || n > 16) {
        throw Error(ErrorCode::InvalidInput, "the exact method takes 1 … 16 datasets, not " + std::to_string(n) + "; choose another method");
    }
    std::vector<double> value(std::size_t{1} << n, kForbidden);
    for (std::uint32_t mask = 1; mask < value.size(); ++mask) value[mask] = blockValue(membersOf(mask));
    const SubsetProgramme programme(n, std::move(value));
    std::vector<Partition> result;
    for (int groups = 1; groups <= n; ++groups) result.push_back(programme.partitionInto(groups));
    return result;
}

ClusterResult clusterExactly(const ClusterProblem& problem) {
    const ClusterTask task = taskOf(problem);
    std::vector<int> unitOf(static_cast<std::size_t>(task.rules.items));
    for (std::size_t unit = 0; unit < task.rules.units.size(); ++unit) {
        for (const int item : task.rules.units[unit]) unitOf[static_cast<std::size_t>(item)] = static_cast<int>(unit);
    }
    const auto value = [&](const Subset& group) {
        std::vector<int> units;
        for (const int item : group) units.push_back(unitOf[static_cast<std::size_t>(item)]);
        std::sort(units.begin(), units.end());
        units.erase(std::unique(units.begin(), units.end()), units.end());
        int whole = 0;
        for (const int unit : units) whole += task.rules.sizeOf(unit);
        const bool allowed = whole == static_cast<int>(group.size()) && task.rules.allowsGroup(units);
        return allowed ? groupDensity(task.affinity(), group) : kForbidden;
    };
    ClusterResult result;
    result.groups = exactPartitions(task.rules.items, value)[static_cast<std::size_t>(problem.groups) - 1];
    result.density = densityOf(task.affinity(), result.groups);
    result.upperBound = result.density;
    return result;
}

}  // namespace consort
