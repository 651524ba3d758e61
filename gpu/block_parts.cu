// RMSNorm (a block a row), rotary embedding (a thread a pair) and SwiGLU (a thread a value), forward and backward.
#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"

namespace consort::cuda {
namespace {

constexpr int kThreads = 256;

template <typename T>
__global__ void normForward(const T* x, const float* weight, float epsilon, std::int64_t width, T* y, float* scale) {
    const std::int64_t row = blockIdx.x;
    float squares = 0;
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads) squares += widened(x[row * width + i]) * widened(x[row * width + i]);
    const float s = rsqrtf(blockSum(squares) / static_cast<float>(width) + epsilon);
    if (threadIdx.x == 0) scale[row] = s;
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads) store(y + row * width + i, widened(x[row * width + i]) * s * weight[i]);
}

template <typename T>
__global__ void normBackward(const T* gradient, const T* x, const float* weight, const float* scale, std::int64_t width, T* dx) {
    const std::int64_t row = blockIdx.x;
    const float s = scale[row];
    float along = 0;
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads) along += widened(gradient[row * width + i]) * weight[i] * widened(x[row * width + i]);
    const float pull = s * s * s * blockSum(along) / static_cast<float>(width);
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads) {
        store(dx + row * width + i, s * widened(gradient[row * width + i]) * weight[i] - pull * widened(x[row * width + i]));
    }
}

template <typename T>
__global__ void turn(T* x, const float* cos, const float* sin, const std::int64_t* position, std::int64_t pairs, std::int64_t heads, std::int64_t headDim, std::int64_t half, float direction) {
    const std::int64_t at = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (at >= pairs) return;
    const std::int64_t i = at % half, head = at / half, token = head / heads;
    const float c = cos[position[token] * half + i], s = direction * sin[position[token] * half + i];
    T *first = x + head * headDim + i, *second = first + half;
    const float a = widened(*first), b = widened(*second);
    store(first, a * c - b * s);
    store(second, b * c + a * s);
}

__device__ inline float sigmoid(float x) { return 1.0f / (1.0f + __expf(-x)); }

template <typename T>
__global__ void gatedForward(const T* gate, const T* up, std::int64_t count, T* y) {
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (i < count) store(y + i, widened(gate[i]) * sigmoid(widened(gate[i])) * widened(up[i]));
}

template <typename T>
__global__ void gatedBackward(const T* gradient, const T* gate, const T* up, std::int64_t count, T* dgate, T* dup) {
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (i >= count) return;
    const float g = widened(gradient[i]), x = widened(gate[i]), s = sigmoid(x);
    store(dgate + i, g * widened(up[i]) * s * (1 + x * (1 - s)));
    store(dup + i, g * x * s);
}

}  // namespace

void rmsNormForward(const void* x, Scalar type, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, void* y, float* scale, StreamHandle stream) {
    if (rows == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        normForward<T><<<static_cast<unsigned>(rows), kThreads, 0, streamOf(stream)>>>(static_cast<const T*>(x), weight, epsilon, width, static_cast<T*>(y), scale);
    });
    requireCuda(cudaGetLastError(), "RMSNorm");
}

void rmsNormBackward(const void* gradient, const void* x, Scalar type, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, void* dx, StreamHandle stream) {
    if (rows == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        normBackward<T><<<static_cast<unsigned>(rows), kThreads, 0, streamOf(stream)>>>(static_cast<const T*>(gradient), static_cast<const T*>(x), weight, scale, width, static_cast<T*>(dx));
    });
    requireCuda(cudaGetLastError(), "RMSNorm backward");
}

void rope(void* x, Scalar type, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims, float direction, StreamHandle stream) {
    const std::int64_t pairs = tokens * heads * (dims / 2);
    if (pairs == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        turn<T><<<blocksFor(pairs, kThreads), kThreads, 0, streamOf(stream)>>>(static_cast<T*>(x), cos, sin, position, pairs, heads, headDim, dims / 2, direction);
    });
    requireCuda(cudaGetLastError(), "rotary embedding");
}

void swigluForward(const void* gate, const void* up, Scalar type, std::int64_t count, void* y, StreamHandle stream) {
    if (count == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        gatedForward<T><<<blocksFor(count, kThreads), kThreads, 0, streamOf(stream)>>>(static_cast<const T*>(gate), static_cast<const T*>(up), count, static_cast<T*>(y));
    });
    requireCuda(cudaGetLastError(), "SwiGLU");
}

void swigluBackward(const void* gradient, const void* gate, const void* up, Scalar type, std::int64_t count, void* dgate, void* dup, StreamHandle stream) {
    if (count == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        gatedBackward<T><<<blocksFor(count, kThreads), kThreads, 0, streamOf(stream)>>>(static_cast<const T*>(gradient), static_cast<const T*>(gate), static_cast<const T*>(up), count, static_cast<T*>(dgate), static_cast<T*>(dup));
    });
    requireCuda(cudaGetLastError(), "SwiGLU backward");
}

}  // namespace consort::cuda
