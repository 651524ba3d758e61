#pragma once
// Internal to core/nn. The weight files of a Hugging Face folder: single or sharded safetensors, mapped.
#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/safetensors.h"
#include "core/nn/stored_nf4.h"
#include "core/nn/weight_upload.h"

namespace consort::nn {

/// What load() does beside checking name, type and shape. Without values a tensor of the meta device stands for each weight, so
/// that a family's own loader walks over the folder without memory.
enum class WeightUse { Values, CheckValues, CheckShapes };

class WeightFiles {
public:
    /// load() puts tensors on `device`. Throws Error{NotFound} (no weights, shard missing), {Unsupported} (pickle weights only), {Corrupt}.
    explicit WeightFiles(const std::filesystem::path& folder, WeightUse use = WeightUse::Values, torch::Device device = torch::kCPU);
    bool has(const std::string& name) const { return where_.count(name) != 0; }
    /// True for a weight whose values are 4-bit codes of bitsandbytes; load() gives what they stand for.
    bool isQuantized(const std::string& name) const { return has(name + kNf4State); }
    /// Shape as stored; throws Error{Corrupt} naming the tensor where it is missing.
    const TensorView& view(const std::string& name) const;
    /// The tensor in `dtype`. Throws Error{Corrupt} for a missing tensor, another shape, NaN or infinity (tensor named).
    torch::Tensor load(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const;
    /// The stored codes of a quantised weight, where they are laid out as ours are; null: load() is the only way. Throws as load().
    std::shared_ptr<const PackedWeight> packed(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const;
    /// Elements of every tensor, by name; of a quantised one those of the weight, and nothing for what accompanies it.
    std::map<std::string, std::int64_t> sizes() const;
    std::vector<std::filesystem::path> paths() const;

private:
    StoredNf4 quantized(const std::string& name) const;
    torch::Tensor loadQuantized(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const;
    void requireShape(const std::string& name, const std::vector<std::int64_t>& found, const std::vector<std::int64_t>& wanted) const;
    void requireIndexHolds() const;
    void requireFinite(const std::string& name, const torch::Tensor& tensor) const;
    std::filesystem::path folder_;
    WeightUse use_;
    std::vector<SafetensorsFile> files_;
    std::map<std::string, std::size_t> where_;
    torch::Device device_;
    std::unique_ptr<WeightUpload> upload_;
};

}  // namespace consort::nn
