// PEFT's LoRA folders: written so that stock peft loads them, read with an exact audit of keys and shapes (formats.md §5).
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/base/value.h"
#include "core/nn/adapter.h"
#include "core/nn/peft_modules.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr const char* kPrefix = "base_model.model.";

[[noreturn]] void corrupt(const fs::path& folder, const std::string& what) {
    throw Error(ErrorCode::Corrupt, "the adapter in " + folder.string() + " " + what);
}

void refuseUnsupported(const Value& config, const fs::path& folder) {
    const auto refuse = [&](const std::string& what) {
        throw Error(ErrorCode::Unsupported, "the adapter in " + folder.string() + " " + what + "; only plain LoRA adapters can be read");
    };
    const std::string type = config.stringOr("peft_type", "");
    if (type != "LORA") refuse("is of the kind '" + type + "'");
    if (config.boolOr("use_dora", false)) refuse("uses DoRA");
    if (config.stringOr("bias", "none") != "none") refuse("trains biases");
    const Value* saved = config.find("modules_to_save");
    if (saved && saved->isList() && !saved->asList().empty()) refuse("replaces whole modules (modules_to_save)");
}

LoraConfig loraConfigFrom(const Value& config, const fs::path& folder) {
    refuseUnsupported(config, folder);
    LoraConfig lora;
    lora.rank = config.intOr("r", 8);
    lora.alpha = config.doubleOr("lora_alpha", 8);
    lora.dropout = config.doubleOr("lora_dropout", 0);
    if (lora.rank < 1) corrupt(folder, "has the rank " + std::to_string(lora.rank));
    if (config.boolOr("use_rslora", false)) lora.alpha *= std::sqrt(static_cast<double>(lora.rank));
    const Value* targets = config.find("target_modules");
    if (targets && targets->isList()) {
        for (const Value& target : targets->asList()) {
            if (!target.isString()) corrupt(folder, "has target_modules that are no names");
            lora.targets.push_back(target.asString());
        }
    }
    if (targets && targets->isString()) lora.targets = {targets->asString()};
    std::sort(lora.targets.begin(), lora.targets.end());
    return lora;
}

Value readConfig(const fs::path& folder) {
    const fs::path file = folder / "adapter_config.json";
    if (!fs::exists(file)) throw Error(ErrorCode::NotFound, "there is no adapter in " + folder.string() + " (adapter_config.json is missing)");
    try {
        return parseJson(readFile(file), file.string());
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidInput) throw;
        throw Error(ErrorCode::Corrupt, e.what());
    }
}

FloatMatrix matrixOf(const SafetensorsFile& file, const std::string& key, std::int64_t rows, std::int64_t cols, const fs::path& folder) {
    const TensorView& tensor = file.at(key);
    if (tensor.shape != std::vector<std::int64_t>{rows, cols}) {
        std::string shape;
        for (const std::int64_t n : tensor.shape) shape += (shape.empty() ? "" : " × ") + std::to_string(n);
        corrupt(folder, "has '" + key + "' of " + shape + ", but the base needs " + std::to_string(rows) + " × " + std::to_string(cols));
    }
    FloatMatrix matrix(rows, cols);
    matrix.values = toFloats(tensor, key);
    for (const float value : matrix.values) {
        if (!std::isfinite(value)) corrupt(folder, "has NaN or infinite values in '" + key + "'");
    }
    return matrix;
}

/// Module paths that the file's keys speak of; every key must be one of the two factors.
std::set<std::string> modulePaths(const SafetensorsFile& file, const fs::path& folder) {
    std::set<std::string> paths;
    for (const auto& [key, view] : file.tensors()) {
        const bool isA = key.ends_with(".lora_A.weight"), isB = key.ends_with(".lora_B.weight");
        if (key.rfind(kPrefix, 0) != 0 || (!isA && !isB)) corrupt(folder, "has the unknown key '" + key + "'");
        const std::string path = key.substr(std::string(kPrefix).size(), key.size() - std::string(kPrefix).size() - std::string(".lora_A.weight").size());
        const std::string other = kPrefix + path + (isA ? ".lora_B.weight" : ".lora_A.weight");
        if (!file.tensors().count(other)) corrupt(folder, "lacks the key '" + other + "'");
        paths.insert(path);
    }
    return paths;
}

/// What `read` makes of the configuration; a value of another kind than it should be is named with the folder.
template <typename Read>
auto fromConfig(const fs::path& folder, Read read) {
    try {
        return read();
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidInput) throw;
        corrupt(folder, std::string("has a damaged adapter_config.json: ") + e.what());
    }
}

/// Where the config tells which modules there are, the file has them and no others.
void requireExactly(const std::set<std::string>& paths, const std::vector<LinearModule>& expected, const fs::path& folder) {
    std::set<std::string> unnamed = expected.empty() ? std::set<std::string>() : paths;
    for (const LinearModule& linear : expected) {
        if (!paths.count(linear.path)) corrupt(folder, "lacks the key '" + (kPrefix + linear.path) + ".lora_A.weight'");
        unnamed.erase(linear.path);
    }
    if (!unnamed.empty()) corrupt(folder, "has the key '" + (kPrefix + *unnamed.begin()) + ".lora_A.weight', which its target_modules do not select");
}

