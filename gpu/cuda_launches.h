#pragma once
// Internal to gpu: what the .cu files define and cuda_kernels.cu puts into the table. Signatures as there.
#include "gpu/kernel_table.h"

namespace consort::cuda {

void nf4Quantize(const float* values, std::int64_t count, std::uint8_t* codes, float* blockAbsmax, StreamHandle stream);
void nf4Dequantize(const std::uint8_t* codes, const std::uint8_t* absmax, const float* nestedAbsmax, const float* map, float offset, std::int64_t count, void* out, Scalar type, StreamHandle stream);
void labelHead(const void* logits, Scalar type, const std::int64_t* gold, std::int64_t rows, std::int64_t vocabulary, double* logOdds, float* derivative, StreamHandle stream);
void sigmoidResidual(const float* offset, const float* weight, std::int64_t fits, std::int64_t rows, float* predictor, double* loss, StreamHandle stream);
void rmsNormForward(const void* x, Scalar type, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, void* y, float* scale, StreamHandle stream);
void rmsNormBackward(const void* gradient, const void* x, Scalar type, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, void* dx, StreamHandle stream);
void rope(void* x, Scalar type, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims, float direction, StreamHandle stream);
void swigluForward(const void* gate, const void* up, Scalar type, std::int64_t count, void* y, StreamHandle stream);
void swigluBackward(const void* gradient, const void* gate, const void* up, Scalar type, std::int64_t count, void* dgate, void* dup, StreamHandle stream);
void dropoutScale(const std::uint64_t* keys, std::int64_t rows, std::int64_t width, std::uint64_t shift, double p, float* scale, StreamHandle stream);
void fillSignTile(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile, StreamHandle stream);
void segmentOuterProduct(const void* gradients, const void* inputs, Scalar type, const std::int64_t* offsets, std::int64_t examples, std::int64_t out, std::int64_t rank, float* product, StreamHandle stream);

}  // namespace consort::cuda
