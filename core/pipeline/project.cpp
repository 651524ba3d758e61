#include "core/pipeline/project.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/nn/weight_check.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

Value toValue(const ProjectSettings& settings, const ModelInfo& model) {
    Value value;
    value.set("model", settings.model.string()).set("model_sha256", model.sha256).set("quantize", settings.quantize);
    value.set("dtype", settings.dtype).set("rank", settings.adapter.rank).set("alpha", settings.adapter.alpha);
    value.set("dropout", settings.adapter.dropout).set("targets", Value(settings.adapter.targets)).set("seed", settings.seed);
    value.set("precision", settings.precision);
    return value;
}

ProjectSettings settingsFrom(const Value& value) {
    ProjectSettings settings;
    settings.model = value.at("model").asString();
    settings.quantize = value.at("quantize").asString();
    settings.dtype = value.at("dtype").asString();
    if (const Value* precision = value.find("precision")) settings.precision = precision->asString();  // older projects have none
    settings.adapter.rank = value.at("rank").asInt();
    settings.adapter.alpha = value.at("alpha").asDouble();
    settings.adapter.dropout = value.at("dropout").asDouble();
    settings.seed = static_cast<std::uint64_t>(value.at("seed").asInt());
    for (const Value& target : value.at("targets").asList()) settings.adapter.targets.push_back(target.asString());
    return settings;
}

void requireOneOf(const std::string& option, const std::string& value, const std::vector<std::string>& allowed) {
    std::string list;
    for (const std::string& word : allowed) {
        if (word == value) return;
        list += (list.empty() ? "" : ", ") + word;
    }
    throw Error(ErrorCode::InvalidInput, "--" + option + " '" + value + "' is not known: use one of " + list);
}

void checkSettings(const ProjectSettings& settings) {
    requireOneOf("quantize", settings.quantize, {"nf4", "none"});
    requireOneOf("dtype", settings.dtype, {"auto", "float32", "bfloat16"});
    requireOneOf("precision", settings.precision, {"auto", "float32", "bfloat16"});
    const LoraConfig& adapter = settings.adapter;
    if (adapter.rank < 1 || adapter.rank > 1024) throw Error(ErrorCode::InvalidInput, "--rank must be between 1 and 1024");
    if (!(adapter.alpha > 0)) throw Error(ErrorCode::InvalidInput, "--alpha must be above 0");
    if (!(adapter.dropout >= 0 && adapter.dropout < 1)) throw Error(ErrorCode::InvalidInput, "--dropout must be at least 0 and below 1");
}

/// Throws where the tokenizer produces ids that the base has no embedding for.
void checkTokenizerFits(const Tokenizer& tokenizer, const ModelInfo& model, const fs::path& folder) {
    if (tokenizer.vocabularySize() <= model.vocabularySize) return;
    throw Error(ErrorCode::Corrupt, folder.string() + ": tokenizer.json has ids up to " + std::to_string(tokenizer.vocabularySize() - 1) +
                                        " but the embedding only " + std::to_string(model.vocabularySize) +
                                        " rows; take the tokenizer that belongs to this model");
}

}  // namespace

std::string versionText() { return std::string("consort ") + CONSORT_VERSION; }

Project::Project(Store store, ProjectSettings settings, ComputeSettings compute, ModelInfo model)
    : store_(std::move(store)), settings_(std::move(settings)), compute_(std::move(compute)), model_(std::move(model)) {}

Project Project::create(const fs::path& folder, ProjectSettings settings, const ComputeSettings& compute) {
    checkSettings(settings);
    if (folder.empty()) throw Error(ErrorCode::InvalidInput, "the project needs the path of a folder that does not exist yet");
    settings.model = fs::absolute(settings.model).lexically_normal();
    ModelInfo model = inspectModel(settings.model);
    checkTokenizerFits(Tokenizer::fromFolder(settings.model), model, settings.model);
    if (settings.adapter.targets.empty()) settings.adapter.targets = model.defaultTargets;
    selectTargets(model, settings.adapter.targets);
    checkWeightValues(settings.model);
    Store store = Store::create(folder);
    store.setMeta("settings", toValue(settings, model));
    store.setMeta("created_by", versionText());
    store.log("created with " + model.name);
    return Project(std::move(store), std::move(settings), compute, std::move(model));
}

