#pragma once
// The sign sketch Z = Pᵀ g: entries ±1/√d from (seed, parameter index, column), never stored (method.md §4).
#include <cstdint>

namespace consort {

/// Fills `tile` (rows × d, row-major) with the signs of parameters first … first+rows−1, each ±scale. d ≥ 1.
/// The sign of parameter p in column c is bit c mod 64 of counterBits(seed, p, c / 64): set means +scale.
void fillSignTile(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile);

/// G_e = Σ_t g_t u_tᵀ over the tokens offsets[e] … offsets[e+1]−1 of example e: the gradient of B from packed tokens (method.md §3).
/// `gradients` (tokens, out), `inputs` (tokens, rank), `offsets` (examples + 1), `product` (examples, out, rank), row-major. CPU: the specification.
void segmentOuterProduct(const float* gradients, const float* inputs, const std::int64_t* offsets, std::int64_t examples, std::int64_t out, std::int64_t rank, float* product);

}  // namespace consort
