#include "core/pipeline/training_choices.h"

namespace consort {
namespace {

constexpr std::int64_t kStepsWorthTiming = 100;

std::string autoPrecision(Project& project, const TrainOptions& options, const JobContext& job) {
    const std::vector<TrainingData> data = trainingDataOf(project, project.datasetNames());
    if (plannedSteps(options, data) < kStepsWorthTiming) return "float32";
    Value inputs = projectInputs(project, {});
    const std::string key = stepKey(inputs.set("batch", options.batch));
    if (const auto known = project.reusable("precision", key)) return known->value.asString();
    const std::string faster = fasterPrecision(project.session(), project.startAdapter(), data, options);
    project.store().putResult({"precision", key, Value(faster), 0, 0});
    if (faster != "float32") job.note("trainings: matrix products in " + faster + ", which is faster here (new --precision float32 forbids it)");
    return faster;
}

}  // namespace

std::vector<TrainingData> trainingDataOf(Project& project, const std::vector<std::string>& names) {
    std::vector<TrainingData> data;
    for (const std::string& name : names) {
        const Dataset& dataset = project.dataset(name);
        data.push_back({name, dataset.split(Split::Train), dataset.split(Split::Valid)});
    }
    return data;
}

double autoLearningRate(Project& project, const TrainOptions& options, const JobContext& job) {
    Value inputs = projectInputs(project, {});
    inputs.set("batch", options.batch);
    const std::string key = stepKey(inputs);
    if (const auto known = project.reusable("range_test", key)) return known->value.at("lr").asDouble();
    TrainOptions probe = options;
    probe.seed = project.settings().seed;
    const RangeTest test = rangeTest(project.session(), project.startAdapter(), trainingDataOf(project, project.datasetNames()), probe, job);
    Value curve = Value::List{};
    for (const RangeTestPoint& point : test.curve) {
        Value entry;
        entry.set("lr", point.learningRate).set("loss", point.loss);
        curve.push(entry);
    }
    Value value;
    value.set("lr", test.learningRate).set("curve", curve);
    project.store().putResult({"range_test", key, value, 0, 0});
    job.note("learning rate " + toJson(Value(test.learningRate)) + " (range test)");
    return test.learningRate;
}

TrainOptions trainOptionsOf(Project& project, TrainOptions options, std::optional<double> learningRate, const JobContext& job) {
    options.seed = project.settings().seed;
    options.learningRate = learningRate ? *learningRate : autoLearningRate(project, options, job);
    options.precision = project.settings().precision == "auto" ? autoPrecision(project, options, job) : project.settings().precision;
    return options;
}

}  // namespace consort
