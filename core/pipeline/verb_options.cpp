#include "core/pipeline/verb_options.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"

namespace consort {
namespace {

using Kind = OptionKind;

OptionSpec text(const char* name, Value fallback, const char* help, std::vector<std::string> choices = {}) {
    return {name, Kind::Text, std::move(fallback), help, {}, {}, std::move(choices), ""};
}

OptionSpec whole(const char* name, Value fallback, const char* help, double low, const char* alternative = "") {
    return {name, Kind::Integer, std::move(fallback), help, low, 1e12, {}, alternative};
}

OptionSpec number(const char* name, Value fallback, const char* help, std::pair<double, double> range, const char* alternative = "") {
    return {name, Kind::Number, std::move(fallback), help, range.first, range.second, {}, alternative};
}

OptionSpec names(const char* name, Value fallback, const char* help) {
    return {name, Kind::Names, std::move(fallback), help, {}, {}, {}, ""};
}

OptionSpec links(const char* name, const char* help) { return {name, Kind::Links, Value(), help, {}, {}, {}, ""}; }

std::vector<std::string> stringsOf(const Value& list) {
    std::vector<std::string> strings;
    if (list.isNull()) return strings;
    for (const Value& item : list.asList()) strings.push_back(item.asString());
    return strings;
}

std::optional<std::string> optionalText(const Value& options, const char* name) {
    const Value& value = options.at(name);
    return value.isNull() ? std::nullopt : std::optional<std::string>(value.asString());
}

std::optional<std::int64_t> optionalInt(const Value& options, const char* name) {
    const Value& value = options.at(name);
    return value.isInt() ? std::optional<std::int64_t>(value.asInt()) : std::nullopt;
}

std::optional<double> optionalNumber(const Value& options, const char* name) {
    const Value& value = options.at(name);
    return value.isNumber() ? std::optional<double>(value.asDouble()) : std::nullopt;
}

/// Every two datasets of each list: "a,b,c" links or parts all three.
std::vector<std::pair<std::string, std::string>> pairsIn(const Value& options, const char* name) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (options.at(name).isNull()) return pairs;
    for (const Value& list : options.at(name).asList()) {
        const std::vector<std::string> names = stringsOf(list);
        if (names.size() < 2) throw Error(ErrorCode::InvalidInput, std::string("--") + name + " needs two datasets, separated by a comma");
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (std::size_t j = i + 1; j < names.size(); ++j) pairs.emplace_back(names[i], names[j]);
        }
    }
    return pairs;
}

std::vector<std::pair<std::string, int>> pinsIn(const std::vector<std::string>& pins) {
    std::vector<std::pair<std::string, int>> pinned;
    for (const std::string& pin : pins) {
        const std::size_t colon = pin.rfind(':');
        const std::string digits = colon == std::string::npos ? "" : pin.substr(colon + 1);
        if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string::npos) {
            throw Error(ErrorCode::InvalidInput, "--pin '" + pin + "': expected dataset:group, for example mr:1");
        }
        pinned.emplace_back(pin.substr(0, colon), std::stoi(digits));
    }
    return pinned;
}

std::vector<std::vector<std::string>> assignmentIn(const std::string& file) {
    std::vector<std::vector<std::string>> groups;
    const Value document = parseJson(readFile(file), file);
    for (const Value& group : document.asList()) groups.push_back(stringsOf(group));
    return groups;
}

}  // namespace

const std::vector<OptionSpec>& newOptions() {
    static const std::vector<OptionSpec> specs = {
        text("model", Value(), "Folder of the base model (config.json, *.safetensors, tokenizer.json)"),
        text("quantize", "nf4", "How the frozen base is held", {"nf4", "none"}),
        text("dtype", "auto", "Compute type (auto: float32 on a CPU, bfloat16 on CUDA)", {"auto", "float32", "bfloat16"}),
        text("precision", "auto", "Matrix products of trainings (auto: the faster one on this machine, timed once a project)", {"auto", "float32", "bfloat16"}),
        whole("rank", 16, "Rank of the adapters", 1),
        number("alpha", 128.0, "Scaling of the adapters is alpha / rank", {1e-6, 1e6}),
        number("dropout", 0.1, "Dropout on the adapters' input", {0, 0.99}),
        names("targets", Value(), "Adapted modules: all-linear, or names such as q_proj,v_proj (default: q, k, v)"),
    };
    return specs;
}

