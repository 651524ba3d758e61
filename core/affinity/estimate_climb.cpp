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
constexpr std::size_t kJudged = 3;              ///< steps of the largest gain that are held against their noise
constexpr double kClearly = 2;                  ///< standard errors: of hundreds of estimates the best is partly lucky

/// Some groups of the partition, and what would stand in their place.
struct Step {
    std::vector<std::size_t> which;
    std::vector<Units> replacements;
    double densityGain = 0;
};

class EstimateClimber {
public:
    explicit EstimateClimber(const ClusterTask& task) : task_(task), rules_(task.rules) {}

    /// Begins at the first partition, or at another that is clearly better.
    void begin(const std::vector<Partition>& starts) {
        const Partition* chosen = &starts.front();
        for (const Partition& start : starts) {
            scoreItems(start);
            if (isClear(task_.problem.startNoise ? task_.problem.startNoise : task_.problem.noise, sumOf(start) - sumOf(*chosen), *chosen, start)) chosen = &start;
        }
        now_ = UnitGroups(rules_, *chosen);
    }

    Partition run() {
        while (scores_.size() < kScoredAltogether) {
            std::vector<Step> steps = proposals();
            keepAffordable(steps);
            const Step* best = bestOf(steps);
            if (!best) break;
            take(*best);
        }
        return now_.partition(rules_);
    }

private:
    double density(const Units& units) const { return rules_.allowsGroup(units) ? groupDensity(task_.affinity(), rules_.itemsOf(units)) : kImpossible; }

    void propose(std::vector<Step>& steps, std::vector<std::size_t> which, std::vector<Units> replacements) const {
        double gain = 0;
        for (const Units& units : replacements) gain += density(units);
        if (gain == kImpossible) return;
        for (const std::size_t g : which) gain -= density(now_.groups[g]);
        steps.push_back({std::move(which), std::move(replacements), gain});
    }

    std::vector<Step> proposals() const {
        std::vector<Step> steps;
        const int units = static_cast<int>(now_.groupOf.size());
        for (int unit = 0; unit < units; ++unit) proposeMoves(steps, unit);
        for (int a = 0; a < units; ++a) {
            for (int b = a + 1; b < units; ++b) {
                const std::size_t g = now_.groupOf[static_cast<std::size_t>(a)], h = now_.groupOf[static_cast<std::size_t>(b)];
                if (g != h) propose(steps, {g, h}, {with(without(now_.groups[g], a), b), with(without(now_.groups[h], b), a)});
            }
        }
        if (now_.groupOf.size() <= kLargestForMerges) proposeMerges(steps);
        return steps;
    }

    void proposeMoves(std::vector<Step>& steps, int unit) const {
        const std::size_t from = now_.groupOf[static_cast<std::size_t>(unit)];
        if (now_.groups[from].size() == 1) return;
        for (std::size_t to = 0; to < now_.groups.size(); ++to) {
            if (to != from) propose(steps, {from, to}, {without(now_.groups[from], unit), with(now_.groups[to], unit)});
        }
    }

    /// Two groups cut anew, and two groups joined while a third is cut in their stead.
    void proposeMerges(std::vector<Step>& steps) const {
        const auto cut = [this](const Units& units) { return bestSplit(units, [this](const Units& part) { return density(part); }); };
        std::vector<UnitSplit> splits;
        for (const Units& group : now_.groups) splits.push_back(cut(group));
        for (std::size_t g = 0; g < now_.groups.size(); ++g) {
            for (std::size_t h = g + 1; h < now_.groups.size(); ++h) {
                Units together = now_.groups[g];
                together.insert(together.end(), now_.groups[h].begin(), now_.groups[h].end());
                const UnitSplit anew = cut(together);
                if (anew.value != kImpossible) propose(steps, {g, h}, {anew.one, anew.other});
                for (std::size_t k = 0; k < now_.groups.size(); ++k) {
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

    Partition itemsOf(const std::vector<Units>& groups) const {
        Partition items;
        for (const Units& units : groups) items.push_back(rules_.itemsOf(units));
        return items;
    }

    void scoreAll(const std::vector<Units>& groups) { scoreItems(itemsOf(groups)); }

    double sumOf(const Partition& groups) const {
        double sum = 0;
        for (const Subset& group : groups) sum += scores_.at(group);
        return sum;
    }

    static bool isClear(const ScoreNoise& noise, double gain, const Partition& before, const Partition& after) {
        return gain > 0 && (!noise || gain > kClearly * noise(before, after));
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

    /// The step of the largest gain that is clearly one.
    const Step* bestOf(const std::vector<Step>& steps) const {
        struct Judged {
            const Step* step;
            double gain;
            Partition before, after;
        };
        std::vector<Judged> better;
        for (const Step& step : steps) {
            std::vector<Units> now;
            for (const std::size_t g : step.which) now.push_back(now_.groups[g]);
            Partition before = itemsOf(now), after = itemsOf(step.replacements);
            const double level = sumOf(before), gain = sumOf(after) - level;
            if (gain > 1e-9 * (1 + std::abs(level))) better.push_back({&step, gain, std::move(before), std::move(after)});
        }
        std::stable_sort(better.begin(), better.end(), [](const Judged& x, const Judged& y) { return x.gain > y.gain; });
        for (std::size_t k = 0; k < std::min(kJudged, better.size()); ++k) {
            if (isClear(task_.problem.noise, better[k].gain, better[k].before, better[k].after)) return better[k].step;
        }
        return nullptr;
    }

    void take(const Step& step) {
        for (std::size_t k = 0; k < step.which.size(); ++k) {
            now_.replace(step.which[k], step.replacements[k]);
        }
    }

    const ClusterTask& task_;
    const GroupRules& rules_;
    UnitGroups now_;
    std::map<Subset, double> scores_;
};

}  // namespace

Partition climbEstimate(const ClusterTask& task, const std::vector<Partition>& starts) {
    EstimateClimber climber(task);
    climber.begin(starts);
    return climber.run();
}

}  // namespace consort
