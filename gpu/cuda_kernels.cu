// The table, and whether there is a device to run it on.
#include "gpu/cuda_common.cuh"
#include "gpu/cuda_launches.h"

namespace consort {
namespace {

void* allocate(std::size_t bytes) {
    void* memory = nullptr;
    requireCuda(cudaMalloc(&memory, bytes), "device memory");
    return memory;
}

void release(void* memory) { requireCuda(cudaFree(memory), "freeing device memory"); }

void upload(void* device, const void* host, std::size_t bytes, StreamHandle stream) {
    requireCuda(cudaMemcpyAsync(device, host, bytes, cudaMemcpyHostToDevice, streamOf(stream)), "upload");
}

void download(void* host, const void* device, std::size_t bytes, StreamHandle stream) {
    requireCuda(cudaMemcpyAsync(host, device, bytes, cudaMemcpyDeviceToHost, streamOf(stream)), "download");
    requireCuda(cudaStreamSynchronize(streamOf(stream)), "download");
}

void copy(void* to, const void* from, std::size_t bytes, StreamHandle stream) {
    requireCuda(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToDevice, streamOf(stream)), "device copy");
}

void* allocatePinned(std::size_t bytes) {
    void* memory = nullptr;
    requireCuda(cudaMallocHost(&memory, bytes), "pinned memory");
    return memory;
}

void releasePinned(void* memory) { requireCuda(cudaFreeHost(memory), "freeing pinned memory"); }

void synchronize(StreamHandle stream) { requireCuda(cudaStreamSynchronize(streamOf(stream)), "waiting for the device"); }

StreamHandle createStream() {
    cudaStream_t stream = nullptr;
    requireCuda(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking), "a stream");
    return stream;
}

void destroyStream(StreamHandle stream) { requireCuda(cudaStreamDestroy(streamOf(stream)), "ending a stream"); }

void memory(std::size_t* free, std::size_t* total) { requireCuda(cudaMemGetInfo(free, total), "asking for device memory"); }

constexpr KernelTable kKernels = {
    allocate, release, upload, download, copy, allocatePinned, releasePinned, synchronize, createStream, destroyStream, memory,
    cuda::nf4Quantize, cuda::nf4Dequantize, cuda::labelHead, cuda::sigmoidResidual,
    cuda::rmsNormForward, cuda::rmsNormBackward, cuda::rope, cuda::swigluForward, cuda::swigluBackward,
    cuda::dropoutScale, cuda::fillSignTile, cuda::segmentOuterProduct,
};

}  // namespace

const KernelTable* cudaKernels(const char** why) {
    static const cudaError_t status = [] {
        int devices = 0;
        const cudaError_t asked = cudaGetDeviceCount(&devices);
        return asked == cudaSuccess && devices == 0 ? cudaErrorNoDevice : asked;
    }();
    if (status == cudaSuccess) return &kKernels;
    if (why) *why = cudaGetErrorString(status);
    return nullptr;
}

}  // namespace consort