const std::vector<OptionSpec>& importOptions() {
    static const std::vector<OptionSpec> specs = {
        text("name", Value(), "Name of the dataset (default: from the file or folder)"),
        text("schema", Value(), "Schema (default: detected)",
             {"classification", "multiple_choice", "prompt_completion", "alpaca", "messages", "text"}),
        text("template", Value(), "Template as text (prompt ||| target), a yaml file, the name of a shipped one (boolq, copa, ...), or auto: by the columns"),
        text("prompt-field", Value(), "Field that holds the prompt"),
        text("target-field", Value(), "Field that holds the target or label"),
        text("choices", Value(), "Answer words 'a ||| b' in the order of the labels, or letters"),
        text("chat", "auto", "Write by the base's chat template: conversations (auto), instructions and pairs too (always), nothing (never)", {"auto", "always", "never"}),
        number("valid-share", 0.1, "Share of train that becomes the missing valid split", {0, 0.9}),
        number("test-share", 0.1, "Share of train that becomes the missing test split", {0, 0.9}),
        whole("max-rows", Value(), "At most this many rows a split, drawn by label", 1),
        whole("max-tokens", 256, "Longer prompts lose tokens at their left end", 2),
    };
    return specs;
}

const std::vector<OptionSpec>& estimateOptions() {
    static const std::vector<OptionSpec> specs = {
        whole("rows", 500, "Train rows a dataset whose gradients are taken", 1),
        whole("valid-rows", kValidRows, "Validation rows a dataset that the estimate is judged by", 1),
        whole("subsets", Value(), "Subsets to fit, or all (default: all up to 10 datasets, else a balanced design)", 1, "all"),
        whole("subset-size", Value(), "Size of the subsets that the affinity is taken over (default: max(3, n/4))", 1),
        whole("dim", 400, "Dimension of the gradient sketches", 1),
        number("lambda", Value(), "Regularisation of the fits, or auto (validation loss on a grid)", {1e-12, 1e6}, "auto"),
        text("mode", "linear", "How subsets are scored", {"linear", "forward", "probe"}),
        text("row-mode", "answer", "What an example's output is", {"answer", "choice", "mean"}),
        whole("probes", Value(), "Real fine-tunings to compare with (with --mode probe; default 20)", 1),
        text("probe-subsets", Value(), "JSON file with a list of lists of names: probe exactly these sets of datasets"),
        whole("probe-steps", Value(), "Optimiser steps of every probe (default: one epoch over a subset's rows)", 1),
        number("probe-lr", Value(), "Learning rate of the probes, or auto (range test, once per project)", {1e-12, 100}, "auto"),
        text("probe-start", "point", "Where probes start: the estimate's expansion point, or a fresh adapter", {"point", "fresh"}),
        whole("probe-repeats", 1, "Trainings of every probed subset, each with a seed of its own (2 shows the noise ceiling)", 1),
        text("expand", "auto", "Expansion point", {"fresh", "warmed", "auto"}),
        whole("warm-epochs", 1, "Epochs of the joint training behind a warmed point", 1),
    };
    return specs;
}

