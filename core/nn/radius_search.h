#pragma once
// Internal to core/nn. The λ at which a fit has a given length: ‖w(λ)‖ falls as λ grows.
#include <cmath>
#include <limits>
#include <optional>

namespace consort {

/// Secant steps in log λ and log ‖w‖, kept inside the bracket that is known.
class RadiusSearch {
public:
    explicit RadiusSearch(double radius) : target_(std::log(radius)) {}
    /// The next λ to try after a fit at `lambda` had this length; nothing where it is near enough, or λ at its least.
    std::optional<double> next(double lambda, double length) {
        const double x = std::log(lambda), y = std::log(std::max(length, 1e-300));
        if (std::abs(y - target_) <= kNear || (lambda <= kLeast && y < target_)) return std::nullopt;
        double slope = seen_ && x != x_ ? (y - y_) / (x - x_) : -1;
        slope = std::min(std::max(slope, -1.0), -0.02);  // ‖w‖ falls, and no faster than 1/λ
        (y > target_ ? low_ : high_) = x;
        seen_ = true;
        x_ = x;
        y_ = y;
        double step = x + (target_ - y) / slope;
        if (std::isfinite(low_) && std::isfinite(high_) && (step <= low_ || step >= high_)) step = (low_ + high_) / 2;
        return std::max(kLeast, std::exp(std::min(step, kMost)));
    }

private:
    static constexpr double kNear = 1e-3, kLeast = 1e-8, kMost = 30;
    double target_;
    double low_ = -std::numeric_limits<double>::infinity(), high_ = std::numeric_limits<double>::infinity();
    double x_ = 0, y_ = 0;
    bool seen_ = false;
};

}  // namespace consort