Project Project::open(const fs::path& folder, const ComputeSettings& compute) {
    Store store = Store::open(folder);
    const Value stored = store.meta("settings");
    if (stored.isNull()) throw Error(ErrorCode::Corrupt, "the project " + folder.string() + " has no settings; create a new one");
    ProjectSettings settings = settingsFrom(stored);
    ModelInfo model = inspectModel(settings.model);
    if (model.sha256 != stored.at("model_sha256").asString()) {
        throw Error(ErrorCode::Corrupt, "the base model in " + settings.model.string() +
                                            " has changed since the project was made; put the old one back or create a new project");
    }
    return Project(std::move(store), std::move(settings), compute, std::move(model));
}

Session& Project::session() {
    if (!session_) {
        SessionOptions options;
        options.device = compute_.device;
        options.threads = compute_.threads;
        options.quantize = settings_.quantize;
        options.dtype = settings_.dtype;
        session_ = std::make_unique<Session>(Session::open(settings_.model, options));
    }
    return *session_;
}

const Tokenizer& Project::tokenizer() {
    if (!tokenizer_) {
        tokenizer_ = std::make_unique<Tokenizer>(Tokenizer::fromFolder(settings_.model));
        checkTokenizerFits(*tokenizer_, model_, settings_.model);
    }
    return *tokenizer_;
}

Adapter Project::startAdapter() const { return freshAdapter(model_, settings_.adapter, settings_.seed); }

std::size_t Project::indexOf(const std::string& dataset) const {
    const auto names = datasetNames();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == dataset) return i;
    }
    store_.datasetCard(dataset);  // throws, naming the datasets that exist
    throw Error(ErrorCode::NotFound, "no dataset '" + dataset + "'");
}

const Dataset& Project::dataset(const std::string& name) {
    for (const auto& [known, dataset] : loaded_) {
        if (known == name) return *dataset;
    }
    loaded_.emplace_back(name, std::make_unique<Dataset>(store_.dataset(name)));
    return *loaded_.back().second;
}

std::optional<StepResult> Project::reusable(const std::string& step, const std::string& key) const {
    if (compute_.force) return std::nullopt;
    return store_.result(step, key);
}

Value describe(const Project& project) {
    const ModelInfo& model = project.model();
    const LoraConfig& lora = project.settings().adapter;
    Value modelValue, adapter, value;
    modelValue.set("family", model.family).set("parameters", model.parameters).set("sha256", model.sha256).set("name", model.name);
    adapter.set("rank", lora.rank).set("alpha", lora.alpha).set("dropout", lora.dropout).set("targets", Value(lora.targets));
    value.set("project", project.store().folder().string()).set("model", modelValue).set("adapter", adapter);
    value.set("quantize", project.settings().quantize).set("dtype", project.settings().dtype).set("seed", project.settings().seed);
    return value;
}

std::string stepKey(const Value& inputs) { return sha256Hex(toJson(inputs)); }

Value projectInputs(const Project& project, const std::vector<std::string>& datasets) {
    const ProjectSettings& settings = project.settings();
    Value hashes, inputs;
    hashes = Value(Value::List{});
    for (const std::string& name : datasets) {
        Value entry;
        entry.set("name", name).set("sha256", project.store().datasetCard(name).at("sha256"));
        hashes.push(entry);
    }
    inputs.set("model", project.model().sha256).set("quantize", settings.quantize).set("dtype", settings.dtype).set("seed", settings.seed);
    inputs.set("rank", settings.adapter.rank).set("alpha", settings.adapter.alpha).set("dropout", settings.adapter.dropout);
    inputs.set("targets", Value(settings.adapter.targets)).set("datasets", hashes);
    if (settings.precision != "auto") inputs.set("precision", settings.precision);
    return inputs;
}

void missingStep(const std::string& what, const std::string& command) {
    throw Error(ErrorCode::InvalidInput, what + ": run `consort " + command + "` first");
}

}  // namespace consort
