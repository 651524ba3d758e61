#include "core/nn/blocked_weight.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <optional>
#include <string_view>

namespace consort::nn {
namespace {

// LibTorch has these for compiled graphs; its headers do not name them.
using Arrange = torch::Tensor(const torch::Tensor&, std::optional<std::int64_t>);
using Multiply = torch::Tensor(const torch::Tensor&, const torch::Tensor&, const std::optional<torch::Tensor>&, std::string_view, torch::List<std::optional<at::Scalar>>, std::optional<std::string_view>);
using Asked = bool();

struct Operators {
    std::optional<c10::OperatorHandle> arrange, multiply;
    bool narrow = false;  ///< bfloat16 as well
};

const Operators& operators() {
    static const Operators found = [] {
        const auto named = [](const char* name) { return c10::Dispatcher::singleton().findSchema({name, ""}); };
        Operators all{named("mkldnn::_reorder_linear_weight"), named("mkldnn::_linear_pointwise"), false};
        if (const auto narrow = named("mkldnn::_is_mkldnn_bf16_supported")) all.narrow = narrow->typed<Asked>().call();
        return all;
    }();
    return found;
}

/// That of a product of `x`.
torch::ScalarType typeOf(const torch::Tensor& x) {
    return at::autocast::is_autocast_enabled(at::kCPU) ? at::autocast::get_autocast_dtype(at::kCPU) : x.scalar_type();
}

torch::Tensor multiplied(const torch::Tensor& x, const torch::Tensor& arranged, const torch::Tensor& bias) {
    const auto type = x.scalar_type();
    const std::optional<torch::Tensor> added = bias.defined() ? std::optional(bias.to(type)) : std::nullopt;
    return operators().multiply->typed<Multiply>().call(x.contiguous(), arranged, added, "none", torch::List<std::optional<at::Scalar>>(), "");
}

}  // namespace

bool BlockedWeight::serves(const torch::Tensor& x) {
    const Operators& has = operators();
    if (!has.arrange || !has.multiply || !x.is_cpu() || x.numel() == 0) return false;
    const torch::ScalarType type = typeOf(x);
    return type == torch::kFloat32 || (type == torch::kBFloat16 && has.narrow);
}

torch::Tensor BlockedWeight::product(const torch::Tensor& x, const torch::Tensor& bias) const {
    if (!serves(x)) return DenseWeight::product(x, bias);
    return heldProduct(x.to(typeOf(x)), bias);  // converted outside of the function, so that the gradient comes back in x's own type
}

torch::Tensor BlockedWeight::forward(const torch::Tensor& x, const torch::Tensor& bias) const {
    return serves(x) ? multiplied(x.to(typeOf(x)), layout(false, typeOf(x)), bias) : DenseWeight::forward(x, bias);
}

torch::Tensor BlockedWeight::backward(const torch::Tensor& g) const {
    return serves(g) ? multiplied(g, layout(true, g.scalar_type()), {}) : DenseWeight::backward(g);
}

const torch::Tensor& BlockedWeight::layout(bool transposed, torch::ScalarType type) const {
    Layout& one = layouts_[(type == torch::kBFloat16 ? 2 : 0) + (transposed ? 1 : 0)];
    std::call_once(one.made, [&] {
        const torch::NoGradGuard noGrad;
        const torch::Tensor plain = (transposed ? values().t() : values()).to(type).contiguous();
        one.tensor = operators().arrange->typed<Arrange>().call(plain, std::nullopt);
    });
    return one.tensor;
}

}  // namespace consort::nn
