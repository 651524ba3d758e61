#include "core/nn/model_config.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/nn/architectures.h"

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

/// Two sets of factors, for rows up to the original positions and for longer ones. Only the first is used, so that a row does not depend
/// on its company; ModelConfig::maxPositions is bounded accordingly.
RopeConfig readLongRope(const Fields& config, const Value& scaling, RopeConfig rope) {
    const Value* factors = scaling.find("short_factor");
    if (!factors || !factors->isList()) config.fail(ErrorCode::Corrupt, "rope scaling longrope needs short_factor");
    for (const Value& factor : factors->asList()) rope.factors.push_back(factor.asDouble());
    rope.originalMaxPositions = scaling.doubleOr("original_max_position_embeddings", config.numberOr("original_max_position_embeddings", 4096));
    const double most = config.numberOr("max_position_embeddings", 4096), factor = scaling.doubleOr("factor", most / rope.originalMaxPositions);
    if (!(rope.originalMaxPositions > 1) || !(factor > 0)) config.fail(ErrorCode::Corrupt, "rope scaling longrope needs original_max_position_embeddings above 1");
    rope.magnitude = scaling.doubleOr("attention_factor", factor <= 1 ? 1.0 : std::sqrt(1 + std::log(factor) / std::log(rope.originalMaxPositions)));
    return rope;
}

RopeConfig readRopeScaling(const Fields& config, const Value& scaling) {
    RopeConfig rope;
    rope.type = scaling.stringOr("rope_type", scaling.stringOr("type", "default"));
    if (rope.type == "su") rope.type = "longrope";
    if (rope.type != "default" && rope.type != "linear" && rope.type != "llama3" && rope.type != "longrope") {
        config.fail(ErrorCode::Unsupported, "rope scaling '" + rope.type + "' is not supported (default, linear, llama3 and longrope are)");
    }
    if (rope.type == "default") return rope;
    if (rope.type == "longrope") return readLongRope(config, scaling, rope);
    rope.factor = scaling.doubleOr("factor", 1);
    if (!(rope.factor > 0)) config.fail(ErrorCode::Corrupt, "the rope scaling factor must be above 0");
    if (rope.type == "linear") return rope;
    rope.lowFrequencyFactor = scaling.doubleOr("low_freq_factor", 1);
    rope.highFrequencyFactor = scaling.doubleOr("high_freq_factor", 4);
    rope.originalMaxPositions = scaling.doubleOr("original_max_position_embeddings", 0);
    if (!(rope.originalMaxPositions > 0)) config.fail(ErrorCode::Corrupt, "rope scaling llama3 needs original_max_position_embeddings");
    if (!(rope.lowFrequencyFactor > 0 && rope.highFrequencyFactor > rope.lowFrequencyFactor)) {
        config.fail(ErrorCode::Corrupt, "rope scaling llama3 needs 0 < low_freq_factor < high_freq_factor");
    }
    return rope;
}

/// The scaling of rope_parameters (the new place) or rope_scaling (the old one); refused where both are there and differ.
RopeConfig resolvedScaling(const Fields& config, const Value* modern) {
    const Value* old = config.find("rope_scaling");
    const bool hasModern = modern && modern->find("rope_type"), hasOld = old && old->isObject();
    if (!hasModern && !hasOld) return {};
    if (!hasModern) return readRopeScaling(config, *old);
    const RopeConfig rope = readRopeScaling(config, *modern);
    if (hasOld && !(readRopeScaling(config, *old) == rope)) {
        config.fail(ErrorCode::Corrupt, "'rope_scaling' and 'rope_parameters' contradict each other; keep one of them");
    }
    return rope;
}

RopeConfig readRope(const Fields& config, double defaultPartial) {
    const Value* modern = ropeParameters(config);
    RopeConfig rope = resolvedScaling(config, modern);
    const bool neox = config.find("rotary_emb_base") != nullptr;
    rope.theta = resolved(config, modern, "rope_theta", neox ? "rotary_emb_base" : "rope_theta", 10000);
    rope.partialFactor = resolved(config, modern, "partial_rotary_factor", config.find("rotary_pct") ? "rotary_pct" : "partial_rotary_factor", defaultPartial);
    if (!(rope.theta > 0) || !(rope.partialFactor > 0 && rope.partialFactor <= 1)) {
        config.fail(ErrorCode::Corrupt, "rope_theta and partial_rotary_factor must be above 0, the latter at most 1");
    }
    return rope;
}

/// What a rotary family assumes for fields that config.json leaves out; 0 key heads: as many as heads.
struct FamilyDefaults {
    const char* family;
    std::int64_t maxPositions, keyHeads, headDim, window;
    double epsilon = 1e-6;
    bool tied = false;
};
constexpr FamilyDefaults kDefaults[] = {
    {"llama", 2048, 0, 0, 0},        {"mistral", 131072, 8, 0, 4096},           {"qwen2", 32768, 32, 0, 4096},
    {"qwen3", 32768, 32, 128, 4096}, {"gpt_neox", 2048, 0, 0, 0, 1e-5},         {"gemma", 8192, 16, 256, 0, 1e-6, true},
    {"gemma2", 8192, 4, 256, 4096, 1e-6, true}, {"gemma3_text", 131072, 4, 256, 4096, 1e-6, true},
    {"phi3", 4096, 0, 0, 0, 1e-5},   {"olmo2", 2048, 0, 0, 0, 1e-5},
};

