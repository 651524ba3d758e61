#include "core/nn/model_config.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"

namespace consort::nn {
namespace {

/// Fields of one config.json, with errors that name the file.
class Fields {
public:
    Fields(const Value& document, std::string file) : document_(document), file_(std::move(file)) {}
    [[noreturn]] void fail(ErrorCode code, const std::string& what) const { throw Error(code, file_ + ": " + what); }

    std::int64_t count(const char* key) const {
        const Value* value = document_.find(key);
        if (!value || !value->isNumber()) fail(ErrorCode::Corrupt, std::string("the field '") + key + "' is missing or no number");
        return bounded(key, *value);
    }
    std::int64_t countOr(const char* key, std::int64_t fallback) const {
        const Value* value = document_.find(key);
        if (!value || value->isNull()) return fallback;
        if (!value->isNumber()) fail(ErrorCode::Corrupt, std::string("the field '") + key + "' is no number");
        return bounded(key, *value);
    }
    double numberOr(const char* key, double fallback) const {
        const Value* value = document_.find(key);
        if (!value || value->isNull()) return fallback;
        if (!value->isNumber()) fail(ErrorCode::Corrupt, std::string("the field '") + key + "' is no number");
        return value->asDouble();
    }
    bool flagOr(const char* key, bool fallback) const {
        const Value* value = document_.find(key);
        if (!value || value->isNull()) return fallback;
        if (!value->isBool()) fail(ErrorCode::Corrupt, std::string("the field '") + key + "' is neither true nor false");
        return value->asBool();
    }
    std::string textOr(const char* key, const std::string& fallback) const {
        const Value* value = document_.find(key);
        return value && value->isString() ? value->asString() : fallback;
    }
    const Value* find(const char* key) const { return document_.find(key); }

private:
    std::int64_t bounded(const char* key, const Value& value) const {
        const double number = value.asDouble();
        if (!(number >= 1 && number <= 1e9) || std::trunc(number) != number) {
            fail(ErrorCode::Corrupt, std::string("the field '") + key + "' must be a whole number from 1");
        }
        return static_cast<std::int64_t>(number);
    }
    const Value& document_;
    std::string file_;
};

/// A number that may stand in the new place and in the old one; refused where the two disagree.
double resolved(const Fields& config, const Value* parameters, const char* key, const char* oldKey, double fallback) {
    const Value* modern = parameters ? parameters->find(key) : nullptr;
    const Value* old = config.find(oldKey);
    const bool hasModern = modern && modern->isNumber(), hasOld = old && old->isNumber();
    if (hasModern && hasOld && modern->asDouble() != old->asDouble()) {
        config.fail(ErrorCode::Corrupt, std::string("'") + oldKey + "' and rope_parameters." + key + " contradict each other; keep one of them");
    }
    if (hasModern) return modern->asDouble();
    return hasOld ? old->asDouble() : fallback;
}

/// rope_parameters of models with several layer types are nested; the families read here rotate all layers alike.
const Value* ropeParameters(const Fields& config) {
    const Value* parameters = config.find("rope_parameters");
    if (!parameters || !parameters->isObject()) return nullptr;
    const Value* full = parameters->find("full_attention");
    const Value* sliding = parameters->find("sliding_attention");
    if (full && sliding && !(*full == *sliding)) {
        config.fail(ErrorCode::Unsupported, "full and sliding layers rotate differently; this family is read with one rotation only");
    }
    if (full) return full;
    return sliding ? sliding : parameters;
}

void readRopeScaling(const Fields& config, const Value* modern, RopeConfig& rope) {
    const Value* old = config.find("rope_scaling");
    const Value* scaling = modern && modern->find("rope_type") ? modern : old && old->isObject() ? old : nullptr;
    if (!scaling) return;
    rope.type = scaling->stringOr("rope_type", scaling->stringOr("type", "default"));
    if (rope.type != "default" && rope.type != "linear" && rope.type != "llama3") {
        config.fail(ErrorCode::Unsupported, "rope scaling '" + rope.type + "' is not supported (default, linear and llama3 are)");
    }
    if (rope.type == "default") return;
    rope.factor = scaling->doubleOr("factor", 1);
    rope.lowFrequencyFactor = scaling->doubleOr("low_freq_factor", 1);
    rope.highFrequencyFactor = scaling->doubleOr("high_freq_factor", 4);
    rope.originalMaxPositions = scaling->doubleOr("original_max_position_embeddings", 0);
    if (!(rope.factor > 0)) config.fail(ErrorCode::Corrupt, "the rope scaling factor must be above 0");
    if (rope.type == "llama3" && rope.originalMaxPositions <= 0) {
        config.fail(ErrorCode::Corrupt, "rope scaling llama3 needs original_max_position_embeddings");
    }
}

RopeConfig readRope(const Fields& config, double defaultPartial) {
    const Value* modern = ropeParameters(config);
    RopeConfig rope;
    const bool neox = config.find("rotary_emb_base") != nullptr;
    rope.theta = resolved(config, modern, "rope_theta", neox ? "rotary_emb_base" : "rope_theta", 10000);
    rope.partialFactor = resolved(config, modern, "partial_rotary_factor", config.find("rotary_pct") ? "rotary_pct" : "partial_rotary_factor", defaultPartial);
    readRopeScaling(config, modern, rope);
    if (!(rope.theta > 0) || !(rope.partialFactor > 0 && rope.partialFactor <= 1)) {
        config.fail(ErrorCode::Corrupt, "rope_theta and partial_rotary_factor must be above 0, the latter at most 1");
    }
    return rope;
}

/// Window of every layer: layer_types where present, else the older switches of the family.
std::vector<std::int64_t> readWindows(const Fields& config, const ModelConfig& model) {
    std::vector<std::int64_t> windows(static_cast<std::size_t>(model.layers), 0);
    const std::int64_t window = config.countOr("sliding_window", 0);
    const bool switched = model.family == "mistral" || config.flagOr("use_sliding_window", false);
    if (window == 0 || model.family == "llama" || !switched) return windows;
    const Value* types = config.find("layer_types");
    const std::int64_t firstSliding = model.family == "mistral" ? 0 : config.countOr("max_window_layers", 28);
    if (types && types->isList() && types->asList().size() != windows.size()) config.fail(ErrorCode::Corrupt, "layer_types does not name every layer");
    for (std::size_t layer = 0; layer < windows.size(); ++layer) {
        const bool sliding = types && types->isList() ? types->asList()[layer] == Value("sliding_attention")
                                                      : static_cast<std::int64_t>(layer) >= firstSliding;
        if (sliding) windows[layer] = window;
    }
    return windows;
}

void readGpt2(const Fields& config, ModelConfig& model) {
    model.hidden = config.count("n_embd");
    model.layers = config.count("n_layer");
    model.heads = model.kvHeads = config.count("n_head");
    model.intermediate = config.countOr("n_inner", 4 * model.hidden);
    model.maxPositions = config.countOr("n_positions", 1024);
    model.normEpsilon = config.numberOr("layer_norm_epsilon", 1e-5);
    model.activation = config.textOr("activation_function", "gelu_new");
    model.tied = config.flagOr("tie_word_embeddings", true);
    model.scaleAttention = config.flagOr("scale_attn_weights", true);
    model.scaleByLayer = config.flagOr("scale_attn_by_inverse_layer_idx", false);
    model.window.assign(static_cast<std::size_t>(model.layers), 0);
}

void readRotary(const Fields& config, ModelConfig& model) {
    const bool neox = model.family == "gpt_neox";
    model.hidden = config.count("hidden_size");
    model.layers = config.count("num_hidden_layers");
    model.heads = config.count("num_attention_heads");
    model.kvHeads = neox ? model.heads : config.countOr("num_key_value_heads", model.heads);
    model.headDim = neox ? 0 : config.countOr("head_dim", model.family == "qwen3" ? 128 : 0);
    model.intermediate = config.count("intermediate_size");
    model.maxPositions = config.countOr("max_position_embeddings", 2048);
    model.normEpsilon = neox ? config.numberOr("layer_norm_eps", 1e-5) : config.numberOr("rms_norm_eps", 1e-6);
    model.activation = config.textOr("hidden_act", neox ? "gelu" : "silu");
    model.tied = config.flagOr("tie_word_embeddings", false);
    model.parallelResidual = config.flagOr("use_parallel_residual", true);
    model.queryKeyValueBias = neox ? config.flagOr("attention_bias", true) : model.family == "qwen2" || config.flagOr("attention_bias", false);
    model.outputBias = neox ? model.queryKeyValueBias : model.family != "qwen2" && config.flagOr("attention_bias", false);
    model.mlpBias = neox || config.flagOr("mlp_bias", false);
    model.rope = readRope(config, neox ? 0.25 : 1.0);
    model.window = readWindows(config, model);
}

void refuseForeignQuantisation(const Fields& config) {
    const Value* quantisation = config.find("quantization_config");
    if (!quantisation || quantisation->isNull()) return;
    config.fail(ErrorCode::Unsupported, "the weights are already quantised (" + quantisation->stringOr("quant_method", "unknown method") +
                                            "); use the original folder, consort quantises by itself");
}

}  // namespace

ModelConfig readModelConfig(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) throw Error(ErrorCode::NotFound, "there is no model folder " + folder.string());
    const std::filesystem::path file = folder / "config.json";
    Value document;
    try {
        document = parseJson(readFile(file), file.string());
    } catch (const Error& e) {
        throw Error(e.code() == ErrorCode::InvalidInput ? ErrorCode::Corrupt : e.code(), e.what());
    }
    const Fields config(document, file.string());
    ModelConfig model;
    model.family = config.textOr("model_type", "");
    if (model.family.empty()) config.fail(ErrorCode::Corrupt, "the field 'model_type' is missing");
    refuseForeignQuantisation(config);
    const std::string hub = config.textOr("_name_or_path", "");
    model.name = !hub.empty() && hub.front() != '/' && hub.front() != '.' ? hub : std::filesystem::absolute(folder).lexically_normal().filename().string();
    if (model.name.empty()) model.name = std::filesystem::absolute(folder).lexically_normal().parent_path().filename().string();
    model.vocabulary = config.count("vocab_size");
    if (model.family == "gpt2") readGpt2(config, model);
    else readRotary(config, model);
    if (model.headDim == 0 && model.hidden % model.heads != 0) config.fail(ErrorCode::Corrupt, "hidden_size is no multiple of the number of heads");
    if (model.headDim == 0) model.headDim = model.hidden / model.heads;
    if (model.heads % model.kvHeads != 0) config.fail(ErrorCode::Corrupt, "num_attention_heads is no multiple of num_key_value_heads");
    return model;
}

}  // namespace consort::nn
