#pragma once
// Internal to core/nn. The GPT-NeoX family (Pythia).
#include <memory>

#include "core/nn/decoder.h"

namespace consort::nn {

std::unique_ptr<CausalModel> loadGptNeox(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options);
std::vector<LinearModule> gptNeoxLinears(const ModelConfig& config);

}  // namespace consort::nn