/// Every module gets the largest rank, its scaling goes into A.
void makeUniform(Adapter& adapter, const std::vector<double>& scalings) {
    std::int64_t rank = 1;
    for (const LoraWeights& module : adapter.modules) rank = std::max(rank, module.a.rows);
    for (std::size_t k = 0; k < adapter.modules.size(); ++k) {
        LoraWeights& module = adapter.modules[k];
        FloatMatrix a(rank, module.a.cols), b(module.b.rows, rank);
        std::transform(module.a.values.begin(), module.a.values.end(), a.values.begin(), [&](float value) { return static_cast<float>(scalings[k] * value); });
        for (std::int64_t out = 0; out < b.rows; ++out) std::copy(module.b.row(out).begin(), module.b.row(out).end(), b.row(out).begin());
        const bool finite = std::all_of(a.values.begin(), a.values.end(), [](float value) { return std::isfinite(value); });
        if (!finite) throw Error(ErrorCode::Corrupt, "the scaling of " + module.path + " is beyond what numbers can hold");
        module.a = std::move(a);
        module.b = std::move(b);
    }
    adapter.config.rank = rank;
    adapter.config.alpha = static_cast<double>(rank);
}

/// The last names of the modules; whole paths where the base has more modules of a name than the adapter.
std::set<std::string> targetNames(const Adapter& adapter, const ModelInfo& model) {
    const auto lastName = [](const std::string& path) { return path.substr(path.rfind('.') + 1); };
    std::map<std::string, std::size_t> own, all;
    for (const LoraWeights& module : adapter.modules) ++own[lastName(module.path)];
    for (const LinearModule& linear : model.linears) ++all[lastName(linear.path)];
    std::set<std::string> targets;
    for (const LoraWeights& module : adapter.modules) {
        const std::string name = lastName(module.path);
        targets.insert(own[name] == all[name] ? name : module.path);
    }
    return targets;
}

Value configValue(const Adapter& adapter, const ModelInfo& model) {
    const std::set<std::string> targets = targetNames(adapter, model);
    Value config;
    config.set("peft_type", "LORA").set("task_type", "CAUSAL_LM").set("base_model_name_or_path", model.name).set("revision", Value());
    config.set("r", adapter.config.rank).set("lora_alpha", adapter.config.alpha).set("lora_dropout", adapter.config.dropout);
    config.set("target_modules", Value(std::vector<std::string>(targets.begin(), targets.end()))).set("bias", "none");
    config.set("fan_in_fan_out", model.family == "gpt2").set("use_rslora", false).set("use_dora", false).set("modules_to_save", Value());
    config.set("rank_pattern", Value(Value::Object{})).set("alpha_pattern", Value(Value::Object{})).set("layers_to_transform", Value());
    config.set("init_lora_weights", true).set("inference_mode", true).set("auto_mapping", Value()).set("peft_version", "0.21.2");
    return config;
}

std::string cardText(const Adapter& adapter, const ModelInfo& model) {
    return "---\nbase_model: " + model.name + "\nlibrary_name: peft\n---\n# LoRA adapter\n\nRank " + std::to_string(adapter.config.rank) +
           ", scaling " + toJson(Value(adapter.config.scaling())) + ", for `" + model.name + "`. Written by Consort.\n";
}

}  // namespace

Adapter readPeftAdapter(const fs::path& folder, const ModelInfo& model) {
    Adapter adapter;
    const Value config = readConfig(folder);
    adapter.config = fromConfig(folder, [&] { return loraConfigFrom(config, folder); });
    if (!fs::exists(folder / "adapter_model.safetensors")) {
        throw Error(ErrorCode::NotFound, "the adapter in " + folder.string() + " has no adapter_model.safetensors");
    }
    const SafetensorsFile file(folder / "adapter_model.safetensors");
    std::set<std::string> paths = modulePaths(file, folder);
    const auto declared = fromConfig(folder, [&] { return PeftModules(config, model, folder); });
    requireExactly(paths, declared.expected(), folder);
    std::vector<double> scalings;
    for (const LinearModule& linear : model.linears) {
        if (!paths.erase(linear.path)) continue;
        const std::string key = kPrefix + linear.path;
        const std::int64_t rank = declared.rank(linear.path);
        adapter.modules.push_back({linear.path, matrixOf(file, key + ".lora_A.weight", rank, linear.in, folder),
                                   matrixOf(file, key + ".lora_B.weight", linear.out, rank, folder)});
        scalings.push_back(declared.scaling(linear.path));
    }
    if (!paths.empty()) corrupt(folder, "has the key '" + (kPrefix + *paths.begin()) + ".lora_A.weight', but the base has no such module");
    if (adapter.modules.empty()) corrupt(folder, "adapts nothing");
    if (declared.differ()) makeUniform(adapter, scalings);
    return adapter;
}

void writePeftAdapter(const fs::path& folder, const Adapter& adapter, const ModelInfo& model) {
    makeFolder(folder);
    std::vector<TensorToWrite> tensors;
    for (const LoraWeights& module : adapter.modules) {
        const std::string key = kPrefix + module.path;
        tensors.push_back({key + ".lora_A.weight", TensorType::F32, {module.a.rows, module.a.cols}, std::as_bytes(std::span<const float>(module.a.values))});
        tensors.push_back({key + ".lora_B.weight", TensorType::F32, {module.b.rows, module.b.cols}, std::as_bytes(std::span<const float>(module.b.values))});
    }
    writeSafetensors(folder / "adapter_model.safetensors", std::move(tensors));
    writeFileAtomically(folder / "adapter_config.json", toJson(configValue(adapter, model), 2) + "\n");
    writeFileAtomically(folder / "README.md", cardText(adapter, model));
}

}  // namespace consort
