#pragma once
// Internal to core/nn. The door every block's linear map goes through: model families know nothing of adapters.
#include <torch/torch.h>

#include <memory>
#include <string>

#include "core/nn/blocked_weight.h"
#include "core/nn/packed_weight.h"

namespace consort::nn {

/// A frozen linear map of the base: a weight (out, in), whatever the file's layout was (GPT-2's Conv1D is transposed on loading), kept in
/// the compute type, or as codes where memory does not suffice for that (performance.md §4).
struct FrozenLinear {
    std::string path;      ///< Hugging Face module path
    int index = -1;        ///< position in ModelInfo::linears; −1 for the head
    torch::Tensor kept;    ///< (out, in) in compute type; undefined where packed
    std::shared_ptr<const PackedWeight> packed;
    std::shared_ptr<const BlockedWeight> blocked;  ///< of what is kept, to compute with; null: not wanted
    torch::Tensor bias;    ///< (out) or undefined

    /// (out, in) in compute type: what is kept, or the values of the codes in a tensor of its own.
    torch::Tensor weight() const { return packed ? packed->dense() : kept; }
    std::int64_t out() const { return packed ? packed->shape()[0] : kept.size(0); }
    std::int64_t in() const { return packed ? packed->shape()[1] : kept.size(1); }
    /// x Wᵀ + b, differentiable by x. Where packed, the values exist during forward and again during backward, not between.
    torch::Tensor operator()(const torch::Tensor& x) const;
};

/// Applies frozen linears, possibly with something on top: plain, LoRA (training, evaluation), gradient collection.
/// x is (batch, seq, in) or (rows, in); returns the same with `out` last.
class LinearRouter {
public:
    virtual ~LinearRouter() = default;
    virtual torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) = 0;
};

/// y = x Wᵀ + b. No weight gradient is ever formed: the weights do not require grad.
class PlainRouter : public LinearRouter {
public:
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override;
};

}  // namespace consort::nn
