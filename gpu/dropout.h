#pragma once
// Inverted dropout as a function of keys and channels, so that batches, devices and threads do not change what is dropped.
#include <cstdint>

namespace consort {

/// scale[r, i] = 0 with probability p, else 1 / (1 − p): sixteen bits a channel, four channels a draw of counterBits(seed, stream, i / 4) with
/// (seed, stream) = keys[2r], keys[2r + 1] + shift. `scale` (rows, width), row-major. Stored runs depend on it: never change it. CPU: the specification.
void dropoutScale(const std::uint64_t* keys, std::int64_t rows, std::int64_t width, std::uint64_t shift, double p, float* scale);

}  // namespace consort
