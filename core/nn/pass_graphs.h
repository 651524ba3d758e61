#pragma once
// Internal to core/nn. Training passes on a GPU as CUDA graphs, one a shape (performance.md §4): where a pass computes for less time than the host takes
// to start its thousands of kernels.
#include <torch/torch.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

#include "core/nn/causal_model.h"
#include "core/nn/device_graph.h"
#include "core/nn/pass_inputs.h"

namespace consort::nn {

/// Those of one set of leaves, whose addresses they hold. Off on CPUs and where the program was built without CUDA. One thread.
class PassGraphs {
public:
    /// The device's part of a pass: losses of the label tokens, with gradients left at the leaves. Asks no tensor for a value.
    using Pass = std::function<torch::Tensor(const PassInputs&)>;

    explicit PassGraphs(const Session::Impl& session);
    /// Coarser where passes are recorded, so that shapes come again.
    PassGrid grid() const { return on_ ? PassGrid{16, 32} : PassGrid{}; }
    /// pass(inputs), which are on the host. The first passes of a shape are computed as they are, the third is recorded; `kind` tells apart what differs
    /// besides the shape. Where recording fails for another reason than memory, passes are computed as they are from then on.
    torch::Tensor run(const PassInputs& inputs, std::int64_t kind, const Pass& pass);

    /// While it lives, new PassGraphs are off: what graphs are measured and tested against.
    class Off {
    public:
        Off();
        ~Off();
        Off(const Off&) = delete;
        Off& operator=(const Off&) = delete;
    };

private:
    struct Shape {
        PassInputs inputs;  ///< on the device, at the addresses that the graph reads
        int passes = 0;
        std::unique_ptr<DeviceGraph> graph;
        torch::Tensor losses;
    };
    bool worthwhile(const PassInputs& inputs) const;
    torch::Tensor through(Shape& shape, const PassInputs& inputs, const Pass& pass);
    void record(Shape& shape, const Pass& pass);
    void stop();

    const Session::Impl* session_;
    bool on_;
    GraphStream stream_;
    std::map<std::array<std::int64_t, 4>, Shape> shapes_;
};

}  // namespace consort::nn
