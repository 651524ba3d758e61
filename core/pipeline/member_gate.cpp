#include "core/pipeline/member_gate.h"

#include <algorithm>

#include "core/nn/representations.h"

namespace consort {
namespace {

/// What the base makes of the validation prompts of all datasets, one below the other.
FloatMatrix validationRepresentations(Project& project, const JobContext& job) {
    FloatMatrix all(0, project.model().hiddenSize);
    for (const std::string& name : project.datasetNames()) {
        const FloatMatrix some = representations(project.session(), project.dataset(name).split(Split::Valid), job);
        all.values.insert(all.values.end(), some.values.begin(), some.values.end());
        all.rows += some.rows;
    }
    return all;
}

std::vector<double> sharesOf(const std::vector<MemberStates>& states) {
    const auto used = std::count_if(states.begin(), states.end(), [](const MemberStates& one) { return one.examples() > 0; });
    std::vector<double> share;
    for (const MemberStates& one : states) share.insert(share.end(), one.examples(), 1.0 / (static_cast<double>(used) * static_cast<double>(one.examples())));
    return share;
}

Matrix rowsFrom(const Matrix& all, std::int64_t begin, std::int64_t count) {
    Matrix some(count, all.cols);
    std::copy_n(all.values.begin() + begin * all.cols, count * all.cols, some.values.begin());
    return some;
}

void append(std::vector<double>& all, const std::vector<double>& some) { all.insert(all.end(), some.begin(), some.end()); }

}  // namespace

MemberGateFit fitMemberGate(Project& project, const std::vector<MemberStates>& states, const JobContext& job) {
    const GateLoss loss = [&](const Matrix& weights) {
        RowDerivatives all{{}, Matrix(0, weights.cols), Matrix(0, weights.cols * weights.cols)};
        for (const MemberStates& one : states) {
            job.throwIfStopped();
            const auto count = static_cast<std::int64_t>(one.examples());
            const RowDerivatives some = one.rowDerivatives(rowsFrom(weights, all.gradient.rows, count));
            append(all.losses, some.losses);
            append(all.gradient.values, some.gradient.values);
            append(all.curvature.values, some.curvature.values);
            all.gradient.rows += count;
            all.curvature.rows += count;
        }
        return all;
    };
    const FloatMatrix seen = validationRepresentations(project, job);
    GateFit fit = fitGate(seen, sharesOf(states), states.front().members(), loss, project.settings().seed);
    Matrix weights = fit.gate.weights(seen);
    return {std::move(fit), std::move(weights)};
}

void storeGate(Project& project, const std::string& key, const Gate& gate) { project.store().putResult({"gate", key, toValue(gate), 0, 0}); }

std::optional<Gate> storedGate(const Project& project, const std::string& key, std::size_t members) {
    const auto stored = project.store().result("gate", key);
    if (!stored) return std::nullopt;
    return gateFrom(stored->value, members, project.model().hiddenSize, "the project's gate");
}

Matrix gateWeights(Project& project, const Gate& gate, std::span<const Example> rows, const JobContext& job) {
    return gate.weights(representations(project.session(), rows, job));
}

}  // namespace consort
