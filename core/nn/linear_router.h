#pragma once
// Internal to core/nn. The door every block's linear map goes through: model families know nothing of adapters.
#include <torch/torch.h>

#include <string>

namespace consort::nn {

/// A frozen linear map of the base. `weight` is (out, in) whatever the file's layout was (GPT-2's Conv1D is transposed on loading).
struct FrozenLinear {
    std::string path;      ///< Hugging Face module path
    int index = -1;        ///< position in ModelInfo::linears; −1 for the head
    torch::Tensor weight;  ///< (out, in) in compute type (dequantised where the base is nf4)
    torch::Tensor bias;    ///< (out) or undefined
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
