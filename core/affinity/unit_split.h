#pragma once
// Internal to core/affinity. Groups as lists of units (datasets that travel together), and how to cut one in two.
#include <functional>
#include <limits>
#include <vector>

#include "core/affinity/constraints.h"

namespace consort {

using Units = std::vector<int>;
inline constexpr double kImpossible = -std::numeric_limits<double>::infinity();  ///< value of a group that the rules forbid

Units without(const Units& units, int unit);
Units with(Units units, int unit);

/// A partition as its searches change it: the units of every group, and the group of every unit.
struct UnitGroups {
    std::vector<Units> groups;
    std::vector<std::size_t> groupOf;
    UnitGroups() = default;
    UnitGroups(const GroupRules& rules, const Partition& partition);
    void replace(std::size_t group, Units units);
    Partition partition(const GroupRules& rules) const { return partitionOf(rules, {groupOf.begin(), groupOf.end()}); }
};

/// Two parts of a group and the sum of their values.
struct UnitSplit {
    Units one, other;
    double value = kImpossible;
};

/// Parts grown from a few seeds by moving units across while the sum of values rises; value kImpossible where none is allowed.
UnitSplit bestSplit(const Units& units, const std::function<double(const Units&)>& value);

}  // namespace consort
