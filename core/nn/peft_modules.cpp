#include "core/nn/peft_modules.h"

#include <algorithm>
#include <cmath>
#include <regex>

#include "core/base/error.h"
#include "core/nn/adapter.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void corrupt(const fs::path& folder, const std::string& what) {
    throw Error(ErrorCode::Corrupt, "the adapter in " + folder.string() + " " + what);
}

constexpr std::size_t kLongestPattern = 300;  ///< module names are short; nested repeats of long ones would take for ever

std::regex regexOf(const std::string& pattern, const fs::path& folder) {
    if (pattern.size() > kLongestPattern) corrupt(folder, "has a pattern of " + std::to_string(pattern.size()) + " characters");
    try {
        return std::regex(pattern, std::regex::ECMAScript | std::regex_constants::__polynomial);  // a hostile pattern must not take for ever
    } catch (const std::regex_error&) {
        corrupt(folder, "has the pattern '" + pattern + "', which is no regular expression that can be read here");
    }
}

/// A list of name ends, or one regular expression for whole paths.
bool isNamed(const Value& names, const std::string& path, const fs::path& folder) {
    if (names.isString()) return std::regex_match(path, regexOf(names.asString(), folder));
    return std::any_of(names.asList().begin(), names.asList().end(), [&](const Value& name) {
        const std::string& end = name.asString();
        return path == end || path.ends_with("." + end);
    });
}

/// The number of the block that a module is in: the first one in its path; −1 for none.
std::int64_t layerOf(const std::string& path) {
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string part = path.substr(begin, end - begin);
        if (!part.empty() && part.size() < 9 && part.find_first_not_of("0123456789") == std::string::npos) return std::stoll(part);
        begin = end + 1;
    }
    return -1;
}

bool isLayerNamed(const Value& layers, std::int64_t layer) {
    if (layers.isInt()) return layers.asInt() == layer;
    return std::any_of(layers.asList().begin(), layers.asList().end(), [&](const Value& one) { return one.asInt() == layer; });
}

std::vector<LinearModule> targetsOf(const Value& config, const ModelInfo& model, const fs::path& folder) {
    const Value* targets = config.find("target_modules");
    if (!targets || targets->isNull() || (targets->isList() && targets->asList().empty())) return {};
    if (*targets == Value("all-linear")) return model.linears;
    std::vector<LinearModule> selected;
    if (targets->isString()) {
        std::copy_if(model.linears.begin(), model.linears.end(), std::back_inserter(selected), [&](const LinearModule& linear) { return isNamed(*targets, linear.path, folder); });
        if (selected.empty()) corrupt(folder, "does not belong to this base: the target '" + targets->asString() + "' matches no linear module of it");
        return selected;
    }
    std::vector<std::string> names;
    for (const Value& target : targets->asList()) names.push_back(target.asString());
    try {
        return selectTargets(model, names);
    } catch (const Error& e) {
        corrupt(folder, std::string("does not belong to this base: ") + e.what());
    }
}

/// What a pattern says of each module: the first one that the path ends with, as PEFT looks it up.
std::map<std::string, double> patternValues(const Value& config, const char* key, const ModelInfo& model, const fs::path& folder) {
    std::map<std::string, double> values;
    const Value* patterns = config.find(key);
    if (!patterns || !patterns->isObject()) return values;
    for (const auto& [pattern, value] : patterns->asObject()) {
        if (!value.isNumber()) corrupt(folder, std::string("has a ") + key + " for '" + pattern + "' that is no number");
        const std::regex regex = regexOf("(.*\\.)?(" + pattern + ")", folder);
        for (const LinearModule& linear : model.linears) {
            if (std::regex_match(linear.path, regex)) values.emplace(linear.path, value.asDouble());
        }
    }
    return values;
}

}  // namespace

PeftModules::PeftModules(const Value& config, const ModelInfo& model, const fs::path& folder) {
    rank_ = config.intOr("r", 8);
    alpha_ = config.doubleOr("lora_alpha", 8);
    rsLora_ = config.boolOr("use_rslora", false);
    ranks_ = patternValues(config, "rank_pattern", model, folder);
    alphas_ = patternValues(config, "alpha_pattern", model, folder);
    for (const auto& [path, rank] : ranks_) {
        if (rank < 1 || rank > 1e6) corrupt(folder, "has the rank " + toJson(Value(rank)) + " for '" + path + "'");
    }
    expected_ = targetsOf(config, model, folder);
    const Value *excluded = config.find("exclude_modules"), *layers = config.find("layers_to_transform");
    std::erase_if(expected_, [&](const LinearModule& linear) {
        if (excluded && !excluded->isNull() && isNamed(*excluded, linear.path, folder)) return true;
        return layers && !layers->isNull() && !isLayerNamed(*layers, layerOf(linear.path));
    });
}

std::int64_t PeftModules::rank(const std::string& path) const {
    const auto found = ranks_.find(path);
    return found == ranks_.end() ? rank_ : static_cast<std::int64_t>(found->second);
}

double PeftModules::scaling(const std::string& path) const {
    const auto found = alphas_.find(path);
    const double alpha = found == alphas_.end() ? alpha_ : found->second, rank = static_cast<double>(this->rank(path));
    return alpha / (rsLora_ ? std::sqrt(rank) : rank);
}

}  // namespace consort
