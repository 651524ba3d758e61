#include "core/pipeline/evaluate_systems.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/ensemble/merge.h"
#include "core/ensemble/weight_fit.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/combination.h"
#include "core/pipeline/member_gate.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

/// What a system cost beyond the others: sums over the runs it needed.
struct Cost {
    double flops = 0, seconds = 0;
    std::int64_t bytes = 0, peakBytes = 0;
    void add(const RunRecord& run, std::int64_t adapterBytes) {
        flops += run.flops;
        seconds += run.seconds;
        bytes += adapterBytes;
        peakBytes = std::max(peakBytes, run.peakBytes);
    }
};

/// Everything that can be scored: finished runs, the members among them, the combination and the merged adapter.
struct Systems {
    std::vector<RunRecord> members;  ///< the groups' own, then those of boosting, in the order of the combination
    std::optional<RunRecord> single;
    std::map<std::string, RunRecord> alone;  ///< by dataset
    std::optional<Combination> combination;
    std::map<std::string, Adapter> adapters;  ///< by run id, and "merged_cat"
    Value identity;                           ///< what the scores depend on besides the rows
};

/// The single and per-dataset baselines that belong to the datasets of today.
void addBaselines(const Project& project, Systems& systems) {
    const auto names = project.datasetNames();
    for (const RunRecord& run : project.store().runs()) {
        if (!isFinished(run)) continue;
        if (run.kind == "single" && run.datasets == names) systems.single = run;
        if (run.kind == "per_dataset" && std::find(names.begin(), names.end(), run.datasets.front()) != names.end()) {
            systems.alone[run.datasets.front()] = run;
        }
    }
    if (systems.alone.size() != names.size()) systems.alone.clear();
}

void addMergedAdapter(Systems& systems) {
    std::vector<Adapter> members;
    std::vector<double> weights;
    for (const CombinedMember& member : systems.combination->members) {
        if (member.kind == "boost") continue;  // its increment to the base is no sum of weights
        members.push_back(systems.adapters.at(member.id));
        weights.push_back(member.weight);
    }
    systems.adapters["merged_cat"] = mergeCat(members, weights);
}

/// Who speaks how loud; not how that was found.
Value weightsIdentity(const Combination& combination) {
    Value identity, weights = Value::List{}, global = Value::List{};
    for (const std::vector<double>& one : combination.weights) weights.push(Value(one));
    for (const CombinedMember& member : combination.members) global.push(member.weight);
    identity.set("weights", weights).set("global", global);
    if (combination.gate) identity.set("gate", toValue(*combination.gate));
    return identity;
}

Systems gather(const Project& project) {
    Systems systems;
    systems.combination = currentCombination(project);
    systems.members = combinedRuns(project, systems.combination);
    addBaselines(project, systems);
    const auto load = [&](const RunRecord& run) {
        systems.adapters[run.id] = adapterOf(project, run);
        systems.identity.set(run.id, run.key);
    };
    for (const RunRecord& run : systems.members) load(run);
    if (systems.single) load(*systems.single);
    for (const auto& [dataset, run] : systems.alone) load(run);
    systems.identity.set("combination", weightsIdentity(*systems.combination));
    addMergedAdapter(systems);
    return systems;
}

/// Order of the columns that one dataset is scored with; the frozen base comes first.
std::vector<std::string> columnsFor(const Systems& systems, const std::string& dataset) {
    std::vector<std::string> columns{"frozen"};
    if (systems.single) columns.push_back("single");
    if (systems.alone.count(dataset)) columns.push_back("alone_" + dataset);
    for (const RunRecord& run : systems.members) columns.push_back(run.id);
    columns.push_back("merged_cat");
    return columns;
}

/// Weights of the members, spread over the columns.
std::vector<double> inColumns(const Systems& systems, const std::vector<std::string>& columns, std::span<const double> memberWeights, double base) {
    std::vector<double> weights(columns.size(), 0.0);
    for (std::size_t a = 0; a < systems.members.size(); ++a) {
        const auto at = std::find(columns.begin(), columns.end(), systems.members[a].id);
        weights[static_cast<std::size_t>(at - columns.begin())] = memberWeights[a];
    }
    weights.front() = base;
    return weights;
}

/// The ensemble on one dataset: one weight vector, or one a row by the gate.
struct EnsembleColumns {
    Project& project;
    const Systems& systems;
    const std::vector<std::string>& columns;
    std::size_t dataset;

    std::vector<double> weightsOf(const Example& row, const JobContext& job) const {
        const Combination& combination = *systems.combination;
        if (!combination.gate) return inColumns(systems, columns, combination.weights[dataset], combination.baseWeight(dataset));
        return inColumns(systems, columns, gateWeights(project, *combination.gate, std::span(&row, 1), job).row(0), 0);
    }

