// Residuals of many fits: a block a stretch of one fit's rows, one atomic addition of its loss.
#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"

namespace consort::cuda {
namespace {

constexpr int kThreads = 256, kRowsPerBlock = 2048;

__global__ void residual(const float* offset, const float* weight, std::int64_t rows, float* predictor, double* loss) {
    const std::int64_t fit = blockIdx.y, begin = static_cast<std::int64_t>(blockIdx.x) * kRowsPerBlock;
    const std::int64_t end = begin + kRowsPerBlock < rows ? begin + kRowsPerBlock : rows;
    const float w = weight[fit];
    double sum = 0;
    for (std::int64_t r = begin + threadIdx.x; r < end; r += kThreads) {
        float& p = predictor[fit * rows + r];
        const float h = offset[r] + p, small = expf(-fabsf(h));
        sum += fmaxf(-h, 0.0f) + log1pf(small);
        p = -w * (h >= 0 ? small : 1.0f) / (1.0f + small);
    }
    sum = blockSum(sum);
    if (threadIdx.x == 0) atomicAdd(loss + fit, w * sum);
}

}  // namespace

void sigmoidResidual(const float* offset, const float* weight, std::int64_t fits, std::int64_t rows, float* predictor, double* loss, StreamHandle stream) {
    if (fits == 0 || rows == 0) return;
    const dim3 grid(blocksFor(rows, kRowsPerBlock), static_cast<unsigned>(fits));
    residual<<<grid, kThreads, 0, streamOf(stream)>>>(offset, weight, rows, predictor, loss);
    requireCuda(cudaGetLastError(), "sigmoid residual");
}

}  // namespace consort::cuda
