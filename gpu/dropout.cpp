#include "gpu/dropout.h"

#include <algorithm>

#include "gpu/counter_rng.h"

namespace consort {

void dropoutScale(const std::uint64_t* keys, std::int64_t rows, std::int64_t width, std::uint64_t shift, double p, float* scale) {
    const auto threshold = static_cast<std::uint64_t>(p * 65536.0);
    const auto kept = static_cast<float>(1.0 / (1.0 - p));
    for (std::int64_t r = 0; r < rows; ++r) {
        float* out = scale + r * width;
        for (std::int64_t i = 0; i < width; i += 4) {
            std::uint64_t bits = counterBits(keys[2 * r], keys[2 * r + 1] + shift, static_cast<std::uint64_t>(i / 4));
            for (std::int64_t j = i; j < std::min(i + 4, width); ++j, bits >>= 16) out[j] = (bits & 0xffff) < threshold ? 0.0f : kept;
        }
    }
}

}  // namespace consort
