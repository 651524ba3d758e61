#include "core/pipeline/group_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/affinity/constraints.h"
#include "core/base/error.h"
#include "core/ensemble/knee.h"
#include "core/pipeline/group_predictor.h"

namespace consort {
namespace {

constexpr int kLargestTable = 32;

GroupConstraints constraintsOf(const Project& project, const GroupRequest& request) {
    GroupConstraints constraints;
    const auto index = [&](const std::string& name) { return static_cast<int>(project.indexOf(name)); };
    for (const auto& [a, b] : request.mustLink) constraints.mustLink.emplace_back(index(a), index(b));
    for (const auto& [a, b] : request.cannotLink) constraints.cannotLink.emplace_back(index(a), index(b));
    for (const auto& [name, group] : request.pinned) {
        if (group < 1) throw Error(ErrorCode::InvalidInput, "--pin " + name + ": groups are numbered from 1");
        constraints.pinned.emplace_back(index(name), group - 1);
    }
    constraints.minSize = request.minSize;
    constraints.maxSize = request.maxSize;
    constraints.names = project.datasetNames();
    return constraints;
}

Partition assignedPartition(const Project& project, const std::vector<std::vector<std::string>>& groups) {
    Partition partition;
    std::set<std::string> seen;
    for (const auto& group : groups) {
        if (group.empty()) throw Error(ErrorCode::InvalidInput, "--assign: an empty group; remove it");
        partition.emplace_back();
        for (const std::string& name : group) {
            if (!seen.insert(name).second) throw Error(ErrorCode::InvalidInput, "--assign: the dataset '" + name + "' is named twice");
            partition.back().push_back(static_cast<int>(project.indexOf(name)));
        }
    }
    std::string missing;
    for (const std::string& name : project.datasetNames()) {
        if (!seen.count(name)) missing += (missing.empty() ? "" : ", ") + name;
    }
    if (!missing.empty()) throw Error(ErrorCode::InvalidInput, "--assign: these datasets are in no group: " + missing);
    return canonical(std::move(partition));
}

/// A constrained m can be impossible for some m of the table; those rows are left out.
std::optional<ClusterResult> partitionInto(const ClusterProblem& problem, int groups, const std::string& method) {
    ClusterProblem one = problem;
    one.groups = groups;
    try {
        return partition(one, method);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidInput) throw;
        return std::nullopt;
    }
}

std::vector<std::vector<std::string>> namesOf(const std::vector<std::string>& names, const Partition& groups) {
    std::vector<std::vector<std::string>> named;
    for (const auto& group : groups) {
        named.emplace_back();
        for (const int i : group) named.back().push_back(names[static_cast<std::size_t>(i)]);
    }
    return named;
}

void summarise(GroupCandidate& candidate, const GroupPredictor& predictor, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < candidate.outcome.size(); ++i) {
        const double value = predictor.inUnit(candidate.outcome[i]);
        candidate.mean += value / static_cast<double>(candidate.outcome.size());
        const bool worse = predictor.smallerIsBetter() ? value > candidate.worst : value < candidate.worst;
        if (i > 0 && !worse) continue;
        candidate.worst = value;
        candidate.worstDataset = names[i];
    }
}

/// The interval of the mean: rows within a dataset independent, the datasets fixed.
void setInterval(GroupCandidate& candidate, const GroupingPrediction& rows, const GroupPredictor& predictor) {
    double variance = 0;
    for (std::size_t i = 0; i < rows.rowValues.size(); ++i) {
        const auto count = static_cast<double>(rows.rowValues[i].size());
        const double p = candidate.outcome[i].accuracy;
        if (count > 1) variance += (predictor.smallerIsBetter() ? std::pow(standardErrorOf(rows.rowValues[i]), 2) : p * (1 - p) / count);
    }
    const double half = 1.96 * std::sqrt(variance) / static_cast<double>(rows.rowValues.size());
    candidate.low = candidate.mean - half;
    candidate.high = candidate.mean + half;
}

/// A candidate and the validation rows that its knee and interval are taken from.
struct Priced {
    GroupCandidate candidate;
    GroupingPrediction rows;
};

