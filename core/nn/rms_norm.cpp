#include "core/nn/rms_norm.h"

#include "core/nn/block_kernels.h"
#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

torch::ScalarType wide(torch::ScalarType dtype) { return dtype == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32; }

}  // namespace

RmsNorm::RmsNorm(const WeightFiles& weights, const LoadOptions& options, const std::string& path, std::int64_t size, const ModelConfig& config)
    : weight_(weights.load(path + ".weight", {size}, config.normKind == NormKind::Plain ? options.dtype : wide(options.dtype))),
      epsilon_(config.normEpsilon),
      kind_(config.normKind) {
    if (kind_ == NormKind::Offset) weight_ = weight_ + 1;
    wide_ = weight_.to(torch::kFloat32);
}

torch::Tensor RmsNorm::operator()(const torch::Tensor& x) const {
    if (!weight_.defined()) return x;
    if (blockKernelsFor(x)) return kernelRmsNorm(x, wide_, epsilon_);
    const torch::Tensor f = x.to(wide(x.scalar_type())), normed = f * torch::rsqrt(f.square().mean(-1, true) + epsilon_);
    if (kind_ == NormKind::Plain) return weight_ * normed.to(x.scalar_type());
    return (weight_ * normed).to(x.scalar_type());
}

}  // namespace consort::nn
