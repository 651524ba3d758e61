#pragma once
// Internal to core/nn. The weight files of a Hugging Face folder: single or sharded safetensors, mapped.
#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/safetensors.h"

namespace consort::nn {

/// What load() does beside checking name, type and shape. Without values a tensor of the meta device stands for each weight, so
/// that a family's own loader walks over the folder without memory.
enum class WeightUse { Values, CheckValues, CheckShapes };

class WeightFiles {
public:
    /// Throws Error{NotFound} (no weights, shard missing), {Unsupported} (pickle weights only), {Corrupt}.
    explicit WeightFiles(const std::filesystem::path& folder, WeightUse use = WeightUse::Values);
    bool has(const std::string& name) const { return where_.count(name) != 0; }
    /// Shape as stored; throws Error{Corrupt} naming the tensor where it is missing.
    const TensorView& view(const std::string& name) const;
    /// The tensor in `dtype`. Throws Error{Corrupt} for a missing tensor, another shape, NaN or infinity (tensor named).
    torch::Tensor load(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const;
    /// Elements of every tensor, by name.
    std::map<std::string, std::int64_t> sizes() const;
    std::vector<std::filesystem::path> paths() const;

private:
    void requireIndexHolds() const;
    void requireFinite(const std::string& name, const torch::Tensor& tensor) const;
    std::filesystem::path folder_;
    WeightUse use_;
    std::vector<SafetensorsFile> files_;
    std::map<std::string, std::size_t> where_;
};

}  // namespace consort::nn
