// The CPU twins behind the table's signatures.
#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "gpu/block_parts.h"
#include "gpu/dropout.h"
#include "gpu/kernel_table.h"
#include "gpu/label_head.h"
#include "gpu/nf4.h"
#include "gpu/sigmoid_residual.h"
#include "gpu/sketch.h"

namespace consort {
namespace {

void requireFloat(Scalar type) {
    if (type != Scalar::Float32) throw std::runtime_error("the twins of the kernels compute in float32 alone");
}

const float* floats(const void* values) { return static_cast<const float*>(values); }
float* floats(void* values) { return static_cast<float*>(values); }

void* allocate(std::size_t bytes) { return ::operator new(bytes); }
void release(void* memory) { ::operator delete(memory); }
void copy(void* to, const void* from, std::size_t bytes, StreamHandle) { std::memcpy(to, from, bytes); }
void synchronize(StreamHandle) {}
StreamHandle createStream() { return nullptr; }
void destroyStream(StreamHandle) {}
void memory(std::size_t* free, std::size_t* total) { *free = *total = std::size_t{1} << 40; }

void nf4Quantize(const float* values, std::int64_t count, std::uint8_t* codes, float* blockAbsmax, StreamHandle) {
    const Nf4Codes found = quantizeNf4(values, count);
    std::copy(found.codes.begin(), found.codes.end(), codes);
    std::copy(found.blockAbsmax.begin(), found.blockAbsmax.end(), blockAbsmax);
}

void nf4Dequantize(const std::uint8_t* codes, const std::uint8_t* absmax, const float* nestedAbsmax, const float*, float offset, std::int64_t count, void* out, Scalar type, StreamHandle) {
    requireFloat(type);
    dequantizeNf4({codes, absmax, nestedAbsmax, offset, count}, floats(out));
}

void labelHead(const void* logits, Scalar type, const std::int64_t* gold, std::int64_t rows, std::int64_t vocabulary, double* logOdds, float* derivative, StreamHandle) {
    requireFloat(type);
    consort::labelHead(floats(logits), gold, rows, vocabulary, logOdds, derivative);
}

void sigmoidResidual(const float* offset, const float* weight, std::int64_t fits, std::int64_t rows, float* predictor, double* loss, StreamHandle) {
    consort::sigmoidResidual(offset, weight, fits, rows, predictor, loss);
}

void rmsNormForward(const void* x, Scalar type, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, void* y, float* scale, StreamHandle) {
    requireFloat(type);
    consort::rmsNormForward(floats(x), weight, epsilon, rows, width, floats(y), scale);
}

void rmsNormBackward(const void* gradient, const void* x, Scalar type, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, void* dx, StreamHandle) {
    requireFloat(type);
    consort::rmsNormBackward(floats(gradient), floats(x), weight, scale, rows, width, floats(dx));
}

void rope(void* x, Scalar type, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims, float direction, StreamHandle) {
    requireFloat(type);
    (direction > 0 ? ropeForward : ropeBackward)(floats(x), cos, sin, position, tokens, heads, headDim, dims);
}

void swigluForward(const void* gate, const void* up, Scalar type, std::int64_t count, void* y, StreamHandle) {
    requireFloat(type);
    consort::swigluForward(floats(gate), floats(up), count, floats(y));
}

void swigluBackward(const void* gradient, const void* gate, const void* up, Scalar type, std::int64_t count, void* dgate, void* dup, StreamHandle) {
    requireFloat(type);
    consort::swigluBackward(floats(gradient), floats(gate), floats(up), count, floats(dgate), floats(dup));
}

void dropoutScale(const std::uint64_t* keys, std::int64_t rows, std::int64_t width, std::uint64_t shift, double p, float* scale, StreamHandle) { consort::dropoutScale(keys, rows, width, shift, p, scale); }

void fillSignTile(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile, StreamHandle) {
    consort::fillSignTile(seed, first, rows, d, scale, tile);
}

void segmentOuterProduct(const void* gradients, const void* inputs, Scalar type, const std::int64_t* offsets, std::int64_t examples, std::int64_t out, std::int64_t rank, float* product, StreamHandle) {
    requireFloat(type);
    consort::segmentOuterProduct(floats(gradients), floats(inputs), offsets, examples, out, rank, product);
}

constexpr KernelTable kTwins = {
    allocate, release, copy, copy, copy, allocate, release, synchronize, createStream, destroyStream, memory,
    nf4Quantize, nf4Dequantize, labelHead, sigmoidResidual,
    rmsNormForward, rmsNormBackward, rope, swigluForward, swigluBackward,
    dropoutScale, fillSignTile, segmentOuterProduct,
};

}  // namespace

const KernelTable& kernelTwins() { return kTwins; }

}  // namespace consort
