#pragma once
// Internal to core/nn. The door every block's linear map goes through: model families know nothing of adapters.
#include <torch/torch.h>

#include <memory>
#include <string>

#include "core/nn/frozen_weight.h"

namespace consort::nn {

/// A frozen linear map of the base: a weight (out, in), whatever the file's layout was (GPT-2's Conv1D is transposed on loading).
struct FrozenLinear {
    std::string path;      ///< Hugging Face module path
    int index = -1;        ///< position in ModelInfo::linears; −1 for the head
    std::shared_ptr<const FrozenWeight> weight;
    torch::Tensor bias;    ///< (out) or undefined

    std::int64_t out() const { return weight->out(); }
    std::int64_t in() const { return weight->in(); }
    /// x Wᵀ + b, differentiable by x.
    torch::Tensor operator()(const torch::Tensor& x) const { return weight->product(x, bias); }
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
