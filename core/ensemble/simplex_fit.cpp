// Convex minimisation over the simplex: Newton steps, each a small quadratic programme, stopped by the Frank–Wolfe gap. A loss costs a
// walk over all logits, a quadratic programme of a few weights costs nothing.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/ensemble/simplex_descent.h"
#include "core/ensemble/weight_fit.h"

namespace consort {
namespace {

constexpr double kGap = 1e-5;
constexpr double kModelGap = 1e-2;     ///< how exactly a quadratic programme is solved, of the present gap
constexpr int kMaxIterations = 100;
constexpr int kMaxHalvings = 30;
constexpr double kArmijo = 1e-4;
constexpr double kRounding = 1e-13;    ///< of losses computed in float64, relative
constexpr int kPatience = 5;           ///< iterations without a smaller gap, after which rounding has the last word

using Weights = std::vector<double>;

double dot(const Weights& a, const Weights& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

class SimplexFit {
public:
    SimplexFit(std::size_t members, const WeightLoss& loss, double noise)
        : loss_(loss), noise_(std::max(noise, kRounding)), current_(at(uniformWeights(members))), best_(current_) {}

    WeightFit run() {
        int iteration = 0, improved = 0;
        for (; best_.gap() > kGap && iteration < kMaxIterations && iteration - improved <= kPatience; ++iteration) {
            if (!step()) break;
            if (current_.gap() >= best_.gap()) continue;
            best_ = current_;
            improved = iteration;
        }
        return {best_.weights, best_.loss, iteration, best_.gap()};
    }

private:
    struct Point {
        Weights weights;
        double loss = 0;
        Derivatives derivatives;
        double gap() const { return frankWolfeGap(weights, derivatives.gradient); }
    };

    Point at(Weights weights) const {
        Point point{std::move(weights), 0, {}};
        point.loss = loss_(point.weights, &point.derivatives);
        if (!std::isfinite(point.loss)) throw Error(ErrorCode::InvalidInput, "the loss of the ensemble weights is not finite; a member has diverged, train it again");
        return point;
    }

    /// Minimiser over the simplex of the quadratic model at the current point.
    Weights modelMinimum() const {
        const Derivatives& d = current_.derivatives;
        const auto model = [&](const Weights& point, Weights& gradient) {
            Weights moved = point;
            for (std::size_t a = 0; a < moved.size(); ++a) moved[a] -= current_.weights[a];
            for (std::size_t a = 0; a < moved.size(); ++a) {
                const auto row = d.curvature.row(static_cast<std::int64_t>(a));
                gradient[a] = d.gradient[a] + std::inner_product(row.begin(), row.end(), moved.begin(), 0.0);
            }
            return 0.5 * (dot(d.gradient, moved) + dot(gradient, moved));
        };
        return minimiseOverSimplex(model, current_.weights, kModelGap * std::max(current_.gap(), kGap));
    }

    /// Towards the model's minimum, half as far while the loss does not fall as the model says. False where nothing moves.
    bool step() {
        const Weights target = modelMinimum();
        Weights direction = target;
        for (std::size_t a = 0; a < direction.size(); ++a) direction[a] -= current_.weights[a];
        const double slope = dot(current_.derivatives.gradient, direction);
        double length = 1;
        for (int halving = 0; halving < kMaxHalvings; ++halving, length /= 2) {
            Weights weights = current_.weights;
            for (std::size_t a = 0; a < weights.size(); ++a) weights[a] = length == 1 ? target[a] : weights[a] + length * direction[a];
            if (weights == current_.weights) return false;
            Point next = at(std::move(weights));
            if (next.loss > current_.loss + kArmijo * length * slope + noise_ * std::abs(current_.loss)) continue;
            current_ = std::move(next);
            return true;
        }
        return false;
    }

    const WeightLoss& loss_;
    double noise_;
    Point current_, best_;
};

}  // namespace

WeightFit fitSimplexWeights(std::size_t members, const WeightLoss& loss, double noise) {
    check(members > 0, "an ensemble has members");
    return SimplexFit(members, loss, noise).run();
}

}  // namespace consort