const std::vector<OptionSpec>& groupOptions() {
    static const std::vector<OptionSpec> specs = [] {
        std::vector<std::string> methods;
        for (const Clusterer& clusterer : clusterers()) methods.emplace_back(clusterer.name);
        return std::vector<OptionSpec>{
            whole("groups", Value(), "Number of groups, or auto (the knee)", 1, "auto"),
            text("method", "refined", "How the groups are found", methods),
            text("metric", "loss", "Unit of mean, worst and the table", {"loss", "accuracy"}),
            links("must-link", "Datasets that stay together: a,b (may be repeated)"),
            links("cannot-link", "Datasets that stay apart: a,b (may be repeated)"),
            names("pin", Value(), "Datasets to groups: a:1,b:2"),
            whole("min-size", 1, "Smallest group", 1),
            whole("max-size", Value(), "Largest group", 1),
            text("assign", Value(), "JSON file with a list of lists of names: the groups as you want them"),
        };
    }();
    return specs;
}

const std::vector<OptionSpec>& trainOptions() {
    static const std::vector<OptionSpec> specs = {
        whole("group", Value(), "Only this group (from 1)", 1),
        number("epochs", 3.0, "Epochs over a run's own rows", {1e-6, 1e6}),
        whole("steps", Value(), "Optimiser steps instead of epochs", 1),
        number("lr", Value(), "Learning rate, or auto (range test, once per project)", {1e-12, 100}, "auto"),
        whole("batch", 8, "Rows an optimiser step", 1),
        whole("micro-batch", 0, "Rows that go through the model at once (0: the batch, or fewer where memory does not suffice)", 0),
        number("warmup", 0.05, "Share of all steps in which the learning rate rises", {0, 1}),
        text("schedule", "cosine", "How the learning rate falls", {"cosine", "linear", "constant"}),
        number("weight-decay", 0.0, "Decoupled weight decay", {0, 100}),
        number("clip", 1.0, "Largest gradient norm (0: none)", {0, 1e6}),
        whole("valid-every", 0, "Steps between validations (0: once an epoch)", 0),
        whole("patience", 0, "Validations without a lower loss after which a run ends early (0: never)", 0),
        names("baselines", Value(), "Also train: single, per-dataset"),
        text("start", "fresh", "Where runs begin: a fresh adapter, or the estimate's expansion point (its joint epoch is then shared)", {"fresh", "point"}),
    };
    return specs;
}

const std::vector<OptionSpec>& combineOptions() {
    static const std::vector<OptionSpec> specs = {
        text("weights", "fitted", "Ensemble weights, one vector a dataset; gate: by what the base makes of each prompt", {"fitted", "owner", "uniform", "affinity", "gate"}),
        whole("boost", 0, "Members beyond the groups' own, each for the group of the highest training loss", 0),
        text("worth", "no", "Also intervals of the weights, and what every member is worth: the loss without it (several times as long)", {"no", "yes"}),
        number("eta", Value(), "Step of a boosting member, or auto (line search; the training loss never rises)", {0, 10}, "auto"),
    };
    return specs;
}

const std::vector<OptionSpec>& evaluateOptions() {
    static const std::vector<OptionSpec> specs = {
        text("split", "test", "Rows that are scored", {"test", "valid"}),
        text("answers", "no", "Also let every system answer the rows of free text, and mark the number, letter or text that the answer comes to",
             {"no", "auto", "number", "letter", "exact"}),
        whole("answer-rows", 100, "Rows a dataset that are answered", 1),
        whole("answer-tokens", 128, "At most this many new tokens an answer", 1),
    };
    return specs;
}

const std::vector<OptionSpec>& selectOptions() {
    static const std::vector<OptionSpec> specs = {
        text("target", Value(), "Dataset that is to gain"),
        names("sources", Value(), "Datasets to choose from (default: all others)"),
        whole("clusters", Value(), "Choose among K clusters of the sources' rows instead of whole datasets", 1),
        text("strategy", "ensemble", "How sources are chosen", {"forward", "backward", "ensemble"}),
        number("keep", Value(), "Share of the sources to keep (default: as many as help, by the estimate)", {1e-6, 1}),
        whole("rows", 500, "Train rows a dataset whose gradients are taken", 1),
        whole("dim", 400, "Dimension of the gradient sketches", 1),
        number("lambda", Value(), "Regularisation of the fits, or auto (the target's validation loss)", {1e-12, 1e6}, "auto"),
        number("epochs", 3.0, "Epochs of the final training over the selected rows", {1e-6, 1e6}),
        whole("steps", Value(), "Optimiser steps instead of epochs", 1),
        number("lr", Value(), "Learning rate, or auto (range test, once per project)", {1e-12, 100}, "auto"),
        text("train-baselines", "no", "Also train on all sources, none, random ones, and those nearest by gradient and representation", {"yes", "no"}),
    };
    return specs;
}