Priced priced(Project& project, const GroupPredictor& predictor, const Matrix& affinity, const Partition& groups) {
    const auto names = project.datasetNames();
    Priced result;
    result.candidate.groups = namesOf(names, groups);
    result.candidate.density = densityOf(affinity, groups);
    result.candidate.outcome = predictor.outcome(groups);
    result.candidate.price = priceOf(project, groups);
    result.rows = {static_cast<int>(groups.size()), result.candidate.density, result.candidate.price.flops, predictor.rowLosses(groups)};
    summarise(result.candidate, predictor, names);
    setInterval(result.candidate, result.rows, predictor);
    return result;
}

Matrix clusteredAffinity(const Estimate& estimate) { return symmetrised(standardised(estimate.affinity.value, estimate.affinity.standardError)); }

ClusterProblem problemOf(const Project& project, const GroupRequest& request, const Estimate& estimate, const GroupPredictor& predictor) {
    ClusterProblem problem;
    problem.affinity = clusteredAffinity(estimate);
    problem.constraints = constraintsOf(project, request);
    problem.seed = project.settings().seed;
    problem.score = [&predictor](const std::vector<Subset>& groups) { return predictor.scores(groups); };
    problem.noise = [&predictor](const Partition& before, const Partition& after) { return predictor.noise(before, after); };
    problem.startNoise = [&predictor](const Partition& before, const Partition& after) { return predictor.noiseAfar(before, after); };
    return problem;
}

GroupTable computeTable(Project& project, const GroupRequest& request, const Estimate& estimate, const GroupPredictor& predictor, const JobContext& job) {
    const ClusterProblem problem = problemOf(project, request, estimate, predictor);
    GroupTable table;
    std::vector<GroupingPrediction> rows;
    const int largest = std::min(static_cast<int>(problem.affinity.rows), kLargestTable);
    for (int m = 1; m <= largest; ++m) {
        job.throwIfStopped();
        job.progress("group", m, largest, "group counts");
        const auto result = partitionInto(problem, m, request.method);
        if (!result) continue;
        Priced one = priced(project, predictor, problem.affinity, result->groups);
        table.rows.push_back(std::move(one.candidate));
        rows.push_back(std::move(one.rows));
    }
    if (rows.empty()) return table;
    const int knee = kneeOf(kneeTable(rows, false));
    for (GroupCandidate& row : table.rows) row.knee = row.m() == knee;
    return table;
}

void requireAccuracies(const Estimate& estimate, const GroupRequest& request) {
    for (std::size_t i = 0; i < estimate.single.size() && request.metric == "accuracy"; ++i) {
        if (estimate.single[i].accuracy != estimate.single[i].accuracy) {
            throw Error(ErrorCode::InvalidInput, "--metric accuracy: the dataset '" + estimate.datasets[i] + "' has no choices; use --metric loss");
        }
    }
}

Prediction predictionFrom(const Value& value) {
    const double missing = std::numeric_limits<double>::quiet_NaN();
    return {value.doubleOr("loss", missing), value.doubleOr("accuracy", missing), missing};
}

}  // namespace

const GroupCandidate* GroupTable::find(int m) const {
    const auto row = std::find_if(rows.begin(), rows.end(), [m](const GroupCandidate& candidate) { return candidate.m() == m; });
    return row == rows.end() ? nullptr : &*row;
}

const GroupCandidate* GroupTable::knee() const {
    const auto row = std::find_if(rows.begin(), rows.end(), [](const GroupCandidate& candidate) { return candidate.knee; });
    return row == rows.end() ? nullptr : &*row;
}

Value toValue(const GroupCandidate& candidate, const std::vector<std::string>& datasets) {
    Value outcome = Value::Object{}, predicted, cost, value, groups = Value::List{};
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        Value one;
        one.set("loss", candidate.outcome[i].loss).set("accuracy", candidate.outcome[i].accuracy);
        outcome.set(datasets[i], one);
    }
    for (const auto& group : candidate.groups) groups.push(Value(group));
    predicted.set("mean", candidate.mean).set("worst", candidate.worst).set("worst_dataset", candidate.worstDataset);
    predicted.set("low", candidate.low).set("high", candidate.high).set("datasets", outcome);
    cost.set("flops", candidate.price.flops).set("seconds", candidate.price.seconds).set("bytes", candidate.price.bytes).set("rank", candidate.price.rank);
    value.set("m", candidate.m()).set("groups", groups).set("density", candidate.density).set("predicted", predicted).set("cost", cost);
    return value;
}

