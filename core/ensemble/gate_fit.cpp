// Fitting a gate: whitened axes, folds, and damped Gauss–Newton steps. A loss costs a walk over all logits, a step costs nothing.
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/gate.h"

namespace consort {
namespace {

constexpr Eigen::Index kAxes = 16;
constexpr Eigen::Index kRowsPerAxis = 10;
constexpr std::size_t kFolds = 4;
constexpr double kPenalties[] = {1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5};
constexpr double kBiasPenalty = 1e-6;  ///< the softmax does not change when all scores do
constexpr int kWorseInARow = 2;        ///< penalties, after which smaller ones are not tried
constexpr int kMaxSteps = 12;
constexpr double kDamping = 1e-3;       ///< of the first step, and of a fold's
constexpr double kEnough = 1e-4;       ///< relative decrease below which a fit ends
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Rows on whitened principal axes, a column of ones in front: x ↦ (1, (x − centre)·axes).
struct Features {
    Eigen::RowVectorXd centre;
    Eigen::MatrixXd axes;    ///< (hidden, K)
    Eigen::MatrixXd values;  ///< (rows, 1 + K)
};

/// By the smaller of the two Gram matrices.
Features featuresOf(const FloatMatrix& representations) {
    const Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> raw(representations.values.data(), representations.rows, representations.cols);
    Features features;
    const Eigen::MatrixXd all = raw.cast<double>();
    features.centre = all.colwise().mean();
    const Eigen::MatrixXd x = all.rowwise() - features.centre;
    const bool wide = x.cols() > x.rows();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(wide ? Eigen::MatrixXd(x * x.transpose()) : Eigen::MatrixXd(x.transpose() * x));
    const Eigen::VectorXd squares = eigen.eigenvalues().reverse();
    Eigen::Index count = std::min({kAxes, x.rows() / kRowsPerAxis, squares.size()});
    while (count > 0 && squares[count - 1] <= 1e-10 * squares[0]) --count;
    const Eigen::MatrixXd vectors = eigen.eigenvectors().rowwise().reverse().leftCols(count);
    features.axes = wide ? Eigen::MatrixXd(x.transpose() * vectors) : vectors;
    const double rows = std::sqrt(static_cast<double>(x.rows()));
    for (Eigen::Index k = 0; k < count; ++k) features.axes.col(k) *= rows / (wide ? squares[k] : std::sqrt(squares[k]));
    features.values.resize(x.rows(), count + 1);
    features.values << Eigen::VectorXd::Ones(x.rows()), x * features.axes;
    return features;
}

Matrix softmaxRows(const Eigen::MatrixXd& scores) {
    Matrix weights(scores.rows(), scores.cols());
    for (Eigen::Index r = 0; r < scores.rows(); ++r) {
        const std::vector<double> row = choiceProbabilities(std::vector<double>(scores.row(r).begin(), scores.row(r).end()));
        std::copy(row.begin(), row.end(), weights.row(r).begin());
    }
    return weights;
}

/// θ (members, 1 + K) of one fit.
class GateDescent {
public:
    GateDescent(const Eigen::MatrixXd& features, std::vector<double> share, const GateLoss& loss, Eigen::MatrixXd start)
        : features_(features), share_(std::move(share)), loss_(loss), theta_(std::move(start)) {}

    void run(double penalty) {
        penalty_ = penalty;
        RowDerivatives now = at(weightsAt(theta_));
        double value = objective(theta_, now), damping = kDamping;
        for (int step = 0; step < kMaxSteps; ++step) {
            const auto [gradient, curvature] = model(now, share_);
            double before = value;
            for (bool moved = false; !moved && damping < 1e8;) {
                const Eigen::MatrixXd next = theta_ - change(gradient, curvature, damping);
                RowDerivatives there = at(weightsAt(next));
                const double reached = objective(next, there);
                moved = reached < value;
                damping *= moved ? 0.2 : 5;
                if (!moved) continue;
                theta_ = next;
                now = std::move(there);
                value = reached;
            }
            if (before - value <= kEnough * std::abs(value)) break;
        }
        now_ = std::move(now);
    }

