#pragma once
// Internal to core/nn. What an adapter_config.json says of single modules: which are adapted, of what rank, how strongly.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/nn/session.h"

namespace consort {

class PeftModules {
public:
    /// Throws Error{Corrupt} naming the folder for targets that this base has not, patterns that are no regular expressions, a rank below 1.
    PeftModules(const Value& config, const ModelInfo& model, const std::filesystem::path& folder);

    /// The modules that target_modules (a list of name ends, or one regular expression), exclude_modules and layers_to_transform select;
    /// empty where the config names no targets: the file then tells.
    const std::vector<LinearModule>& expected() const { return expected_; }
    std::int64_t rank(const std::string& path) const;   ///< of rank_pattern, else r
    double scaling(const std::string& path) const;      ///< alpha / rank, alpha / √rank with rsLoRA
    bool differ() const { return !ranks_.empty() || !alphas_.empty(); }  ///< there are patterns

private:
    std::int64_t rank_ = 8;
    double alpha_ = 8;
    bool rsLora_ = false;
    std::map<std::string, double> ranks_, alphas_;  ///< by module path, where a pattern says so
    std::vector<LinearModule> expected_;
};

}  // namespace consort
