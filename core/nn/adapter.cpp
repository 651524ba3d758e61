#include "core/nn/adapter.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"

namespace consort {
namespace {

bool isSelected(const std::string& path, const std::string& target) {
    return path == target || (path.size() > target.size() && path.ends_with(target) && path[path.size() - target.size() - 1] == '.');
}

}  // namespace

std::int64_t Adapter::parameters() const {
    std::int64_t count = 0;
    for (const LoraWeights& module : modules) count += module.a.rows * module.a.cols + module.b.rows * module.b.cols;
    return count;
}

std::vector<LinearModule> selectTargets(const ModelInfo& model, const std::vector<std::string>& targets) {
    const std::vector<std::string>& wanted = targets.empty() ? model.defaultTargets : targets;
    if (wanted.size() == 1 && wanted.front() == "all-linear") return model.linears;
    std::vector<LinearModule> selected;
    std::vector<bool> used(wanted.size(), false);
    for (const LinearModule& linear : model.linears) {
        bool hit = false;
        for (std::size_t t = 0; t < wanted.size(); ++t) {
            if (!isSelected(linear.path, wanted[t])) continue;
            used[t] = hit = true;
        }
        if (hit) selected.push_back(linear);
    }
    for (std::size_t t = 0; t < wanted.size(); ++t) {
        if (!used[t]) throw Error(ErrorCode::InvalidInput, "the target '" + wanted[t] + "' matches no linear module of this " + model.family + " model");
    }
    return selected;
}

Adapter freshAdapter(const ModelInfo& model, const LoraConfig& config, std::uint64_t seed) {
    Adapter adapter;
    adapter.config = config;
    for (const LinearModule& linear : selectTargets(model, config.targets)) {
        LoraWeights weights{linear.path, FloatMatrix(config.rank, linear.in), FloatMatrix(linear.out, config.rank)};
        const double bound = 1.0 / std::sqrt(static_cast<double>(linear.in));
        const std::uint64_t stream = streamOf(linear.path);
        for (std::size_t i = 0; i < weights.a.values.size(); ++i) {
            weights.a.values[i] = static_cast<float>((2 * counterUniform(seed, stream, i) - 1) * bound);
        }
        adapter.modules.push_back(std::move(weights));
    }
    return adapter;
}

}  // namespace consort