ProjectSettings projectSettingsFrom(const Value& options) {
    if (options.at("model").isNull()) throw Error(ErrorCode::InvalidInput, "--model is missing: give the folder of the base model");
    ProjectSettings settings;
    settings.model = options.at("model").asString();
    settings.quantize = options.at("quantize").asString();
    settings.dtype = options.at("dtype").asString();
    settings.precision = options.at("precision").asString();
    settings.adapter.rank = options.at("rank").asInt();
    settings.adapter.alpha = options.at("alpha").asDouble();
    settings.adapter.dropout = options.at("dropout").asDouble();
    settings.adapter.targets = stringsOf(options.at("targets"));
    return settings;
}

namespace {

/// Checked options as texts again, without those that keep their default.
Value givenTexts(const std::vector<OptionSpec>& specs, const Value& options) {
    Value given = Value::Object{};
    for (const OptionSpec& spec : specs) {
        const Value* value = options.find(spec.name);
        if (value && !value->isNull() && !(*value == spec.fallback)) given.set(spec.name, value->isString() ? value->asString() : toJson(*value));
    }
    return given;
}

}  // namespace

ImportOptions importOptionsFrom(const Value& options) {
    ImportOptions request;
    request.name = optionalText(options, "name");
    if (const auto schema = optionalText(options, "schema")) request.schema = schemaNamed(*schema);
    const auto source = optionalText(options, "template");
    request.templateByColumns = source == "auto";
    if (source && !request.templateByColumns) request.promptTemplate = readPromptTemplate(*source);
    request.promptField = optionalText(options, "prompt-field");
    request.targetField = optionalText(options, "target-field");
    request.choices = optionalText(options, "choices");
    const std::string chat = options.at("chat").asString();
    request.chat = chat == "always" ? ChatUse::Always : chat == "never" ? ChatUse::Never : ChatUse::Auto;
    request.validShare = options.at("valid-share").asDouble();
    request.testShare = options.at("test-share").asDouble();
    request.maxRows = optionalInt(options, "max-rows");
    request.maxTokens = options.at("max-tokens").asInt();
    request.given = givenTexts(importOptions(), options);
    return request;
}

EstimateRequest estimateRequestFrom(const Value& options) {
    EstimateRequest request;
    request.mode = options.at("mode").asString();
    if (request.mode != "probe" && !options.at("probes").isNull()) {
        throw Error(ErrorCode::InvalidInput, "--probes belongs to --mode probe; add it, or leave --probes out");
    }
    request.probes.count = optionalInt(options, "probes");
    if (const auto file = optionalText(options, "probe-subsets")) request.probes.subsets = assignmentIn(*file);
    request.probes.steps = optionalInt(options, "probe-steps");
    request.probes.learningRate = optionalNumber(options, "probe-lr");
    request.probes.start = options.at("probe-start").asString();
    request.probes.repeats = options.at("probe-repeats").asInt();
    request.rows = options.at("rows").asInt();
    request.validRows = options.at("valid-rows").asInt();
    request.allSubsets = options.at("subsets").isString();
    request.subsets = optionalInt(options, "subsets");
    if (const auto size = optionalInt(options, "subset-size")) request.subsetSize = static_cast<int>(*size);
    request.dim = options.at("dim").asInt();
    request.lambda = optionalNumber(options, "lambda");
    request.rowMode = options.at("row-mode").asString();
    request.expand = options.at("expand").asString();
    request.warmEpochs = options.at("warm-epochs").asInt();
    if (request.expand == "fresh" && request.warmEpochs != 1) {
        throw Error(ErrorCode::InvalidInput, "--warm-epochs belongs to a warmed point; use --expand warmed or auto, or leave --warm-epochs out");
    }
    return request;
}

