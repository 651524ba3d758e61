#pragma once
// Writes a llama folder with random weights, for proofs and timings that go through Session::open.
#include <torch/torch.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/base/value.h"

namespace consort {

struct LlamaShape {
    std::int64_t vocabulary, hidden, layers, inner, heads;
};

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

inline NamedTensors randomLlamaTensors(const LlamaShape& shape) {
    NamedTensors tensors;
    const auto add = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        tensors.emplace_back(name + ".weight", torch::randn({out, in}) / std::sqrt(static_cast<double>(in)));
    };
    const auto addNorm = [&](const std::string& name) { tensors.emplace_back(name + ".weight", torch::ones({shape.hidden})); };
    add("model.embed_tokens", shape.vocabulary, shape.hidden);
    add("lm_head", shape.vocabulary, shape.hidden);
    addNorm("model.norm");
    for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
        const std::string prefix = "model.layers." + std::to_string(layer) + ".";
        for (const char* name : {"q_proj", "k_proj", "v_proj", "o_proj"}) add(prefix + "self_attn." + name, shape.hidden, shape.hidden);
        add(prefix + "mlp.gate_proj", shape.inner, shape.hidden);
        add(prefix + "mlp.up_proj", shape.inner, shape.hidden);
        add(prefix + "mlp.down_proj", shape.hidden, shape.inner);
        addNorm(prefix + "input_layernorm");
        addNorm(prefix + "post_attention_layernorm");
    }
    return tensors;
}

inline void writeRandomLlama(const std::filesystem::path& folder, const LlamaShape& shape) {
    makeFolder(folder);
    const NamedTensors tensors = randomLlamaTensors(shape);
    std::vector<TensorToWrite> files;
    for (const auto& [name, tensor] : tensors) {
        const auto* bytes = reinterpret_cast<const std::byte*>(tensor.data_ptr<float>());
        files.push_back({name, TensorType::F32, tensor.sizes().vec(), {bytes, static_cast<std::size_t>(tensor.nbytes())}});
    }
    writeSafetensors(folder / "model.safetensors", files);
    const Value config(Value::Object{
        {"architectures", Value::List{"LlamaForCausalLM"}}, {"model_type", "llama"}, {"vocab_size", shape.vocabulary},
        {"hidden_size", shape.hidden}, {"intermediate_size", shape.inner}, {"num_hidden_layers", shape.layers},
        {"num_attention_heads", shape.heads}, {"num_key_value_heads", shape.heads}, {"max_position_embeddings", 512},
        {"rms_norm_eps", 1e-5}, {"rope_theta", 10000.0}, {"hidden_act", "silu"}, {"tie_word_embeddings", false}});
    writeFileAtomically(folder / "config.json", toJson(config));
}

}  // namespace consort
