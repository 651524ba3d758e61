#include "gpu/sigmoid_residual.h"

#include <cmath>

namespace consort {

void sigmoidResidual(const float* offset, const float* weight, std::int64_t fits, std::int64_t rows, float* predictor, double* loss) {
    for (std::int64_t k = 0; k < fits; ++k) {
        double sum = 0;
        for (std::int64_t r = 0; r < rows; ++r) {
            float& p = predictor[k * rows + r];
            const double h = static_cast<double>(offset[r]) + p, small = std::exp(-std::abs(h));
            sum += std::fmax(-h, 0.0) + std::log1p(small);
            p = static_cast<float>(-weight[k] * (h >= 0 ? small : 1.0) / (1.0 + small));
        }
        loss[k] += weight[k] * sum;
    }
}

}  // namespace consort
