#include "core/pipeline/combine_members.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/affinity/affinity_matrix.h"
#include "core/base/error.h"
#include "core/ensemble/weight_fit.h"
#include "core/ensemble/weight_worth.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/adopt_adapter.h"
#include "core/pipeline/boost_members.h"
#include "core/pipeline/estimate_rows.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/member_gate.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

constexpr double kLogitRounding = 1e-7;
const std::vector<std::string> kMethods = {"fitted", "owner", "uniform", "affinity", "gate"};

std::size_t ownerOf(const std::vector<RunRecord>& members, const std::string& dataset) {
    for (std::size_t a = 0; a < members.size(); ++a) {
        const auto& names = members[a].datasets;
        if (std::find(names.begin(), names.end(), dataset) != names.end()) return a;
    }
    throw Error(ErrorCode::InvalidInput, "the dataset '" + dataset + "' is in no group: run `consort group` again");
}

/// Members' hidden states on the target positions of every dataset's validation rows; choices play no part in the loss.
std::vector<MemberStates> validationStates(Project& project, const std::vector<Adapter>& adapters, const JobContext& job) {
    std::vector<const Adapter*> borrowed;
    for (const Adapter& adapter : adapters) borrowed.push_back(&adapter);
    std::vector<MemberStates> states;
    const auto names = project.datasetNames();
    for (std::size_t i = 0; i < names.size(); ++i) {
        job.throwIfStopped();
        job.progress("combine", static_cast<std::int64_t>(i), static_cast<std::int64_t>(names.size()), "datasets");
        const std::vector<Example> rows = withoutChoices(project.dataset(names[i]).split(Split::Valid));
        states.push_back(MemberStates::compute(project.session(), borrowed, rows, job));
    }
    job.progress("combine", static_cast<std::int64_t>(names.size()), static_cast<std::int64_t>(names.size()), "datasets");
    return states;
}

/// The affinity way of weighting needs an estimate of exactly these datasets.
std::optional<Matrix> affinityFor(const Project& project) {
    const auto estimate = currentEstimate(project);
    if (!estimate || estimate->datasets != project.datasetNames()) return std::nullopt;
    return standardised(estimate->affinity.value, estimate->affinity.standardError);
}

std::vector<std::vector<int>> groupIndices(const Project& project, const std::vector<RunRecord>& members) {
    std::vector<std::vector<int>> groups;
    for (const RunRecord& member : members) {
        groups.emplace_back();
        for (const std::string& name : member.datasets) groups.back().push_back(static_cast<int>(project.indexOf(name)));
    }
    return groups;
}

/// Every way of weighting one dataset, and the validation loss of each.
struct Ways {
    std::vector<std::pair<std::string, std::vector<double>>> weights;
    Value losses;
};

Ways waysOf(const MemberStates& states, std::size_t owner, const std::optional<std::vector<double>>& byAffinity) {
    Ways ways;
    const std::size_t m = states.members();
    const bool hasRows = states.examples() > 0;
    ways.weights.emplace_back("fitted", hasRows ? fittedWeights(states) : ownerWeights(m, owner));
    ways.weights.emplace_back("owner", ownerWeights(m, owner));
    ways.weights.emplace_back("uniform", uniformWeights(m));
    if (byAffinity) ways.weights.emplace_back("affinity", *byAffinity);
    for (const auto& [name, weights] : ways.weights) ways.losses.set(name, hasRows ? Value(states.loss(weights, nullptr)) : Value());
    return ways;
}

/// Every row's loss differentiated by the weights, (rows, m).
Matrix rowGradients(const MemberStates& states, const std::vector<double>& weights) {
    Matrix repeated(static_cast<std::int64_t>(states.examples()), static_cast<std::int64_t>(weights.size()));
    for (std::int64_t r = 0; r < repeated.rows; ++r) std::copy(weights.begin(), weights.end(), repeated.row(r).begin());
    return states.rowDerivatives(repeated).gradient;
}

