// Anderson acceleration: the combination of recent steps whose residual is smallest.
#include "core/affinity/sdp_acceleration.h"

#include <Eigen/Cholesky>

namespace consort {
namespace {

constexpr std::size_t kMemory = 10;
constexpr double kRegularisation = 1e-10;  ///< of the trace of the Gram matrix
constexpr double kAllowedGrowth = 2.0;     ///< of the residual norm from one accepted point to the next

}  // namespace

Eigen::VectorXd AndersonAcceleration::next(const Eigen::VectorXd& point, const Eigen::VectorXd& image) {
    const Eigen::VectorXd residual = image - point;
    if (lastImage_.size() > 0) {
        if (residual.norm() > kAllowedGrowth * lastResidual_.norm()) {
            const Eigen::VectorXd plain = std::move(lastImage_);
            clear();
            return plain;
        }
        imageSteps_.push_back(image - lastImage_);
        residualSteps_.push_back(residual - lastResidual_);
        if (imageSteps_.size() > kMemory) {
            imageSteps_.pop_front();
            residualSteps_.pop_front();
        }
    }
    lastImage_ = image;
    lastResidual_ = residual;
    return imageSteps_.empty() ? image : extrapolated(image, residual);
}

void AndersonAcceleration::clear() {
    imageSteps_.clear();
    residualSteps_.clear();
    lastImage_.resize(0);
    lastResidual_.resize(0);
}

Eigen::VectorXd AndersonAcceleration::extrapolated(const Eigen::VectorXd& image, const Eigen::VectorXd& residual) const {
    const auto memory = static_cast<Eigen::Index>(imageSteps_.size());
    Eigen::MatrixXd gram(memory, memory);
    Eigen::VectorXd right(memory);
    for (Eigen::Index a = 0; a < memory; ++a) {
        const Eigen::VectorXd& step = residualSteps_[static_cast<std::size_t>(a)];
        right[a] = step.dot(residual);
        for (Eigen::Index b = 0; b <= a; ++b) gram(a, b) = gram(b, a) = step.dot(residualSteps_[static_cast<std::size_t>(b)]);
    }
    gram.diagonal().array() += kRegularisation * gram.trace() + 1e-300;
    const Eigen::VectorXd mix = gram.ldlt().solve(right);
    if (!mix.allFinite()) return image;
    Eigen::VectorXd result = image;
    for (Eigen::Index a = 0; a < memory; ++a) result -= mix[a] * imageSteps_[static_cast<std::size_t>(a)];
    return result;
}

}  // namespace consort
