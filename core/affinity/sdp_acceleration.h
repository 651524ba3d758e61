#pragma once
// Anderson acceleration of a fixed-point iteration r ← F(r), type II with a safeguard. Internal to this room.
#include <Eigen/Core>
#include <deque>

namespace consort {

/// Extrapolates from the last few iterates; where that made the residual grow, the plain iterate is taken and the memory cleared.
class AndersonAcceleration {
public:
    /// The next point to evaluate, from the current point r and its image F(r).
    Eigen::VectorXd next(const Eigen::VectorXd& point, const Eigen::VectorXd& image);
    /// Forgets everything: the map has changed.
    void clear();

private:
    Eigen::VectorXd extrapolated(const Eigen::VectorXd& image, const Eigen::VectorXd& residual) const;

    std::deque<Eigen::VectorXd> imageSteps_, residualSteps_;
    Eigen::VectorXd lastImage_, lastResidual_;  ///< empty before the first call
};

}  // namespace consort
