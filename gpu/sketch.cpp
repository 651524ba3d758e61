#include "gpu/sketch.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "gpu/counter_rng.h"

namespace consort {
namespace {

/// The eight signed values of every byte: expanding bits becomes copying 32 bytes, fast on any processor.
class SignTable {
public:
    explicit SignTable(float scale) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            for (std::size_t bit = 0; bit < 8; ++bit) values_[byte * 8 + bit] = (byte >> bit) & 1 ? scale : -scale;
        }
    }
    void expandWord(std::uint64_t bits, float* out) const {
        for (int byte = 0; byte < 8; ++byte) std::memcpy(out + byte * 8, &values_[((bits >> (8 * byte)) & 255) * 8], 8 * sizeof(float));
    }
    void expandPart(std::uint64_t bits, std::int64_t columns, float* out) const {
        float word[64];
        expandWord(bits, word);
        std::copy_n(word, columns, out);
    }

private:
    alignas(64) std::array<float, 256 * 8> values_;
};

}  // namespace

void fillSignTile(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile) {
    const SignTable table(scale);
    const std::int64_t words = d / 64, rest = d % 64;
    for (std::int64_t r = 0; r < rows; ++r) {
        float* out = tile + r * d;
        const std::uint64_t parameter = first + static_cast<std::uint64_t>(r);
        for (std::int64_t word = 0; word < words; ++word) {
            table.expandWord(counterBits(seed, parameter, static_cast<std::uint64_t>(word)), out + word * 64);
        }
        if (rest) table.expandPart(counterBits(seed, parameter, static_cast<std::uint64_t>(words)), rest, out + words * 64);
    }
}

void segmentOuterProduct(const float* gradients, const float* inputs, const std::int64_t* offsets, std::int64_t examples, std::int64_t out, std::int64_t rank, float* product) {
    std::fill_n(product, examples * out * rank, 0.0F);
    for (std::int64_t e = 0; e < examples; ++e) {
        for (std::int64_t t = offsets[e]; t < offsets[e + 1]; ++t) {
            for (std::int64_t o = 0; o < out; ++o) {
                float* row = product + (e * out + o) * rank;
                for (std::int64_t r = 0; r < rank; ++r) row[r] += gradients[t * out + o] * inputs[t * rank + r];
            }
        }
    }
}

}  // namespace consort
