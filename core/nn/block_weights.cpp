#include "core/nn/block_weights.h"

#include <utility>

#include "core/base/error.h"
#include "core/nn/block_kernels.h"
#include "core/nn/device_kernels.h"

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
    return activation == silu && kernelsFor(gate) ? kernelSwiglu(gate, up) : activation(gate) * up;
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

void BlockLinears::load(const WeightFiles& weights, const LoadOptions& options, const std::string& missingPrefix, bool bias, bool transposed) {
    check(linears_.size() < modules_.size(), "no more linears than the family has");
    const LinearModule& module = modules_[linears_.size()];
    const std::string name = module.path.substr(module.path.rfind(missingPrefix, 0) == 0 ? missingPrefix.size() : 0);
    FrozenLinear linear;
    linear.path = module.path;
    linear.index = static_cast<int>(linears_.size());
    const std::vector<std::int64_t> shape = transposed ? std::vector<std::int64_t>{module.in, module.out} : std::vector<std::int64_t>{module.out, module.in};
    const bool stored = weights.isQuantized(name + ".weight"), quantize = options.nf4 && !stored;  // stored codes stay what they are
    if (options.packed && stored && !transposed) linear.packed = weights.packed(name + ".weight", shape, options.dtype);
    if (!linear.packed) {
        torch::Tensor weight = weights.load(name + ".weight", shape, quantize ? torch::kFloat32 : options.dtype);
        if (transposed) weight = weight.t().contiguous();
        if (quantize && !weight.is_meta()) linear.packed = std::make_shared<PackedWeight>(weight, options.dtype);
        else linear.kept = weight;
    }
    if (linear.packed && !options.packed) linear.kept = std::exchange(linear.packed, nullptr)->dense();
    if (linear.kept.defined() && options.blocked && linear.kept.is_cpu()) linear.blocked = std::make_shared<const BlockedWeight>(linear.kept);
    if (bias) linear.bias = weights.load(name + ".bias", {module.out}, options.dtype);
    linears_.push_back(std::move(linear));
}

void BlockLinears::finish() {
    check(linears_.size() == modules_.size(), "all linears of the family are loaded");
    for (const FrozenLinear& linear : linears_) pointers_.push_back(&linear);
}

torch::Tensor PlainRouter::apply(const FrozenLinear& linear, const torch::Tensor& x) { return linear(x); }

namespace {

/// What autograd carries from forward to backward.
struct HeldWeight : torch::CustomClassHolder {
    HeldWeight(std::shared_ptr<const PackedWeight> w, torch::Tensor b) : weight(std::move(w)), bias(std::move(b)) {}
    std::shared_ptr<const PackedWeight> weight;
    torch::Tensor bias;  ///< may be undefined
};

struct PackedProduct : torch::autograd::Function<PackedProduct> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x, const c10::intrusive_ptr<HeldWeight>& held) {
        context->saved_data["weight"] = c10::IValue::make_capsule(held);
        return torch::linear(x, held->weight->dense(), held->bias);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
        const auto held = c10::static_intrusive_pointer_cast<HeldWeight>(context->saved_data["weight"].toCapsule());
        const torch::Tensor& g = gradients.front();
        return {g.matmul(held->weight->dense().to(g.scalar_type())), torch::Tensor()};
    }
};

}  // namespace

torch::Tensor FrozenLinear::operator()(const torch::Tensor& x) const {
    if (blocked && BlockedWeight::serves(x)) return blockedProduct(blocked, bias, x);
    if (!packed) return torch::linear(x, kept, bias);
    if (!torch::GradMode::is_enabled() || !x.requires_grad()) return torch::linear(x, packed->dense(), bias);
    return PackedProduct::apply(x, c10::make_intrusive<HeldWeight>(packed, bias));
}

}  // namespace consort::nn
