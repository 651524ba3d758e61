#pragma once
// First and second derivatives of a scalar function of a few weights.
#include <vector>

#include "core/base/matrix.h"

namespace consort {

struct Derivatives {
    std::vector<double> gradient;  ///< (m)
    Matrix curvature;              ///< (m, m), symmetric: the Hessian
};

}  // namespace consort
