// Local search over partitions: moves, swaps and merge–split, on a value that costs nothing, such as density (method.md §8).
#include <algorithm>
#include <cmath>

#include "core/affinity/clusterers.h"
#include "core/affinity/unit_split.h"

namespace consort {
namespace {

constexpr std::size_t kLargestForSwaps = 200;  ///< beyond, only moves: swaps and splits grow with n² group evaluations

class Climber {
public:
    Climber(const GroupRules& rules, const Partition& start, const std::function<double(const Subset&)>& value)
        : rules_(rules), value_(value), now_(rules, start) {
        for (const Units& group : now_.groups) values_.push_back(valueOf(group));
    }

    Partition run() {
        while (moves() || swaps() || reSplits() || mergeSplits()) {
        }
        return now_.partition(rules_);
    }

private:
    double valueOf(const Units& units) const {
        if (!rules_.allowsGroup(units)) return kImpossible;
        return value_(rules_.itemsOf(units));
    }

    /// Puts `replacements` in place of the groups `which` if the sum of values rises.
    bool improve(const std::vector<std::size_t>& which, std::vector<Units> replacements) {
        double now = 0, then = 0;
        std::vector<double> values;
        for (const std::size_t g : which) now += values_[g];
        for (const Units& units : replacements) {
            values.push_back(valueOf(units));
            then += values.back();
            if (then == kImpossible) return false;
        }
        if (!(then > now + 1e-12 * (1 + std::abs(now)))) return false;
        for (std::size_t k = 0; k < which.size(); ++k) {
            now_.replace(which[k], std::move(replacements[k]));
            values_[which[k]] = values[k];
        }
        return true;
    }

    bool moves() {
        bool improved = false;
        for (int unit = 0; unit < static_cast<int>(now_.groupOf.size()); ++unit) {
            for (std::size_t to = 0; to < now_.groups.size(); ++to) {
                const std::size_t from = now_.groupOf[static_cast<std::size_t>(unit)];
                if (to == from || now_.groups[from].size() == 1) continue;
                improved = improve({from, to}, {without(now_.groups[from], unit), with(now_.groups[to], unit)}) || improved;
            }
        }
        return improved;
    }

    bool swaps() {
        if (now_.groupOf.size() > kLargestForSwaps) return false;
        bool improved = false;
        for (int a = 0; a < static_cast<int>(now_.groupOf.size()); ++a) {
            for (int b = a + 1; b < static_cast<int>(now_.groupOf.size()); ++b) {
                const std::size_t g = now_.groupOf[static_cast<std::size_t>(a)], h = now_.groupOf[static_cast<std::size_t>(b)];
                if (g == h) continue;
                improved = improve({g, h}, {with(without(now_.groups[g], a), b), with(without(now_.groups[h], b), a)}) || improved;
            }
        }
        return improved;
    }

    UnitSplit splitOf(const Units& units) const {
        return bestSplit(units, [this](const Units& part) { return valueOf(part); });
    }

    Units merged(std::size_t g, std::size_t h) const {
        Units units = now_.groups[g];
        units.insert(units.end(), now_.groups[h].begin(), now_.groups[h].end());
        return units;
    }

    bool reSplits() {
        if (now_.groupOf.size() > kLargestForSwaps) return false;
        bool improved = false;
        for (std::size_t g = 0; g < now_.groups.size(); ++g) {
            for (std::size_t h = g + 1; h < now_.groups.size(); ++h) {
                UnitSplit split = splitOf(merged(g, h));
                if (split.value == kImpossible) continue;
                improved = improve({g, h}, {std::move(split.one), std::move(split.other)}) || improved;
            }
        }
        return improved;
    }

    /// Joins two groups and splits a third in their stead; the first such step that helps.
    bool mergeSplits() {
        if (now_.groupOf.size() > kLargestForSwaps) return false;
        std::vector<UnitSplit> splits;
        for (const Units& group : now_.groups) splits.push_back(splitOf(group));
        for (std::size_t g = 0; g < now_.groups.size(); ++g) {
            for (std::size_t h = g + 1; h < now_.groups.size(); ++h) {
                const Units together = merged(g, h);
                if (!rules_.allowsGroup(together)) continue;
                for (std::size_t k = 0; k < now_.groups.size(); ++k) {
                    if (k == g || k == h || splits[k].value == kImpossible) continue;
                    if (improve({g, h, k}, {together, splits[k].one, splits[k].other})) return true;
                }
            }
        }
        return false;
    }

    const GroupRules& rules_;
    const std::function<double(const Subset&)>& value_;
    UnitGroups now_;
    std::vector<double> values_;
};

}  // namespace

Partition climb(const ClusterTask& task, const Partition& start, const std::function<double(const Subset&)>& value) {
    return Climber(task.rules, start, value).run();
}

ClusterResult clusterRefined(const ClusterProblem& problem) {
    const ClusterTask task = taskOf(problem);
    const Partition start = clusterBySdp(problem).groups;
    ClusterResult result;
    if (problem.score) result.groups = climbEstimate(task, {start, clusterAgglomeratively(problem).groups, clusterSpectrally(problem).groups});
    else result.groups = climb(task, start, [&task](const Subset& group) { return groupDensity(task.affinity(), group); });
    result.density = densityOf(task.affinity(), result.groups);
    return result;
}

}  // namespace consort
