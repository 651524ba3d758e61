#include "core/nn/weight_upload.h"

#include <algorithm>
#include <cstring>

#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{32} << 20;

}  // namespace

WeightUpload::~WeightUpload() {
    for (const Buffer& buffer : buffers_) {
        if (!buffer.memory) continue;
        kernels_->destroyStream(buffer.stream);
        kernels_->releasePinned(buffer.memory);
    }
}

torch::Tensor WeightUpload::operator()(const torch::Tensor& host) {
    if (!kernels_) return host.to(device_);
    const torch::Tensor from = host.contiguous();
    torch::Tensor there = torch::empty(from.sizes(), from.options().device(device_));
    kernels_->synchronize(streamFor(there));  // whoever had this memory before may still be reading it
    send(there.data_ptr(), from.data_ptr(), from.nbytes());
    return there;
}

void WeightUpload::send(void* to, const void* from, std::size_t bytes) {
    for (Buffer& buffer : buffers_) {
        if (!buffer.memory) buffer = {kernels_->allocatePinned(kBufferBytes), kernels_->createStream()};
    }
    std::size_t turn = 0;
    for (std::size_t done = 0; done < bytes; done += kBufferBytes, ++turn) {
        const Buffer& buffer = buffers_[turn % buffers_.size()];
        const std::size_t part = std::min(kBufferBytes, bytes - done);
        kernels_->synchronize(buffer.stream);  // what it held has left
        std::memcpy(buffer.memory, static_cast<const std::byte*>(from) + done, part);
        kernels_->upload(static_cast<std::byte*>(to) + done, buffer.memory, part, buffer.stream);
    }
    for (const Buffer& buffer : buffers_) kernels_->synchronize(buffer.stream);
}

}  // namespace consort::nn