bool isGemma(const std::string& family) { return family.rfind("gemma", 0) == 0; }

const FamilyDefaults& defaultsOf(const std::string& family) {
    for (const FamilyDefaults& entry : kDefaults) {
        if (family == entry.family) return entry;
    }
    static constexpr FamilyDefaults kNone{"", 2048, 0, 0, 0};
    return kNone;
}

/// A field that is left out takes the family's value; one that is null says "none".
std::int64_t countOrDefault(const Fields& config, const char* key, std::int64_t familyDefault) {
    return config.countOr(key, config.find(key) ? 0 : familyDefault);
}

bool isSliding(const Value& type, const Fields& config) {
    if (type == Value("sliding_attention")) return true;
    if (type == Value("full_attention")) return false;
    config.fail(ErrorCode::Unsupported, "layer_types has a kind of attention that is not supported (full_attention and sliding_attention are)");
}

/// gemma2 alternates; gemma3 has a full layer after every so many sliding ones.
bool isSlidingGemma(const Fields& config, const ModelConfig& model, std::size_t layer) {
    const std::int64_t period = model.family == "gemma2" ? 2 : config.countOr("sliding_window_pattern", 6);
    return (static_cast<std::int64_t>(layer) + 1) % period != 0;
}

/// Window of every layer: all of them in mistral and phi3; in qwen and gemma as layer_types says, else by the family's pattern.
std::vector<std::int64_t> readWindows(const Fields& config, const ModelConfig& model) {
    std::vector<std::int64_t> windows(static_cast<std::size_t>(model.layers), 0);
    const bool all = model.family == "mistral" || model.family == "phi3", qwen = model.family == "qwen2" || model.family == "qwen3";
    const bool gemma = model.family == "gemma2" || model.family == "gemma3_text";
    if (!all && !gemma && !(qwen && config.flagOr("use_sliding_window", false))) return windows;
    const std::int64_t window = countOrDefault(config, "sliding_window", defaultsOf(model.family).window);
    if (all) return std::vector<std::int64_t>(windows.size(), window);
    const Value* types = config.find("layer_types");
    const bool typed = types && types->isList();
    if (typed && types->asList().size() != windows.size()) config.fail(ErrorCode::Corrupt, "layer_types does not name every layer");
    const double firstSliding = config.numberOr("max_window_layers", 28);
    for (std::size_t layer = 0; layer < windows.size(); ++layer) {
        const bool sliding = typed ? isSliding(types->asList()[layer], config) : gemma ? isSlidingGemma(config, model, layer) : static_cast<double>(layer) >= firstSliding;
        if (sliding) windows[layer] = window;
    }
    return windows;
}

std::int64_t readLayers(const Fields& config, const char* key) {
    const std::int64_t layers = config.count(key);
    if (layers > 10000) config.fail(ErrorCode::Corrupt, std::string("the field '") + key + "' is " + std::to_string(layers) + ", which no model has");
    return layers;
}

