#pragma once
// Internal to core/ensemble. First-order minimisation of a cheap convex function over the simplex.
#include <functional>
#include <vector>

namespace consort {

/// Value at a point and its gradient (filled).
using SimplexFunction = std::function<double(const std::vector<double>& point, std::vector<double>& gradient)>;

/// ⟨∇, x⟩ − min ∇: value − minimum over the simplex is at most this, by convexity (Frank and Wolfe).
double frankWolfeGap(const std::vector<double>& point, const std::vector<double>& gradient);

/// A point whose Frank–Wolfe gap is at most `gap`; or the best one found.
std::vector<double> minimiseOverSimplex(const SimplexFunction& function, std::vector<double> start, double gap);

}  // namespace consort
