#pragma once
// Internal to core/affinity. Groups as lists of units (datasets that travel together), and how to cut one in two.
#include <functional>
#include <limits>
#include <vector>

namespace consort {

using Units = std::vector<int>;
inline constexpr double kImpossible = -std::numeric_limits<double>::infinity();  ///< value of a group that the rules forbid

Units without(const Units& units, int unit);
Units with(Units units, int unit);

/// Two parts of a group and the sum of their values.
struct UnitSplit {
    Units one, other;
    double value = kImpossible;
};

/// Parts grown from a few seeds by moving units across while the sum of values rises; value kImpossible where none is allowed.
UnitSplit bestSplit(const Units& units, const std::function<double(const Units&)>& value);

}  // namespace consort
