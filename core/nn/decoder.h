#pragma once
// Internal to core/nn. One config-driven decoder for llama, mistral, qwen2, qwen3, gemma, gemma2, gemma3 (text), phi3 and olmo2.
#include <memory>

#include "core/nn/causal_model.h"
#include "core/nn/model_config.h"
#include "core/nn/weight_loader.h"

namespace consort::nn {

/// How the weights of the blocks' linears are held (SessionOptions::storage).
enum class WeightStorage { Dense, Blocked, Packed };

struct LoadOptions {
    torch::ScalarType dtype = torch::kFloat32;
    bool nf4 = false;     ///< linear weights of the blocks are replaced by what their nf4 codes stand for
    WeightStorage storage = WeightStorage::Dense;
};

/// Throws Error{Corrupt} naming a missing or misshapen tensor.
std::unique_ptr<CausalModel> loadDecoder(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options);

/// The linears of the blocks and their shapes, in forward order.
std::vector<LinearModule> decoderLinears(const ModelConfig& config);

}  // namespace consort::nn