void readGpt2(const Fields& config, ModelConfig& model) {
    model.hidden = config.count("n_embd");
    model.layers = readLayers(config, "n_layer");
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

/// qwen2 has biases on q, k and v and mistral has none, whatever config.json says.
void readBiases(const Fields& config, ModelConfig& model) {
    const bool neox = model.family == "gpt_neox", fixed = model.family == "qwen2" || model.family == "mistral";
    const bool stated = !fixed && config.flagOr("attention_bias", neox);
    model.queryKeyValueBias = model.family == "qwen2" || stated;
    model.outputBias = stated;
    model.mlpBias = neox || (model.family == "llama" && config.flagOr("mlp_bias", false));
}

std::string readActivation(const Fields& config, const std::string& family) {
    if (family == "gemma2" || family == "gemma3_text") return config.textOr("hidden_activation", "gelu_pytorch_tanh");
    return config.textOr("hidden_act", family == "gpt_neox" ? "gelu" : family == "gemma" ? "gelu_pytorch_tanh" : "silu");
}

/// Layers with a window rotate with a base of their own, unscaled.
void readGemma3Ropes(const Fields& config, ModelConfig& model) {
    const Value* parameters = config.find("rope_parameters");
    const auto nested = [&](const char* kind) { return parameters && parameters->isObject() ? parameters->find(kind) : nullptr; };
    const Value *full = nested("full_attention"), *sliding = nested("sliding_attention");
    model.rope = resolvedScaling(config, full);
    model.rope.theta = resolved(config, full, "rope_theta", "rope_theta", 1e6);
    model.slidingRope = sliding ? readRopeScaling(config, *sliding) : RopeConfig{};
    model.slidingRope->theta = resolved(config, sliding, "rope_theta", "rope_local_base_freq", 1e4);
}

/// What sets the younger families apart from llama.
void readTraits(const Fields& config, ModelConfig& model) {
    const bool gemma = isGemma(model.family), capped = model.family == "gemma2";
    if (config.flagOr("use_bidirectional_attention", false)) config.fail(ErrorCode::Unsupported, "attention to later tokens (use_bidirectional_attention) is not supported");
    if (model.family == "qwen3" || model.family == "gemma3_text") model.queryKeyNorm = QueryKeyNorm::Head;
    if (model.family == "olmo2") model.queryKeyNorm = QueryKeyNorm::Whole;
    model.norms = capped || model.family == "gemma3_text" ? NormPlace::Around : model.family == "olmo2" ? NormPlace::After : NormPlace::Before;
    model.normKind = gemma ? NormKind::Offset : model.family == "olmo2" ? NormKind::Wide : NormKind::Plain;
    model.scaledEmbedding = gemma;
    model.fusedProjections = model.family == "phi3";
    if (!capped && model.family != "gemma3_text") return;
    model.queryScale = 1 / std::sqrt(config.numberOr("query_pre_attn_scalar", 256));
    // gemma3's attention takes no cap, whatever its config.json says.
    if (capped) model.attentionCap = config.find("attn_logit_softcapping") ? config.numberOr("attn_logit_softcapping", 0) : 50;
    model.logitCap = config.find("final_logit_softcapping") ? config.numberOr("final_logit_softcapping", 0) : capped ? 30 : 0;
}

void readRotary(const Fields& config, ModelConfig& model) {
    const bool neox = model.family == "gpt_neox";
    model.hidden = config.count("hidden_size");
    model.layers = readLayers(config, "num_hidden_layers");
    model.heads = config.count("num_attention_heads");
    const FamilyDefaults& defaults = defaultsOf(model.family);
    model.kvHeads = neox ? model.heads : countOrDefault(config, "num_key_value_heads", defaults.keyHeads);
    if (model.kvHeads == 0) model.kvHeads = model.heads;
    model.headDim = neox ? 0 : countOrDefault(config, "head_dim", defaults.headDim);
    model.intermediate = config.count("intermediate_size");
    model.maxPositions = config.countOr("max_position_embeddings", defaults.maxPositions);
    model.normEpsilon = config.numberOr(neox ? "layer_norm_eps" : "rms_norm_eps", defaults.epsilon);
    model.activation = readActivation(config, model.family);
    model.tied = config.flagOr("tie_word_embeddings", defaults.tied);
    model.parallelResidual = config.flagOr("use_parallel_residual", true);
    readBiases(config, model);
    if (model.family == "gemma3_text") readGemma3Ropes(config, model);
    else model.rope = readRope(config, neox ? 0.25 : 1.0);
    if (model.rope.type == "longrope") model.maxPositions = std::min(model.maxPositions, static_cast<std::int64_t>(model.rope.originalMaxPositions));
    model.window = readWindows(config, model);
    readTraits(config, model);
}

void refuseForeignQuantisation(const Fields& config) {
    const Value* quantisation = config.find("quantization_config");
    if (!quantisation || quantisation->isNull()) return;
    const bool fourBit = quantisation->boolOr("load_in_4bit", false) && quantisation->stringOr("bnb_4bit_quant_type", "fp4") == "nf4";
    if (quantisation->stringOr("quant_method", "bitsandbytes") == "bitsandbytes" && fourBit) return;  // read as its codes stand
    config.fail(ErrorCode::Unsupported, "the weights are already quantised (" + quantisation->stringOr("quant_method", "unknown method") +
                                            "); use the original folder or one with nf4 weights of bitsandbytes, consort quantises by itself");
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
    if (!document.isObject()) config.fail(ErrorCode::Corrupt, "it is no JSON object");
    ModelConfig model;
    model.family = config.textOr("model_type", "");
    if (model.family.empty()) config.fail(ErrorCode::Corrupt, "the field 'model_type' is missing");
    architectureOf(model.family);  // before its fields: those of another family have other names
    refuseForeignQuantisation(config);
    const std::string hub = config.textOr("_name_or_path", "");
    model.name = !hub.empty() && hub.front() != '/' && hub.front() != '.' ? hub : std::filesystem::absolute(folder).lexically_normal().filename().string();
    if (model.name.empty()) model.name = std::filesystem::absolute(folder).lexically_normal().parent_path().filename().string();
    model.vocabulary = config.count("vocab_size");
    try {
        if (model.family == "gpt2") readGpt2(config, model);
        else readRotary(config, model);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidInput) throw;
        config.fail(ErrorCode::Corrupt, e.what());  // a value of the wrong type, deep inside
    }
    if (!(model.normEpsilon > 0 && model.normEpsilon < 1)) config.fail(ErrorCode::Corrupt, "the epsilon of the norm must be above 0 and below 1");
    if (model.headDim == 0 && model.hidden % model.heads != 0) config.fail(ErrorCode::Corrupt, "hidden_size is no multiple of the number of heads");
    if (model.headDim == 0) model.headDim = model.hidden / model.heads;
    if (model.heads % model.kvHeads != 0) config.fail(ErrorCode::Corrupt, "num_attention_heads is no multiple of num_key_value_heads");
    return model;
}

}  // namespace consort::nn
