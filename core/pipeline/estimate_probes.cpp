#include "core/pipeline/estimate_probes.h"

#include <algorithm>
#include <map>

#include "core/affinity/probe_choice.h"
#include "core/base/error.h"
#include "core/pipeline/probe_subsets.h"

namespace consort {
namespace {

constexpr std::int64_t kProbes = 20;  ///< where the person did not say how many

Matrix lossesOf(const std::vector<std::vector<Prediction>>& predictions) {
    const auto cols = predictions.empty() ? 0 : predictions.front().size();
    Matrix losses(static_cast<std::int64_t>(predictions.size()), static_cast<std::int64_t>(cols));
    for (std::size_t k = 0; k < predictions.size(); ++k) {
        for (std::size_t i = 0; i < cols; ++i) losses(static_cast<std::int64_t>(k), static_cast<std::int64_t>(i)) = predictions[k][i].loss;
    }
    return losses;
}

/// Sets of datasets as the person wrote them.
std::vector<Subset> namedSubsets(const Project& project, const std::vector<std::vector<std::string>>& named) {
    std::vector<Subset> subsets;
    for (const auto& names : named) {
        Subset subset;
        for (const std::string& name : names) subset.push_back(static_cast<int>(project.indexOf(name)));
        std::sort(subset.begin(), subset.end());
        const bool twice = std::adjacent_find(subset.begin(), subset.end()) != subset.end();
        if (subset.empty() || twice || std::find(subsets.begin(), subsets.end(), subset) != subsets.end()) {
            throw Error(ErrorCode::InvalidInput, "--probe-subsets: entry " + std::to_string(subsets.size() + 1) +
                                                     " is empty, or holds something twice; give every set once, with at least one dataset");
        }
        subsets.push_back(subset);
    }
    return subsets;
}

std::vector<Subset> chosenSubsets(const Project& project, const ProbeRequest& request, const std::vector<Subset>& candidates, SubsetEstimator& estimator,
                                  const JobContext& job) {
    std::vector<Subset> named = namedSubsets(project, request.subsets);
    if (!named.empty()) return named;
    const auto wanted = static_cast<std::size_t>(request.count.value_or(kProbes));
    std::vector<Subset> chosen;
    for (const std::size_t k : mostInformative(candidates, lossesOf(estimator.explore(candidates, job)), wanted)) chosen.push_back(candidates[k]);
    return chosen;
}

/// Every subset once, then every one again with the next seed.
std::vector<ProbePlan> plansOf(const Project& project, const std::vector<Subset>& chosen, std::int64_t repeats) {
    std::vector<ProbePlan> plans;
    for (std::int64_t repeat = 0; repeat < repeats; ++repeat) {
        for (const Subset& subset : chosen) plans.push_back({subset, project.settings().seed + static_cast<std::uint64_t>(repeat)});
    }
    return plans;
}

}  // namespace

Value probeInputs(const ProbeRequest& probes) {
    Value value;
    value.set("count", probes.count ? Value(*probes.count) : Value()).set("steps", probes.steps ? Value(*probes.steps) : Value());
    value.set("lr", probes.learningRate ? Value(*probes.learningRate) : Value()).set("start", probes.start).set("repeats", probes.repeats);
    Value subsets = Value::List{};
    for (const auto& names : probes.subsets) subsets.push(Value(names));
    value.set("subsets", subsets);
    return value;
}

void addProbes(Project& project, const ExpansionPoint& point, const EstimateRequest& request, const std::vector<Subset>& candidates,
               SubsetEstimator& estimator, Estimate& estimate, const JobContext& job) {
    const ProbeContext context{point, estimator.datasets(), request};
    const auto chosen = chosenSubsets(project, request.probes, candidates, estimator, job);
    const std::vector<ProbePlan> plans = plansOf(project, chosen, request.probes.repeats);
    const std::int64_t steps = probeSteps(context, plans);
    estimate.probes.clear();
    for (const Probe& probe : probeSubsets(project, context, plans, job)) {
        estimate.probes.push_back({probe.plan.subset, probe.plan.seed, steps, estimator.predict(probe.plan.subset, job), probe.measured, probe.distance,
                                   probe.firstOrder, probe.trainSeconds, probe.seconds, probe.flops});
        estimate.probeSeconds += probe.seconds;
        estimate.flops += probe.flops;
    }
    judgeProbes(estimate);
}

void judgeProbes(Estimate& estimate) {
    std::vector<Subset> subsets;
    std::vector<std::vector<Prediction>> estimated, measured;
    std::map<Subset, std::vector<Prediction>> seconds;
    for (const ProbeOutcome& probe : estimate.probes) {
        if (std::find(subsets.begin(), subsets.end(), probe.subset) != subsets.end()) {
            seconds[probe.subset] = probe.measured;
            continue;
        }
        subsets.push_back(probe.subset);
        estimated.push_back(probe.estimated);
        measured.push_back(probe.measured);
    }
    if (subsets.empty()) return;
    std::vector<std::vector<Prediction>> repeated;
    for (const Subset& subset : subsets) {
        if (const auto found = seconds.find(subset); found != seconds.end()) repeated.push_back(found->second);
    }
    if (repeated.size() != subsets.size()) repeated.clear();
    const Matrix guess = lossesOf(estimated), truth = lossesOf(measured), again = lossesOf(repeated);
    estimate.agreement = agreementOf(subsets, guess, truth, again);
    estimate.corrected = agreementOf(subsets, leaveOneOutCorrected(subsets, guess, truth), truth, again);
    estimate.correction = fitCorrection(subsets, guess, truth);
}

}  // namespace consort
