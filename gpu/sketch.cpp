#include "gpu/sketch.h"

#include "gpu/counter_rng.h"

namespace consort {

void fillSignTile(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile) {
    for (std::int64_t r = 0; r < rows; ++r) {
        float* out = tile + r * d;
        for (std::int64_t word = 0; word * 64 < d; ++word) {
            const std::uint64_t bits = counterBits(seed, first + static_cast<std::uint64_t>(r), static_cast<std::uint64_t>(word));
            const std::int64_t columns = d - word * 64 < 64 ? d - word * 64 : 64;
            for (std::int64_t c = 0; c < columns; ++c) out[word * 64 + c] = (bits >> c) & 1 ? scale : -scale;
        }
    }
}

}  // namespace consort
