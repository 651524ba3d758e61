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
        {"gpt2", loadGpt2, gpt2Linears, {"c_attn"}},
        {"gpt_neox", loadGptNeox, gptNeoxLinears, {"query_key_value"}},
    };
    return table;
}

const Architecture& architectureOf(const std::string& family) {
    std::string known;
    for (const Architecture& architecture : architectures()) {
        if (family == architecture.family) return architecture;
        known += std::string(known.empty() ? "" : ", ") + architecture.family;
    }
    throw Error(ErrorCode::Unsupported, "the model family '" + family + "' is not supported; these are: " + known);
}

}  // namespace consort::nn
