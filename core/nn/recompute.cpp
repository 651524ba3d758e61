#include "core/nn/recompute.h"

#include <memory>
#include <utility>

namespace consort::nn {
namespace {

/// What autograd carries from forward to backward besides x.
struct HeldBlock : torch::CustomClassHolder {
    explicit HeldBlock(BlockFunction function) : block(std::move(function)) {}
    BlockFunction block;
};

struct Recompute : torch::autograd::Function<Recompute> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x, const c10::intrusive_ptr<HeldBlock>& held) {
        context->save_for_backward({x});
        context->saved_data["block"] = c10::IValue::make_capsule(held);
        return held->block(x);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
        const auto held = c10::static_intrusive_pointer_cast<HeldBlock>(context->saved_data["block"].toCapsule());
        const torch::AutoGradMode enabled(true);
        const torch::Tensor x = context->get_saved_variables().front().detach().requires_grad_(true);
        held->block(x).backward(gradients.front());
        return {x.grad(), torch::Tensor()};
    }
};

}  // namespace

torch::Tensor recomputed(const torch::Tensor& x, BlockFunction block) {
    // The first block's input is frozen; autograd would never come back for the adapters inside without a gradient to ask for.
    const torch::Tensor input = x.requires_grad() ? x : x.detach().requires_grad_(true);
    return Recompute::apply(input, c10::make_intrusive<HeldBlock>(std::move(block)));
}

}  // namespace consort::nn