    /// After `run`: every row's loss under the fit without its fold, which is one Newton step away from the fit on all rows (the
    /// infinitesimal jackknife: Giordano et al., AISTATS 2019). One walk for all folds.
    std::vector<double> heldOutLosses(const std::vector<std::size_t>& fold) {
        Matrix weights(features_.rows(), theta_.rows());
        for (std::size_t f = 0; f < kFolds; ++f) {
            const auto [gradient, curvature] = model(now_, learnedShares(fold, f));
            const Matrix without = weightsAt(theta_ - change(gradient, curvature, kDamping));
            for (std::size_t r = 0; r < fold.size(); ++r) {
                if (fold[r] == f) std::ranges::copy(without.row(static_cast<std::int64_t>(r)), weights.row(static_cast<std::int64_t>(r)).begin());
            }
        }
        return at(weights).losses;
    }

    const Eigen::MatrixXd& theta() const { return theta_; }

private:
    bool flat() const { return std::isinf(penalty_); }
    Eigen::Index width() const { return flat() ? 1 : features_.cols(); }
    double penaltyOf(Eigen::Index k) const { return k == 0 ? kBiasPenalty : penalty_; }

    Matrix weightsAt(const Eigen::MatrixXd& theta) const { return softmaxRows(features_.leftCols(width()) * theta.leftCols(width()).transpose()); }

    /// Shares of the rows outside a fold, summing to 1.
    std::vector<double> learnedShares(const std::vector<std::size_t>& fold, std::size_t f) const {
        std::vector<double> learned = share_;
        double left = 0;
        for (std::size_t r = 0; r < learned.size(); ++r) left += learned[r] = fold[r] == f ? 0 : learned[r];
        for (double& one : learned) one /= left;
        return learned;
    }

    RowDerivatives at(const Matrix& weights) {
        RowDerivatives rows = loss_(weights);
        for (const double value : rows.losses) {
            if (!std::isfinite(value)) throw Error(ErrorCode::InvalidInput, "the loss of the ensemble weights is not finite; a member has diverged, train it again");
        }
        return rows;
    }

    double objective(const Eigen::MatrixXd& theta, const RowDerivatives& rows) const {
        double sum = std::inner_product(share_.begin(), share_.end(), rows.losses.begin(), 0.0);
        for (Eigen::Index k = 0; k < width(); ++k) sum += penaltyOf(k) * theta.col(k).squaredNorm();
        return sum;
    }

    /// Gradient and Gauss–Newton matrix by θ, member by member and feature by feature: index a·width + k.
    std::pair<Eigen::VectorXd, Eigen::MatrixXd> model(const RowDerivatives& rows, std::span<const double> shares) const {
        const Eigen::Index m = theta_.rows(), size = m * width();
        Eigen::VectorXd gradient = Eigen::VectorXd::Zero(size);
        Eigen::MatrixXd curvature = Eigen::MatrixXd::Zero(size, size);
        const Matrix weights = weightsAt(theta_);
        for (Eigen::Index r = 0; r < features_.rows(); ++r) {
            const double share = shares[static_cast<std::size_t>(r)];
            if (share == 0) continue;
            const Eigen::Map<const Eigen::VectorXd> w(weights.row(r).data(), m), g(rows.gradient.row(r).data(), m);
            const Eigen::Map<const Eigen::MatrixXd> h(rows.curvature.row(r).data(), m, m);
            const Eigen::MatrixXd jacobian = Eigen::MatrixXd(w.asDiagonal()) - w * w.transpose();
            const Eigen::VectorXd byScore = share * (jacobian * g);
            const Eigen::MatrixXd second = share * (jacobian * h * jacobian);
            const Eigen::VectorXd x = features_.row(r).leftCols(width());
            const Eigen::MatrixXd outer = x * x.transpose();
            for (Eigen::Index a = 0; a < m; ++a) {
                gradient.segment(a * width(), width()) += byScore[a] * x;
                for (Eigen::Index b = 0; b < m; ++b) curvature.block(a * width(), b * width(), width(), width()) += second(a, b) * outer;
            }
        }
        for (Eigen::Index at = 0; at < size; ++at) {
            const Eigen::Index k = at % width();
            gradient[at] += 2 * penaltyOf(k) * theta_(at / width(), k);
            curvature(at, at) += 2 * penaltyOf(k);
        }
        return {gradient, curvature};
    }