    std::vector<RowScore> scores(const MemberStates& states, const std::vector<Example>& rows, const JobContext& job) const {
        const Combination& combination = *systems.combination;
        if (!combination.gate || rows.empty()) return states.scores(inColumns(systems, columns, combination.weights[dataset], combination.baseWeight(dataset)));
        const Matrix byRow = gateWeights(project, *combination.gate, rows, job);
        Matrix spread(byRow.rows, static_cast<std::int64_t>(columns.size()));
        for (std::int64_t r = 0; r < byRow.rows; ++r) {
            const std::vector<double> weights = inColumns(systems, columns, byRow.row(r), 0);
            std::copy(weights.begin(), weights.end(), spread.row(r).begin());
        }
        return states.scores(spread);
    }
};

DatasetScore scoreFrom(const std::string& dataset, const Value& value) {
    const auto optionalIn = [&](const char* key) {
        const Value* v = value.find(key);
        return v && v->isNumber() ? std::optional<double>(v->asDouble()) : std::nullopt;
    };
    DatasetScore score{dataset, value.intOr("rows", 0), optionalIn("accuracy"), optionalIn("low"), optionalIn("high"), optionalIn("macro_f1"), 0};
    score.loss = value.at("loss").asDouble();
    score.perplexity = optionalIn("perplexity");
    if (const Value* answers = value.find("answers")) score.answers = *answers;
    return score;
}

bool hasAnswers(const Dataset& dataset) { return !dataset.hasChoices() && dataset.schema != Schema::Text; }

/// Scores of all systems on one dataset, {system: score}; one pass for all members.
Value scoreDataset(Project& project, const Systems& systems, std::size_t index, const EvaluateRequest& request, const JobContext& job) {
    const std::string name = project.datasetNames()[index];
    const std::vector<Example>& rows = project.dataset(name).split(request.split);
    const std::vector<std::string> columns = columnsFor(systems, name);
    std::vector<const Adapter*> adapters;
    for (const std::string& column : columns) adapters.push_back(column == "frozen" ? nullptr : &systems.adapters.at(column));
    const MemberStates states = MemberStates::compute(project.session(), adapters, rows, job);
    const bool answers = request.answers && hasAnswers(project.dataset(name));
    const auto scored = [&](const std::vector<RowScore>& rowScores, const auto& weightsOf) {
        DatasetScore score = scoreOf(name, rows, rowScores, project.settings().seed);
        const auto members = [&](const Example& row) { return speaking(adapters, weightsOf(row)); };
        if (answers) score.answers = toValue(scoreAnswers(project.session(), project.tokenizer(), rows, members, *request.answers, job));
        return toValue(score);
    };
    Value scores;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::vector<double> alone = ownerWeights(columns.size(), c);
        scores.set(columns[c] == "alone_" + name ? "per_dataset" : columns[c], scored(states.scores(alone), [&](const Example&) { return alone; }));
    }
    const EnsembleColumns ensemble{project, systems, columns, index};
    return scores.set("ensemble", scored(ensemble.scores(states, rows, job), [&](const Example& row) { return ensemble.weightsOf(row, job); }));
}

Value scoreOrReuse(Project& project, const Systems& systems, std::size_t index, const EvaluateRequest& request, const JobContext& job) {
    const std::string name = project.datasetNames()[index];
    Value inputs = projectInputs(project, {name});
    inputs.set("systems", systems.identity);
    if (request.answers && hasAnswers(project.dataset(name))) inputs.set("answers", request.answers->asValue());
    const std::string step = std::string("scores/") + splitName(request.split) + "/" + name;
    const std::string key = stepKey(inputs);
    if (const auto known = project.reusable(step, key)) {
        job.note("scores of " + name + " (" + splitName(request.split) + "): reused");
        return known->value;
    }
    const Value scores = scoreDataset(project, systems, index, request, job);
    project.store().putResult({step, key, scores, 0, 0});
    return scores;
}

Cost costOf(const Project& project, const Systems& systems, const std::string& system) {
    Cost cost;
    double start = 0;  // the training behind a common start counts once
    const auto add = [&](const RunRecord& run) {
        cost.add(run, systems.adapters.at(run.id).bytes());
        start = std::max(start, run.options.isObject() ? run.options.doubleOr("start_flops", 0) : 0);
    };
    if (system == "frozen") return cost;
    if (system == "single") {
        add(*systems.single);
        cost.flops += start;
        return cost;
    }
    if (system == "per_dataset") {
        for (const auto& [dataset, run] : systems.alone) add(run);
        cost.flops += start;
        return cost;
    }
    for (const RunRecord& run : systems.members) {
        const bool own = run.kind != "boost";  // the merged adapter and the best member are the groups' own
        if (system == "ensemble" || system == run.id || (own && (system == "merged_cat" || system == "best_member"))) add(run);
    }
    if (const auto estimate = project.store().result("estimate")) {
        cost.flops += estimate->flops;
        cost.seconds += estimate->seconds;
    }
    return cost;
}