/// `whole` with the entries at `free` fitted, on the simplex, while the others stay.
std::vector<double> fittedAt(const MemberStates& states, std::vector<double> whole, const std::vector<std::size_t>& free) {
    const auto filled = [&](std::span<const double> w) {
        std::vector<double> all = whole;
        for (std::size_t a = 0; a < free.size(); ++a) all[free[a]] = w[a];
        return all;
    };
    const auto loss = [&](std::span<const double> w, Derivatives* derivatives) {
        Derivatives full;
        const double value = states.loss(filled(w), derivatives ? &full : nullptr);
        if (!derivatives) return value;
        const auto count = static_cast<std::int64_t>(free.size());
        *derivatives = {std::vector<double>(free.size()), Matrix(count, count)};
        for (std::int64_t a = 0; a < count; ++a) {
            const auto row = static_cast<std::int64_t>(free[static_cast<std::size_t>(a)]);
            derivatives->gradient[static_cast<std::size_t>(a)] = full.gradient[static_cast<std::size_t>(row)];
            for (std::int64_t b = 0; b < count; ++b) derivatives->curvature(a, b) = full.curvature(row, static_cast<std::int64_t>(free[static_cast<std::size_t>(b)]));
        }
        return value;
    };
    return filled(fitSimplexWeights(free.size(), loss, kLogitRounding).weights);
}

/// The least loss that the members but one reach.
double lossWithout(const MemberStates& states, std::size_t left) {
    std::vector<std::size_t> others;
    for (std::size_t a = 0; a < states.members(); ++a) {
        if (a != left) others.push_back(a);
    }
    return states.loss(fittedAt(states, std::vector<double>(states.members(), 0.0), others), nullptr);
}

Value worthOf(const MemberStates& states, const std::vector<double>& weights) {
    Value list = Value::List{};
    if (states.examples() == 0) return list;
    Derivatives derivatives;
    const double best = states.loss(weights, &derivatives);
    const std::vector<WeightInterval> intervals = weightIntervals(weights, rowGradients(states, weights), derivatives.curvature);
    for (std::size_t a = 0; a < weights.size(); ++a) {
        Value entry;
        const bool known = std::isfinite(intervals[a].low);
        entry.set("interval", known ? Value(Value::List{Value(intervals[a].low), Value(intervals[a].high)}) : Value());
        list.push(entry.set("worth", weights.size() > 1 ? Value(lossWithout(states, a) - best) : Value()));
    }
    return list;
}

std::vector<double> chosen(const Ways& ways, const std::string& method) {
    for (const auto& [name, weights] : ways.weights) {
        if (name == method) return weights;
    }
    missingStep("weights by affinity need an estimate of all datasets", "estimate");
}

/// One weight vector for the cat form: mean over the datasets of the validation loss.
std::vector<double> globalWeights(const std::vector<MemberStates>& states, std::size_t members) {
    std::vector<const MemberStates*> used;
    for (const MemberStates& one : states) {
        if (one.examples() > 0) used.push_back(&one);
    }
    if (used.empty()) return uniformWeights(members);
    const auto loss = [&](std::span<const double> w, Derivatives* derivatives) {
        const auto m = static_cast<std::int64_t>(w.size());
        const auto count = static_cast<double>(used.size());
        double total = 0;
        if (derivatives) *derivatives = {std::vector<double>(w.size(), 0.0), Matrix(m, m)};
        Derivatives part;
        for (const MemberStates* one : used) {
            total += one->loss(w, derivatives ? &part : nullptr) / count;
            for (std::size_t a = 0; derivatives && a < w.size(); ++a) derivatives->gradient[a] += part.gradient[a] / count;
            for (std::size_t k = 0; derivatives && k < part.curvature.values.size(); ++k) derivatives->curvature.values[k] += part.curvature.values[k] / count;
        }
        return total;
    };
    return fitSimplexWeights(members, loss, kLogitRounding).weights;
}

bool inGroup(const RunRecord& run, const std::string& dataset) { return std::find(run.datasets.begin(), run.datasets.end(), dataset) != run.datasets.end(); }

/// Boosting members stand behind the groups' own.
void addBoosting(Project& project, const MemberMixture& mixture, const CombineRequest& request, Combination& combination, const JobContext& job) {
    for (const BoostStep& step : boostMembers(project, mixture, request.boost, request.eta, job)) {
        combination.members.push_back({step.run.id, "boost", step.group, 0.0});
        combination.boosting.push_back({step.run.id, step.group, step.eta, step.trainLossBefore, step.trainLossAfter});
        for (std::size_t i = 0; i < combination.datasets.size(); ++i) {
            combination.weights[i].push_back(inGroup(step.run, combination.datasets[i]) ? step.eta : 0.0);
        }
    }
}

