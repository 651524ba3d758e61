#pragma once
// What a partition has to obey, compiled once: linked datasets become units, and a search finds labels that honour every rule.
#include <string>
#include <vector>

#include "core/affinity/grouping.h"

namespace consort {

/// Constraints of one problem. Must-links and equal pins are folded into units that travel together; cannot-links and unequal pins
/// become pairs of units that stay apart.
struct GroupRules {
    int items = 0;
    int groups = 1;
    int minSize = 1;
    int maxSize = 0;
    std::vector<std::string> names;       ///< as in GroupConstraints
    std::vector<Subset> units;            ///< ascending members, ordered by first member
    std::vector<std::vector<int>> apart;  ///< per unit: the units it may not share a group with
    std::vector<int> example;             ///< a group per unit that honours everything

    /// "mr" or, where there are no names, "dataset 3".
    std::string named(int dataset) const;
    int sizeOf(int unit) const { return static_cast<int>(units[static_cast<std::size_t>(unit)].size()); }
    bool areApart(int a, int b) const;
    /// True where the units may form one group: sizes within bounds and nobody kept apart.
    bool allowsGroup(const std::vector<int>& unitsOfGroup) const;
    /// The datasets of some units, ascending.
    Subset itemsOf(const std::vector<int>& someUnits) const;
};

/// Compiles the constraints of n datasets in m groups.
/// Throws Error{InvalidInput} naming the datasets or sizes that contradict each other.
GroupRules compileRules(int items, int groups, const GroupConstraints& constraints);

/// Labels 0 … m−1 of the units that honour every rule and follow `cost` (units, groups): the cheapest label each where that is
/// allowed, else a search that places the units with the least freedom first, cheapest groups first.
std::vector<int> nearestLabels(const GroupRules& rules, const Matrix& cost);

/// The partition of the datasets that labels of the units describe.
Partition partitionOf(const GroupRules& rules, const std::vector<int>& labels);

}  // namespace consort
