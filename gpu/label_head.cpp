#include "gpu/label_head.h"

#include <cmath>
#include <limits>

namespace consort {

void labelHead(const float* logits, const std::int64_t* gold, std::int64_t rows, std::int64_t vocabulary, double* logOdds, float* derivative) {
    for (std::int64_t r = 0; r < rows; ++r) {
        const float* z = logits + r * vocabulary;
        float largest = -std::numeric_limits<float>::infinity();
        for (std::int64_t j = 0; j < vocabulary; ++j) largest = j != gold[r] && z[j] > largest ? z[j] : largest;
        double sum = 0;
        for (std::int64_t j = 0; j < vocabulary; ++j) sum += j == gold[r] ? 0.0 : std::exp(static_cast<double>(z[j]) - largest);
        const double rest = largest + std::log(sum);
        logOdds[r] = z[gold[r]] - rest;
        for (std::int64_t j = 0; j < vocabulary; ++j) {
            derivative[r * vocabulary + j] = j == gold[r] ? 1.0F : static_cast<float>(-std::exp(static_cast<double>(z[j]) - rest));
        }
    }
}

}  // namespace consort
