#include "core/pipeline/select_sources.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/ledger.h"
#include "core/nn/evaluator.h"
#include "core/nn/trainer.h"
#include "core/pipeline/source_pool.h"
#include "core/pipeline/train_runs.h"
#include "core/pipeline/training_choices.h"

namespace consort {
namespace {

constexpr std::int64_t kEvaluatedRows = 500;  ///< test rows at most

Value orNull(const std::optional<double>& value) { return value ? Value(*value) : Value(); }

void requireRequest(const SelectRequest& request) {
    if (request.keep && !(*request.keep > 0 && *request.keep <= 1)) {
        throw Error(ErrorCode::InvalidInput, "--keep is the share of the sources to keep: above 0, at most 1");
    }
    if (request.clusters && *request.clusters < 1) throw Error(ErrorCode::InvalidInput, "--clusters needs at least 1");
}

SourceSelection chosenBy(const SelectRequest& request, SourcePool& pool, std::uint64_t seed, const JobContext& job) {
    const int count = static_cast<int>(pool.sources.size());
    std::optional<int> keep;
    if (request.keep) keep = std::clamp(static_cast<int>(std::lround(*request.keep * count)), 1, count);
    const SourceLoss loss = lossOfTarget(pool, job);
    if (request.strategy == "forward") return forwardSelection(count, loss, keep);
    if (request.strategy == "backward") return backwardSelection(count, loss, keep);
    if (request.strategy == "ensemble") return ensembleSelection(count, loss, keep, request.sets, seed);
    throw Error(ErrorCode::InvalidInput, "--strategy '" + request.strategy + "' is not known: use forward, backward or ensemble");
}

Value namesOf(const SourcePool& pool, const Subset& sources) {
    Value names = Value::List{};
    for (const int i : sources) names.push(pool.sources[static_cast<std::size_t>(i)].name);
    return names;
}

/// Trains the base on the target's rows and some sources, and scores it on the target.
class SelectionTrainer {
public:
    SelectionTrainer(Project& project, const SelectRequest& request, const SourcePool& pool) : project_(project), request_(request), pool_(pool) {
        const Dataset& target = project.dataset(request.target);
        bool own = false;  // clusters of the target's own rows hold its train rows
        for (const Source& source : pool.sources) own = own || source.datasets.find(request.target);
        if (!own) own_ = target.split(Split::Train);
    }

    std::int64_t stepsFor(const Subset& sources) const {
        if (request_.steps) return *request_.steps;
        double rows = static_cast<double>(own_.size());
        for (const int i : sources) rows += static_cast<double>(pool_.sources[static_cast<std::size_t>(i)].examples.size());
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(request_.epochs * rows / static_cast<double>(TrainOptions{}.batch))));
    }

    Value train(const std::string& id, const Subset& sources, std::int64_t steps, const JobContext& job) {
        const Dataset& target = project_.dataset(request_.target);
        TrainingPlan plan = planOf(sources, steps, job);
        if (plan.data.empty()) return {};
        plan.id = id;
        Value inputs = projectInputs(project_, pool_.datasets);
        inputs.set("sources", namesOf(pool_, sources)).set("clusters", request_.clusters ? Value(*request_.clusters) : Value()).set("rows", request_.rows);
        inputs.set("steps", steps).set("lr", plan.options.learningRate).set("target", request_.target);
        RunRecord record = recordOf(id, sources, stepKey(inputs));
        const std::string folder = "runs/" + record.key.substr(0, 16);
        record.adapterBlob = folder + "/adapter";
        plan.folder = project_.store().blobPath(folder + "/checkpoint");
        TrainingResult result;
        if (const auto known = project_.store().run(id); known && known->key == record.key && isFinished(*known) && !project_.force()) {
            record = *known;
            result.adapter = adapterOf(project_, record);
        } else {
            result = trainNow(plan, record, job);
        }
        Value value;
        value.set("id", id).set("sources", namesOf(pool_, sources)).set("steps", record.steps).set("best_step", record.bestStep);
        value.set("seconds", record.seconds).set("flops", record.flops);
        value.set("valid", scores(result.adapter, target.split(Split::Valid), job)).set("test", scores(result.adapter, target.split(Split::Test), job));
        return value;
    }

private:
    TrainingPlan planOf(const Subset& sources, std::int64_t steps, const JobContext& job) {
        TrainingPlan plan;
        const Dataset& target = project_.dataset(request_.target);
        const std::span<const Example> valid = target.split(Split::Valid);
        if (!own_.empty()) plan.data.push_back({request_.target, own_, valid});
        for (const int i : sources) {
            const Source& source = pool_.sources[static_cast<std::size_t>(i)];
            plan.data.push_back({source.name, source.examples, {}});
        }
        if (own_.empty() && !plan.data.empty()) plan.data.push_back({request_.target, {}, valid, true});  // it decides which state is kept
        plan.start = project_.startAdapter();
        plan.options.steps = steps;
        plan.options = trainOptionsOf(project_, plan.options, request_.learningRate, job);
        return plan;
    }

