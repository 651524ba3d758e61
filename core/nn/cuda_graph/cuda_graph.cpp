// The one piece that is linked with LibTorch's CUDA half: a library of its own, opened where that half is loaded (core/nn/device_graph.h).
#include <ATen/cuda/CUDAGraph.h>

#include "core/nn/device_graph.h"

namespace consort::nn {
namespace {

/// Recordings follow each other on one stream, so they may share memory for what lives within one of them.
at::cuda::MempoolId_t sharedPool() {
    static const at::cuda::MempoolId_t pool = at::cuda::graph_pool_handle();
    return pool;
}

class CudaGraph : public DeviceGraph {
public:
    void capture(const std::function<void()>& work) override {
        // Other threads may do as they like meanwhile.
        graph_.capture_begin(sharedPool(), cudaStreamCaptureModeThreadLocal);
        try {
            work();
        } catch (const std::exception&) {
            leaveCapture();
            throw;
        }
        graph_.capture_end();
    }
    void replay() override { graph_.replay(); }

private:
    /// The stream must not stay in the state of being recorded; what was wrong is known already.
    void leaveCapture() {
        try {
            graph_.capture_end();
        } catch (const c10::Error&) {
            graph_.reset();
        }
    }

    at::cuda::CUDAGraph graph_;
};

}  // namespace
}  // namespace consort::nn

extern "C" consort::nn::DeviceGraph* consortCudaGraph() { return new consort::nn::CudaGraph; }
