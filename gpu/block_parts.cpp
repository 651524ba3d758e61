#include "gpu/block_parts.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>

// Compiled for several processors, of which the loader takes the widest that is there.
#if defined(__x86_64__) && defined(__ELF__) && defined(__GNUC__) && !defined(__clang__)
#define CONSORT_WIDE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CONSORT_WIDE
#endif

namespace consort {
namespace {

constexpr std::int64_t kLanes = 16;

/// Partial sums side by side: a compiler may not reorder a single one.
struct Sums {
    std::array<float, kLanes> lanes{};
    double total() const {
        double sum = 0;
        for (const float lane : lanes) sum += lane;
        return sum;
    }
};

/// e^x to a unit in the last place or two, without a branch: 2^n times a polynomial (Cephes' coefficients) on ±ln 2 / 2. Saturates at e^±87.
inline float exponential(float x) {
    constexpr float kShift = 12582912.0F;  // 1.5 · 2^23: its addition rounds to an integer
    x = x < -87.0F ? -87.0F : x > 87.0F ? 87.0F : x;
    const float shifted = x * 1.44269504088896341F + kShift, n = shifted - kShift;
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    return p * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

inline float sigmoid(float x) { return 1.0F / (1.0F + exponential(-x)); }

/// Turns pairs (i, i + dims/2) of every head by the token's angle, or back.
CONSORT_WIDE void turn(float* x, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims, float direction) {
    const std::int64_t half = dims / 2;
    for (std::int64_t t = 0; t < tokens; ++t) {
        const float *c = cos + position[t] * half, *s = sin + position[t] * half;
        for (std::int64_t h = 0; h < heads; ++h) {
            float *__restrict first = x + (t * heads + h) * headDim, *__restrict second = first + half;
            for (std::int64_t i = 0; i < half; ++i) {
                const float a = first[i], b = second[i], turned = direction * s[i];
                first[i] = a * c[i] - b * turned;
                second[i] = b * c[i] + a * turned;
            }
        }
    }
}

}  // namespace

CONSORT_WIDE void rmsNormForward(const float* x, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, float* y, float* scale) {
    for (std::int64_t r = 0; r < rows; ++r) {
        const float* in = x + r * width;
        float* __restrict out = y + r * width;
        Sums squares;
        std::int64_t i = 0;
        for (; i + kLanes <= width; i += kLanes) {
            for (std::int64_t l = 0; l < kLanes; ++l) squares.lanes[static_cast<std::size_t>(l)] += in[i + l] * in[i + l];
        }
        for (; i < width; ++i) squares.lanes[0] += in[i] * in[i];
        const auto s = static_cast<float>(1.0 / std::sqrt(squares.total() / static_cast<double>(width) + epsilon));
        scale[r] = s;
        for (i = 0; i < width; ++i) out[i] = in[i] * s * weight[i];
    }
}

CONSORT_WIDE void rmsNormBackward(const float* gradient, const float* x, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, float* dx) {
    for (std::int64_t r = 0; r < rows; ++r) {
        const float *g = gradient + r * width, *in = x + r * width;
        float* __restrict out = dx + r * width;
        Sums along;
        std::int64_t i = 0;
        for (; i + kLanes <= width; i += kLanes) {
            for (std::int64_t l = 0; l < kLanes; ++l) along.lanes[static_cast<std::size_t>(l)] += g[i + l] * weight[i + l] * in[i + l];
        }
        for (; i < width; ++i) along.lanes[0] += g[i] * weight[i] * in[i];
        const double s = scale[r];
        const auto pull = static_cast<float>(s * s * s * along.total() / static_cast<double>(width));
        for (i = 0; i < width; ++i) out[i] = scale[r] * g[i] * weight[i] - pull * in[i];
    }
}

void ropeForward(float* x, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims) {
    turn(x, cos, sin, position, tokens, heads, headDim, dims, 1.0F);
}

void ropeBackward(float* gradient, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims) {
    turn(gradient, cos, sin, position, tokens, heads, headDim, dims, -1.0F);
}

CONSORT_WIDE void swigluForward(const float* gate, const float* up, std::int64_t count, float* y) {
    float* __restrict out = y;
    for (std::int64_t i = 0; i < count; ++i) out[i] = gate[i] * sigmoid(gate[i]) * up[i];
}

CONSORT_WIDE void swigluBackward(const float* gradient, const float* gate, const float* up, std::int64_t count, float* dgate, float* dup) {
    float *__restrict byGate = dgate, *__restrict byUp = dup;
    for (std::int64_t i = 0; i < count; ++i) {
        const float s = sigmoid(gate[i]);
        byGate[i] = gradient[i] * up[i] * s * (1.0F + gate[i] * (1.0F - s));
        byUp[i] = gradient[i] * gate[i] * s;
    }
}

}  // namespace consort