    RunRecord recordOf(const std::string& id, const Subset& sources, const std::string& key) const {
        RunRecord record;
        record.id = id;
        record.kind = "select";
        record.datasets = {request_.target};
        for (const int i : sources) record.datasets.push_back(pool_.sources[static_cast<std::size_t>(i)].name);
        record.key = key;
        record.state = "running";
        return record;
    }

    TrainingResult trainNow(const TrainingPlan& plan, RunRecord& record, const JobContext& job) {
        Store& store = project_.store();
        store.dropMetrics(record.id);
        store.putRun(record);
        JobContext streaming(job.stopToken());
        streaming.onProgress = job.onProgress;
        streaming.onNote = job.onNote;
        streaming.onMetric = [&](const MetricPoint& point) {
            store.addMetric(point);
            job.metric(point);
        };
        const TrainingResult result = consort::train(project_.session(), plan, streaming);
        const auto adapter = store.folder() / record.adapterBlob;
        std::filesystem::create_directories(adapter);
        writePeftAdapter(adapter, result.adapter, project_.model());
        store.flushMetrics();
        storeResult(record, result);
        store.putRun(record);
        forgetCheckpoint(plan.folder);
        return result;
    }

    Value scores(const Adapter& adapter, const std::vector<Example>& rows, const JobContext& job) {
        if (rows.empty()) return {};
        const std::span<const Example> used = std::span(rows).first(std::min<std::size_t>(rows.size(), kEvaluatedRows));
        const Adapter* member = &adapter;
        const std::vector<double> alone{1.0};
        const auto found = MemberStates::compute(project_.session(), {&member, 1}, used, job).scores(alone);
        return toValue(scoreOf(request_.target, used, found, project_.settings().seed));
    }

    Project& project_;
    const SelectRequest& request_;
    const SourcePool& pool_;
    std::vector<Example> own_;
};

/// The ways of choosing that need no estimate, each with as many sources as the selection has.
std::vector<std::pair<std::string, Subset>> baselinesOf(Project& project, const SourcePool& pool, std::size_t kept, const JobContext& job) {
    const std::size_t count = pool.sources.size();
    const auto first = [&](std::vector<int> ranking) {
        Subset set(ranking.begin(), ranking.begin() + static_cast<std::ptrdiff_t>(std::min(kept, count)));
        std::sort(set.begin(), set.end());
        return set;
    };
    Subset all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<int>(i));
    Rng rng(project.settings().seed, streamOf("random sources"));
    std::vector<int> shuffled;
    for (const std::size_t i : shuffledIndices(count, rng)) shuffled.push_back(static_cast<int>(i));
    return {{"all", all}, {"none", {}}, {"gradient_cosine", first(rankedByGradient(pool))},
            {"representation", first(rankedByRepresentation(project, pool, job))}, {"random", first(shuffled)}};
}

