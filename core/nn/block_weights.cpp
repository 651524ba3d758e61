#include "core/nn/block_weights.h"

#include "core/base/error.h"
#include "core/nn/block_kernels.h"
#include "core/nn/blocked_weight.h"
#include "core/nn/device_kernels.h"
#include "core/nn/packed_weight.h"

namespace consort::nn {
namespace {

struct NamedActivation {
    const char* name;
    Activation function;
};

torch::Tensor geluTanh(const torch::Tensor& x) { return torch::gelu(x, "tanh"); }
torch::Tensor geluExact(const torch::Tensor& x) { return torch::gelu(x); }
torch::Tensor silu(const torch::Tensor& x) { return torch::silu(x); }
torch::Tensor relu(const torch::Tensor& x) { return torch::relu(x); }

/// THE TABLE of activations.
constexpr NamedActivation kActivations[] = {
    {"silu", silu},          {"swish", silu},         {"gelu", geluExact}, {"gelu_new", geluTanh},
    {"gelu_fast", geluTanh}, {"gelu_pytorch_tanh", geluTanh}, {"relu", relu},
};

}  // namespace

Activation activationNamed(const std::string& name) {
    for (const NamedActivation& entry : kActivations) {
        if (name == entry.name) return entry.function;
    }
    throw Error(ErrorCode::Unsupported, "the activation '" + name + "' of config.json is not supported");
}

torch::Tensor gated(Activation activation, const torch::Tensor& gate, const torch::Tensor& up) {
    return activation == silu && blockKernelsFor(gate) ? kernelSwiglu(gate, up) : activation(gate) * up;
}

torch::Tensor headLogits(const torch::Tensor& states, const torch::Tensor& weight) {
    const torch::Tensor logits = torch::linear(states, weight);
    return logits.scalar_type() == torch::kFloat64 ? logits : logits.to(torch::kFloat32);
}

std::tuple<torch::Tensor, torch::Tensor> loadEnds(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options, const EndNames& names) {
    const std::vector<std::int64_t> shape{config.vocabulary, config.hidden};
    const bool onlyHead = config.tied && !weights.has(names.embedding) && weights.has(names.head);
    const torch::Tensor embedding = weights.load(onlyHead ? names.head : names.embedding, shape, options.dtype);
    return {embedding, config.tied ? embedding : weights.load(names.head, shape, options.dtype)};
}

namespace {

/// How `options` want a tensor of the file to be held. `quantize`: as its nf4 codes, or with their values.
std::shared_ptr<const FrozenWeight> heldWeight(const torch::Tensor& tensor, const LoadOptions& options, bool quantize) {
    if (!quantize || tensor.is_meta()) {
        if (options.storage == WeightStorage::Blocked && tensor.is_cpu()) return std::make_shared<BlockedWeight>(tensor);
        return std::make_shared<DenseWeight>(tensor);
    }
    auto packed = std::make_shared<PackedWeight>(tensor, options.dtype);
    if (options.storage == WeightStorage::Packed) return packed;
    return heldWeight(packed->values(), options, false);
}

}  // namespace

void BlockLinears::load(const WeightFiles& weights, const LoadOptions& options, const std::string& missingPrefix, bool bias, bool transposed) {
    check(linears_.size() < modules_.size(), "no more linears than the family has");
    const LinearModule& module = modules_[linears_.size()];
    const std::string name = module.path.substr(module.path.rfind(missingPrefix, 0) == 0 ? missingPrefix.size() : 0);
    FrozenLinear linear;
    linear.path = module.path;
    linear.index = static_cast<int>(linears_.size());
    const std::vector<std::int64_t> shape = transposed ? std::vector<std::int64_t>{module.in, module.out} : std::vector<std::int64_t>{module.out, module.in};
    const bool stored = weights.isQuantized(name + ".weight"), quantize = options.nf4 && !stored;  // stored codes stay what they are
    if (options.storage == WeightStorage::Packed && stored && !transposed) linear.weight = weights.packed(name + ".weight", shape, options.dtype);
    if (!linear.weight) {
        const torch::Tensor tensor = weights.load(name + ".weight", shape, quantize ? torch::kFloat32 : options.dtype);
        linear.weight = heldWeight(transposed ? tensor.t().contiguous() : tensor, options, quantize);
    }
    if (bias) linear.bias = weights.load(name + ".bias", {module.out}, options.dtype);
    linears_.push_back(std::move(linear));
}

void BlockLinears::finish() {
    check(linears_.size() == modules_.size(), "all linears of the family are loaded");
    for (const FrozenLinear& linear : linears_) pointers_.push_back(&linear);
}

torch::Tensor PlainRouter::apply(const FrozenLinear& linear, const torch::Tensor& x) { return linear(x); }

}  // namespace consort::nn