GroupRequest groupRequestFrom(const Value& options) {
    GroupRequest request;
    if (const auto groups = optionalInt(options, "groups")) request.groups = static_cast<int>(*groups);
    request.method = options.at("method").asString();
    request.metric = options.at("metric").asString();
    request.mustLink = pairsIn(options, "must-link");
    request.cannotLink = pairsIn(options, "cannot-link");
    request.pinned = pinsIn(stringsOf(options.at("pin")));
    request.minSize = static_cast<int>(options.at("min-size").asInt());
    if (const auto size = optionalInt(options, "max-size")) request.maxSize = static_cast<int>(*size);
    if (const auto file = optionalText(options, "assign")) request.assigned = assignmentIn(*file);
    return request;
}

CombineRequest combineRequestFrom(const Value& options) {
    CombineRequest request;
    request.weights = options.at("weights").asString();
    request.boost = optionalInt(options, "boost").value_or(0);
    request.eta = optionalNumber(options, "eta");
    request.worth = options.at("worth").asString() == "yes";
    if (request.eta && request.boost == 0) throw Error(ErrorCode::InvalidInput, "--eta is the step of boosting members; add --boost B, or leave it out");
    return request;
}

EvaluateRequest evaluateRequestFrom(const Value& options) {
    EvaluateRequest request;
    request.split = *splitNamed(options.at("split").asString());
    const std::string answers = options.at("answers").asString();
    if (answers != "no") request.answers = AnswerRequest{answerKindNamed(answers), options.at("answer-rows").asInt(), options.at("answer-tokens").asInt()};
    return request;
}

SelectRequest selectRequestFrom(const Value& options) {
    if (options.at("target").isNull()) throw Error(ErrorCode::InvalidInput, "--target is missing: name the dataset that is to gain");
    SelectRequest request;
    request.target = options.at("target").asString();
    request.sources = stringsOf(options.at("sources"));
    if (const auto clusters = optionalInt(options, "clusters")) request.clusters = static_cast<int>(std::min<std::int64_t>(*clusters, 1'000'000'000));
    request.strategy = options.at("strategy").asString();
    request.keep = optionalNumber(options, "keep");
    request.rows = options.at("rows").asInt();
    request.dim = options.at("dim").asInt();
    request.lambda = optionalNumber(options, "lambda");
    request.epochs = options.at("epochs").asDouble();
    request.steps = optionalInt(options, "steps");
    request.learningRate = optionalNumber(options, "lr");
    request.trainBaselines = options.at("train-baselines").asString() == "yes";
    return request;
}

TrainRequest trainRequestFrom(const Value& options) {
    TrainRequest request;
    if (const auto group = optionalInt(options, "group")) request.group = static_cast<int>(*group);
    request.options.epochs = options.at("epochs").asDouble();
    request.options.steps = optionalInt(options, "steps");
    request.learningRate = optionalNumber(options, "lr");
    request.options.batch = options.at("batch").asInt();
    request.options.microBatch = options.at("micro-batch").asInt();
    request.options.warmup = options.at("warmup").asDouble();
    request.options.schedule = options.at("schedule").asString();
    request.options.weightDecay = options.at("weight-decay").asDouble();
    request.options.clip = options.at("clip").asDouble();
    request.options.validEvery = options.at("valid-every").asInt();
    request.options.patience = options.at("patience").asInt();
    request.baselines = stringsOf(options.at("baselines"));
    request.start = options.at("start").asString();
    return request;
}

}  // namespace consort
