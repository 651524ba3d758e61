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
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

constexpr double kLogitRounding = 1e-7;
const std::vector<std::string> kMethods = {"fitted", "owner", "uniform", "affinity"};

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

/// Every row's loss differentiated by the weights, by central differences.
Matrix rowGradients(const MemberStates& states, const std::vector<double>& weights) {
    constexpr double kStep = 1e-3;
    Matrix gradients(static_cast<std::int64_t>(states.examples()), static_cast<std::int64_t>(weights.size()));
    for (std::size_t a = 0; a < weights.size(); ++a) {
        std::vector<double> up = weights, down = weights;
        up[a] += kStep;
        down[a] -= kStep;
        const std::vector<RowScore> above = states.scores(up), below = states.scores(down);
        for (std::size_t r = 0; r < above.size(); ++r) gradients(static_cast<std::int64_t>(r), static_cast<std::int64_t>(a)) = (above[r].loss - below[r].loss) / (2 * kStep);
    }
    return gradients;
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

Combination combinationFrom(const Value& value, const std::string& key) {
    Combination combination;
    combination.key = key;
    combination.method = value.at("method").asString();
    for (const Value& member : value.at("members").asList()) {
        combination.members.push_back({member.at("id").asString(), member.at("kind").asString(), member.at("group").asString(),
                                       member.at("weight").asDouble()});
    }
    for (const auto& [dataset, weights] : value.at("weights").asObject()) {
        combination.datasets.push_back(dataset);
        combination.weights.emplace_back();
        for (const Value& weight : weights.asList()) combination.weights.back().push_back(weight.asDouble());
    }
    for (const Value& step : value.at("boosting").asList()) {
        combination.boosting.push_back({step.at("id").asString(), step.at("group").asString(), step.at("eta").asDouble(),
                                        step.at("train_loss_before").asDouble(), step.at("train_loss_after").asDouble()});
    }
    combination.losses = value.at("losses");
    if (const Value* worth = value.find("worth")) combination.worth = *worth;
    return combination;
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
        combination.weights.push_back(chosen(ways, method));
        combination.losses.set(combination.datasets[i], ways.losses);
        if (!request.worth) continue;
        job.progress("worth", static_cast<std::int64_t>(i), static_cast<std::int64_t>(states.size()), "datasets");
        job.throwIfStopped();
        combination.worth.set(combination.datasets[i], worthOf(states[i], combination.weights.back()));
    }
    const auto global = method == "fitted" ? globalWeights(states, members.size()) : uniformWeights(members.size());
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

std::vector<RunRecord> memberRuns(const Project& project) {
    const auto grouping = currentGrouping(project);
    const std::string folder = project.store().folder().string();
    if (!grouping) missingStep("the datasets are not grouped yet", "group " + folder);
    std::vector<RunRecord> members;
    for (std::size_t g = 0; g < grouping->groups.size(); ++g) {
        const auto run = project.store().run("g" + std::to_string(g + 1));
        if (!run || !isFinished(*run) || run->datasets != grouping->groups[g]) {
            missingStep("group " + std::to_string(g + 1) + " of the current grouping is not trained", "train " + folder);
        }
        members.push_back(*run);
    }
    const std::vector<RunRecord> adopted = adoptedRuns(project);
    members.insert(members.end(), adopted.begin(), adopted.end());
    return members;
}

std::vector<RunRecord> combinedRuns(const Project& project, const std::optional<Combination>& combination) {
    std::vector<RunRecord> runs = memberRuns(project);
    const auto isCombined = [&](std::size_t a) { return combination->members[a].id == runs[a].id; };
    bool current = combination && combination->mixedMembers() == runs.size();
    for (std::size_t a = 0; current && a < runs.size(); ++a) current = isCombined(a);
    if (!current) missingStep("the members are not combined yet", "combine " + project.store().folder().string());
    for (std::size_t a = runs.size(); a < combination->members.size(); ++a) {
        const auto run = project.store().run(combination->members[a].id);
        if (!run) missingStep("the boosting member " + combination->members[a].id + " is gone", "combine " + project.store().folder().string());
        runs.push_back(*run);
    }
    return runs;
}

double Combination::baseWeight(std::size_t dataset) const {
    double sum = 0;
    for (std::size_t a = mixedMembers(); a < members.size(); ++a) sum += weights[dataset][a];
    return sum == 0 ? 0 : -sum;
}

std::size_t Combination::mixedMembers() const {
    return static_cast<std::size_t>(std::count_if(members.begin(), members.end(), [](const CombinedMember& member) { return member.kind != "boost"; }));
}

Combination combineMembers(Project& project, const CombineRequest& request, const JobContext& job) {
    if (std::find(kMethods.begin(), kMethods.end(), request.weights) == kMethods.end()) {
        throw Error(ErrorCode::InvalidInput, "--weights '" + request.weights + "' is not known: use fitted, owner, uniform or affinity");
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
        return combinationFrom(known->value, key);
    }
    Combination combination = fitAll(project, members, request, job);
    combination.key = key;
    project.store().putResult({"combine", key, toValue(combination), 0, 0});
    return combination;
}

std::optional<Combination> currentCombination(const Project& project) {
    const auto stored = project.store().result("combine");
    if (!stored) return std::nullopt;
    return combinationFrom(stored->value, stored->key);
}

Value toValue(const Combination& combination) {
    Value members = Value::List{}, weights = Value::Object{}, boosting = Value::List{}, value;
    for (const CombinedMember& member : combination.members) {
        Value entry;
        entry.set("id", member.id).set("kind", member.kind).set("group", member.group).set("weight", member.weight);
        members.push(entry);
    }
    for (std::size_t i = 0; i < combination.datasets.size(); ++i) weights.set(combination.datasets[i], Value(combination.weights[i]));
    for (const BoostRecord& step : combination.boosting) {
        Value entry;
        entry.set("id", step.id).set("group", step.group).set("eta", step.eta);
        entry.set("train_loss_before", step.trainLossBefore).set("train_loss_after", step.trainLossAfter);
        boosting.push(entry);
    }
    value.set("method", combination.method).set("members", members).set("weights", weights).set("boosting", boosting);
    value.set("losses", combination.losses);
    if (!combination.worth.isNull()) value.set("worth", combination.worth);
    return value;
}

}  // namespace consort
