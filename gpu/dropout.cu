// Dropout factors: a thread a draw of four channels.
#include "gpu/counter_rng.h"
#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"

namespace consort::cuda {
namespace {

constexpr int kThreads = 256;

__global__ void factors(const std::uint64_t* keys, std::int64_t draws, std::int64_t perRow, std::int64_t width, std::uint64_t shift, std::uint64_t threshold, float kept, float* scale) {
    const std::int64_t at = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (at >= draws) return;
    const std::int64_t row = at / perRow, draw = at % perRow;
    std::uint64_t bits = counterBits(keys[2 * row], keys[2 * row + 1] + shift, static_cast<std::uint64_t>(draw));
    for (std::int64_t i = 4 * draw; i < 4 * draw + 4 && i < width; ++i, bits >>= 16) scale[row * width + i] = (bits & 0xffff) < threshold ? 0.0f : kept;
}

}  // namespace

void dropoutScale(const std::uint64_t* keys, std::int64_t rows, std::int64_t width, std::uint64_t shift, double p, float* scale, StreamHandle stream) {
    const std::int64_t perRow = (width + 3) / 4, draws = rows * perRow;
    if (draws == 0) return;
    factors<<<blocksFor(draws, kThreads), kThreads, 0, streamOf(stream)>>>(keys, draws, perRow, width, shift, static_cast<std::uint64_t>(p * 65536.0), static_cast<float>(1.0 / (1.0 - p)), scale);
    requireCuda(cudaGetLastError(), "dropout");
}

}  // namespace consort::cuda
