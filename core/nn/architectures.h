#pragma once
// Internal to core/nn. THE TABLE of model families: a new family is one file and one line in architectures.cpp.
#include <memory>
#include <string>
#include <vector>

#include "core/nn/causal_model.h"
#include "core/nn/decoder.h"

namespace consort::nn {

struct Architecture {
    const char* family;  ///< model_type of config.json
    std::unique_ptr<CausalModel> (*load)(const ModelConfig&, const WeightFiles&, const LoadOptions&);
    std::vector<LinearModule> (*linears)(const ModelConfig&);
    std::vector<const char*> defaultTargets;  ///< module suffixes: q, k, v
};
const std::vector<Architecture>& architectures();
/// Throws Error{Unsupported} naming the family and those that are known.
const Architecture& architectureOf(const std::string& family);

}  // namespace consort::nn
