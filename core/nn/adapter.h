#pragma once
// A LoRA adapter as plain values, and PEFT's folder format (formats.md §5).
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/nn/session.h"

namespace consort {

struct LoraConfig {
    std::int64_t rank = 16;
    double alpha = 128;                ///< scaling = alpha / rank
    double dropout = 0.1;
    std::vector<std::string> targets;  ///< module name suffixes, or {"all-linear"}; empty: the family's default
    double scaling() const { return alpha / static_cast<double>(rank); }
};

/// A and B of one module: y = W x + scaling · B A x.
struct LoraWeights {
    std::string path;  ///< module path as in ModelInfo::linears
    FloatMatrix a;     ///< (rank, in)
    FloatMatrix b;     ///< (out, rank)
};

struct Adapter {
    LoraConfig config;
    std::vector<LoraWeights> modules;  ///< in the order of ModelInfo::linears
    std::int64_t parameters() const;
    std::int64_t bytes() const { return parameters() * 4; }
};

/// The linears that `targets` selects, in forward order. Throws Error{InvalidInput} naming a target that matches nothing.
std::vector<LinearModule> selectTargets(const ModelInfo& model, const std::vector<std::string>& targets);

/// Fresh adapter: B = 0, A ~ U(±1/√in) from (seed, module path, index).
Adapter freshAdapter(const ModelInfo& model, const LoraConfig& config, std::uint64_t seed);

/// Reads a PEFT LoRA folder with an exact audit against `model`: Error{Corrupt} names a missing, unknown or misshapen key and an
/// adapter of another base; Error{Unsupported} names DoRA, modules_to_save, bias, or another peft_type. rsLoRA is folded into alpha;
/// where ranks or alphas differ by module (rank_pattern, alpha_pattern) every module gets the largest rank, filled with zeros, and its
/// scaling is folded into A: the same function.
Adapter readPeftAdapter(const std::filesystem::path& folder, const ModelInfo& model);

/// Writes adapter_config.json, adapter_model.safetensors and README.md; loads in stock peft.
void writePeftAdapter(const std::filesystem::path& folder, const Adapter& adapter, const ModelInfo& model);

}  // namespace consort
