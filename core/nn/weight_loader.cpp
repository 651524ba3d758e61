#include "core/nn/weight_loader.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/value.h"

namespace consort::nn {
namespace fs = std::filesystem;
namespace {

using WeightMap = std::map<std::string, std::string>;  ///< file of every tensor, as an index states it

Value parsedIndex(const fs::path& index) {
    try {
        return parseJson(readFile(index), index.string());
    } catch (const Error& e) {
        throw Error(e.code() == ErrorCode::InvalidInput ? ErrorCode::Corrupt : e.code(), std::string(e.what()) + "; download the model again");
    }
}

WeightMap readIndex(const fs::path& index) {
    const Value document = parsedIndex(index);
    const Value* map = document.isObject() ? document.find("weight_map") : nullptr;
    if (!map || !map->isObject() || map->asObject().empty()) throw Error(ErrorCode::Corrupt, index.string() + " has no weight_map; download the model again");
    WeightMap files;
    for (const auto& [tensor, file] : map->asObject()) {
        const std::string name = file.isString() ? file.asString() : "";
        if (name.empty() || fs::path(name).filename() != name || name == "." || name == "..") {
            throw Error(ErrorCode::Corrupt, index.string() + ": the tensor '" + tensor + "' is in no file of this folder; download the model again");
        }
        files[tensor] = name;
    }
    return files;
}

std::vector<fs::path> shardsOf(const fs::path& folder, const fs::path& index) {
    std::set<std::string> names;
    for (const auto& [tensor, file] : readIndex(index)) names.insert(file);
    std::vector<fs::path> shards;
    for (const std::string& name : names) {
        if (!fs::exists(folder / name)) {
            throw Error(ErrorCode::NotFound, "the weight file " + (folder / name).string() + " is missing; download the model again");
        }
        shards.push_back(folder / name);
    }
    return shards;
}

std::vector<fs::path> weightPaths(const fs::path& folder) {
    if (!fs::is_directory(folder)) throw Error(ErrorCode::NotFound, "there is no model folder " + folder.string());
    if (fs::exists(folder / "model.safetensors")) return {folder / "model.safetensors"};
    if (fs::exists(folder / "model.safetensors.index.json")) return shardsOf(folder, folder / "model.safetensors.index.json");
    if (fs::exists(folder / "pytorch_model.bin") || fs::exists(folder / "pytorch_model.bin.index.json")) {
        throw Error(ErrorCode::Unsupported, folder.string() + " has pickled weights (pytorch_model.bin), which can run code when read; "
                                            "save the model again with save_pretrained(..., safe_serialization=True)");
    }
    throw Error(ErrorCode::NotFound, folder.string() + " has no weights: model.safetensors or model.safetensors.index.json is needed");
}

torch::ScalarType scalarTypeOf(const TensorView& view, const std::string& name, const std::string& folder) {
    switch (view.type) {
        case TensorType::F64: return torch::kFloat64;
        case TensorType::F32: return torch::kFloat32;
        case TensorType::F16: return torch::kFloat16;
        case TensorType::BF16: return torch::kBFloat16;
        default:
            throw Error(ErrorCode::Unsupported, "the weight '" + name + "' in " + folder + " has the type " + tensorTypeName(view.type) +
                                                    "; a folder with float weights is needed");
    }
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t n : shape) text += (text.empty() ? "" : " × ") + std::to_string(n);
    return text;
}

}  // namespace

WeightFiles::WeightFiles(const fs::path& folder, WeightUse use, torch::Device device)
    : folder_(folder), use_(use), device_(device), upload_(std::make_unique<WeightUpload>(device, device.is_cuda() ? cudaKernels() : nullptr)) {
    for (const fs::path& path : weightPaths(folder)) files_.emplace_back(path);
    for (std::size_t f = 0; f < files_.size(); ++f) {
        for (const auto& [name, view] : files_[f].tensors()) {
            if (where_.emplace(name, f).second) continue;
            throw Error(ErrorCode::Corrupt, "the tensor '" + name + "' is in two weight files of " + folder_.string() + "; download the model again");
        }
    }
    if (files_.front().path() != folder_ / "model.safetensors") requireIndexHolds();
}

void WeightFiles::requireIndexHolds() const {
    const fs::path index = folder_ / "model.safetensors.index.json";
    for (const auto& [tensor, file] : readIndex(index)) {
        const auto found = where_.find(tensor);
        if (found != where_.end() && files_[found->second].path().filename() == file) continue;
        throw Error(ErrorCode::Corrupt, index.string() + ": the tensor '" + tensor + "' is not in " + file + "; download the model again");
    }
}

