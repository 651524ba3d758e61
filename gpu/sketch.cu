// Sign tiles (a thread a word of 64 columns) and per-example gradients from packed tokens (a block an example and 64 outputs).
#include "gpu/counter_rng.h"
#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"

namespace consort::cuda {
namespace {

constexpr int kThreads = 256, kOut = 64, kTokens = 16, kRanks = 16;

__global__ void signs(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, std::int64_t words, float scale, float* tile) {
    const std::int64_t at = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (at >= rows * words) return;
    const std::int64_t row = at / words, word = at % words;
    const std::uint64_t bits = counterBits(seed, first + static_cast<std::uint64_t>(row), static_cast<std::uint64_t>(word));
    float* out = tile + row * d + word * 64;
    const int columns = static_cast<int>(d - word * 64 < 64 ? d - word * 64 : 64);
    for (int c = 0; c < columns; ++c) out[c] = bits >> c & 1 ? scale : -scale;
}

/// 256 threads hold a tile of 64 outputs × 16 ranks, four numbers each; tokens pass through shared memory sixteen at a time.
template <typename T>
__global__ void outer(const T* gradients, const T* inputs, const std::int64_t* offsets, std::int64_t out, std::int64_t rank, float* product) {
    __shared__ float g[kTokens][kOut], u[kTokens][kRanks];
    const std::int64_t example = blockIdx.y, o0 = static_cast<std::int64_t>(blockIdx.x) * kOut, r0 = static_cast<std::int64_t>(blockIdx.z) * kRanks;
    const int r = threadIdx.x % kRanks, o = threadIdx.x / kRanks * 4;
    float sum[4] = {0, 0, 0, 0};
    for (std::int64_t begin = offsets[example]; begin < offsets[example + 1]; begin += kTokens) {
        for (int k = threadIdx.x; k < kTokens * kOut; k += kThreads) {
            const std::int64_t t = begin + k / kOut, column = o0 + k % kOut;
            g[k / kOut][k % kOut] = t < offsets[example + 1] && column < out ? widened(gradients[t * out + column]) : 0.0f;
        }
        for (int k = threadIdx.x; k < kTokens * kRanks; k += kThreads) {
            const std::int64_t t = begin + k / kRanks, column = r0 + k % kRanks;
            u[k / kRanks][k % kRanks] = t < offsets[example + 1] && column < rank ? widened(inputs[t * rank + column]) : 0.0f;
        }
        __syncthreads();
#pragma unroll
        for (int t = 0; t < kTokens; ++t) {
#pragma unroll
            for (int k = 0; k < 4; ++k) sum[k] += g[t][o + k] * u[t][r];
        }
        __syncthreads();
    }
    for (int k = 0; k < 4; ++k) {
        if (o0 + o + k < out && r0 + r < rank) product[(example * out + o0 + o + k) * rank + r0 + r] = sum[k];
    }
}

}  // namespace

void fillSignTile(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile, StreamHandle stream) {
    if (rows == 0) return;
    const std::int64_t words = (d + 63) / 64;
    signs<<<blocksFor(rows * words, kThreads), kThreads, 0, streamOf(stream)>>>(seed, first, rows, d, words, scale, tile);
    requireCuda(cudaGetLastError(), "sign tile");
}

void segmentOuterProduct(const void* gradients, const void* inputs, Scalar type, const std::int64_t* offsets, std::int64_t examples, std::int64_t out, std::int64_t rank, float* product, StreamHandle stream) {
    if (examples == 0 || out == 0 || rank == 0) return;
    const dim3 grid(blocksFor(out, kOut), static_cast<unsigned>(examples), blocksFor(rank, kRanks));
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        outer<T><<<grid, kThreads, 0, streamOf(stream)>>>(static_cast<const T*>(gradients), static_cast<const T*>(inputs), offsets, out, rank, product);
    });
    requireCuda(cudaGetLastError(), "segment outer product");
}

}  // namespace consort::cuda
