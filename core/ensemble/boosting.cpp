#include "core/ensemble/boosting.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kPenaltyShares[] = {0.01, 0.1, 1.0, 10.0};
constexpr double kGrid[] = {0, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};
constexpr int kHalvings = 10;

/// Values of a loss, each η computed once.
class Remembered {
public:
    explicit Remembered(const LossAlong& loss) : loss_(loss) {}
    double operator()(double eta) {
        const auto found = known_.find(eta);
        return found != known_.end() ? found->second : known_[eta] = loss_(eta);
    }

private:
    const LossAlong& loss_;
    std::map<double, double> known_;
};

}  // namespace

double residualOf(double loss) { return -std::expm1(-std::max(0.0, loss)); }

std::vector<double> ridgePenalties(const FloatMatrix& sketch) {
    double squares = 0;
    for (const float value : sketch.values) squares += static_cast<double>(value) * value;
    const double mean = squares / std::max<double>(1, static_cast<double>(sketch.rows));
    std::vector<double> penalties;
    for (const double share : kPenaltyShares) penalties.push_back(std::max(share * mean, 1e-12));
    return penalties;
}

Matrix ridgeCoefficients(const FloatMatrix& sketch, std::span<const double> residuals, std::span<const double> penalties) {
    if (static_cast<std::int64_t>(residuals.size()) != sketch.rows) throw Error(ErrorCode::InvalidInput, "a ridge fit needs one residual a row");
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::MatrixXd rows = Eigen::Map<const RowMajor>(sketch.values.data(), sketch.rows, sketch.cols).cast<double>();
    const Eigen::VectorXd r = Eigen::Map<const Eigen::VectorXd>(residuals.data(), sketch.rows);
    const Eigen::MatrixXd gram = rows.transpose() * rows;
    Matrix coefficients(static_cast<std::int64_t>(penalties.size()), sketch.rows);
    for (std::size_t k = 0; k < penalties.size(); ++k) {
        if (!(penalties[k] > 0)) throw Error(ErrorCode::InvalidInput, "a ridge penalty must be above 0");
        const Eigen::MatrixXd regularised = gram + penalties[k] * Eigen::MatrixXd::Identity(gram.rows(), gram.cols());
        const Eigen::VectorXd w = regularised.ldlt().solve(rows.transpose() * r);
        const Eigen::VectorXd alpha = (r - rows * w) / penalties[k];
        std::copy_n(alpha.data(), alpha.size(), coefficients.row(static_cast<std::int64_t>(k)).begin());
    }
    return coefficients;
}

EtaChoice searchEta(const LossAlong& judgedLoss, const LossAlong& keptLoss) {
    Remembered judged(judgedLoss), kept(keptLoss);
    std::vector<double> etas(std::begin(kGrid), std::end(kGrid));
    const auto better = [&](double a, double b) { return judged(a) < judged(b); };
    const auto best = std::min_element(etas.begin(), etas.end(), better);
    const double below = best == etas.begin() ? 0 : *(best - 1), above = best + 1 == etas.end() ? *best : *(best + 1);
    const double between[] = {(below + *best) / 2, (*best + above) / 2};
    etas.insert(etas.end(), std::begin(between), std::end(between));
    std::stable_sort(etas.begin(), etas.end(), better);
    for (const double eta : etas) {
        if (judged(eta) <= judged(0) && kept(eta) <= kept(0)) return {eta, judged(eta), kept(eta), kept(0)};
    }
    return {0, judged(0), kept(0), kept(0)};
}

EtaChoice cautiousEta(double wanted, const LossAlong& judged, const LossAlong& keptLoss) {
    Remembered kept(keptLoss);
    double eta = wanted;
    for (int halving = 0; halving < kHalvings; ++halving, eta /= 2) {
        if (kept(eta) <= kept(0)) return {eta, judged(eta), kept(eta), kept(0)};
    }
    return {0, judged(0), kept(0), kept(0)};
}

}  // namespace consort
