#include "core/nn/pass_graphs.h"

#include <ATen/DeviceAccelerator.h>

#include <atomic>

#include "core/nn/out_of_memory.h"

namespace consort::nn {
namespace {

constexpr int kPassesBefore = 2;     ///< libraries choose their algorithms in the first passes, which cannot be recorded
constexpr std::size_t kShapes = 64;  ///< beyond them shapes do not come again often enough
/// Ten milliseconds of a data-centre GPU, what the host takes for a few thousand kernels: an estimate, to be settled by tests/gpu.sh.
constexpr double kMostFlops = 4e12;

std::atomic<int> offScopes{0};

}  // namespace

PassGraphs::Off::Off() { ++offScopes; }
PassGraphs::Off::~Off() { --offScopes; }

PassGraphs::PassGraphs(const Session::Impl& session)
    : session_(&session), on_(offScopes.load(std::memory_order_relaxed) == 0 && newDeviceGraph(session.device)), stream_(session.device) {}

bool PassGraphs::worthwhile(const PassInputs& inputs) const {
    return on_ && 4.0 * static_cast<double>(session_->info.blockWeights) * static_cast<double>(inputs.ids.numel()) <= kMostFlops;
}

torch::Tensor PassGraphs::run(const PassInputs& inputs, std::int64_t kind, const Pass& pass) {
    const std::array<std::int64_t, 4> key{inputs.ids.size(0), inputs.ids.size(1), inputs.wanted.size(0), kind};
    if (!worthwhile(inputs) || (shapes_.size() >= kShapes && !shapes_.contains(key))) return pass(inputs.to(session_->device));
    torch::Tensor losses;
    try {
        stream_.run([&] { losses = through(shapes_[key], inputs, pass); });
    } catch (const std::exception& e) {
        if (isOutOfMemory(e)) stop();
        throw;
    }
    if (!on_) stop();
    return losses;
}

torch::Tensor PassGraphs::through(Shape& shape, const PassInputs& inputs, const Pass& pass) {
    if (shape.inputs.ids.defined()) shape.inputs.copyFrom(inputs);
    else shape.inputs = inputs.to(session_->device);
    if (shape.passes++ == kPassesBefore) record(shape, pass);
    if (!shape.graph) return pass(shape.inputs);
    shape.graph->replay();
    return shape.losses;
}

void PassGraphs::record(Shape& shape, const Pass& pass) {
    if (session_->device.is_cuda()) at::accelerator::emptyCache();  // what a graph computes in is memory of its own
    shape.graph = newDeviceGraph(session_->device);
    try {
        shape.graph->capture([&shape, pass] { shape.losses = pass(shape.inputs); });
    } catch (const c10::Error& e) {
        if (isOutOfMemory(e)) throw;
        shape.graph.reset();
        on_ = false;
    }
}

/// Their memory is free again.
void PassGraphs::stop() {
    on_ = false;
    shapes_.clear();
}

}  // namespace consort::nn
