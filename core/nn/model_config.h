#pragma once
// Internal to core/nn. config.json of both eras, resolved into plain numbers (formats.md §1).
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"

namespace consort::nn {

struct RopeConfig {
    double theta = 10000;
    std::string type = "default";  ///< "default", "linear", "llama3"
    double factor = 1;
    double lowFrequencyFactor = 1, highFrequencyFactor = 4;
    double originalMaxPositions = 0;
    double partialFactor = 1;      ///< share of a head's dimensions that rotate
    bool operator==(const RopeConfig&) const = default;
};

struct ModelConfig {
    std::string family;
    std::string name;
    std::int64_t vocabulary = 0, hidden = 0, intermediate = 0, layers = 0, heads = 0, kvHeads = 0, headDim = 0, maxPositions = 0;
    double normEpsilon = 1e-5;
    std::string activation;
    bool tied = false;
    bool queryKeyValueBias = false, outputBias = false, mlpBias = false;  ///< what config.json states
    bool parallelResidual = true;                                         ///< gpt_neox
    bool scaleAttention = true, scaleByLayer = false;                     ///< gpt2
    RopeConfig rope;
    std::vector<std::int64_t> window;  ///< per layer: sliding window in tokens, 0 = none
};

/// Throws Error{NotFound|Corrupt|Unsupported} naming folder and field.
ModelConfig readModelConfig(const std::filesystem::path& folder);

}  // namespace consort::nn