SystemScore systemFrom(const Project& project, const Systems& systems, const std::string& name, const std::vector<Value>& tables) {
    SystemScore system;
    system.name = name;
    const auto names = project.datasetNames();
    for (std::size_t i = 0; i < names.size(); ++i) system.datasets.push_back(scoreFrom(names[i], tables[i].at(name)));
    const Cost cost = costOf(project, systems, name);
    system.flops = cost.flops;
    system.seconds = cost.seconds;
    system.bytes = cost.bytes;
    system.peakBytes = cost.peakBytes;
    return system;
}

/// The member with the highest mean validation accuracy (lowest mean loss where nothing has choices).
std::string bestMember(Project& project, const Systems& systems, const JobContext& job) {
    std::vector<Value> tables;
    for (std::size_t i = 0; i < project.datasetNames().size(); ++i) tables.push_back(scoreOrReuse(project, systems, i, {Split::Valid, {}}, job));
    std::string best;
    double bestScore = 0;
    for (const RunRecord& run : systems.members) {
        if (run.kind == "boost") continue;
        const MeanScore mean = meanOf(systemFrom(project, systems, run.id, tables));
        const double score = mean.accuracy ? *mean.accuracy : -mean.loss;
        if (best.empty() || score > bestScore) {
            best = run.id;
            bestScore = score;
        }
    }
    return best;
}

std::vector<std::string> systemNames(const Systems& systems) {
    std::vector<std::string> names{"frozen"};
    if (systems.single) names.push_back("single");
    if (!systems.alone.empty()) names.push_back("per_dataset");
    names.insert(names.end(), {"ensemble", "merged_cat"});
    return names;
}

}  // namespace

Evaluation evaluateSystems(Project& project, const EvaluateRequest& request, const JobContext& job) {
    const StageLock lock(project.store().folder(), "evaluate");
    const Systems systems = gather(project);
    const auto names = project.datasetNames();
    std::vector<Value> tables;
    for (std::size_t i = 0; i < names.size(); ++i) {
        job.throwIfStopped();
        job.progress("evaluate", static_cast<std::int64_t>(i), static_cast<std::int64_t>(names.size()), "datasets");
        tables.push_back(scoreOrReuse(project, systems, i, request, job));
    }
    Evaluation evaluation{splitName(request.split), {}};
    for (const std::string& name : systemNames(systems)) evaluation.systems.push_back(systemFrom(project, systems, name, tables));
    SystemScore best = systemFrom(project, systems, bestMember(project, systems, job), tables);
    best.name = "best_member";
    evaluation.systems.push_back(best);
    for (const RunRecord& run : systems.members) evaluation.systems.push_back(systemFrom(project, systems, run.id, tables));
    job.progress("evaluate", static_cast<std::int64_t>(names.size()), static_cast<std::int64_t>(names.size()), "datasets");
    const Value value = toValue(evaluation);
    project.store().putResult({std::string("evaluate/") + evaluation.split, stepKey(value), value, 0, 0});
    project.store().putScoresView(evaluation.split, value.at("systems"));
    return evaluation;
}

std::optional<Value> storedEvaluation(const Project& project, Split split) {
    const auto stored = project.store().result(std::string("evaluate/") + splitName(split));
    if (!stored) return std::nullopt;
    return stored->value;
}

Value toValue(const Evaluation& evaluation) {
    Value systems = Value::List{}, value;
    for (const SystemScore& system : evaluation.systems) {
        const MeanScore mean = meanOf(system);
        Value meanValue, datasets = Value::Object{}, entry;
        meanValue.set("accuracy", mean.accuracy ? Value(*mean.accuracy) : Value());
        meanValue.set("macro_f1", mean.macroF1 ? Value(*mean.macroF1) : Value()).set("loss", mean.loss);
        for (const DatasetScore& score : system.datasets) datasets.set(score.dataset, toValue(score));
        entry.set("name", system.name).set("mean", meanValue).set("datasets", datasets).set("flops", system.flops);
        entry.set("seconds", system.seconds).set("bytes", system.bytes).set("peak_bytes", system.peakBytes);
        systems.push(entry);
    }
    value.set("split", evaluation.split).set("systems", systems);
    return value;
}

}  // namespace consort
