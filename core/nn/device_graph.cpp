#include "core/nn/device_graph.h"

#include <c10/core/Event.h>
#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <dlfcn.h>

#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

/// Calls the work again.
class GraphTwin : public DeviceGraph {
public:
    void capture(const std::function<void()>& work) override { work_ = work; }
    void replay() override { work_(); }

private:
    std::function<void()> work_;
};

using MakeGraph = DeviceGraph* (*)();

/// Of core/nn/cuda_graph, which needs LibTorch's CUDA half in the process; null where it is not there.
MakeGraph cudaGraphMaker() {
    static const auto maker = [] {
        void* library = ::dlopen(CONSORT_CUDA_GRAPH_LIBRARY, RTLD_NOW | RTLD_LOCAL);
        return library ? reinterpret_cast<MakeGraph>(::dlsym(library, "consortCudaGraph")) : nullptr;
    }();
    return maker;
}

void orderBehind(const c10::Stream& first, const c10::Stream& second) {
    c10::Event done(first.device_type());
    done.record(first);
    done.block(second);
}

}  // namespace

std::unique_ptr<DeviceGraph> newDeviceGraph(torch::Device device) {
    if (device.is_cpu()) return twinsCompute() ? std::make_unique<GraphTwin>() : nullptr;
    const MakeGraph maker = device.is_cuda() ? cudaGraphMaker() : nullptr;
    return std::unique_ptr<DeviceGraph>(maker ? maker() : nullptr);
}

GraphStream::GraphStream(torch::Device device) : device_(device) {
    if (device.is_cuda()) stream_ = std::make_shared<const c10::Stream>(c10::impl::VirtualGuardImpl(device.type()).getStreamFromGlobalPool(device));
}

void GraphStream::run(const std::function<void()>& work) const {
    if (!stream_) return work();
    const c10::Stream own = c10::impl::VirtualGuardImpl(device_.type()).getStream(device_);
    orderBehind(own, *stream_);
    try {
        const c10::StreamGuard here(*stream_);
        work();
    } catch (const std::exception&) {
        orderBehind(*stream_, own);  // what was begun before it failed still runs
        throw;
    }
    orderBehind(*stream_, own);
}

}  // namespace consort::nn
