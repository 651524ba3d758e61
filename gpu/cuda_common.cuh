#pragma once
// What every kernel file needs: checked calls, types, sums over a warp or block.
#include <cuda_bf16.h>
#include <cuda_runtime.h>

#include <cstdint>
#include <stdexcept>
#include <string>

#include "gpu/scalar.h"

namespace consort {

inline void requireCuda(cudaError_t status, const char* what) {
    if (status != cudaSuccess) throw std::runtime_error(std::string(what) + ": " + cudaGetErrorString(status));
}

inline cudaStream_t streamOf(void* handle) { return static_cast<cudaStream_t>(handle); }

/// Blocks for `count` items of `each`; the grid is one-dimensional.
inline unsigned blocksFor(std::int64_t count, std::int64_t each) { return static_cast<unsigned>((count + each - 1) / each); }

__device__ inline float widened(float x) { return x; }
__device__ inline float widened(__nv_bfloat16 x) { return __bfloat162float(x); }
__device__ inline void store(float* to, float x) { *to = x; }
__device__ inline void store(__nv_bfloat16* to, float x) { *to = __float2bfloat16(x); }

/// Calls `work` with a null pointer of the type that `type` names.
template <typename Work>
void withType(Scalar type, Work&& work) {
    if (type == Scalar::Bfloat16) work(static_cast<__nv_bfloat16*>(nullptr));
    else work(static_cast<float*>(nullptr));
}

template <typename T>
__device__ inline T warpSum(T value) {
    for (int offset = 16; offset > 0; offset /= 2) value += __shfl_xor_sync(0xffffffffu, value, offset);
    return value;
}

__device__ inline float warpMax(float value) {
    for (int offset = 16; offset > 0; offset /= 2) value = fmaxf(value, __shfl_xor_sync(0xffffffffu, value, offset));
    return value;
}

/// Sum over all threads of a block of a multiple of 32, in all of them.
template <typename T>
__device__ inline T blockSum(T value) {
    __shared__ T parts[32];
    const int lane = threadIdx.x % 32, warp = threadIdx.x / 32;
    value = warpSum(value);
    __syncthreads();  // of an earlier sum's readers
    if (lane == 0) parts[warp] = value;
    __syncthreads();
    value = lane < static_cast<int>(blockDim.x) / 32 ? parts[lane] : T{0};
    return warpSum(value);
}

__device__ inline float blockMax(float value) {
    __shared__ float parts[32];
    const int lane = threadIdx.x % 32, warp = threadIdx.x / 32;
    value = warpMax(value);
    __syncthreads();
    if (lane == 0) parts[warp] = value;
    __syncthreads();
    value = lane < static_cast<int>(blockDim.x) / 32 ? parts[lane] : -INFINITY;
    return warpMax(value);
}

}  // namespace consort
