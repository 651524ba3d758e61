#include "core/pipeline/estimate_subsets.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "core/affinity/subset_sampler.h"
#include "core/base/error.h"
#include "core/base/memory.h"
#include "core/pipeline/estimate_document.h"
#include "core/pipeline/estimate_probes.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/fit_store.h"
#include "core/pipeline/forward_estimate.h"
#include "core/pipeline/forward_penalty.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {
namespace {

using Clock = std::chrono::steady_clock;
double secondsSince(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

void requireUsableRows(Project& project) {
    const auto names = project.datasetNames();
    if (names.empty()) missingStep("the project has no datasets", "import " + project.store().folder().string() + " PATH");
    for (const std::string& name : names) {
        const Dataset& dataset = project.dataset(name);
        for (const Split split : {Split::Train, Split::Valid}) {
            if (!dataset.split(split).empty()) continue;
            throw Error(ErrorCode::InvalidInput, "the dataset '" + name + "' has no " + splitName(split) +
                                                     " rows; import it again with a larger file or another --valid-share");
        }
    }
}

/// All sketches are held at once for the fits, and once more in the file that is being written.
void requireMemoryForSketches(Project& project, const EstimateRequest& request) {
    std::int64_t rows = 0;
    for (const std::string& name : project.datasetNames()) {
        const Dataset& dataset = project.dataset(name);
        rows += std::min<std::int64_t>(request.rows, static_cast<std::int64_t>(dataset.split(Split::Train).size()));
        rows += std::min<std::int64_t>(request.validRows, static_cast<std::int64_t>(dataset.split(Split::Valid).size()));
    }
    requireMemory(2.0 * sizeof(float) * static_cast<double>(rows) * static_cast<double>(request.dim),
                  "the estimate (" + std::to_string(rows) + " rows × " + std::to_string(request.dim) + " dimensions)",
                  "use fewer --rows or --valid-rows, or a smaller --dim");
}

SubsetPlan planFor(const Project& project, const EstimateRequest& request) {
    SubsetRequest subsets;
    subsets.datasets = static_cast<int>(project.datasetNames().size());
    subsets.all = request.allSubsets;
    subsets.count = request.subsets;
    subsets.size = request.subsetSize;
    subsets.seed = project.settings().seed;
    return planSubsets(subsets);
}

Value requestValue(const EstimateRequest& request, const ExpansionPoint& point) {
    Value value;
    value.set("rows", request.rows).set("valid_rows", request.validRows).set("all", request.allSubsets).set("subsets", request.subsets ? Value(*request.subsets) : Value());
    value.set("size", request.subsetSize ? Value(*request.subsetSize) : Value()).set("dim", request.dim);
    value.set("lambda", request.lambda ? Value(*request.lambda) : Value("length 3")).set("row_mode", request.rowMode).set("point", point.key);
    if (request.mode == "forward") value.set("mode", request.mode);
    return value;
}

/// λ as asked for; or the length of displacements found before on some of these datasets; or found now.
Penalty penaltyFor(Project& project, const EstimateRequest& request, const std::vector<DatasetRows>& rows, const SubsetPlan& plan,
                 const ExpansionPoint& point, const JobContext& job) {
    if (request.lambda) return {*request.lambda, 0};
    Value inputs = projectInputs(project, {});
    inputs.set("rows", request.rows).set("row_mode", request.rowMode).set("dim", request.dim).set("point", point.key).set("by", "length").set("reach", kReach);
    const std::string key = stepKey(inputs);
    if (const auto known = project.reusable("lambda", key)) return {known->value.at("lambda").asDouble(), known->value.at("radius").asDouble(), kReach};
    std::vector<Subset> counted;
    for (const std::size_t k : plan.affinity) counted.push_back(plan.subsets[k]);
    JudgingRows judging;
    for (const DatasetRows& one : rows) judging.push_back(judgingRows(project, one.name));
    const PenaltyChoice found = forwardPenalty(project, point, rows, request, judging, counted, job);
    Value curve = Value::List{}, value;
    for (const PenaltyPoint& one : found.curve) {
        Value entry;
        entry.set("lambda", one.penalty.lambda).set("radius", one.penalty.radius).set("loss", one.loss);
        curve.push(entry);
    }
    value.set("lambda", found.penalty.lambda).set("radius", found.penalty.radius).set("curve", curve);
    project.store().putResult({"lambda", key, value, 0, 0});
    return found.penalty;
}

Subset allOf(std::size_t count) {
    Subset full;
    for (std::size_t i = 0; i < count; ++i) full.push_back(static_cast<int>(i));
    return full;
}

double medianLambda(SubsetEstimator& estimator, const SubsetPlan& plan, const JobContext& job) {
    std::vector<LinearRows> rows;
    for (const DatasetRows& one : estimator.datasets()) rows.push_back(one.train);
    std::vector<double> lambdas;
    for (const std::size_t k : plan.affinity) {
        std::vector<double> w = estimator.weights(plan.subsets[k], job);
        for (double& value : w) value *= estimator.penalty().reach;
        lambdas.push_back(lambdaAt(rows, plan.subsets[k], false, w));
    }
    const auto middle = lambdas.begin() + static_cast<std::ptrdiff_t>(lambdas.size() / 2);
    std::nth_element(lambdas.begin(), middle, lambdas.end());
    return *middle;
}

void fillPredictions(SubsetEstimator& estimator, Estimate& estimate, const JobContext& job) {
    estimate.single = estimator.predict(allOf(estimator.count()), job);
    estimate.alone.clear();
    for (std::size_t i = 0; i < estimator.count(); ++i) estimate.alone.push_back(estimator.predict({static_cast<int>(i)}, job)[i]);
}

Prediction predictionIn(const PerformanceTable& table, std::int64_t k, std::int64_t i) { return {table.loss(k, i), table.accuracy(k, i), table.macroF1(k, i)}; }

/// Affinity and predictions from displacements that are really set into the adapter: the counted subsets, the full set and the singles.
void fillForward(Project& project, const ExpansionPoint& point, const std::vector<DatasetRows>& rows, const EstimateRequest& request,
                 const SubsetPlan& plan, Estimate& estimate, const JobContext& job) {
    std::vector<Subset> subsets;
    std::vector<std::size_t> counted;
    for (const std::size_t k : plan.affinity) {
        counted.push_back(subsets.size());
        subsets.push_back(plan.subsets[k]);
    }
    const std::size_t full = subsets.size();
    subsets.push_back(allOf(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) subsets.push_back({static_cast<int>(i)});
    const PerformanceTable table = forwardTable(project, point, rows, request, subsets, {estimate.lambda, estimate.radius, estimate.reach}, job);
    estimate.mode = "forward";
    estimate.affinity = affinityOf(table, counted, plan.exhaustive);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        estimate.single.push_back(predictionIn(table, static_cast<std::int64_t>(full), static_cast<std::int64_t>(i)));
        estimate.alone.push_back(predictionIn(table, static_cast<std::int64_t>(full + 1 + i), static_cast<std::int64_t>(i)));
    }
}

std::vector<DatasetRows> collectAll(Project& project, const ExpansionPoint& point, const EstimateRequest& request, Estimate& estimate,
                                    const JobContext& job) {
    std::vector<DatasetRows> rows;
    int reused = 0;
    for (const std::string& name : estimate.datasets) {
        job.throwIfStopped();
        rows.push_back(collectRows(project, name, point, request, job));
        estimate.flops += rows.back().flops;
        reused += rows.back().reused ? 1 : 0;
    }
    if (reused > 0) job.note("gradients of " + std::to_string(reused) + " of " + std::to_string(rows.size()) + " datasets: reused");
    return rows;
}

Estimate computeEstimate(Project& project, const EstimateRequest& request, const ExpansionPoint& point, const JobContext& job) {
    Estimate estimate;
    estimate.datasets = project.datasetNames();
    estimate.dim = request.dim;
    estimate.seed = project.settings().seed;
    estimate.expand = point.kind;
    estimate.rowMode = request.rowMode;
    estimate.flops = point.flops;
    const SubsetPlan plan = planFor(project, request);
    auto begin = Clock::now();
    const std::vector<DatasetRows> rows = collectAll(project, point, request, estimate, job);
    estimate.gradientSeconds = secondsSince(begin);

    begin = Clock::now();
    const Penalty penalty = penaltyFor(project, request, rows, plan, point, job);
    const std::string fitsKey = fitsKeyFor(project, request, penalty, point.key);
    SubsetEstimator estimator(rows, penalty, project.device());
    recallFits(project, fitsKey, estimator);
    estimator.fit(plan.subsets, job);
    keepFits(project, fitsKey, plan.subsets, estimator, job);
    estimate.subsets = std::count_if(plan.subsets.begin(), plan.subsets.end(), [](const Subset& subset) { return !subset.empty(); });
    estimate.radius = penalty.radius;
    estimate.reach = penalty.reach;
    estimate.lambda = penalty.radius > 0 ? medianLambda(estimator, plan, job) : penalty.lambda;
    estimate.fitSeconds = secondsSince(begin);

    begin = Clock::now();
    if (request.mode == "forward") {
        fillForward(project, point, rows, request, plan, estimate, job);
    } else {
        estimate.affinity = affinityOf(estimator.table(plan.subsets, job), plan.affinity, plan.exhaustive);
        fillPredictions(estimator, estimate, job);
    }
    estimate.affinitySeconds = secondsSince(begin);
    begin = Clock::now();
    estimate.firstOrder = firstOrderErrors(project, point, rows, request, {estimator.weights(allOf(rows.size()), job), penalty.reach}, job);
    estimate.gradientSeconds += secondsSince(begin);
    return estimate;
}

constexpr std::int64_t kSettledEpochs = 6;  ///< joint epochs after which fine-tunings at a low rate stayed where the model is linear (docs/results.md)

/// Says so where fine-tuning goes further than the linear model reaches (method.md §6).
void noteTrust(const Estimate& estimate, std::int64_t warmEpochs, const JobContext& job) {
    const FirstOrderPoint* full = estimate.atFullDisplacement();
    if (!full || full->error <= kLinearError) return;
    char text[64];
    std::snprintf(text, sizeof text, "%.2g (up to %.2g counts as linear)", full->error, kLinearError);
    job.note(std::string("estimate: the first-order model is stretched: its error at the full set's displacement is ") + text +
             "; rely on which dataset helps which, not on the predicted losses" +
             (estimate.expand == "warmed" && warmEpochs < kSettledEpochs ? "; with --warm-epochs " + std::to_string(kSettledEpochs) + " less is left to learn from the point on" : ""));
}

void keepEstimate(Project& project, const EstimateRequest& request, const ExpansionPoint& point, const Estimate& estimate) {
    Value stored = toValue(estimate);
    stored.set("request", requestValue(request, point)).set("request_expand", request.expand).set("warm_epochs", request.warmEpochs);
    project.store().putResult({"estimate", estimate.key, stored, estimate.seconds(), estimate.flops});
    project.store().putAffinityView(estimate.datasets, {estimate.affinity.value, estimate.affinity.low, estimate.affinity.high, estimate.affinity.gain});
}

std::optional<Estimate> knownEstimate(Project& project, const std::string& key, const JobContext& job) {
    auto known = project.reusable("estimate", key);
    if (!known) return std::nullopt;
    job.note("estimate: reused");
    project.store().putResult(*known);
    return estimateFrom(known->value, key);
}

Estimate linearEstimate(Project& project, const EstimateRequest& request, const JobContext& job) {
    const auto begin = Clock::now();
    const ExpansionPoint point = expansionPoint(project, request, job);
    const double pointSeconds = secondsSince(begin);
    Value inputs = projectInputs(project, project.datasetNames());
    inputs.set("request", requestValue(request, point));
    const std::string key = stepKey(inputs);
    if (auto known = knownEstimate(project, key, job)) return std::move(*known);
    Estimate estimate = computeEstimate(project, request, point, job);
    estimate.gradientSeconds += pointSeconds;
    estimate.key = key;
    noteTrust(estimate, request.warmEpochs, job);
    keepEstimate(project, request, point, estimate);
    return estimate;
}

/// The linear estimate, held against real fine-tunings.
Estimate probedEstimate(Project& project, const EstimateRequest& request, Estimate estimate, const JobContext& job) {
    Value inputs;
    inputs.set("linear", estimate.key).set("probes", probeInputs(request.probes));
    const std::string key = stepKey(inputs);
    if (auto known = knownEstimate(project, key, job)) return std::move(*known);
    const SubsetPlan plan = planFor(project, request);
    std::vector<Subset> candidates;
    for (const std::size_t k : plan.affinity) candidates.push_back(plan.subsets[k]);
    SubsetEstimator estimator = loadEstimator(project, job);
    const ExpansionPoint point = expansionPoint(project, request, job);
    addProbes(project, point, request, candidates, estimator, estimate, job);
    estimator.correct(estimate.correction);
    fillPredictions(estimator, estimate, job);
    estimate.mode = "probe";
    estimate.key = key;
    keepEstimate(project, request, point, estimate);
    return estimate;
}

}  // namespace

Estimate estimateSubsets(Project& project, const EstimateRequest& request, const JobContext& job) {
    const StageLock lock(project.store().folder(), "estimate");
    requireUsableRows(project);
    requireMemoryForSketches(project, request);
    planFor(project, request);  // refuses what cannot be planned before any work is done
    Estimate linear = linearEstimate(project, request, job);
    if (request.mode != "probe") return linear;
    return probedEstimate(project, request, std::move(linear), job);
}

std::optional<Estimate> currentEstimate(const Project& project) {
    const auto stored = project.store().result("estimate");
    if (!stored) return std::nullopt;
    Estimate estimate = estimateFrom(stored->value, stored->key);
    if (estimate.datasets != project.datasetNames()) return std::nullopt;
    return estimate;
}

Estimate requireEstimate(const Project& project) {
    auto estimate = currentEstimate(project);
    if (!estimate) missingStep("there is no estimate of the project's datasets", "estimate " + project.store().folder().string());
    return std::move(*estimate);
}

}  // namespace consort
