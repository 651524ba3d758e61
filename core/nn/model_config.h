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
    std::string type = "default";  ///< "default", "linear", "llama3", "longrope"
    double factor = 1;
    double lowFrequencyFactor = 1, highFrequencyFactor = 4;
    double originalMaxPositions = 0;
    double partialFactor = 1;      ///< share of a head's dimensions that rotate
    std::vector<double> factors;   ///< longrope: divisors of the frequencies for rows up to originalMaxPositions
    double magnitude = 1;          ///< longrope: cosines and sines are multiplied by it
    bool operator==(const RopeConfig&) const = default;
};

/// Where the norms of a block stand: before attention and MLP, before and after each, or after each alone.
enum class NormPlace { Before, Around, After };
/// Norms of queries and keys: none, per head, or over all heads at once.
enum class QueryKeyNorm { None, Head, Whole };
/// w · x̂ with x̂ rounded first (llama), (1 + w) · x̂ in float32 (gemma), w · x̂ in float32 (olmo2).
enum class NormKind { Plain, Offset, Wide };

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
    NormPlace norms = NormPlace::Before;
    QueryKeyNorm queryKeyNorm = QueryKeyNorm::None;
    NormKind normKind = NormKind::Plain;
    bool scaledEmbedding = false;      ///< gemma: embeddings are multiplied by √hidden
    bool fusedProjections = false;     ///< phi3: q, k, v are one linear, gate and up another
    double queryScale = 0;             ///< attention scores are multiplied by it; 0: 1/√headDim
    double attentionCap = 0, logitCap = 0;  ///< cap · tanh(x / cap); 0: none
    RopeConfig rope;
    std::optional<RopeConfig> slidingRope;  ///< of layers with a window, where it differs
    std::vector<std::int64_t> window;  ///< per layer: sliding window in tokens, 0 = none
};

/// Throws Error{NotFound|Corrupt|Unsupported} naming folder and field.
ModelConfig readModelConfig(const std::filesystem::path& folder);

}  // namespace consort::nn
