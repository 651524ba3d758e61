// The Peng–Wei relaxation by alternating directions between two sets whose projections are closed form (method.md §8).
//
// X ≥ 0 with unit row sums has spectral radius 1, so X ⪯ I holds for every feasible X and may be added. Then
//   A = { Xe = e, 0 ⪯ X ⪯ I, tr X = m }   projection: centre, eigendecompose, put the eigenvalues on Σ λ = m−1, 0 ≤ λ ≤ 1
//   B = { X ≥ 0 }
// and for every N ≥ 0 the optimum is at most eᵀ(T+N)e/n + the m−1 largest eigenvalues of T+N on e⊥ (Ky Fan): the dual bound. It is never
// above Σν + τm + m·max(0, λ_max(T + N − ½(ν1ᵀ+1νᵀ) − τI)) for the same N, and equals the optimum at the best N.
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "core/affinity/grouping.h"
#include "core/affinity/sdp_acceleration.h"
#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kTolerance = 2e-5;     ///< of the gap between objective and bound, relative
constexpr double kRelaxation = 1.7;     ///< over-relaxation of the directions
constexpr int kCheckEvery = 10;
constexpr int kMaxIterations = 4000;

using Dense = Eigen::MatrixXd;

void centre(Dense& m) {
    const Eigen::VectorXd rows = m.rowwise().mean();
    m.colwise() -= rows;
    m.rowwise() -= rows.transpose();
    m.array() += rows.mean();
}

/// Shift t with Σ clip(λ − t, 0, 1) = total, by bisection.
double simplexShift(const Eigen::VectorXd& values, double total) {
    double low = values.minCoeff() - 1, high = values.maxCoeff();
    for (int step = 0; step < 80; ++step) {
        const double middle = (low + high) / 2;
        const double sum = (values.array() - middle).max(0.0).min(1.0).sum();
        (sum > total ? low : high) = middle;
    }
    return (low + high) / 2;
}

class Relaxation {
public:
    Relaxation(const Matrix& affinity, int groups)
        : n_(affinity.rows), groups_(groups), affinity_(Eigen::Map<const Dense>(affinity.values.data(), n_, n_)) {
        affinity_ = ((affinity_ + affinity_.transpose()) / 2).eval();
        cost_ = affinity_;
        centre(cost_);
        scale_ = cost_.norm() / static_cast<double>(n_);
        if (scale_ > 1e-14 * affinity_.cwiseAbs().maxCoeff()) cost_ /= scale_;
        else cost_.setZero();
        nonnegative_ = Dense::Constant(n_, n_, static_cast<double>(n_ - groups) / static_cast<double>(n_ * std::max<std::int64_t>(1, n_ - 1)));
        nonnegative_.diagonal().setConstant(static_cast<double>(groups) / static_cast<double>(n_));
        dual_ = Dense::Zero(n_, n_);
        point_ = nonnegative_;
    }

    SdpSolution solve() {
        SdpSolution solution;
        for (int iteration = 1; iteration <= kMaxIterations; ++iteration) {
            solution.iterations = iteration;
            step();
            if (iteration % kCheckEvery != 0) continue;
            if (converged()) break;
            balance();
        }
        solution.objective = objective();
        solution.upperBound = bound();
        solution.x = Matrix(n_, n_);
        Eigen::Map<Dense>(solution.x.values.data(), n_, n_) = spectral_;
        return solution;
    }

private:
    /// One evaluation of the fixed-point map of the point Z + U, whose positive part is Z and whose negative part is U.
    void step() {
        nonnegative_ = point_.cwiseMax(0);
        dual_ = point_ - nonnegative_;
        projectSpectral();
        const Dense image = kRelaxation * spectral_ + (1 - kRelaxation) * nonnegative_ + dual_;
        primal_ = (spectral_ - nonnegative_).norm();
        change_ = (image.cwiseMax(0) - nonnegative_).norm();
        point_ = acceleration_.next(point_.reshaped(), image.reshaped()).reshaped(n_, n_);
    }

