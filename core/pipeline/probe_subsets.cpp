#include "core/pipeline/probe_subsets.h"

#include <chrono>
#include <cmath>
#include <mutex>

#include "core/nn/compute_lanes.h"
#include "core/nn/trainer.h"
#include "core/pipeline/estimate_document.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/training_choices.h"

namespace consort {
namespace {

using Clock = std::chrono::steady_clock;
double secondsSince(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

Value toValue(const Probe& probe, const std::string& blob) {
    Value value;
    value.set("measured", predictionsValue(probe.measured)).set("row_loss", blob).set("distance", probe.distance).set("first_order", probe.firstOrder);
    value.set("train_seconds", probe.trainSeconds).set("seconds", probe.seconds).set("flops", probe.flops);
    return value;
}

Probe probeFrom(const Store& store, const ProbePlan& plan, const Value& value) {
    Probe probe{plan, predictionsFrom(value.at("measured")), {}, value.at("distance").asDouble(), value.doubleOr("first_order", std::nan("")), value.at("train_seconds").asDouble(),
                value.at("seconds").asDouble(), value.at("flops").asDouble(), true};
    if (const auto rows = store.matrix(value.at("row_loss").asString())) probe.rowLoss = rows->values;
    return probe;
}

/// Trains and measures one probe after the other; safe from several lanes.
class ProbeRunner {
public:
    ProbeRunner(Project& project, const ProbeContext& context, TrainOptions options)
        : project_(project), context_(context), options_(std::move(options)), meter_(project, context.request.validRows), session_(project.session()),
          start_(context.request.probes.start == "fresh" ? project.startAdapter() : context.point.adapter) {}

    std::string keyOf(const ProbePlan& plan) const {
        std::vector<std::string> names;
        for (const int i : plan.subset) names.push_back(context_.datasets[static_cast<std::size_t>(i)].name);
        Value inputs = projectInputs(project_, project_.datasetNames());
        inputs.set("subset", Value(names)).set("seed", plan.seed).set("point", context_.point.key).set("start", context_.request.probes.start);
        inputs.set("rows", context_.request.rows).set("valid_rows", context_.request.validRows).set("row_mode", context_.request.rowMode);
        inputs.set("steps", *options_.steps).set("lr", options_.learningRate).set("batch", options_.batch);
        return stepKey(inputs);
    }

    Probe run(const ProbePlan& plan, const JobContext& job) {
        const auto begin = Clock::now();
        const TrainingResult trained = trainOne(plan, job);
        const Adapter delta = displaced(trained.adapter, context_.point.adapter, -1.0);
        MeasuredOutcome measured = meter_.measure(&trained.adapter, job);
        Probe probe{plan, std::move(measured.outcome), {}, norm(delta), 0, trained.seconds, 0, trained.flops + measured.flops, false};
        for (const auto& rows : measured.rowLoss) probe.rowLoss.insert(probe.rowLoss.end(), rows.begin(), rows.end());
        probe.firstOrder = errorsAlong(project_, context_.point, context_.datasets, context_.request, {delta, {1.0}}, job).front().error;
        probe.seconds = secondsSince(begin);
        return probe;
    }

    void keep(const Probe& probe) {
        const std::string key = keyOf(probe.plan), blob = "probes/" + key.substr(0, 24);
        const std::lock_guard lock(storing_);
        FloatMatrix rows(1, static_cast<std::int64_t>(probe.rowLoss.size()));
        rows.values = probe.rowLoss;
        project_.store().putMatrix(blob, rows);
        project_.store().putResult({"probe", key, toValue(probe, blob), probe.seconds, probe.flops});
        forgetCheckpoint(checkpointOf(probe.plan));
    }

    double stepCost() const {
        std::vector<TrainingData> data;
        for (const DatasetRows& one : context_.datasets) data.push_back({one.name, one.trainExamples, {}});
        return session_.laneFlops(stepFlops(session_.info(), data, options_.batch));
    }

private:
    std::filesystem::path checkpointOf(const ProbePlan& plan) const {
        return project_.store().folder() / "probes" / (keyOf(plan).substr(0, 24) + ".checkpoint");
    }

    TrainingResult trainOne(const ProbePlan& plan, const JobContext& job) {
        TrainingPlan training;
        training.id = "probe";
        for (const int i : plan.subset) {
            const DatasetRows& one = context_.datasets[static_cast<std::size_t>(i)];
            training.data.push_back({one.name, one.trainExamples, {}});  // equal steps: the end is kept, nothing is chosen by validation
        }
        training.start = start_;
        training.options = options_;
        training.options.seed = plan.seed;
        training.folder = checkpointOf(plan);
        std::filesystem::create_directories(training.folder.parent_path());
        return train(session_, training, JobContext(job.stopToken()));
    }

    Project& project_;
    const ProbeContext& context_;
    TrainOptions options_;
    AdapterMeter meter_;
    Session& session_;
    Adapter start_;
    std::mutex storing_;
};

}  // namespace

std::int64_t probeSteps(const ProbeContext& context, std::span<const ProbePlan> plans) {
    if (context.request.probes.steps) return *context.request.probes.steps;
    double rows = 0;
    for (const ProbePlan& plan : plans) {
        for (const int i : plan.subset) rows += static_cast<double>(context.datasets[static_cast<std::size_t>(i)].trainExamples.size());
    }
    const double each = rows / std::max<double>(1, static_cast<double>(plans.size()));
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(each / static_cast<double>(TrainOptions{}.batch))));
}

std::vector<Probe> probeSubsets(Project& project, const ProbeContext& context, std::span<const ProbePlan> plans, const JobContext& job) {
    TrainOptions options;
    options.steps = probeSteps(context, plans);
    ProbeRunner runner(project, context, trainOptionsOf(project, options, context.request.probes.learningRate, job));
    std::vector<Probe> probes(plans.size());
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < plans.size(); ++k) {
        const auto known = project.reusable("probe", runner.keyOf(plans[k]));
        if (known) probes[k] = probeFrom(project.store(), plans[k], known->value);
        else open.push_back(k);
    }
    if (open.size() < plans.size()) job.note("probes: " + std::to_string(plans.size() - open.size()) + " of " + std::to_string(plans.size()) + " reused");
    LaneProgress progress("probes", static_cast<std::int64_t>(open.size()), "trainings");
    forEachInLanes(open.size(), runner.stepCost(), job, [&](std::size_t at, const JobContext& laneJob) {
        laneJob.throwIfStopped();
        Probe& probe = probes[open[at]];
        probe = runner.run(plans[open[at]], laneJob);
        runner.keep(probe);
        progress.advance(1, laneJob);
    });
    return probes;
}

}  // namespace consort
