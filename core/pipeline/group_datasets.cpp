#include "core/pipeline/group_datasets.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/ensemble/knee.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/group_price.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {
namespace {

constexpr int kLargestTable = 32;

/// The estimator's view of a grouping problem.
class Predictor {
public:
    Predictor(SubsetEstimator& estimator, std::string metric, const JobContext& job)
        : estimator_(estimator), metric_(std::move(metric)), job_(job) {}

    /// Sum over each group's members; larger is better: −loss or accuracy.
    std::vector<double> scores(const std::vector<Subset>& groups) const {
        const auto outcomes = estimator_.explore(groups, job_);
        std::vector<double> sums(groups.size(), 0.0);
        for (std::size_t k = 0; k < groups.size(); ++k) {
            for (const int i : groups[k]) {
                const Prediction& prediction = outcomes[k][static_cast<std::size_t>(i)];
                sums[k] += metric_ == "loss" ? -prediction.loss : prediction.accuracy;
            }
        }
        return sums;
    }
    /// Each dataset's outcome in its own group.
    std::vector<Prediction> outcome(const Partition& groups) const {
        std::vector<Prediction> outcome(estimator_.count());
        for (const auto& group : groups) {
            const auto& predictions = estimator_.predict(group, job_);
            for (const int i : group) outcome[static_cast<std::size_t>(i)] = predictions[static_cast<std::size_t>(i)];
        }
        return outcome;
    }
    std::vector<std::vector<double>> rowLosses(const Partition& groups) const {
        std::vector<std::vector<double>> rows(estimator_.count());
        for (const auto& group : groups) {
            for (const int i : group) rows[static_cast<std::size_t>(i)] = estimator_.rowLosses(group, static_cast<std::size_t>(i), job_);
        }
        return rows;
    }
    double inUnit(const Prediction& prediction) const { return metric_ == "loss" ? prediction.loss : prediction.accuracy; }
    bool smallerIsBetter() const { return metric_ == "loss"; }

private:
    SubsetEstimator& estimator_;
    std::string metric_;
    const JobContext& job_;
};

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

struct Mean {
    double mean = 0, worst = 0;
};

Mean summaryOf(const Predictor& predictor, const std::vector<Prediction>& outcome) {
    Mean summary;
    bool first = true;
    for (const Prediction& prediction : outcome) {
        const double value = predictor.inUnit(prediction);
        summary.mean += value / static_cast<double>(outcome.size());
        const bool worse = predictor.smallerIsBetter() ? value > summary.worst : value < summary.worst;
        if (first || worse) summary.worst = value;
        first = false;
    }
    return summary;
}

/// One row of the table with what the knee needs.
struct Candidate {
    ClusterResult result;
    Mean summary;
    GroupPrice price;
};

using Candidates = std::vector<std::pair<int, Candidate>>;

Candidates candidatesOf(Project& project, const ClusterProblem& problem, const std::string& method, const Predictor& predictor, const JobContext& job) {
    Candidates candidates;
    const int largest = std::min(static_cast<int>(problem.affinity.rows), kLargestTable);
    for (int m = 1; m <= largest; ++m) {
        job.throwIfStopped();
        job.progress("group", m, largest, "group counts");
        auto result = partitionInto(problem, m, method);
        if (!result) continue;
        const Mean summary = summaryOf(predictor, predictor.outcome(result->groups));
        const GroupPrice price = priceOf(project, result->groups);
        candidates.push_back({m, {std::move(*result), summary, price}});
    }
    return candidates;
}

int kneeAmong(const Candidates& candidates, const Predictor& predictor) {
    std::vector<GroupingPrediction> rows;
    for (const auto& [m, candidate] : candidates) {
        rows.push_back({m, candidate.result.density, candidate.price.flops, predictor.rowLosses(candidate.result.groups)});
    }
    return kneeOf(kneeTable(rows, false));
}

Value predictionValue(const Prediction& prediction) {
    Value value;
    value.set("loss", prediction.loss).set("accuracy", prediction.accuracy);
    return value;
}

Value namesOf(const std::vector<std::string>& names, const Partition& groups) {
    Value value = Value::List{};
    for (const auto& group : groups) {
        Value members = Value::List{};
        for (const int i : group) members.push(names[static_cast<std::size_t>(i)]);
        value.push(members);
    }
    return value;
}

Value tableValue(const Candidates& candidates, int knee) {
    Value table = Value::List{};
    for (const auto& [m, candidate] : candidates) {
        Value row;
        row.set("m", m).set("density", candidate.result.density).set("mean", candidate.summary.mean).set("worst", candidate.summary.worst);
        row.set("flops", candidate.price.flops).set("knee", m == knee);
        table.push(row);
    }
    return table;
}

Value documentOf(Project& project, const Partition& groups, const std::string& method, const Matrix& affinity, const Predictor& predictor) {
    const auto names = project.datasetNames();
    const std::vector<Prediction> outcome = predictor.outcome(groups);
    const Mean summary = summaryOf(predictor, outcome);
    Value datasets = Value::Object{}, predicted, cost, value;
    for (std::size_t i = 0; i < names.size(); ++i) datasets.set(names[i], predictionValue(outcome[i]));
    predicted.set("mean", summary.mean).set("worst", summary.worst).set("datasets", datasets);
    const GroupPrice price = priceOf(project, groups);
    cost.set("flops", price.flops).set("seconds", price.seconds).set("bytes", price.bytes).set("rank", price.rank);
    value.set("m", static_cast<std::int64_t>(groups.size())).set("method", method).set("groups", namesOf(names, groups));
    value.set("density", densityOf(affinity, groups)).set("predicted", predicted).set("cost", cost);
    return value;
}

Value requestValue(const GroupRequest& request) {
    const auto pairs = [](const std::vector<std::pair<std::string, std::string>>& list) {
        Value value = Value::List{};
        for (const auto& [a, b] : list) value.push(Value(std::vector<std::string>{a, b}));
        return value;
    };
    Value pins = Value::List{}, assigned, value;
    for (const auto& [name, group] : request.pinned) pins.push(name + ":" + std::to_string(group));
    if (request.assigned) {
        assigned = Value::List{};
        for (const auto& group : *request.assigned) assigned.push(Value(group));
    }
    value.set("m", request.groups ? Value(*request.groups) : Value()).set("method", request.method).set("metric", request.metric);
    value.set("must_link", pairs(request.mustLink)).set("cannot_link", pairs(request.cannotLink)).set("pins", pins);
    value.set("min_size", request.minSize).set("max_size", request.maxSize ? Value(*request.maxSize) : Value()).set("assigned", assigned);
    return value;
}

GroupingResult groupingFrom(const Value& value) {
    GroupingResult result;
    result.method = value.at("method").asString();
    result.value = value;
    for (const Value& group : value.at("groups").asList()) {
        result.groups.emplace_back();
        for (const Value& name : group.asList()) result.groups.back().push_back(name.asString());
    }
    return result;
}

/// The partition that was asked for: assigned, of m groups, or at the knee.
Partition chosenPartition(const Project& project, const GroupRequest& request, const ClusterProblem& problem, const Candidates& candidates, int knee) {
    if (request.assigned) return assignedPartition(project, *request.assigned);
    const int wanted = request.groups.value_or(knee);
    for (const auto& [m, candidate] : candidates) {
        if (m == wanted) return candidate.result.groups;
    }
    ClusterProblem one = problem;
    one.groups = wanted;
    return partition(one, request.method).groups;  // outside the table, or impossible: then this names the contradiction
}

Value computeGrouping(Project& project, const GroupRequest& request, const Estimate& estimate, const JobContext& job) {
    SubsetEstimator estimator = loadEstimator(project, job);
    const Predictor predictor(estimator, request.metric, job);
    ClusterProblem problem;
    problem.affinity = symmetrised(standardised(estimate.affinity.value, estimate.affinity.standardError));
    problem.constraints = request.assigned ? GroupConstraints{} : constraintsOf(project, request);
    problem.seed = project.settings().seed;
    problem.score = [&](const std::vector<Subset>& groups) { return predictor.scores(groups); };
    const Candidates candidates = candidatesOf(project, problem, request.method, predictor, job);
    const int knee = candidates.empty() ? 1 : kneeAmong(candidates, predictor);
    const Partition groups = chosenPartition(project, request, problem, candidates, knee);
    Value value = documentOf(project, groups, request.assigned ? "manual" : request.method, problem.affinity, predictor);
    value.set("table", tableValue(candidates, knee));
    return value;
}

void requireAccuracies(const Estimate& estimate) {
    for (std::size_t i = 0; i < estimate.single.size(); ++i) {
        if (estimate.single[i].accuracy != estimate.single[i].accuracy) {
            throw Error(ErrorCode::InvalidInput, "--metric accuracy: the dataset '" + estimate.datasets[i] + "' has no choices; use --metric loss");
        }
    }
}

}  // namespace

GroupingResult groupDatasets(Project& project, const GroupRequest& request, const JobContext& job) {
    const StageLock lock(project.store().folder(), "group");
    const Estimate estimate = requireEstimate(project);
    if (request.metric == "accuracy") requireAccuracies(estimate);
    Value inputs = requestValue(request);
    inputs.set("estimate", estimate.key);
    const std::string key = stepKey(inputs);
    Value value;
    if (const auto known = project.reusable("group", key)) {
        value = known->value;
        job.note("group: reused");
    } else {
        value = computeGrouping(project, request, estimate, job);
    }
    project.store().putResult({"group", key, value, 0, 0});
    GroupingResult result = groupingFrom(value);
    project.store().putGroupsView(result.groups);
    return result;
}

std::optional<GroupingResult> currentGrouping(const Project& project) {
    const auto stored = project.store().result("group");
    if (!stored) return std::nullopt;
    GroupingResult result = groupingFrom(stored->value);
    std::multiset<std::string> grouped;
    for (const auto& group : result.groups) grouped.insert(group.begin(), group.end());
    const auto names = project.datasetNames();
    if (grouped != std::multiset<std::string>(names.begin(), names.end())) return std::nullopt;
    return result;
}

}  // namespace consort
