#pragma once
// A tiny random llama on disk and a bundle's content for it.
#include <QTemporaryDir>

#include <cmath>
#include <random>

#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/export/bundle.h"

namespace consort {

inline FloatMatrix normalMatrix(std::mt19937_64& random, std::int64_t rows, std::int64_t cols, double deviation) {
    std::normal_distribution<float> normal(0, static_cast<float>(deviation));
    FloatMatrix matrix(rows, cols);
    for (float& value : matrix.values) value = normal(random);
    return matrix;
}

inline void writeTinyLlama(const std::filesystem::path& folder) {
    constexpr std::int64_t kVocabulary = 40, kHidden = 16, kInner = 24, kLayers = 2;
    std::mt19937_64 random(7);
    std::vector<std::pair<std::string, FloatMatrix>> tensors;
    const auto add = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        tensors.emplace_back(name + ".weight", normalMatrix(random, out, in, 1 / std::sqrt(static_cast<double>(in))));
    };
    const auto addNorm = [&](const std::string& name) { tensors.emplace_back(name + ".weight", FloatMatrix(1, kHidden, 1.0f)); };
    add("model.embed_tokens", kVocabulary, kHidden);
    add("lm_head", kVocabulary, kHidden);
    addNorm("model.norm");
    for (std::int64_t layer = 0; layer < kLayers; ++layer) {
        const std::string prefix = "model.layers." + std::to_string(layer) + ".";
        for (const char* name : {"q_proj", "k_proj", "v_proj", "o_proj"}) add(prefix + "self_attn." + name, kHidden, kHidden);
        add(prefix + "mlp.gate_proj", kInner, kHidden);
        add(prefix + "mlp.up_proj", kInner, kHidden);
        add(prefix + "mlp.down_proj", kHidden, kInner);
        addNorm(prefix + "input_layernorm");
        addNorm(prefix + "post_attention_layernorm");
    }
    makeFolder(folder);
    std::vector<TensorToWrite> files;
    for (const auto& [name, matrix] : tensors) {
        const auto shape = matrix.rows == 1 ? std::vector<std::int64_t>{matrix.cols} : std::vector<std::int64_t>{matrix.rows, matrix.cols};
        files.push_back({name, TensorType::F32, shape, std::as_bytes(std::span<const float>(matrix.values))});
    }
    writeSafetensors(folder / "model.safetensors", files);
    const Value config(Value::Object{
        {"architectures", Value::List{"LlamaForCausalLM"}}, {"model_type", "llama"}, {"vocab_size", kVocabulary}, {"hidden_size", kHidden},
        {"intermediate_size", kInner}, {"num_hidden_layers", kLayers}, {"num_attention_heads", 2}, {"num_key_value_heads", 2},
        {"max_position_embeddings", 64}, {"rms_norm_eps", 1e-5}, {"rope_theta", 10000.0}, {"hidden_act", "silu"}, {"tie_word_embeddings", false}});
    writeFileAtomically(folder / "config.json", toJson(config));
    writeFileAtomically(folder / "tokenizer.json", "{}\n");
}

inline BundleMember randomMember(const ModelInfo& model, const std::string& id, std::uint64_t seed) {
    BundleMember member;
    member.id = member.group = id;
    LoraConfig config;
    config.rank = 2 + static_cast<std::int64_t>(seed);
    config.alpha = 4;
    config.targets = model.defaultTargets;
    member.adapter = freshAdapter(model, config, seed);
    std::mt19937_64 random(seed);
    for (LoraWeights& module : member.adapter.modules) module.b = normalMatrix(random, module.b.rows, module.b.cols, 0.3);
    member.seed = seed;
    return member;
}

/// Three members of different ranks on three datasets, with weights that differ from each other.
inline BundleContent tinyContent(const Session& session, const std::filesystem::path& modelFolder) {
    BundleContent content;
    content.model = session.info();
    content.modelFolder = modelFolder;
    content.session = session.options();
    content.datasets = {"one", "two, quoted", "three"};
    const double global[] = {0.5, 0.3, 0.2};
    for (std::uint64_t k = 0; k < 3; ++k) {
        content.members.push_back(randomMember(content.model, "g" + std::to_string(k + 1), k + 1));
        content.members.back().datasets = {content.datasets[k]};
        content.members.back().weight = global[k];
        content.weights.push_back({k == 0 ? 0.8 : 0.1, k == 1 ? 0.8 : 0.1, k == 2 ? 0.8 : 0.1});
    }
    content.affinity = Matrix(3, 3, 0.25);
    for (int k = 0; k < 6; ++k) content.probes.emplace_back(content.datasets[static_cast<std::size_t>(k % 3)], TokenIds{1, 2 + k, 30 - k, 7, 11});
    return content;
}

}  // namespace consort