    void projectSpectral() {
        Dense target = nonnegative_ - dual_;
        centre(target);
        target += cost_ / penalty_;
        pushConstantDown(target);
        const Eigen::SelfAdjointEigenSolver<Dense> solver(target);
        const Eigen::VectorXd values = solver.eigenvalues().tail(n_ - 1);
        const double shift = simplexShift(values, groups_ - 1);
        const Eigen::VectorXd kept = (values.array() - shift).max(0.0).min(1.0);
        const auto rank = (kept.array() > 0).count();
        const auto vectors = solver.eigenvectors().rightCols(rank);
        spectral_.noalias() = (vectors * kept.tail(rank).asDiagonal()) * vectors.transpose();
        spectral_.array() += 1.0 / static_cast<double>(n_);
    }

    /// The constant vector has eigenvalue 0 in a centred matrix; this makes it the smallest, so the others are the last n−1.
    void pushConstantDown(Dense& m) const { m.array() -= (m.norm() + 1) / static_cast<double>(n_); }

    double objective() const { return affinity_.cwiseProduct(spectral_).sum(); }

    /// Ky Fan bound at N = −penalty · dual ≥ 0, a hair up so that rounding never puts it below a feasible value.
    double bound() const {
        Dense m = cost_ - penalty_ * dual_;
        const double constant = (affinity_.sum() - scale_ * penalty_ * dual_.sum()) / static_cast<double>(n_);
        centre(m);
        pushConstantDown(m);
        const Eigen::SelfAdjointEigenSolver<Dense> solver(m, Eigen::EigenvaluesOnly);
        const double result = constant + scale_ * solver.eigenvalues().tail(groups_ - 1).sum();
        return result + 1e-11 * (std::abs(result) + scale_ * static_cast<double>(n_));
    }

    bool converged() const {
        const double value = objective();
        const double size = std::max(std::min(std::abs(value), scale_ * cost_.cwiseProduct(spectral_).sum()), 1e-2 * scale_ * static_cast<double>(n_));
        const bool feasible = primal_ <= 3e-4 * std::sqrt(static_cast<double>(groups_));
        // A slightly negative X may meet a bound that is still loose: ⟨N, X⟩ has to vanish as well, not only the difference.
        const double slackness = scale_ * penalty_ * std::abs(dual_.cwiseProduct(spectral_).sum());
        const double rounding = 1e-10 * affinity_.cwiseAbs().maxCoeff() * static_cast<double>(n_);
        return feasible && slackness + std::abs(bound() - value) <= 2 * kTolerance * size + rounding;
    }

    /// Keeps the residuals of X = Z and of the dual of one size, each relative to what it is a residual of.
    void balance() {
        const double primal = primal_ / nonnegative_.norm(), change = change_ / std::max(dual_.norm(), 1e-300);
        const double factor = primal > 3 * change ? 1.6 : change > 3 * primal ? 1 / 1.6 : 1.0;
        if (factor == 1.0) return;
        penalty_ *= factor;
        point_ = point_.cwiseMax(0) + point_.cwiseMin(0) / factor;
        acceleration_.clear();
    }

    std::int64_t n_;
    int groups_;
    Dense affinity_, cost_, spectral_, nonnegative_, dual_, point_;
    AndersonAcceleration acceleration_;
    double scale_ = 1, penalty_ = 50, primal_ = 0, change_ = 0;
};

}  // namespace

SdpSolution solveSdp(const Matrix& affinity, int groups) {
    check(affinity.rows == affinity.cols && groups >= 1 && groups <= affinity.rows, "a square affinity and 1 … n groups");
    if (affinity.rows == 1) return {Matrix(1, 1, 1.0), affinity(0, 0), affinity(0, 0), 0};
    return Relaxation(affinity, groups).solve();
}

}  // namespace consort
