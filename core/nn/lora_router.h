#pragma once
// Internal to core/nn. THE LoRA layer: any number of adapters side by side on the frozen linears, for training and evaluation
// (performance.md §4).
#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/nn/adapter.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

/// Where the dropout bits of a row come from: a function of these and of (position, module, channel), so that the composition of a
/// batch, micro-batches and padding do not change them.
struct DropoutRow {
    std::uint64_t seed = 0, step = 0;
    std::uint64_t row = 0;  ///< its identity in its run
};

/// One adapter's factors by FrozenLinear::index; undefined where it adapts nothing. All empty: the frozen base.
struct LoraTensors {
    std::vector<torch::Tensor> a;  ///< (rank, in)
    std::vector<torch::Tensor> b;  ///< (out, rank)
    double scaling = 1, dropout = 0;
};

/// The keys of every position of a batch of these rows, (rows · seq, 2) int64 on the host: a seed, and a stream to which a module's number is added.
torch::Tensor dropoutKeys(std::span<const DropoutRow> rows, std::int64_t seq);

/// FrozenLinear::index of each module. Throws Error{InvalidInput} naming a module that the model lacks.
std::vector<std::size_t> linearIndices(const Session::Impl& session, const Adapter& adapter);

/// Constants in the session's type; nullptr is the frozen base.
LoraTensors loraTensors(const Session::Impl& session, const Adapter* adapter);

/// u = (dropout(x) A_allᵀ) ∘ mask, y = x Wᵀ + b + u B_allᵀ: A and B of all adapters stand side by side, and the mask holds each row's
/// own adapter's scaling in that adapter's ranks and 0 elsewhere. Exact for ragged ranks and for modules that only some adapt.
class LoraRouter : public LinearRouter {
public:
    LoraRouter(const Session::Impl& session, std::vector<LoraTensors> adapters);
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override;
    /// Before each forward pass with several adapters or dropout.
    /// `owners` (batch) int64: the adapter of each row; undefined: the first. Without `keys` (dropoutKeys, here) there is no dropout.
    void beginBatch(const TokenBatch& batch, const torch::Tensor& owners, const torch::Tensor& keys = {});
    double dropout() const { return dropout_; }

private:
    struct Module {
        std::vector<torch::Tensor> a, b;
        torch::Tensor mask;  ///< (adapters, all ranks)
    };
    void addModule(std::size_t linear, const std::vector<LoraTensors>& adapters, const torch::TensorOptions& options);
    torch::Tensor maskFor(const Module& module, const torch::Tensor& x) const;
    torch::Tensor dropped(const FrozenLinear& linear, const torch::Tensor& x) const;

    std::vector<Module> modules_;  ///< by FrozenLinear::index
    double dropout_ = 0;
    torch::Tensor owners_, wantedOwners_;
    torch::Tensor dropoutKeys_, wantedKeys_;  ///< (positions, 2), of the wanted ones; undefined: no dropout
};

/// A batch once for every member, member after member, and whose each row is (as LoraRouter::beginBatch).
struct MemberBatch {
    TokenBatch input;
    torch::Tensor owners;
};
/// `batch` must say what it wants.
MemberBatch forMembers(const TokenBatch& batch, std::int64_t members);

/// A router for one adapter, or for the frozen base with nullptr.
std::unique_ptr<LoraRouter> evaluationRouter(const Session::Impl& session, const Adapter* adapter);

/// A router for several adapters, in the order of their owners' numbers.
std::unique_ptr<LoraRouter> evaluationRouter(const Session::Impl& session, std::span<const Adapter* const> adapters);

}  // namespace consort::nn
