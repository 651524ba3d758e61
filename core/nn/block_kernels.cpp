#include "core/nn/block_kernels.h"

#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Whoever computed forward computes backward, with however many threads.
const KernelTable& tableOf(const torch::Tensor& x) { return x.is_cuda() ? *kernelsFor(x) : kernelTwins(); }

struct RmsNormFunction : torch::autograd::Function<RmsNormFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& in, const torch::Tensor& weight, double epsilon) {
        const torch::Tensor x = in.contiguous();
        const std::int64_t width = x.size(-1), rows = x.numel() / width;
        torch::Tensor y = torch::empty_like(x), scale = torch::empty({rows}, x.options().dtype(torch::kFloat32));
        tableOf(x).rmsNormForward(x.data_ptr(), scalarOf(x), weight.data_ptr<float>(), static_cast<float>(epsilon), rows, width, y.data_ptr(), scale.data_ptr<float>(), streamFor(x));
        context->save_for_backward({x, weight, scale});
        return y;
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], g = gradients[0].to(x.scalar_type()).contiguous();
        torch::Tensor dx = torch::empty_like(x);
        tableOf(x).rmsNormBackward(g.data_ptr(), x.data_ptr(), scalarOf(x), saved[1].data_ptr<float>(), saved[2].data_ptr<float>(), x.numel() / x.size(-1), x.size(-1), dx.data_ptr(), streamFor(x));
        return {dx, torch::Tensor(), torch::Tensor()};
    }
};

/// A copy of x (…, heads, headDim), turned.
torch::Tensor turned(const torch::Tensor& x, const torch::Tensor& cos, const torch::Tensor& sin, const torch::Tensor& positions, float direction) {
    torch::Tensor y = x.clone(torch::MemoryFormat::Contiguous);
    const std::int64_t heads = y.size(-2), dim = y.size(-1);
    tableOf(y).rope(y.data_ptr(), scalarOf(y), cos.data_ptr<float>(), sin.data_ptr<float>(), positions.data_ptr<std::int64_t>(), y.numel() / (heads * dim), heads, dim, 2 * cos.size(1), direction, streamFor(y));
    return y;
}

struct RopeFunction : torch::autograd::Function<RopeFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& cos, const torch::Tensor& sin, const torch::Tensor& positions) {
        context->save_for_backward({cos, sin, positions});
        return turned(x, cos, sin, positions, 1.0F);
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const variable_list saved = context->get_saved_variables();
        return {turned(gradients[0], saved[0], saved[1], saved[2], -1.0F), torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

struct SwigluFunction : torch::autograd::Function<SwigluFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& gateIn, const torch::Tensor& upIn) {
        const torch::Tensor gate = gateIn.contiguous(), up = upIn.contiguous();
        torch::Tensor y = torch::empty_like(gate);
        tableOf(gate).swigluForward(gate.data_ptr(), up.data_ptr(), scalarOf(gate), gate.numel(), y.data_ptr(), streamFor(gate));
        context->save_for_backward({gate, up});
        return y;
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor &gate = saved[0], &up = saved[1], g = gradients[0].to(gate.scalar_type()).contiguous();
        torch::Tensor dgate = torch::empty_like(gate), dup = torch::empty_like(up);
        tableOf(gate).swigluBackward(g.data_ptr(), gate.data_ptr(), up.data_ptr(), scalarOf(gate), gate.numel(), dgate.data_ptr(), dup.data_ptr(), streamFor(gate));
        return {dgate, dup};
    }
};

}  // namespace

torch::Tensor kernelRmsNorm(const torch::Tensor& x, const torch::Tensor& weight, double epsilon) { return RmsNormFunction::apply(x, weight, epsilon); }

torch::Tensor kernelRope(const torch::Tensor& x, const torch::Tensor& cos, const torch::Tensor& sin, const torch::Tensor& positions) {
    const auto tokens = x.sizes().slice(0, static_cast<std::size_t>(x.dim() - 2));
    return RopeFunction::apply(x, cos, sin, positions.expand(tokens).contiguous());
}

torch::Tensor kernelSwiglu(const torch::Tensor& gate, const torch::Tensor& up) { return SwigluFunction::apply(gate, up.to(gate.scalar_type())); }

}  // namespace consort::nn
