#include "core/nn/frozen_weight.h"

#include <utility>

namespace consort::nn {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// What autograd carries from forward to backward.
struct HeldWeight : torch::CustomClassHolder {
    HeldWeight(std::shared_ptr<const FrozenWeight> w, torch::Tensor b) : weight(std::move(w)), bias(std::move(b)) {}
    std::shared_ptr<const FrozenWeight> weight;
    torch::Tensor bias;  ///< may be undefined
};

struct HeldProduct : torch::autograd::Function<HeldProduct> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const c10::intrusive_ptr<HeldWeight>& held) {
        context->saved_data["weight"] = c10::IValue::make_capsule(held);
        return held->weight->forward(x, held->bias);
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto held = c10::static_intrusive_pointer_cast<HeldWeight>(context->saved_data["weight"].toCapsule());
        return {held->weight->backward(gradients.front()), torch::Tensor()};
    }
};

}  // namespace

torch::Tensor FrozenWeight::heldProduct(const torch::Tensor& x, const torch::Tensor& bias) const {
    if (!torch::GradMode::is_enabled() || !x.requires_grad()) return forward(x, bias);
    return HeldProduct::apply(x, c10::make_intrusive<HeldWeight>(shared_from_this(), bias));
}

torch::Tensor DenseWeight::backward(const torch::Tensor& g) const { return g.matmul(values_.to(g.scalar_type())); }

}  // namespace consort::nn
