#pragma once
// Log-odds of gold tokens against the rest of the vocabulary, and their derivative by the logits, in one walk (method.md §2).
#include <cstdint>

namespace consort {

/// logOdds[r] = z_y − log Σ_{j≠y} e^{z_j}; derivative[r, j] = 1 at y, −softmax_{j≠y} elsewhere. `logits`, `derivative` (rows, vocabulary),
/// row-major; `gold` (rows) within the vocabulary, which has at least two tokens. CPU: the specification.
void labelHead(const float* logits, const std::int64_t* gold, std::int64_t rows, std::int64_t vocabulary, double* logOdds, float* derivative);

}  // namespace consort
