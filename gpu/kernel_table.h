#pragma once
// THE TABLE of what runs on a GPU: each entry does what its CPU twin does, on device memory, in the order of `stream`. Knows pointers only.
#include <cstddef>
#include <cstdint>

#include "gpu/scalar.h"

namespace consort {

/// A cudaStream_t, or nullptr for the default stream.
using StreamHandle = void*;

/// Every call throws std::runtime_error with CUDA's own words where it cannot start. All pointers are on the device but where said.
struct KernelTable {
    // Memory, for tests and uploads; the engine's own tensors come from LibTorch.
    void* (*allocate)(std::size_t bytes);
    void (*release)(void* memory);
    void (*upload)(void* device, const void* host, std::size_t bytes, StreamHandle stream);    ///< `host` pinned: returns at once
    void (*download)(void* host, const void* device, std::size_t bytes, StreamHandle stream);
    void (*copy)(void* to, const void* from, std::size_t bytes, StreamHandle stream);             ///< on the device
    void* (*allocatePinned)(std::size_t bytes);                                                ///< on the host
    void (*releasePinned)(void* memory);
    void (*synchronize)(StreamHandle stream);
    StreamHandle (*createStream)();                                                            ///< beside the default one; of the current device
    void (*destroyStream)(StreamHandle stream);
    void (*memory)(std::size_t* free, std::size_t* total);                                     ///< of the current device, bytes

    // gpu/nf4.h. Codes and absmax of each block of 64; the second stage is quantizeAbsmax on the CPU.
    void (*nf4Quantize)(const float* values, std::int64_t count, std::uint8_t* codes, float* blockAbsmax, StreamHandle stream);
    /// `map` (256) is nf4AbsmaxMap() on the device.
    void (*nf4Dequantize)(const std::uint8_t* codes, const std::uint8_t* absmax, const float* nestedAbsmax, const float* map, float offset, std::int64_t count, void* out, Scalar type, StreamHandle stream);

    // gpu/label_head.h
    void (*labelHead)(const void* logits, Scalar type, const std::int64_t* gold, std::int64_t rows, std::int64_t vocabulary, double* logOdds, float* derivative, StreamHandle stream);
    // gpu/sigmoid_residual.h
    void (*sigmoidResidual)(const float* offset, const float* weight, std::int64_t fits, std::int64_t rows, float* predictor, double* loss, StreamHandle stream);

    // gpu/block_parts.h; weight, scale, cos and sin are float32
    void (*rmsNormForward)(const void* x, Scalar type, const float* weight, float epsilon, std::int64_t rows, std::int64_t width, void* y, float* scale, StreamHandle stream);
    void (*rmsNormBackward)(const void* gradient, const void* x, Scalar type, const float* weight, const float* scale, std::int64_t rows, std::int64_t width, void* dx, StreamHandle stream);
    /// `direction` 1: forward, −1: backward.
    void (*rope)(void* x, Scalar type, const float* cos, const float* sin, const std::int64_t* position, std::int64_t tokens, std::int64_t heads, std::int64_t headDim, std::int64_t dims, float direction, StreamHandle stream);
    void (*swigluForward)(const void* gate, const void* up, Scalar type, std::int64_t count, void* y, StreamHandle stream);
    void (*swigluBackward)(const void* gradient, const void* gate, const void* up, Scalar type, std::int64_t count, void* dgate, void* dup, StreamHandle stream);

    // gpu/dropout.h; `keys` on the device
    void (*dropoutScale)(const std::uint64_t* keys, std::int64_t rows, std::int64_t width, std::uint64_t shift, double p, float* scale, StreamHandle stream);

    // gpu/sketch.h
    void (*fillSignTile)(std::uint64_t seed, std::uint64_t first, std::int64_t rows, std::int64_t d, float scale, float* tile, StreamHandle stream);
    void (*segmentOuterProduct)(const void* gradients, const void* inputs, Scalar type, const std::int64_t* offsets, std::int64_t examples, std::int64_t out, std::int64_t rank, float* product, StreamHandle stream);
};

/// The same table made of the CPU twins, on host memory and in float32 alone: what is wired for a GPU can be run and compared anywhere.
const KernelTable& kernelTwins();

/// Null where this program was built without nvcc, or no device answers; `why` then says which.
const KernelTable* cudaKernels(const char** why = nullptr);

}  // namespace consort
