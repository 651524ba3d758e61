#pragma once
// Internal to core/nn. Work on a GPU that is recorded once and repeated without the host in between (CUDA graphs).
#include <torch/torch.h>

#include <functional>
#include <memory>

namespace consort::nn {

/// One recording. One thread, inside a GraphStream.
class DeviceGraph {
public:
    virtual ~DeviceGraph() = default;
    /// Records what `work` would do; nothing is computed. What `work` reads and writes must stay where it is. Throws what `work` throws, and
    /// c10::Error where it does something that cannot be recorded.
    virtual void capture(const std::function<void()>& work) = 0;
    /// Does it, with the values that are there now.
    virtual void replay() = 0;
};

/// Null where there are none: on a CPU (but under a TwinScope, where `replay` calls `work` again), and where the program was built without CUDA.
std::unique_ptr<DeviceGraph> newDeviceGraph(torch::Device device);

/// The stream that recordings are made on and repeated: a GPU's default one cannot be recorded.
class GraphStream {
public:
    explicit GraphStream(torch::Device device);
    /// `work` on it, after everything before and before everything after on the thread's own stream.
    void run(const std::function<void()>& work) const;

private:
    torch::Device device_;
    std::shared_ptr<const c10::Stream> stream_;  ///< null on a CPU
};

}  // namespace consort::nn
