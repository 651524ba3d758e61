#include "core/nn/gradient_router.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/nn/index_tensor.h"
#include "core/nn/matrix_tensor.h"

namespace consort::nn {

struct GradientRouter::Module : torch::CustomClassHolder {
    const FrozenLinear* linear = nullptr;
    const CollectState* state = nullptr;
    LoraFactor factorB, factorA;
    torch::Tensor a;      ///< (rank, in) in compute type
    torch::Tensor b;      ///< (out, rank); undefined where zero
    double scaling = 1;
    bool collectA = false;
};

namespace {

using Module = GradientRouter::Module;

/// (batch, places, width) in float32 or wider. After the last block's trim the rows are the wanted positions only, sequence by
/// sequence; where their numbers differ, missing places are zeros.
torch::Tensor byExample(const torch::Tensor& values, const CollectState& state) {
    const torch::Tensor wide = values.scalar_type() == torch::kFloat64 ? values : values.to(torch::kFloat32);
    if (wide.dim() == 3) return wide;
    const std::int64_t width = wide.size(1);
    if (!state.ragged) return wide.reshape({state.batch, state.maxWanted, width});
    torch::Tensor spread = wide.new_zeros({state.batch * state.maxWanted, width});
    return spread.index_copy_(0, state.slots, wide).view({state.batch, state.maxWanted, width});
}

/// Σ_t left_t right_tᵀ of each example, flattened: (batch, left width · right width).
torch::Tensor outerSums(const torch::Tensor& left, const torch::Tensor& right, double scale, const CollectState& state) {
    const torch::Tensor l = byExample(left, state), r = byExample(right, state);
    const bool narrowLeft = l.size(2) < r.size(2);
    torch::Tensor sums = narrowLeft ? l.transpose(1, 2).matmul(r) : r.transpose(1, 2).matmul(l).transpose(1, 2);
    return sums.mul(scale).reshape({state.batch, l.size(2) * r.size(2)});
}

class AdaptedLinear : public torch::autograd::Function<AdaptedLinear> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x, const torch::Tensor& anchor,
                                 const c10::intrusive_ptr<Module>& module) {
        static_cast<void>(anchor);
        torch::Tensor y = (*module->linear)(x);
        const torch::Tensor u = torch::linear(x, module->a);
        if (module->b.defined()) y.add_(torch::linear(u, module->b), module->scaling);
        context->saved_data["module"] = c10::IValue::make_capsule(module);
        context->save_for_backward({u, module->collectA ? x : torch::Tensor()});
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const auto module = c10::static_intrusive_pointer_cast<Module>(context->saved_data["module"].toCapsule());
        const torch::autograd::variable_list saved = context->get_saved_variables();
        const torch::Tensor& g = gradients[0];
        const torch::Tensor gb = module->b.defined() ? g.matmul(module->b) : torch::Tensor();
        collect(*module, g, gb, saved);
        torch::Tensor gx;
        if (context->needs_input_grad(0)) {
            gx = module->linear->weight->backward(g);
            if (gb.defined()) gx.add_(gb.matmul(module->a), module->scaling);
        }
        return {gx, torch::Tensor(), torch::Tensor()};
    }

private:
    static void collect(const Module& module, const torch::Tensor& g, const torch::Tensor& gb, const torch::autograd::variable_list& saved) {
        const CollectState& state = *module.state;
        state.sink->take(module.factorB, outerSums(g, saved[0], module.scaling, state));
        if (!module.collectA) return;
        state.sink->take(module.factorA, outerSums(gb, saved[1], module.scaling, state));
    }
};

const FrozenLinear& linearNamed(const CausalModel& model, const LoraWeights& weights) {
    for (const FrozenLinear* linear : model.linears()) {
        if (linear->path != weights.path) continue;
        if (weights.a.cols != linear->in() || weights.b.rows != linear->out() || weights.a.rows != weights.b.cols) {
            throw Error{ErrorCode::InvalidInput, "the adapter's shapes at " + weights.path + " do not fit this base"};
        }
        return *linear;
    }
    throw Error{ErrorCode::InvalidInput, "the adapter names the module " + weights.path + ", which this base does not have"};
}

}  // namespace

bool isZero(const FloatMatrix& matrix) {
    return std::all_of(matrix.values.begin(), matrix.values.end(), [](float v) { return v == 0; });
}

std::vector<LoraFactor> loraFactors(const Adapter& adapter) {
    std::vector<LoraFactor> factors;
    std::uint64_t first = 0;
    for (std::size_t m = 0; m < adapter.modules.size(); ++m) {
        for (const bool isA : {false, true}) {
            const FloatMatrix& matrix = isA ? adapter.modules[m].a : adapter.modules[m].b;
            factors.push_back({m, isA, first, matrix.rows, matrix.cols});
            first += static_cast<std::uint64_t>(factors.back().count());
        }
    }
    return factors;
}

GradientRouter::GradientRouter(const Session::Impl& session, const Adapter& point, bool factorA) {
    const std::vector<LoraFactor> factors = loraFactors(point);
    byLinear_.resize(session.model->linears().size());
    for (std::size_t m = 0; m < point.modules.size(); ++m) {
        const LoraWeights& weights = point.modules[m];
        auto module = c10::make_intrusive<Module>();
        module->linear = &linearNamed(*session.model, weights);
        module->state = &state_;
        module->factorB = factors[2 * m];
        module->factorA = factors[2 * m + 1];
        module->a = matrixTensor(weights.a, session);
        if (!isZero(weights.b)) module->b = matrixTensor(weights.b, session);
        module->scaling = point.config.scaling();
        module->collectA = factorA && module->b.defined();
        byLinear_.at(static_cast<std::size_t>(module->linear->index)) = std::move(module);
    }
    anchor_ = torch::zeros({1}, torch::TensorOptions().device(session.device).dtype(session.dtype)).requires_grad_(true);
}

GradientRouter::~GradientRouter() = default;

torch::Tensor GradientRouter::apply(const FrozenLinear& linear, const torch::Tensor& x) {
    const bool adapted = linear.index >= 0 && byLinear_.at(static_cast<std::size_t>(linear.index));
    if (!adapted) return linear(x);
    return AdaptedLinear::apply(x, anchor_, byLinear_[static_cast<std::size_t>(linear.index)]);
}

void GradientRouter::beginBatch(const std::vector<std::int64_t>& wantedCounts, GradientSink* sink) {
    state_ = CollectState{};
    state_.sink = sink;
    state_.batch = static_cast<std::int64_t>(wantedCounts.size());
    state_.maxWanted = *std::max_element(wantedCounts.begin(), wantedCounts.end());
    std::vector<std::int64_t> slots;
    for (std::int64_t row = 0; row < state_.batch; ++row) {
        const std::int64_t count = wantedCounts[static_cast<std::size_t>(row)];
        state_.ragged = state_.ragged || count != state_.maxWanted;
        for (std::int64_t place = 0; place < count; ++place) slots.push_back(row * state_.maxWanted + place);
    }
    if (state_.ragged) state_.slots = indexTensor(slots, anchor_.device());
}

}  // namespace consort::nn
