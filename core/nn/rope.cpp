#include "core/nn/rope.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numbers>

#include "core/base/error.h"
#include "core/nn/block_kernels.h"
#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

/// Frequencies 1/θ^(2i/dims), scaled. Computed in double, kept as the float that transformers uses.
torch::Tensor frequencies(const RopeConfig& rope, std::int64_t dims) {
    torch::Tensor inverse = torch::pow(rope.theta, -torch::arange(0, dims, 2, torch::kFloat64) / static_cast<double>(dims)).to(torch::kFloat32);
    if (rope.type == "linear") return inverse / rope.factor;
    if (rope.type == "longrope") {
        check(static_cast<std::int64_t>(rope.factors.size()) == inverse.size(0), "longrope has one factor a frequency");
        return inverse / torch::tensor(rope.factors, torch::kFloat32);
    }
    if (rope.type != "llama3") return inverse;
    const torch::Tensor wavelength = 2 * std::numbers::pi / inverse;
    const double longest = rope.originalMaxPositions / rope.lowFrequencyFactor, shortest = rope.originalMaxPositions / rope.highFrequencyFactor;
    const torch::Tensor smooth = (rope.originalMaxPositions / wavelength - rope.lowFrequencyFactor) / (rope.highFrequencyFactor - rope.lowFrequencyFactor);
    const torch::Tensor between = (1 - smooth) * inverse / rope.factor + smooth * inverse;
    const torch::Tensor scaled = torch::where(wavelength > longest, inverse / rope.factor, inverse);
    return torch::where((wavelength <= longest).logical_and(wavelength >= shortest), between, scaled);
}

}  // namespace

Rope::Rope(const RopeConfig& rope, std::int64_t headDim, torch::ScalarType dtype) : dtype_(dtype), magnitude_(rope.magnitude) {
    const auto dims = static_cast<std::int64_t>(static_cast<double>(headDim) * rope.partialFactor) / 2 * 2;
    frequencies_ = frequencies(rope, dims);
}

RopeTable Rope::upTo(std::int64_t positions, torch::Device device) const {
    static std::mutex growing;
    const std::lock_guard lock(growing);
    if (!table_.cos.defined() || table_.cos.size(0) < positions) {
        const std::int64_t grown = table_.cos.defined() ? std::max(positions, 2 * table_.cos.size(0)) : std::max<std::int64_t>(positions, 256);
        if (table_.cos.defined()) outgrown_.push_back(table_);
        const torch::Tensor angles = torch::outer(torch::arange(grown, torch::kFloat32), frequencies_);
        const torch::Tensor both = torch::cat({angles, angles}, -1);
        table_ = {(both.cos() * magnitude_).to(device, dtype_), (both.sin() * magnitude_).to(device, dtype_), (angles.cos() * magnitude_).to(device), (angles.sin() * magnitude_).to(device)};
    }
    return {table_.cos.narrow(0, 0, positions), table_.sin.narrow(0, 0, positions), table_.halfCos, table_.halfSin};
}

torch::Tensor rotated(const torch::Tensor& x, const Rope& rope, const torch::Tensor& positions, std::int64_t longest) {
    const RopeTable table = rope.upTo(longest, x.device());
    if (blockKernelsFor(x)) return kernelRope(x, table.halfCos, table.halfSin, positions);
    const std::int64_t dims = table.cos.size(-1), half = dims / 2;
    const torch::Tensor cos = torch::embedding(table.cos, positions).unsqueeze(-2), sin = torch::embedding(table.sin, positions).unsqueeze(-2);
    const torch::Tensor turning = x.narrow(-1, 0, dims);
    const torch::Tensor swapped = torch::cat({-turning.narrow(-1, half, half), turning.narrow(-1, 0, half)}, -1);
    const torch::Tensor turned = turning * cos + swapped * sin;
    if (dims == x.size(-1)) return turned;
    return torch::cat({turned, x.narrow(-1, dims, x.size(-1) - dims)}, -1);
}

}  // namespace consort::nn
