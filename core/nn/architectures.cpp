#include "core/nn/architectures.h"

#include "core/base/error.h"
#include "core/nn/gpt2.h"
#include "core/nn/gpt_neox.h"

namespace consort::nn {

const std::vector<Architecture>& architectures() {
    static const std::vector<Architecture> table = {
        {"llama", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"mistral", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"qwen2", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"qwen3", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"gemma", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"gemma2", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"gemma3_text", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"phi3", loadDecoder, decoderLinears, {"qkv_proj"}},
        {"olmo2", loadDecoder, decoderLinears, {"q_proj", "k_proj", "v_proj"}},
        {"gpt2", loadGpt2, gpt2Linears, {"c_attn"}},
        {"gpt_neox", loadGptNeox, gptNeoxLinears, {"query_key_value"}},
    };
    return table;
}

namespace {

/// What people try and why it cannot be read: a sentence says more than a list of families.
struct Refusal {
    const char *family, *why;
};
constexpr Refusal kRefusals[] = {
    {"deepseek_v2", "its attention keeps compressed keys and its layers choose among experts, which adapters here do not follow"},
    {"deepseek_v3", "its attention keeps compressed keys and its layers choose among experts, which adapters here do not follow"},
    {"mixtral", "its layers choose among experts, so that an adapter's gradient depends on the route of every token"},
    {"qwen2_moe", "its layers choose among experts, so that an adapter's gradient depends on the route of every token"},
    {"qwen3_moe", "its layers choose among experts, so that an adapter's gradient depends on the route of every token"},
    {"gemma3", "it holds pictures too; take a folder of its text part (model_type gemma3_text)"},
    {"mamba", "it has no attention"},
    {"mamba2", "it has no attention"},
    {"t5", "it is an encoder with a decoder; a decoder alone is needed"},
    {"bert", "it does not predict the next token"},
};

}  // namespace

const Architecture& architectureOf(const std::string& family) {
    std::string known;
    for (const Architecture& architecture : architectures()) {
        if (family == architecture.family) return architecture;
        known += std::string(known.empty() ? "" : ", ") + architecture.family;
    }
    std::string why;
    for (const Refusal& refusal : kRefusals) {
        if (family == refusal.family) why = std::string(": ") + refusal.why;
    }
    throw Error(ErrorCode::Unsupported, "the model family '" + family + "' is not supported" + why + "; these are: " + known);
}

}  // namespace consort::nn
