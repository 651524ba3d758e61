#include "gpu/block_parts.h"

#include <cmath>

namespace consort {
namespace {

/// Turns pairs (i, i + dims/2) of every head by the token's angle, or back.
void turn(float* x, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims, float direction) {
    const std::int64_t half = dims / 2;
    for (std::int64_t t = 0; t < tokens; ++t) {
        for (std::int64_t h = 0; h < heads; ++h) {
            float* head = x + (t * heads + h) * headDim;
            for (std::int64_t i = 0; i < half; ++i) {
                const float c = cos[position[t] * half + i], s = direction * sin[position[t] * half + i], first = head[i], second = head[half + i];
                head[i] = first * c - second * s;
                head[half + i] = second * c + first * s;
            }
        }
    }
}

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace

void rmsNormForward(const float* x, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, float* y, float* scale) {
    for (std::int64_t r = 0; r < rows; ++r) {
        double squares = 0;
        for (std::int64_t i = 0; i < width; ++i) squares += static_cast<double>(x[r * width + i]) * x[r * width + i];
        scale[r] = static_cast<float>(1.0 / std::sqrt(squares / static_cast<double>(width) + epsilon));
        for (std::int64_t i = 0; i < width; ++i) y[r * width + i] = x[r * width + i] * scale[r] * weight[i];
    }
}

void rmsNormBackward(const float* gradient, const float* x, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, float* dx) {
    for (std::int64_t r = 0; r < rows; ++r) {
        double along = 0;
        for (std::int64_t i = 0; i < width; ++i) along += static_cast<double>(gradient[r * width + i]) * weight[i] * x[r * width + i];
        const double s = scale[r], pull = s * s * s * along / static_cast<double>(width);
        for (std::int64_t i = 0; i < width; ++i) {
            dx[r * width + i] = static_cast<float>(s * gradient[r * width + i] * weight[i] - pull * x[r * width + i]);
        }
    }
}

void ropeForward(float* x, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims) {
    turn(x, cos, sin, position, tokens, heads, headDim, dims, 1.0F);
}

void ropeBackward(float* gradient, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims) {
    turn(gradient, cos, sin, position, tokens, heads, headDim, dims, -1.0F);
}

void swigluForward(const float* gate, const float* up, std::int64_t count, float* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = static_cast<float>(gate[i] * sigmoid(gate[i]) * up[i]);
}

void swigluBackward(const float* gradient, const float* gate, const float* up, std::int64_t count, float* dgate, float* dup) {
    for (std::int64_t i = 0; i < count; ++i) {
        const double s = sigmoid(gate[i]);
        dgate[i] = static_cast<float>(gradient[i] * static_cast<double>(up[i]) * s * (1 + gate[i] * (1 - s)));
        dup[i] = static_cast<float>(gradient[i] * static_cast<double>(gate[i]) * s);
    }
}

}  // namespace consort