/// One gate for all datasets in the place of a weight vector each.
void addGate(Project& project, const std::vector<MemberStates>& states, Combination& combination, const JobContext& job) {
    const auto [fit, weights] = fitMemberGate(project, states, job);
    combination.gate = fit.gate;
    combination.gateFacts.set("penalty", std::isfinite(fit.penalty) ? Value(fit.penalty) : Value()).set("axes", static_cast<std::int64_t>(fit.axes));
    combination.gateFacts.set("rows", static_cast<std::int64_t>(fit.heldOut.size()));
    Value losses;
    std::int64_t row = 0;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const std::string& name = combination.datasets[i];
        const auto count = static_cast<std::int64_t>(states[i].examples());
        double loss = 0;
        std::vector<double>& mean = combination.weights[i];
        if (count > 0) std::fill(mean.begin(), mean.end(), 0.0);
        for (const std::int64_t end = row + count; row < end; ++row) {
            loss += fit.heldOut[static_cast<std::size_t>(row)] / static_cast<double>(count);
            for (std::size_t a = 0; a < mean.size(); ++a) mean[a] += weights(row, static_cast<std::int64_t>(a)) / static_cast<double>(count);
        }
        Value ways = combination.losses.at(name);
        losses.set(name, ways.set("gate", count > 0 ? Value(loss) : Value()));
    }
    combination.losses = losses;
}

Combination fitAll(Project& project, const std::vector<RunRecord>& members, const CombineRequest& request, const JobContext& job) {
    const std::string& method = request.weights;
    std::vector<Adapter> adapters;
    for (const RunRecord& run : members) adapters.push_back(adapterOf(project, run));
    const std::vector<MemberStates> states = validationStates(project, adapters, job);
    const auto affinity = affinityFor(project);
    const auto groups = groupIndices(project, members);
    Combination combination;
    combination.method = method;
    combination.datasets = project.datasetNames();
    for (std::size_t i = 0; i < states.size(); ++i) {
        std::optional<std::vector<double>> byAffinity;
        if (affinity) byAffinity = affinityWeights(*affinity, static_cast<int>(i), groups);
        const Ways ways = waysOf(states[i], ownerOf(members, combination.datasets[i]), byAffinity);
        combination.weights.push_back(chosen(ways, method == "gate" ? "fitted" : method));
        combination.losses.set(combination.datasets[i], ways.losses);
        if (!request.worth) continue;
        job.progress("worth", static_cast<std::int64_t>(i), static_cast<std::int64_t>(states.size()), "datasets");
        job.throwIfStopped();
        combination.worth.set(combination.datasets[i], worthOf(states[i], combination.weights.back()));
    }
    if (method == "gate") addGate(project, states, combination, job);
    const auto global = method == "fitted" || method == "gate" ? globalWeights(states, members.size()) : uniformWeights(members.size());
    for (std::size_t a = 0; a < members.size(); ++a) combination.members.push_back({members[a].id, members[a].kind, members[a].id, global[a]});
    if (request.boost > 0) addBoosting(project, {members, adapters, combination.weights}, request, combination, job);
    return combination;
}

}  // namespace

std::vector<double> fittedWeights(const MemberStates& states, const std::vector<double>& fixed) {
    std::vector<std::size_t> own(states.members() - fixed.size());
    std::iota(own.begin(), own.end(), std::size_t{0});
    std::vector<double> whole(own.size(), 0.0);
    whole.insert(whole.end(), fixed.begin(), fixed.end());
    std::vector<double> fitted = fittedAt(states, std::move(whole), own);
    fitted.resize(own.size());
    return fitted;
}

Combination combineMembers(Project& project, const CombineRequest& request, const JobContext& job) {
    if (std::find(kMethods.begin(), kMethods.end(), request.weights) == kMethods.end()) {
        throw Error(ErrorCode::InvalidInput, "--weights '" + request.weights + "' is not known: use fitted, owner, uniform, affinity or gate");
    }
    if (request.weights == "gate" && request.boost > 0) {
        throw Error(ErrorCode::InvalidInput, "--boost goes with one weight vector a dataset, not with --weights gate: use --weights fitted");
    }
    const StageLock lock(project.store().folder(), "combine");
    const std::vector<RunRecord> members = memberRuns(project);
    Value inputs = projectInputs(project, project.datasetNames());
    inputs.set("method", request.weights);
    if (request.boost > 0) inputs.set("boost", request.boost).set("eta", request.eta ? Value(*request.eta) : Value());
    if (request.worth) inputs.set("worth", true);
    for (const RunRecord& run : members) inputs.set("run_" + run.id, run.key);
    const std::string key = stepKey(inputs);
    if (auto known = project.reusable("combine", key)) {
        job.note("combine: reused");
        project.store().putResult(*known);
        return combinationFrom(project, known->value, key);
    }
    Combination combination = fitAll(project, members, request, job);
    combination.key = key;
    if (combination.gate) storeGate(project, key, *combination.gate);
    project.store().putResult({"combine", key, toValue(combination), 0, 0});
    return combination;
}

}  // namespace consort
