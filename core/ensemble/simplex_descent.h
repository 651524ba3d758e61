#pragma once
// Internal to core/ensemble. First-order minimisation of a cheap convex function over the simplex.
#include <functional>
#include <vector>

namespace consort {

/// Value at a point and its gradient (filled).
using SimplexFunction = std::function<double(const std::vector<double>& point, std::vector<double>& gradient)>;

/// A point whose Frank–Wolfe gap ⟨∇, x⟩ − min ∇, which bounds value − minimum, is at most `gap`; or the best one found.
std::vector<double> minimiseOverSimplex(const SimplexFunction& function, std::vector<double> start, double gap);

}  // namespace consort
