#pragma once
// Internal to core/nn. The GPT-2 family.
#include <memory>

#include "core/nn/decoder.h"

namespace consort::nn {

std::unique_ptr<CausalModel> loadGpt2(const ModelConfig& config, const WeightFiles& weights, const LoadOptions& options);
std::vector<LinearModule> gpt2Linears(const ModelConfig& config);

}  // namespace consort::nn
