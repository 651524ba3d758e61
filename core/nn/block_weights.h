#pragma once
// Internal to core/nn. What the families share: loading the blocks' linears, activations, the head.
#include <torch/torch.h>

#include <string>
#include <tuple>
#include <vector>

#include "core/nn/causal_model.h"
#include "core/nn/decoder.h"
#include "core/nn/weight_loader.h"

namespace consort::nn {

using Activation = torch::Tensor (*)(const torch::Tensor&);
/// Throws Error{Unsupported} naming an unknown activation.
Activation activationNamed(const std::string& name);

/// activation(gate) · up.
torch::Tensor gated(Activation activation, const torch::Tensor& gate, const torch::Tensor& up);

/// (rows, vocab) logits in float32 or wider.
torch::Tensor headLogits(const torch::Tensor& states, const torch::Tensor& weight);

struct EndNames {
    std::string embedding, head;
};
/// Embedding and head, each (vocab, hidden). Tied ones are one tensor, found under either name.
std::tuple<torch::Tensor, torch::Tensor> loadEnds(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options, const EndNames& names);

/// The linears of all blocks in forward order, loaded one after the other.
class BlockLinears {
public:
    explicit BlockLinears(std::vector<LinearModule> modules) : modules_(std::move(modules)) { linears_.reserve(modules_.size()); }
    /// Loads the next one. `missingPrefix` is what module paths begin with but tensor names of this folder do not.
    /// `transposed`: the file keeps (in, out), as GPT-2's Conv1D does.
    void load(const WeightFiles& weights, const LoadOptions& options, const std::string& missingPrefix, bool bias, bool transposed = false);
    /// After the last: checks that all are there.
    void finish();
    const FrozenLinear& at(std::size_t index) const { return linears_[index]; }
    const std::vector<const FrozenLinear*>& pointers() const { return pointers_; }

private:
    std::vector<LinearModule> modules_;
    std::vector<FrozenLinear> linears_;
    std::vector<const FrozenLinear*> pointers_;
};

}  // namespace consort::nn