    Eigen::MatrixXd change(const Eigen::VectorXd& gradient, const Eigen::MatrixXd& curvature, double damping) const {
        Eigen::MatrixXd damped = curvature;
        damped.diagonal().array() += damping;
        const Eigen::VectorXd step = damped.ldlt().solve(gradient);
        Eigen::MatrixXd moved = Eigen::MatrixXd::Zero(theta_.rows(), theta_.cols());
        for (Eigen::Index at = 0; at < step.size(); ++at) moved(at / width(), at % width()) = step[at];
        return moved;
    }

    const Eigen::MatrixXd& features_;
    std::vector<double> share_;
    const GateLoss& loss_;
    Eigen::MatrixXd theta_;
    double penalty_ = 0;
    RowDerivatives now_;
};

/// Four parts of equal size, drawn.
std::vector<std::size_t> foldsOf(std::size_t rows, std::uint64_t seed) {
    Rng rng(seed, streamOf("gate folds"));
    std::vector<std::size_t> fold(rows);
    const std::vector<std::size_t> order = shuffledIndices(rows, rng);
    for (std::size_t k = 0; k < rows; ++k) fold[order[k]] = k % kFolds;
    return fold;
}

Gate gateOf(const Features& features, const Eigen::MatrixXd& theta, bool flat) {
    Gate gate;
    gate.centre.assign(features.centre.begin(), features.centre.end());
    gate.slope = Matrix(theta.rows(), features.axes.rows());
    const Eigen::VectorXd bias = theta.col(0).array() - theta.col(0).mean();
    gate.bias.assign(bias.begin(), bias.end());
    if (flat) return gate;
    const Eigen::MatrixXd slope = theta.rightCols(theta.cols() - 1) * features.axes.transpose();
    for (Eigen::Index a = 0; a < slope.rows(); ++a) std::copy(slope.row(a).begin(), slope.row(a).end(), gate.slope.row(a).begin());
    return gate;
}

}  // namespace

GateFit fitGate(const FloatMatrix& representations, std::span<const double> share, std::size_t members, const GateLoss& loss, std::uint64_t seed) {
    check(share.size() == static_cast<std::size_t>(representations.rows) && members > 0, "one share a row, at least one member");
    if (share.size() < 2 * kFolds) throw Error(ErrorCode::InvalidInput, "a gate needs at least " + std::to_string(2 * kFolds) + " validation rows, there are " + std::to_string(share.size()));
    const Features features = featuresOf(representations);
    const std::vector<std::size_t> fold = foldsOf(share.size(), seed);
    GateDescent descent(features.values, {share.begin(), share.end()}, loss, Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(members), features.values.cols()));
    GateFit best;
    double least = kInfinity;
    int worse = 0;
    for (std::size_t p = 0; p <= std::size(kPenalties) && worse < kWorseInARow; ++p) {
        const double penalty = p == 0 ? kInfinity : kPenalties[p - 1];
        descent.run(penalty);
        std::vector<double> heldOut = descent.heldOutLosses(fold);
        const double total = std::inner_product(share.begin(), share.end(), heldOut.begin(), 0.0);
        worse = total < least ? 0 : worse + 1;
        if (worse > 0) continue;
        least = total;
        best = {gateOf(features, descent.theta(), std::isinf(penalty)), penalty, static_cast<int>(features.axes.cols()), std::move(heldOut)};
    }
    return best;
}

}  // namespace consort
