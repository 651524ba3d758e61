// A block a row: the largest logit and the sum of the others' exponentials in one walk, their derivative in a second.
#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"

namespace consort::cuda {
namespace {

constexpr int kThreads = 256;

template <typename T>
__global__ void head(const T* logits, const std::int64_t* gold, std::int64_t vocabulary, double* logOdds, float* derivative) {
    const std::int64_t row = blockIdx.x, right = gold[row];
    const T* z = logits + row * vocabulary;
    float largest = -INFINITY, sum = 0;  // of this thread, Milakov and Gimelshein 2018
    for (std::int64_t j = threadIdx.x; j < vocabulary; j += kThreads) {
        if (j == right) continue;
        const float x = widened(z[j]);
        if (x > largest) {
            sum = sum * __expf(largest - x) + 1;
            largest = x;
        } else {
            sum += __expf(x - largest);
        }
    }
    const float whole = blockMax(largest);
    const double total = blockSum(largest == -INFINITY ? 0.0 : static_cast<double>(sum) * exp(static_cast<double>(largest) - whole));
    const double rest = whole + log(total);
    if (threadIdx.x == 0) logOdds[row] = widened(z[right]) - rest;
    const auto narrow = static_cast<float>(rest);
    for (std::int64_t j = threadIdx.x; j < vocabulary; j += kThreads) derivative[row * vocabulary + j] = j == right ? 1.0f : -__expf(widened(z[j]) - narrow);
}

}  // namespace

void labelHead(const void* logits, Scalar type, const std::int64_t* gold, std::int64_t rows, std::int64_t vocabulary, double* logOdds, float* derivative, StreamHandle stream) {
    if (rows == 0) return;
    withType(type, [&](auto* none) {
        using T = std::remove_pointer_t<decltype(none)>;
        head<T><<<static_cast<unsigned>(rows), kThreads, 0, streamOf(stream)>>>(static_cast<const T*>(logits), gold, vocabulary, logOdds, derivative);
    });
    requireCuda(cudaGetLastError(), "label head");
}

}  // namespace consort::cuda
