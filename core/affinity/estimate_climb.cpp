// Local search over partitions on the estimate of the groups, every step scored in one batch (method.md §8 "Estimate-refined").
#include <algorithm>
#include <cmath>
#include <map>

#include "core/affinity/clusterers.h"
#include "core/affinity/unit_split.h"

namespace consort {
namespace {

constexpr std::size_t kScoredAStep = 256;      ///< groups that one step may have scored; density says which
constexpr std::size_t kScoredAltogether = 2000;
constexpr std::size_t kLargestForMerges = 200;  ///< units beyond which only moves and swaps are tried

/// Some groups of the partition, and what would stand in their place.
struct Step {
    std::vector<std::size_t> which;
    std::vector<Units> replacements;
    double densityGain = 0;
};

class EstimateClimber {
public:
    explicit EstimateClimber(const ClusterTask& task) : task_(task), rules_(task.rules), groupOf_(rules_.units.size()) {}

    /// Begins at the best of some partitions.
    void begin(const std::vector<Partition>& starts) {
        double best = kImpossible;
        const Partition* chosen = &starts.front();
        for (const Partition& start : starts) {
            scoreItems(start);
            double sum = 0;
            for (const Subset& group : start) sum += scores_.at(group);
            if (!(sum > best)) continue;
            best = sum;
            chosen = &start;
        }
        place(*chosen);
    }

    Partition run() {
        while (scores_.size() < kScoredAltogether) {
            std::vector<Step> steps = proposals();
            keepAffordable(steps);
            const Step* best = bestOf(steps);
            if (!best) break;
            take(*best);
        }
        const std::vector<int> labels(groupOf_.begin(), groupOf_.end());
        return partitionOf(rules_, labels);
    }

private:
    void place(const Partition& start) {
        std::vector<std::size_t> groupOfItem(static_cast<std::size_t>(rules_.items));
        for (std::size_t g = 0; g < start.size(); ++g) {
            for (const int item : start[g]) groupOfItem[static_cast<std::size_t>(item)] = g;
        }
        groups_.resize(start.size());
        for (std::size_t unit = 0; unit < rules_.units.size(); ++unit) {
            groupOf_[unit] = groupOfItem[static_cast<std::size_t>(rules_.units[unit].front())];
            groups_[groupOf_[unit]].push_back(static_cast<int>(unit));
        }
    }

    Subset itemsOf(const Units& units) const {
        Subset items;
        for (const int unit : units) {
            const Subset& members = rules_.units[static_cast<std::size_t>(unit)];
            items.insert(items.end(), members.begin(), members.end());
        }
        std::sort(items.begin(), items.end());
        return items;
    }

    double density(const Units& units) const { return rules_.allowsGroup(units) ? groupDensity(task_.affinity(), itemsOf(units)) : kImpossible; }

    void propose(std::vector<Step>& steps, std::vector<std::size_t> which, std::vector<Units> replacements) const {
        double gain = 0;
        for (const Units& units : replacements) gain += density(units);
        if (gain == kImpossible) return;
        for (const std::size_t g : which) gain -= density(groups_[g]);
        steps.push_back({std::move(which), std::move(replacements), gain});
    }

    std::vector<Step> proposals() const {
        std::vector<Step> steps;
        const int units = static_cast<int>(groupOf_.size());
        for (int unit = 0; unit < units; ++unit) proposeMoves(steps, unit);
        for (int a = 0; a < units; ++a) {
            for (int b = a + 1; b < units; ++b) {
                const std::size_t g = groupOf_[static_cast<std::size_t>(a)], h = groupOf_[static_cast<std::size_t>(b)];
                if (g != h) propose(steps, {g, h}, {with(without(groups_[g], a), b), with(without(groups_[h], b), a)});
            }
        }
        if (groupOf_.size() <= kLargestForMerges) proposeMerges(steps);
        return steps;
    }

    void proposeMoves(std::vector<Step>& steps, int unit) const {
        const std::size_t from = groupOf_[static_cast<std::size_t>(unit)];
        if (groups_[from].size() == 1) return;
        for (std::size_t to = 0; to < groups_.size(); ++to) {
            if (to != from) propose(steps, {from, to}, {without(groups_[from], unit), with(groups_[to], unit)});
        }
    }

    /// Two groups cut anew, and two groups joined while a third is cut in their stead.
    void proposeMerges(std::vector<Step>& steps) const {
        const auto cut = [this](const Units& units) { return bestSplit(units, [this](const Units& part) { return density(part); }); };
        std::vector<UnitSplit> splits;
        for (const Units& group : groups_) splits.push_back(cut(group));
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            for (std::size_t h = g + 1; h < groups_.size(); ++h) {
                Units together = groups_[g];
                together.insert(together.end(), groups_[h].begin(), groups_[h].end());
                const UnitSplit anew = cut(together);
                if (anew.value != kImpossible) propose(steps, {g, h}, {anew.one, anew.other});
                for (std::size_t k = 0; k < groups_.size(); ++k) {
                    if (k != g && k != h && splits[k].value != kImpossible) propose(steps, {g, h, k}, {together, splits[k].one, splits[k].other});
                }
            }
        }
    }

    /// Scores the groups of the most promising steps and drops the steps that then are not scored.
    void keepAffordable(std::vector<Step>& steps) {
        std::stable_sort(steps.begin(), steps.end(), [](const Step& x, const Step& y) { return x.densityGain > y.densityGain; });
        std::vector<Units> wanted;
        std::size_t kept = 0;
        for (; kept < steps.size() && wanted.size() < kScoredAStep; ++kept) {
            for (const Units& units : steps[kept].replacements) wanted.push_back(units);
        }
        steps.resize(kept);
        scoreAll(wanted);
    }

    void scoreAll(const std::vector<Units>& groups) {
        std::vector<Subset> items;
        for (const Units& units : groups) items.push_back(itemsOf(units));
        scoreItems(items);
    }

    void scoreItems(const std::vector<Subset>& groups) {
        std::vector<Subset> unknown;
        for (const Subset& items : groups) {
            if (scores_.emplace(items, 0.0).second) unknown.push_back(items);
        }
        if (unknown.empty()) return;
        const std::vector<double> values = task_.problem.score(unknown);
        for (std::size_t k = 0; k < unknown.size(); ++k) scores_[unknown[k]] = values[k];
    }

    double scoreOf(const Units& units) const { return scores_.at(itemsOf(units)); }

    const Step* bestOf(const std::vector<Step>& steps) const {
        const Step* best = nullptr;
        double bestGain = 0;
        for (const Step& step : steps) {
            double before = 0, after = 0;
            for (const std::size_t g : step.which) before += scoreOf(groups_[g]);
            for (const Units& units : step.replacements) after += scoreOf(units);
            if (!(after - before > std::max(bestGain, 1e-9 * (1 + std::abs(before))))) continue;
            best = &step;
            bestGain = after - before;
        }
        return best;
    }

    void take(const Step& step) {
        for (std::size_t k = 0; k < step.which.size(); ++k) {
            groups_[step.which[k]] = step.replacements[k];
            for (const int unit : step.replacements[k]) groupOf_[static_cast<std::size_t>(unit)] = step.which[k];
        }
    }

    const ClusterTask& task_;
    const GroupRules& rules_;
    std::vector<std::size_t> groupOf_;
    std::vector<Units> groups_;
    std::map<Subset, double> scores_;
};

}  // namespace

Partition climbEstimate(const ClusterTask& task, const std::vector<Partition>& starts) {
    EstimateClimber climber(task);
    climber.begin(starts);
    return climber.run();
}

}  // namespace consort
