#include "core/nn/merged_model.h"

#include <map>
#include <vector>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/base/value.h"
#include "core/nn/causal_model.h"
#include "core/nn/weight_loader.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kShardBytes = std::int64_t{2} << 30;
constexpr const char* kCopied[] = {"tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "generation_config.json", "chat_template.jinja"};

torch::Tensor tensorOf(const FloatMatrix& matrix) {
    return torch::from_blob(const_cast<float*>(matrix.values.data()), {matrix.rows, matrix.cols}, torch::kFloat32);
}

/// What stands for a linear in the merged model, in the layout of the family's files.
std::map<std::string, torch::Tensor> mergedLinears(Session& session, const Adapter& adapter, const nn::WeightFiles& files) {
    std::map<std::string, const LoraWeights*> adapted;
    for (const LoraWeights& module : adapter.modules) adapted[module.path] = &module;
    std::map<std::string, torch::Tensor> merged;
    for (const nn::FrozenLinear* linear : session.impl().model->linears()) {
        torch::Tensor weight = linear->weight->values().to(torch::kCPU, torch::kFloat32);
        if (const auto found = adapted.find(linear->path); found != adapted.end()) {
            weight = weight + torch::matmul(tensorOf(found->second->b), tensorOf(found->second->a)) * adapter.config.scaling();
        }
        std::string name = linear->path + ".weight";
        if (!files.has(name)) name = name.substr(name.find('.') + 1);  // folders without the outermost prefix
        if (session.info().family == "gpt2") weight = weight.t();      // its files keep (in, out)
        merged[name] = weight.to(torch::kBFloat16).contiguous();
    }
    return merged;
}

/// Collects tensors and writes a shard whenever one is full.
class ShardWriter {
public:
    explicit ShardWriter(fs::path folder) : folder_(std::move(folder)) {}
    void add(const std::string& name, torch::Tensor tensor) {
        const auto bytes = static_cast<std::int64_t>(tensor.nbytes());
        if (!pending_.empty() && size_ + bytes > kShardBytes) flush();
        size_ += bytes;
        total_ += bytes;
        pending_.emplace_back(name, std::move(tensor));
    }
    void finish() {
        flush();
        if (shards_.size() == 1) {
            fs::rename(folder_ / nameOf(1), folder_ / "model.safetensors");
            return;
        }
        Value map = Value::Object{}, metadata, index;
        for (std::size_t s = 0; s < shards_.size(); ++s) {
            for (const std::string& tensor : shards_[s]) map.set(tensor, nameOf(s + 1));
        }
        metadata.set("total_size", total_);
        writeFileAtomically(folder_ / "model.safetensors.index.json", toJson(index.set("metadata", metadata).set("weight_map", map), 2) + "\n");
    }

private:
    static std::string nameOf(std::size_t shard) { return "model-" + std::to_string(shard) + ".safetensors"; }
    void flush() {
        std::vector<TensorToWrite> tensors;
        shards_.emplace_back();
        for (const auto& [name, tensor] : pending_) {
            shards_.back().push_back(name);
            tensors.push_back({name, TensorType::BF16, tensor.sizes().vec(), {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()}});
        }
        writeSafetensors(folder_ / nameOf(shards_.size()), std::move(tensors));
        pending_.clear();
        size_ = 0;
    }

    fs::path folder_;
    std::vector<std::pair<std::string, torch::Tensor>> pending_;
    std::vector<std::vector<std::string>> shards_;
    std::int64_t size_ = 0, total_ = 0;
};

void writeConfig(const fs::path& from, const fs::path& to) {
    Value config = parseJson(readFile(from / "config.json"), (from / "config.json").string());
    Value plain = Value::Object{};
    for (const auto& [key, value] : config.asObject()) {
        if (key != "quantization_config" && key != "dtype") plain.set(key, value);
    }
    writeFileAtomically(to / "config.json", toJson(plain.set("torch_dtype", "bfloat16"), 2) + "\n");
}

}  // namespace

void writeMergedModel(Session& session, const fs::path& modelFolder, const Adapter& adapter, const fs::path& out) {
    const torch::NoGradGuard noGrad;
    const nn::WeightFiles files(modelFolder);
    const std::map<std::string, torch::Tensor> merged = mergedLinears(session, adapter, files);
    ShardWriter writer(out);
    for (const auto& [name, elements] : files.sizes()) {
        const auto found = merged.find(name);
        if (found != merged.end()) writer.add(name, found->second);
        else writer.add(name, files.load(name, files.view(name).shape, torch::kFloat32).to(torch::kBFloat16).contiguous());
    }
    writer.finish();
    writeConfig(modelFolder, out);
    for (const char* name : kCopied) {
        if (fs::exists(modelFolder / name)) writeFileAtomically(out / name, readFile(modelFolder / name));
    }
}

}  // namespace consort
