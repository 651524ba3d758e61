#include "core/affinity/unit_split.h"

#include <algorithm>
#include <iterator>

namespace consort {
namespace {

constexpr std::size_t kSplitSeeds = 6;
constexpr int kSplitPasses = 3;

void grow(UnitSplit& split, const Units& units, const std::function<double(const Units&)>& value) {
    split.value = value(split.one) + value(split.other);
    for (int pass = 0; pass < kSplitPasses; ++pass) {
        bool moved = false;
        for (const int unit : units) {
            const bool inOne = std::find(split.one.begin(), split.one.end(), unit) != split.one.end();
            const Units& from = inOne ? split.one : split.other;
            const Units& to = inOne ? split.other : split.one;
            if (from.size() == 1) continue;
            Units smaller = without(from, unit), larger = with(to, unit);
            const double sum = value(smaller) + value(larger);
            // An impossible start (parts too small) may grow through impossible ones until sizes fit.
            if (!(sum > split.value) && !(split.value == kImpossible && !inOne)) continue;
            split = inOne ? UnitSplit{std::move(smaller), std::move(larger), sum} : UnitSplit{std::move(larger), std::move(smaller), sum};
            moved = true;
        }
        if (!moved) return;
    }
}

}  // namespace

UnitGroups::UnitGroups(const GroupRules& rules, const Partition& partition) : groups(partition.size()), groupOf(rules.units.size()) {
    std::vector<std::size_t> groupOfItem(static_cast<std::size_t>(rules.items));
    for (std::size_t g = 0; g < partition.size(); ++g) {
        for (const int item : partition[g]) groupOfItem[static_cast<std::size_t>(item)] = g;
    }
    for (std::size_t unit = 0; unit < rules.units.size(); ++unit) {
        groupOf[unit] = groupOfItem[static_cast<std::size_t>(rules.units[unit].front())];
        groups[groupOf[unit]].push_back(static_cast<int>(unit));
    }
}

void UnitGroups::replace(std::size_t group, Units units) {
    for (const int unit : units) groupOf[static_cast<std::size_t>(unit)] = group;
    groups[group] = std::move(units);
}

Units without(const Units& units, int unit) {
    Units result;
    std::copy_if(units.begin(), units.end(), std::back_inserter(result), [unit](int other) { return other != unit; });
    return result;
}

Units with(Units units, int unit) {
    units.push_back(unit);
    return units;
}

UnitSplit bestSplit(const Units& units, const std::function<double(const Units&)>& value) {
    UnitSplit best;
    const std::size_t seeds = std::min(kSplitSeeds, units.size());
    for (std::size_t s = 0; units.size() > 1 && s < seeds; ++s) {
        const int seed = units[s * units.size() / seeds];
        UnitSplit split{{seed}, without(units, seed), kImpossible};
        grow(split, units, value);
        if (split.value > best.value) best = std::move(split);
    }
    return best;
}

}  // namespace consort
