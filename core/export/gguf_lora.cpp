#include "core/export/gguf_lora.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/export/gguf_file.h"

namespace consort {
namespace {

/// THE TABLE of families that llama.cpp knows by another name, and whether its rows of q and k are permuted.
struct GgufFamily {
    const char *family, *architecture;
    bool permuted;
};
constexpr GgufFamily kFamilies[] = {
    {"llama", "llama", true},   {"mistral", "llama", true},  {"qwen2", "qwen2", false},        {"qwen3", "qwen3", false}, {"gemma", "gemma", false},
    {"gemma2", "gemma2", false}, {"gemma3_text", "gemma3", false}, {"phi3", "phi3", false}, {"olmo2", "olmo2", false},
};

constexpr std::pair<const char*, const char*> kModules[] = {
    {"self_attn.q_proj", "attn_q"}, {"self_attn.k_proj", "attn_k"},   {"self_attn.v_proj", "attn_v"},       {"self_attn.o_proj", "attn_output"}, {"self_attn.qkv_proj", "attn_qkv"},
    {"mlp.gate_proj", "ffn_gate"},  {"mlp.gate_up_proj", "ffn_up"}, {"mlp.up_proj", "ffn_up"}, {"mlp.down_proj", "ffn_down"},
};

const GgufFamily& familyOf(const ModelInfo& model) {
    std::string known;
    for (const GgufFamily& entry : kFamilies) {
        if (model.family == entry.family) return entry;
        known += std::string(known.empty() ? "" : ", ") + entry.family;
    }
    throw Error(ErrorCode::Unsupported, "an adapter of the family '" + model.family + "' cannot be written as GGUF: llama.cpp keeps its weights in another layout; these can: " + known);
}

/// "model.layers.3.self_attn.q_proj" as "blk.3.attn_q.weight".
std::string tensorName(const std::string& path) {
    const std::string prefix = "model.layers.";
    check(path.starts_with(prefix), "module paths of these families begin alike");
    const std::size_t dot = path.find('.', prefix.size());
    const std::string layer = path.substr(prefix.size(), dot - prefix.size()), module = path.substr(dot + 1);
    for (const auto& [ours, theirs] : kModules) {
        if (module == ours) return "blk." + layer + "." + theirs + ".weight";
    }
    throw Error(ErrorCode::Unsupported, "the module " + path + " has no name in GGUF");
}

/// Row of the file that holds row `row` of q or k: the halves of a head, side by side in Hugging Face's files, take turns in GGUF's.
std::int64_t permutedRow(std::int64_t row, std::int64_t rows, std::int64_t heads) {
    const std::int64_t perHead = rows / heads, half = perHead / 2, head = row / perHead, inside = row % perHead;
    return head * perHead + (inside % half) * 2 + inside / half;
}

FloatMatrix permuted(const FloatMatrix& b, std::int64_t heads, bool back) {
    FloatMatrix out(b.rows, b.cols);
    for (std::int64_t row = 0; row < b.rows; ++row) {
        const std::int64_t there = permutedRow(row, b.rows, heads);
        const auto from = b.row(back ? there : row);
        std::copy(from.begin(), from.end(), out.row(back ? row : there).begin());
    }
    return out;
}

std::int64_t permutedHeads(const ModelInfo& model, const std::string& path) {
    if (!familyOf(model).permuted) return 0;
    if (path.ends_with("self_attn.q_proj")) return model.heads;
    return path.ends_with("self_attn.k_proj") ? model.kvHeads : 0;
}

}  // namespace

void writeGgufLora(const std::filesystem::path& path, const Adapter& adapter, const ModelInfo& model) {
    GgufFile file;
    file.texts = {{"general.architecture", familyOf(model).architecture}, {"general.type", "adapter"}, {"adapter.type", "lora"}, {"general.name", model.name}};
    file.numbers = {{"adapter.lora.alpha", static_cast<float>(adapter.config.alpha)}};
    for (const LoraWeights& module : adapter.modules) {
        const std::string name = tensorName(module.path);
        const std::int64_t heads = permutedHeads(model, module.path);
        file.tensors.push_back({name + ".lora_a", module.a});
        file.tensors.push_back({name + ".lora_b", heads > 0 ? permuted(module.b, heads, false) : module.b});
    }
    writeGguf(path, file);
}

Adapter readGgufLora(const std::filesystem::path& path, const ModelInfo& model) {
    const GgufFile file = readGguf(path);
    const auto corrupt = [&](const std::string& what) { throw Error(ErrorCode::Corrupt, path.string() + ": " + what); };
    const auto text = [&](const char* key) { return file.texts.count(key) ? file.texts.at(key) : std::string(); };
    if (text("general.type") != "adapter" || text("adapter.type") != "lora") corrupt("it is no LoRA adapter");
    if (text("general.architecture") != familyOf(model).architecture) corrupt("it belongs to the architecture '" + text("general.architecture") + "'");
    std::map<std::string, const FloatMatrix*> tensors;
    for (const auto& [name, values] : file.tensors) tensors[name] = &values;
    Adapter adapter;
    adapter.config.alpha = file.numbers.count("adapter.lora.alpha") ? file.numbers.at("adapter.lora.alpha") : 0;
    for (const LinearModule& linear : model.linears) {
        const std::string name = tensorName(linear.path);
        const auto a = tensors.find(name + ".lora_a"), b = tensors.find(name + ".lora_b");
        if (a == tensors.end() && b == tensors.end()) continue;
        if (a == tensors.end() || b == tensors.end()) corrupt("it has only one factor of " + name);
        const FloatMatrix &factorA = *a->second, &factorB = *b->second;
        if (factorA.cols != linear.in || factorB.rows != linear.out || factorA.rows != factorB.cols) corrupt("the factors of " + name + " do not fit the model");
        const std::int64_t heads = permutedHeads(model, linear.path);
        adapter.modules.push_back({linear.path, factorA, heads > 0 ? permuted(factorB, heads, true) : factorB});
        adapter.config.rank = factorA.rows;
        const std::string suffix = linear.path.substr(linear.path.rfind('.') + 1);
        if (std::find(adapter.config.targets.begin(), adapter.config.targets.end(), suffix) == adapter.config.targets.end()) adapter.config.targets.push_back(suffix);
    }
    if (adapter.modules.size() * 2 != file.tensors.size() || adapter.modules.empty()) corrupt("it has tensors that this model does not");
    return adapter;
}

}  // namespace consort