GroupCandidate groupCandidateFrom(const Value& value) {
    GroupCandidate candidate;
    candidate.groups = namedGroupsFrom(value.at("groups"));
    const Value &predicted = value.at("predicted"), &cost = value.at("cost");
    candidate.density = value.at("density").asDouble();
    candidate.mean = predicted.at("mean").asDouble();
    candidate.worst = predicted.at("worst").asDouble();
    candidate.worstDataset = predicted.at("worst_dataset").asString();
    candidate.low = predicted.at("low").asDouble();
    candidate.high = predicted.at("high").asDouble();
    for (const auto& [name, one] : predicted.at("datasets").asObject()) candidate.outcome.push_back(predictionFrom(one));
    candidate.price = {cost.at("flops").asDouble(), cost.at("seconds").asDouble(), cost.at("bytes").asInt(), cost.at("rank").asInt()};
    candidate.knee = value.boolOr("knee", false);
    return candidate;
}

Value tableRequestValue(const GroupRequest& request) {
    const auto pairs = [](const std::vector<std::pair<std::string, std::string>>& list) {
        Value value = Value::List{};
        for (const auto& [a, b] : list) value.push(Value(std::vector<std::string>{a, b}));
        return value;
    };
    Value pins = Value::List{}, value;
    for (const auto& [name, group] : request.pinned) pins.push(name + ":" + std::to_string(group));
    value.set("method", request.method).set("metric", request.metric);
    value.set("must_link", pairs(request.mustLink)).set("cannot_link", pairs(request.cannotLink)).set("pins", pins);
    value.set("min_size", request.minSize).set("max_size", request.maxSize ? Value(*request.maxSize) : Value());
    return value;
}

GroupTable groupTableFrom(const Value& value) {
    GroupTable table;
    for (const Value& row : value.at("rows").asList()) table.rows.push_back(groupCandidateFrom(row));
    return table;
}

void requireFeasible(const Project& project, const GroupRequest& request) {
    if (request.assigned) assignedPartition(project, *request.assigned);
    else if (request.groups) compileRules(static_cast<int>(project.datasetNames().size()), *request.groups, constraintsOf(project, request));
}

GroupTable groupTable(Project& project, const GroupRequest& request, SubsetEstimator* estimator, const JobContext& job) {
    const Estimate estimate = requireEstimate(project);
    requireAccuracies(estimate, request);
    Value inputs = tableRequestValue(request);
    inputs.set("estimate", estimate.key);
    const std::string key = stepKey(inputs);
    if (const auto known = project.reusable("group_table", key)) {
        if (project.store().resultKey("group_table") != key && !project.store().readOnly()) project.store().putResult(*known);
        return groupTableFrom(known->value);
    }
    std::optional<SubsetEstimator> own;
    if (!estimator) estimator = &own.emplace(loadEstimator(project, job));
    const GroupTable table = computeTable(project, request, estimate, GroupPredictor(*estimator, request.metric, job), job);
    Value rows = Value::List{}, value;
    for (const GroupCandidate& candidate : table.rows) rows.push(toValue(candidate, project.datasetNames()).set("knee", candidate.knee));
    value.set("rows", rows).set("request", tableRequestValue(request));
    if (!table.rows.empty() && !project.store().readOnly()) project.store().putResult({"group_table", key, value, 0, 0});
    return table;
}

GroupCandidate priceGroups(Project& project, SubsetEstimator& estimator, const GroupRequest& request,
                           const std::vector<std::vector<std::string>>& groups, const JobContext& job) {
    const Estimate estimate = requireEstimate(project);
    requireAccuracies(estimate, request);
    return priced(project, GroupPredictor(estimator, request.metric, job), clusteredAffinity(estimate), assignedPartition(project, groups)).candidate;
}

GroupCandidate groupInto(Project& project, SubsetEstimator& estimator, const GroupRequest& request, int groups, const JobContext& job) {
    const Estimate estimate = requireEstimate(project);
    const GroupPredictor predictor(estimator, request.metric, job);
    ClusterProblem problem = problemOf(project, request, estimate, predictor);
    problem.groups = groups;
    return priced(project, predictor, problem.affinity, partition(problem, request.method).groups).candidate;
}

}  // namespace consort
