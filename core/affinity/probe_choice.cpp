#include "core/affinity/probe_choice.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace consort {
namespace {

constexpr double kPrior = 0.1;    ///< ridge before anything is known
constexpr double kTie = 1e-9;

/// [1, membership of every dataset, estimate of the subset's own datasets against their means].
Eigen::MatrixXd designOf(std::span<const Subset> candidates, const Matrix& estimated) {
    const auto count = static_cast<Eigen::Index>(candidates.size());
    const Eigen::Index n = estimated.cols;
    Eigen::MatrixXd design = Eigen::MatrixXd::Zero(count, n + 2);
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(n), uses = Eigen::VectorXd::Zero(n);
    for (Eigen::Index k = 0; k < count; ++k) {
        design(k, 0) = 1;
        for (const int i : candidates[static_cast<std::size_t>(k)]) {
            design(k, 1 + i) = 1;
            sum[i] += estimated(k, i);
            uses[i] += 1;
        }
    }
    for (Eigen::Index k = 0; k < count; ++k) {
        for (const int i : candidates[static_cast<std::size_t>(k)]) design(k, n + 1) += estimated(k, i) - sum[i] / uses[i];
    }
    const double spread = std::sqrt(design.col(n + 1).squaredNorm() / std::max<double>(1, static_cast<double>(count)));
    if (spread > 0) design.col(n + 1) /= spread;
    return design;
}

}  // namespace

std::vector<std::size_t> mostInformative(std::span<const Subset> candidates, const Matrix& estimated, std::size_t count) {
    const Eigen::MatrixXd design = designOf(candidates, estimated);
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Identity(design.cols(), design.cols()) / kPrior;
    std::vector<std::size_t> chosen;
    std::vector<bool> taken(candidates.size(), false);
    while (chosen.size() < std::min(count, candidates.size())) {
        std::size_t best = candidates.size();
        double bestGain = -1;
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            if (taken[k]) continue;
            const Eigen::VectorXd x = design.row(static_cast<Eigen::Index>(k)).transpose();
            const double gain = x.dot(covariance * x);
            if (gain > bestGain * (1 + kTie)) {
                best = k;
                bestGain = gain;
            }
        }
        taken[best] = true;
        chosen.push_back(best);
        const Eigen::VectorXd x = covariance * design.row(static_cast<Eigen::Index>(best)).transpose();
        covariance -= x * x.transpose() / (1 + design.row(static_cast<Eigen::Index>(best)).dot(x));
    }
    return chosen;
}

}  // namespace consort
