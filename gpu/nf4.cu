// NF4 on the GPU: a warp a block of 64 when quantising, 32 values a thread when dequantising (16-byte loads, levels in shared memory).
#include <cstring>

#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"
#include "gpu/nf4.h"

namespace consort::cuda {
namespace {

constexpr int kBlock = 64, kThreads = 256, kPerThread = 32;

/// The sixteen levels, and the midpoints between them, by value: constant memory would need a second upload a device.
struct Levels {
    float level[16], midpoint[15];
};

Levels levels() {
    Levels l{};
    std::memcpy(l.level, nf4Levels(), sizeof l.level);
    for (int k = 0; k < 15; ++k) l.midpoint[k] = (l.level[k] + l.level[k + 1]) / 2;
    return l;
}

__device__ unsigned nearestLevel(const Levels& l, float x) {
    unsigned best = 0;
#pragma unroll
    for (int k = 0; k < 15; ++k) best += x > l.midpoint[k] ? 1u : 0u;  // midpoints ascend: the number below x is its level
    return best;
}

__global__ void quantize(const float* values, std::int64_t count, std::uint8_t* codes, float* blockAbsmax, Levels l) {
    const std::int64_t block = (static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x) / 32, lane = threadIdx.x % 32;
    const std::int64_t begin = block * kBlock;
    if (begin >= count) return;
    const std::int64_t at = begin + 2 * lane;
    const float a = at < count ? values[at] : 0.0f, b = at + 1 < count ? values[at + 1] : 0.0f;
    const float largest = warpMax(fmaxf(fabsf(a), fabsf(b)));
    const bool whole = begin + kBlock <= count;
    const float divisor = fmaxf(largest, 1e-38f), inverse = __fdiv_rn(1.0f, divisor);
    if (lane == 0) blockAbsmax[block] = whole ? largest : divisor;
    if (at >= count) return;
    const unsigned high = nearestLevel(l, whole ? __fmul_rn(a, inverse) : __fdiv_rn(a, divisor));
    const unsigned low = nearestLevel(l, whole ? __fmul_rn(b, inverse) : __fdiv_rn(b, divisor));
    codes[at / 2] = static_cast<std::uint8_t>(high << 4 | low);
}

template <typename T>
__global__ void dequantize(const std::uint8_t* codes, const std::uint8_t* absmax, const float* nestedAbsmax, const float* map, float offset, std::int64_t count, T* out, Levels l) {
    __shared__ float level[16], second[256];
    if (threadIdx.x < 16) level[threadIdx.x] = l.level[threadIdx.x];
    second[threadIdx.x] = map[threadIdx.x];
    __syncthreads();
    const std::int64_t begin = (static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x) * kPerThread;
    if (begin >= count) return;
    const std::int64_t block = begin / kBlock;
    const float scale = __fadd_rn(__fmul_rn(second[absmax[block]], nestedAbsmax[block / 256]), offset);
    if (begin + kPerThread <= count) {
        const uint4 packed = *reinterpret_cast<const uint4*>(codes + begin / 2);
        const unsigned words[4] = {packed.x, packed.y, packed.z, packed.w};
        alignas(16) T values[kPerThread];
#pragma unroll
        for (int i = 0; i < kPerThread / 2; ++i) {
            const unsigned byte = words[i / 4] >> (8 * (i % 4)) & 255u;
            store(values + 2 * i, __fmul_rn(level[byte >> 4], scale));
            store(values + 2 * i + 1, __fmul_rn(level[byte & 15u], scale));
        }
#pragma unroll
        for (std::size_t i = 0; i < kPerThread * sizeof(T) / sizeof(uint4); ++i) reinterpret_cast<uint4*>(out + begin)[i] = reinterpret_cast<const uint4*>(values)[i];
        return;
    }
    for (std::int64_t i = begin; i < count; ++i) {
        const unsigned byte = codes[i / 2];
        store(out + i, __fmul_rn(level[i % 2 == 0 ? byte >> 4 : byte & 15u], scale));
    }
}

}  // namespace

void nf4Quantize(const float* values, std::int64_t count, std::uint8_t* codes, float* blockAbsmax, StreamHandle stream) {
    if (count == 0) return;
    quantize<<<blocksFor((count + kBlock - 1) / kBlock * 32, kThreads), kThreads, 0, streamOf(stream)>>>(values, count, codes, blockAbsmax, levels());
    requireCuda(cudaGetLastError(), "NF4 quantisation");
}

void nf4Dequantize(const std::uint8_t* codes, const std::uint8_t* absmax, const float* nestedAbsmax, const float* map, float offset, std::int64_t count, void* out, Scalar type, StreamHandle stream) {
    if (count == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        dequantize<T><<<blocksFor(count, std::int64_t{kThreads} * kPerThread), kThreads, 0, streamOf(stream)>>>(codes, absmax, nestedAbsmax, map, offset, count, static_cast<T*>(out), levels());
    });
    requireCuda(cudaGetLastError(), "NF4 dequantisation");
}

}  // namespace consort::cuda
