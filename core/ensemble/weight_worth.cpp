#include "core/ensemble/weight_worth.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kHeld = 1e-6;  ///< a weight up to here is held at 0
constexpr double kWide = 1.959963984540054;

/// Orthonormal columns that sum to 0: the directions in which weights can move without leaving the simplex.
Eigen::MatrixXd directions(Eigen::Index count) {
    const Eigen::MatrixXd centred = Eigen::MatrixXd::Identity(count, count) - Eigen::MatrixXd::Constant(count, count, 1.0 / static_cast<double>(count));
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(centred);
    return eigen.eigenvectors().rightCols(count - 1);  // ascending: the first eigenvalue is 0
}

}  // namespace

std::vector<WeightInterval> weightIntervals(std::span<const double> weights, const Matrix& rowGradients, const Matrix& curvature) {
    check(rowGradients.cols == static_cast<std::int64_t>(weights.size()) && curvature.rows == rowGradients.cols, "one gradient a weight");
    const double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<WeightInterval> intervals(weights.size(), {none, none});
    std::vector<std::int64_t> free;
    for (std::size_t a = 0; a < weights.size(); ++a) {
        if (weights[a] > kHeld) free.push_back(static_cast<std::int64_t>(a));
    }
    const auto count = static_cast<Eigen::Index>(free.size());
    const std::int64_t rows = rowGradients.rows;
    if (count < 2 || rows < 2) return intervals;
    Eigen::MatrixXd gradients(rows, count), second(count, count);
    for (Eigen::Index a = 0; a < count; ++a) {
        const std::int64_t from = free[static_cast<std::size_t>(a)];
        for (std::int64_t r = 0; r < rows; ++r) gradients(r, a) = rowGradients(r, from);
        for (Eigen::Index b = 0; b < count; ++b) second(a, b) = curvature(from, free[static_cast<std::size_t>(b)]);
    }
    const Eigen::MatrixXd along = directions(count);
    Eigen::MatrixXd scores = gradients * along;
    scores.rowwise() -= scores.colwise().mean();
    const Eigen::MatrixXd spread = scores.transpose() * scores / (static_cast<double>(rows) * static_cast<double>(rows - 1));
    const Eigen::LDLT<Eigen::MatrixXd> hessian(along.transpose() * second * along);
    if (hessian.info() != Eigen::Success || hessian.vectorD().minCoeff() <= 0) return intervals;
    const Eigen::MatrixXd half = hessian.solve(spread), covariance = along * hessian.solve(half.transpose()) * along.transpose();
    for (Eigen::Index a = 0; a < count; ++a) {
        const auto at = static_cast<std::size_t>(free[static_cast<std::size_t>(a)]);
        const double reach = kWide * std::sqrt(std::max(0.0, covariance(a, a)));
        intervals[at] = {std::max(0.0, weights[at] - reach), std::min(1.0, weights[at] + reach)};
    }
    return intervals;
}

}  // namespace consort