Value estimatesValue(SourcePool& pool, const SourceSelection& selection, const JobContext& job) {
    std::vector<Subset> sets;
    for (const ScoredSet& one : selection.estimates) sets.push_back(one.sources);
    const auto outcomes = pool.estimator.explore(besideTarget(sets), job);
    Value list = Value::List{};
    for (std::size_t k = 0; k < sets.size(); ++k) {
        const double accuracy = outcomes[k].front().accuracy;
        Value entry;
        entry.set("sources", namesOf(pool, selection.estimates[k].sources)).set("loss", selection.estimates[k].loss);
        list.push(entry.set("accuracy", std::isfinite(accuracy) ? Value(accuracy) : Value()));
    }
    return list;
}

Value rankingValue(const SourcePool& pool, const SourceSelection& selection) {
    Value list = Value::List{};
    for (const int i : selection.ranking) {
        Value entry;
        entry.set("source", pool.sources[static_cast<std::size_t>(i)].name).set("score", selection.score[static_cast<std::size_t>(i)]);
        list.push(entry);
    }
    return list;
}

Value sourcesValue(const SourcePool& pool) {
    Value sources = Value::Object{};
    for (const Source& source : pool.sources) {
        Value entry;
        entry.set("rows", static_cast<std::int64_t>(source.examples.size())).set("datasets", source.datasets);
        sources.set(source.name, entry);
    }
    return sources;
}

std::string requestKey(const Project& project, const SelectRequest& request) {
    Value inputs = projectInputs(project, project.datasetNames());
    inputs.set("target", request.target).set("sources", Value(request.sources)).set("clusters", request.clusters ? Value(*request.clusters) : Value());
    inputs.set("strategy", request.strategy).set("keep", orNull(request.keep)).set("rows", request.rows).set("dim", request.dim);
    inputs.set("lambda", orNull(request.lambda)).set("sets", request.sets).set("epochs", request.epochs);
    inputs.set("steps", request.steps ? Value(*request.steps) : Value()).set("lr", orNull(request.learningRate)).set("baselines", request.trainBaselines);
    return stepKey(inputs);
}

}  // namespace

Value selectSources(Project& project, const SelectRequest& request, const JobContext& job) {
    requireRequest(request);
    const StageLock lock(project.store().folder(), "select");
    const std::string key = requestKey(project, request);
    if (const auto known = project.reusable("select", key)) {
        job.note("select: reused");
        project.store().putResult(*known);
        return known->value;
    }
    const auto begin = std::chrono::steady_clock::now();
    SourcePool pool = gatherSources(project, request, job);
    const SourceSelection selection = chosenBy(request, pool, project.settings().seed, job);
    const SourceLoss loss = lossOfTarget(pool, job);
    Value value, baselines = Value::Object{};
    value.set("target", request.target).set("strategy", request.strategy).set("ranking", rankingValue(pool, selection));
    value.set("selected", namesOf(pool, selection.selected)).set("estimated", loss({selection.selected}).front());
    value.set("estimates", estimatesValue(pool, selection, job)).set("sources", sourcesValue(pool)).set("lambda", pool.estimator.penalty().lambda);
    value.set("radius", pool.estimator.penalty().radius > 0 ? Value(pool.estimator.penalty().radius) : Value());
    value.set("seconds", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()).set("flops", pool.flops);
    SelectionTrainer trainer(project, request, pool);
    const std::int64_t steps = trainer.stepsFor(selection.selected);
    value.set("trained", trainer.train("select_" + request.target, selection.selected, steps, job));
    for (const auto& [name, sources] : baselinesOf(project, pool, std::max<std::size_t>(1, selection.selected.size()), job)) {
        Value entry;
        entry.set("sources", namesOf(pool, sources)).set("estimated", loss({sources}).front());
        entry.set("trained", request.trainBaselines ? trainer.train("select_" + request.target + "_" + name, sources, steps, job) : Value());
        baselines.set(name, entry);
    }
    value.set("baselines", baselines);
    project.store().putResult({"select", key, value, value.at("seconds").asDouble(), pool.flops});
    return value;
}

Value storedSelection(const Project& project) {
    const auto stored = project.store().result("select");
    return stored ? stored->value : Value();
}

}  // namespace consort
