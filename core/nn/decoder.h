#pragma once
// Internal to core/nn. One config-driven decoder for llama, mistral, qwen2, qwen3, gemma, gemma2, gemma3 (text), phi3 and olmo2.
#include <memory>

#include "core/nn/causal_model.h"
#include "core/nn/model_config.h"
#include "core/nn/weight_loader.h"

namespace consort::nn {

struct LoadOptions {
    torch::ScalarType dtype = torch::kFloat32;
    bool nf4 = false;     ///< linear weights of the blocks are replaced by what their nf4 codes stand for
    bool packed = false;  ///< and stay codes, which are dequantised whenever they are needed
    bool blocked = false; ///< on a CPU: kept weights have layouts to multiply with beside them
};

/// Throws Error{Corrupt} naming a missing or misshapen tensor.
std::unique_ptr<CausalModel> loadDecoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options);

/// The linears of the blocks and their shapes, in forward order.
std::vector<LinearModule> decoderLinears(const ModelConfig& config);

}  // namespace consort::nn
