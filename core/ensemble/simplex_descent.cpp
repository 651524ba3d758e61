// Accelerated projected gradient with backtracking, stopped by the Frank–Wolfe gap.
#include "core/ensemble/simplex_descent.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace consort {
namespace {

constexpr int kMaxIterations = 3000;
constexpr double kSmallestStep = 1e-12;
constexpr double kRounding = 1e-13;

using Weights = std::vector<double>;

double dot(const Weights& a, const Weights& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// Euclidean projection onto the simplex (Held, Wolfe and Crowder).
Weights projected(Weights point) {
    Weights sorted = point;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    double sum = 0, shift = 0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        sum += sorted[k];
        const double candidate = (sum - 1) / static_cast<double>(k + 1);
        if (sorted[k] > candidate) shift = candidate;
    }
    for (double& value : point) value = std::max(0.0, value - shift);
    return point;
}

class SimplexDescent {
public:
    SimplexDescent(const SimplexFunction& function, Weights start) : function_(function), current_(at(std::move(start))), best_(current_) {}

    Weights run(double gap) {
        Point ahead = current_;
        double momentum = 1;
        for (int iteration = 0; best_.gap() > gap && iteration < kMaxIterations; ++iteration) {
            Point next = descend(ahead);
            // Acceleration overshoots: the step is then taken from the last point, without momentum.
            if (next.value > current_.value) {
                momentum = 1;
                next = descend(current_);
            }
            const double after = (1 + std::sqrt(1 + 4 * momentum * momentum)) / 2;
            ahead = extrapolated(next, (momentum - 1) / after);
            momentum = after;
            const bool stuck = next.weights == current_.weights;
            current_ = std::move(next);
            if (current_.gap() < best_.gap()) best_ = current_;
            if (stuck && ahead.weights == current_.weights) break;
        }
        return best_.weights;
    }

private:
    struct Point {
        Weights weights, gradient;
        double value = 0;
        double gap() const { return frankWolfeGap(weights, gradient); }
    };

    Point at(Weights weights) const {
        Point point{std::move(weights), {}, 0};
        point.gradient.resize(point.weights.size());
        point.value = function_(point.weights, point.gradient);
        return point;
    }

    Point extrapolated(const Point& next, double share) const {
        if (share <= 0) return next;
        Weights weights = next.weights;
        for (std::size_t a = 0; a < weights.size(); ++a) weights[a] += share * (next.weights[a] - current_.weights[a]);
        return at(projected(std::move(weights)));
    }

    /// A projected gradient step whose length halves until the quadratic model holds; the length grows again a little each time.
    Point descend(const Point& from) {
        step_ *= 1.5;
        while (true) {
            Weights target = from.weights;
            for (std::size_t a = 0; a < target.size(); ++a) target[a] -= step_ * from.gradient[a];
            Point next = at(projected(std::move(target)));
            Weights difference = next.weights;
            for (std::size_t a = 0; a < difference.size(); ++a) difference[a] -= from.weights[a];
            const double model = from.value + dot(from.gradient, difference) + dot(difference, difference) / (2 * step_);
            if (next.value <= model + kRounding * std::abs(from.value) || step_ < kSmallestStep) return next;
            step_ /= 2;
        }
    }

    const SimplexFunction& function_;
    double step_ = 1;
    Point current_, best_;
};

}  // namespace

double frankWolfeGap(const std::vector<double>& point, const std::vector<double>& gradient) {
    return std::max(0.0, dot(gradient, point) - *std::min_element(gradient.begin(), gradient.end()));
}

std::vector<double> minimiseOverSimplex(const SimplexFunction& function, std::vector<double> start, double gap) {
    return SimplexDescent(function, std::move(start)).run(gap);
}

}  // namespace consort
