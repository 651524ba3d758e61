// Convex minimisation over the simplex: accelerated projected gradient with backtracking, stopped by the Frank–Wolfe gap.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/base/error.h"
#include "core/ensemble/weight_fit.h"

namespace consort {
namespace {

constexpr double kGap = 1e-5;
constexpr int kMaxIterations = 3000;
constexpr double kSmallestStep = 1e-12;
constexpr double kRounding = 1e-13;   ///< of losses computed in float64, relative
constexpr int kPatience = 60;         ///< iterations without a smaller gap, where the loss is noisy: rounding has the last word

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

class SimplexFit {
public:
    SimplexFit(std::size_t members, const WeightLoss& loss, double noise)
        : loss_(loss), noise_(std::max(noise, kRounding)), patience_(noise > 0 ? kPatience : kMaxIterations), current_(at(uniformWeights(members))), best_(current_) {}

    WeightFit run() {
        Point ahead = current_;
        double momentum = 1;
        int iteration = 0;
        int improved = 0;
        for (; best_.gap() > kGap && iteration < kMaxIterations && iteration - improved < patience_; ++iteration) {
            Point next = descend(ahead);
            // Acceleration overshoots: the step is then taken from the last point, without momentum.
            if (next.loss > current_.loss) {
                momentum = 1;
                next = descend(current_);
            }
            const double after = (1 + std::sqrt(1 + 4 * momentum * momentum)) / 2;
            ahead = extrapolated(next, (momentum - 1) / after);
            momentum = after;
            const bool stuck = next.weights == current_.weights;
            current_ = std::move(next);
            if (current_.gap() < best_.gap()) {
                best_ = current_;
                improved = iteration;
            }
            if (stuck && ahead.weights == current_.weights) break;
        }
        return {best_.weights, best_.loss, iteration, best_.gap()};
    }

private:
    struct Point {
        Weights weights, gradient;
        double loss = 0;
        /// ⟨∇, w⟩ − min ∇: loss − minimum is at most this, by convexity.
        double gap() const { return std::max(0.0, dot(gradient, weights) - *std::min_element(gradient.begin(), gradient.end())); }
    };

    Point at(Weights weights) const {
        Point point{std::move(weights), {}, 0};
        point.gradient.resize(point.weights.size());
        point.loss = loss_(point.weights, &point.gradient);
        if (!std::isfinite(point.loss)) throw Error(ErrorCode::InvalidInput, "the loss of the ensemble weights is not finite; a member has diverged, train it again");
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
            const double model = from.loss + dot(from.gradient, difference) + dot(difference, difference) / (2 * step_);
            if (next.loss <= model + noise_ * std::abs(from.loss) || step_ < kSmallestStep) return next;
            step_ /= 2;
        }
    }

    const WeightLoss& loss_;
    double noise_;
    int patience_;
    double step_ = 1;
    Point current_, best_;
};

}  // namespace

WeightFit fitSimplexWeights(std::size_t members, const WeightLoss& loss, double noise) {
    check(members > 0, "an ensemble has members");
    return SimplexFit(members, loss, noise).run();
}

}  // namespace consort