const TensorView& WeightFiles::view(const std::string& name) const {
    const auto found = where_.find(name);
    if (found == where_.end()) {
        throw Error(ErrorCode::Corrupt, "the weights in " + folder_.string() + " lack the tensor '" + name + "'; download the model again");
    }
    return files_[found->second].at(name);
}

torch::Tensor WeightFiles::load(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const {
    if (isQuantized(name)) return loadQuantized(name, shape, dtype);
    const TensorView& stored = view(name);
    requireShape(name, stored.shape, shape);
    const torch::ScalarType type = scalarTypeOf(stored, name, folder_.string());
    if (use_ == WeightUse::CheckShapes) return torch::empty(shape, torch::TensorOptions(torch::kMeta).dtype(dtype));
    auto* data = const_cast<std::byte*>(stored.bytes.data());  // from_blob wants it mutable; it is only read
    const torch::Tensor mapped = torch::from_blob(data, shape, type);
    if (use_ == WeightUse::Values) {
        torch::Tensor tensor = (*upload_)(mapped).to(dtype);
        if (tensor.const_data_ptr() == data) tensor = tensor.clone();
        files_[where_.at(name)].forget(stored);
        requireFinite(name, tensor);
        return tensor;
    }
    requireFinite(name, mapped);
    files_[where_.at(name)].forget(stored);
    return torch::empty(shape, torch::TensorOptions(torch::kMeta).dtype(dtype));
}

void WeightFiles::requireShape(const std::string& name, const std::vector<std::int64_t>& found, const std::vector<std::int64_t>& wanted) const {
    if (found == wanted) return;
    throw Error(ErrorCode::Corrupt, "the weight '" + name + "' in " + folder_.string() + " is " + shapeText(found) + ", but config.json makes it " +
                                        shapeText(wanted) + "; download the model again, or put the config.json back that belongs to it");
}

StoredNf4 WeightFiles::quantized(const std::string& name) const {
    StoredNf4 stored{view(name), view(name + kNf4State), view(name + ".absmax"), view(name + ".quant_map")};
    if (!has(name + ".nested_absmax")) return stored;
    stored.nestedScales = &view(name + ".nested_absmax");
    stored.nestedValues = &view(name + ".nested_quant_map");
    return stored;
}

torch::Tensor WeightFiles::loadQuantized(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const {
    const StoredNf4 stored = quantized(name);
    requireShape(name, shapeOf(stored, name), shape);
    const torch::TensorOptions meta = torch::TensorOptions(torch::kMeta).dtype(dtype);
    if (use_ == WeightUse::CheckShapes) return torch::empty(shape, meta);
    const torch::Tensor weight = dequantized(stored, name);
    requireFinite(name, weight);
    return use_ == WeightUse::Values ? (*upload_)(weight).to(dtype) : torch::empty(shape, meta);
}

std::shared_ptr<const PackedWeight> WeightFiles::packed(const std::string& name, const std::vector<std::int64_t>& shape, torch::ScalarType dtype) const {
    const StoredNf4 stored = quantized(name);
    requireShape(name, shapeOf(stored, name), shape);
    if (use_ != WeightUse::Values) return nullptr;
    const std::shared_ptr<const PackedWeight> weight = packedFrom(stored, name, dtype, device_);
    if (weight) requireFinite(name, weight->values());
    return weight;
}

void WeightFiles::requireFinite(const std::string& name, const torch::Tensor& tensor) const {
    if (torch::isfinite(tensor.sum(torch::kFloat64)).item<bool>() || torch::isfinite(tensor).all().item<bool>()) return;
    throw Error(ErrorCode::Corrupt, "the weight '" + name + "' in " + folder_.string() +
                                        " has NaN or infinite values: the model is damaged; download it again or take another one");
}

std::map<std::string, std::int64_t> WeightFiles::sizes() const {
    std::map<std::string, std::int64_t> sizes;
    for (const SafetensorsFile& file : files_) {
        for (const auto& [name, view] : file.tensors()) {
            const std::size_t weight = name.find(".weight.");
            if (weight != std::string::npos && isQuantized(name.substr(0, weight + 7))) continue;
            sizes[name] = isQuantized(name) ? elementsOf(shapeOf(quantized(name), name)) : view.elements();
        }
    }
    return sizes;
}

std::vector<fs::path> WeightFiles::paths() const {
    std::vector<fs::path> paths;
    for (const SafetensorsFile& file : files_) paths.push_back(file.path());
    return paths;
}

}  // namespace consort::nn
