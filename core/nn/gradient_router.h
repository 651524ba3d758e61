#pragma once
// Internal to core/nn. Runs the base with an adapter on top and hands out per-example gradients during the backward pass:
// none of them is ever kept (performance.md §1).
#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/nn/adapter.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

/// One low-rank factor of one adapted module.
///
/// Parameter numbering, the `parameter index` of the sketch: modules in the adapter's order; within a module first B
/// (out × rank, row-major), then A (rank × in, row-major). A keeps its numbers where only B is collected, so that the sketch
/// of B is the same with and without A. Stored sketches depend on it: never change it.
struct LoraFactor {
    std::size_t module = 0;          ///< index into Adapter::modules
    bool isA = false;
    std::uint64_t first = 0;         ///< index of its first parameter
    std::int64_t rows = 0, cols = 0;
    std::int64_t count() const { return rows * cols; }
};

/// Where the gradients of one backward pass go.
class GradientSink {
public:
    virtual ~GradientSink() = default;
    /// The output rows of the pass that follows, in batch order.
    virtual void beginRows(std::span<const std::int64_t> rows) = 0;
    /// ∂h_s/∂factor of every row: (batch, count), float32 or wider, row-major as the factor. Valid during the call.
    virtual void take(const LoraFactor& factor, const torch::Tensor& gradients) = 0;
    virtual void endRows() = 0;
    /// Memory ran out since beginRows: forgets what was taken since. False where that is not possible.
    virtual bool abandonRows() { return true; }
    /// A sink for another lane of the same pass. Rows go to the same place; sums are taken over by `absorb` at the end.
    virtual std::unique_ptr<GradientSink> sibling() const = 0;
    virtual void absorb(const GradientSink& sibling) { static_cast<void>(sibling); }
};

/// All factors of an adapter, in the order of their numbers.
std::vector<LoraFactor> loraFactors(const Adapter& adapter);
bool isZero(const FloatMatrix& matrix);

/// What the adapted modules share while a batch is in flight.
struct CollectState {
    GradientSink* sink = nullptr;
    std::int64_t batch = 0;
    std::int64_t maxWanted = 0;
    bool ragged = false;    ///< sequences with different numbers of wanted positions
    torch::Tensor slots;    ///< (wanted) row · maxWanted + place, where ragged
};

/// y = W x + b + scaling · B A x. Backward passes on ∂h/∂x and gives the sink, for each example e,
/// scaling · Σ_t δ_t (A x_t)ᵀ for B and scaling · Σ_t (Bᵀ δ_t) x_tᵀ for A (method.md §3).
class GradientRouter : public LinearRouter {
public:
    /// Throws Error{InvalidInput} where a module of `point` does not exist in the model or has another shape.
    /// With `factorA` also A's gradients; where B is zero they are zero and not handed out.
    GradientRouter(const Session::Impl& session, const Adapter& point, bool factorA);
    ~GradientRouter() override;
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override;
    /// Before the forward pass of a batch: its size and the wanted positions of each sequence.
    void beginBatch(const std::vector<std::int64_t>& wantedCounts, GradientSink* sink);

    struct Module;

private:
    std::vector<c10::intrusive_ptr<Module>> byLinear_;  ///< by FrozenLinear::index; null where not adapted
    torch::Tensor anchor_;  ///< makes the first adapted module's output differentiable: backward stops there
    CollectState state_;
};

}  // namespace consort::nn
