#pragma once
// The element-wise parts of a transformer block, forward and backward; the weights are frozen, so only inputs have gradients. float32 here:
// the CPU twins are the specification and the CPU's own road; the GPU also takes bfloat16. Both sum in float32.
#include <cstdint>

namespace consort {

/// y = x·s·weight with s = 1/√(mean x² + ε) of each row, kept in `scale` (rows) for backward. `x`, `y` (rows, width).
void rmsNormForward(const float* x, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, float* y, float* scale);
/// dx = s·(g∘weight) − x·s³·mean(g∘weight∘x).
void rmsNormBackward(const float* gradient, const float* x, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, float* dx);

/// Rotary position embedding in place, halves turned against each other: `x` (tokens, heads, headDim), the first `dims` of headDim turn;
/// `cos`, `sin` (positions, dims / 2); `position` (tokens). Backward turns the other way.
void ropeForward(float* x, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims);
void ropeBackward(float* gradient, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims);

/// y = silu(gate)·up over `count` values.
void swigluForward(const float* gate, const float* up, std::int64_t count, float* y);
/// dgate = g·up·σ(gate)(1 + gate(1 − σ(gate))), dup = g·silu(gate).
void swigluBackward(const float* gradient, const float* gate, const float* up, std::int64_t count, float* dgate, float* dup);

}  // namespace consort
