// The search behind every repair: fewest open groups first, cheapest group first, dead ends cut by counting.
#include "core/affinity/constraints_search.h"

#include <algorithm>
#include <limits>

namespace consort {
namespace {

// One step looks at every (unit, group) pair, so the limits are on pairs: about a second, and a few milliseconds.
constexpr std::int64_t kThoroughPairs = 400'000'000;
constexpr std::int64_t kRepairPairs = 4'000'000;

std::int64_t stepsFor(const GroupRules& rules, std::int64_t pairs) {
    const auto units = static_cast<std::int64_t>(rules.units.size());
    return 2 * units + pairs / (units * rules.groups);
}

bool honours(const GroupRules& rules, const std::vector<int>& labels) {
    std::vector<int> sizes(static_cast<std::size_t>(rules.groups), 0);
    for (std::size_t unit = 0; unit < labels.size(); ++unit) {
        sizes[static_cast<std::size_t>(labels[unit])] += rules.sizeOf(static_cast<int>(unit));
        for (const int other : rules.apart[unit]) {
            if (labels[static_cast<std::size_t>(other)] == labels[unit]) return false;
        }
    }
    return std::all_of(sizes.begin(), sizes.end(), [&](int size) { return size >= rules.minSize && size <= rules.maxSize; });
}

std::vector<int> cheapestLabels(const Matrix& cost) {
    std::vector<int> labels;
    for (std::int64_t unit = 0; unit < cost.rows; ++unit) {
        const auto row = cost.row(unit);
        labels.push_back(static_cast<int>(std::min_element(row.begin(), row.end()) - row.begin()));
    }
    return labels;
}

}  // namespace

LabelSearch::LabelSearch(const GroupRules& rules, const Matrix& cost, std::int64_t steps)
    : rules_(rules),
      cost_(cost),
      steps_(steps),
      labels_(rules.units.size(), -1),
      sizes_(static_cast<std::size_t>(rules.groups), 0),
      blocked_(static_cast<std::int64_t>(rules.units.size()), rules.groups, 0) {
    for (int unit = 0; unit < static_cast<int>(rules.units.size()); ++unit) regret_.push_back(regretOf(unit));
}

LabelSearch::Outcome LabelSearch::run() { return placeNext(0); }

double LabelSearch::regretOf(int unit) const {
    if (cost_.empty()) return rules_.sizeOf(unit);
    double best = std::numeric_limits<double>::infinity(), second = best;
    for (const double value : cost_.row(unit)) {
        second = std::min(second, std::max(best, value));
        best = std::min(best, value);
    }
    return rules_.groups > 1 ? second - best : 0;
}

bool LabelSearch::fits(int unit, int group) const {
    return blocked_(unit, group) == 0 && sizes_[static_cast<std::size_t>(group)] + rules_.sizeOf(unit) <= rules_.maxSize;
}

int LabelSearch::nextUnit() const {
    int chosen = -1, fewest = 0;
    for (int unit = 0; unit < static_cast<int>(labels_.size()); ++unit) {
        if (labels_[static_cast<std::size_t>(unit)] >= 0) continue;
        int open = 0;
        for (int group = 0; group < rules_.groups; ++group) open += fits(unit, group);
        const bool moreUrgent = open == fewest && chosen >= 0 && regret_[static_cast<std::size_t>(unit)] > regret_[static_cast<std::size_t>(chosen)];
        if (chosen < 0 || open < fewest || moreUrgent) {
            chosen = unit;
            fewest = open;
        }
    }
    return chosen;
}

bool LabelSearch::canFinish(int placed) const {
    int missing = 0, room = 0, empty = 0, used = 0;
    for (const int size : sizes_) {
        missing += std::max(0, rules_.minSize - size);
        room += rules_.maxSize - size;
        empty += size == 0;
        used += size;
    }
    const int left = rules_.items - used;
    return missing <= left && left <= room && empty <= static_cast<int>(labels_.size()) - placed;
}

std::vector<int> LabelSearch::openGroups(int unit) const {
    std::vector<int> groups;
    bool sawEmpty = false;
    for (int group = 0; group < rules_.groups; ++group) {
        if (!fits(unit, group)) continue;
        const bool isEmpty = sizes_[static_cast<std::size_t>(group)] == 0;
        if (cost_.empty() && isEmpty && sawEmpty) continue;
        sawEmpty = sawEmpty || isEmpty;
        groups.push_back(group);
    }
    std::stable_sort(groups.begin(), groups.end(), [&](int a, int b) { return costOf(unit, a) < costOf(unit, b); });
    return groups;
}

void LabelSearch::put(int unit, int group, int sign) {
    labels_[static_cast<std::size_t>(unit)] = sign > 0 ? group : -1;
    sizes_[static_cast<std::size_t>(group)] += sign * rules_.sizeOf(unit);
    for (const int other : rules_.apart[static_cast<std::size_t>(unit)]) blocked_(other, group) += sign;
}

LabelSearch::Outcome LabelSearch::placeNext(int placed) {
    if (!canFinish(placed)) return Outcome::None;
    if (placed == static_cast<int>(labels_.size())) return Outcome::Found;
    if (--steps_ < 0) return Outcome::GaveUp;
    const int unit = nextUnit();
    for (const int group : openGroups(unit)) {
        put(unit, group, +1);
        const Outcome outcome = placeNext(placed + 1);
        if (outcome != Outcome::None) return outcome;
        put(unit, group, -1);
    }
    return Outcome::None;
}

LabelSearch::Outcome searchLabels(const GroupRules& rules, std::vector<int>& labels) {
    const Matrix alike;
    LabelSearch search(rules, alike, stepsFor(rules, kThoroughPairs));
    const LabelSearch::Outcome outcome = search.run();
    labels = search.labels();
    return outcome;
}

std::vector<int> nearestLabels(const GroupRules& rules, const Matrix& cost) {
    std::vector<int> labels = cheapestLabels(cost);
    if (honours(rules, labels)) return labels;
    LabelSearch search(rules, cost, stepsFor(rules, kRepairPairs));
    return search.run() == LabelSearch::Outcome::Found ? search.labels() : rules.example;
}

}  // namespace consort
