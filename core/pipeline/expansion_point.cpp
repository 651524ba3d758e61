// Where the linear model is taken: at a fresh adapter, or after a short joint training.
#include <algorithm>

#include "core/affinity/lambda_calibration.h"
#include "core/base/error.h"
#include "core/data/row_draw.h"
#include "core/nn/compute_lanes.h"
#include "core/nn/trainer.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/training_choices.h"

namespace consort {
namespace {

constexpr std::int64_t kDecisionRows = 16;      ///< train and validation rows a dataset that decide between fresh and warmed

ExpansionPoint freshPoint(const Project& project) { return {"fresh", project.startAdapter(), "fresh", 0}; }

/// A few rows of every dataset at a point, gradients and all; nothing is kept.
std::vector<DatasetRows> decisionRows(Project& project, const ExpansionPoint& point, const EstimateRequest& request, const JobContext& job) {
    GradientOptions options;
    options.dim = request.dim;
    options.sketchSeed = project.settings().seed;
    options.mode = request.rowMode == "mean" ? RowMode::Mean : RowMode::Answer;
    const auto names = project.datasetNames();
    std::vector<DatasetRows> all(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Dataset& dataset = project.dataset(names[i]);
        all[i].name = names[i];
        all[i].trainExamples = drawnRows(dataset.split(Split::Train), kDecisionRows, project.settings().seed);
        all[i].validExamples = drawnRows(dataset.split(Split::Valid), kDecisionRows, project.settings().seed);
    }
    Session& session = project.session();
    const auto linearised = [&](const std::vector<Example>& rows, const JobContext& laneJob) {
        return linearRows(collectGradients(session, point.adapter, rows, options, laneJob), rows, options.mode);
    };
    forEachInLanes(all.size(), session.laneFlops(smallPassFlops(session.info(), kDecisionRows)), job, [&](std::size_t i, const JobContext& laneJob) {
        all[i].train = linearised(all[i].trainExamples, laneJob);
        all[i].valid = linearised(all[i].validExamples, laneJob);
    });
    return all;
}

/// Fit of the full set on the decision rows, λ by validation loss unless it is given.
std::vector<double> decisionFit(const std::vector<DatasetRows>& rows, const EstimateRequest& request, const JobContext& job) {
    std::vector<LinearRows> train;
    std::vector<ValidationRows> valid;
    Subset full;
    for (const DatasetRows& one : rows) {
        full.push_back(static_cast<int>(train.size()));
        train.push_back(one.train);
        valid.push_back({one.valid, {}, {}});
    }
    FitOptions options;
    const std::vector<Subset> subsets{full};
    options.lambda = request.lambda ? *request.lambda : calibrateLambda({train, valid, subsets}, options, 0, job).lambda;
    return fitSubsets(train, subsets, options, job).front().w;
}

bool freshIsGoodEnough(Project& project, const EstimateRequest& request, const JobContext& job) {
    EstimateRequest decision = request;
    if (decision.rowMode == "choice") decision.rowMode = "answer";
    const ExpansionPoint point = freshPoint(project);
    const std::vector<DatasetRows> rows = decisionRows(project, point, decision, job);
    const auto errors = firstOrderErrors(project, point, rows, decision, {decisionFit(rows, decision, job), 1}, job);
    return !errors.empty() && errors[kFullDisplacement].error <= kLinearError;
}

/// A joint training over the estimate's rows of some datasets.
TrainingResult warmedAdapter(Project& project, const EstimateRequest& request, const std::vector<std::string>& names, const std::string& folder, const JobContext& job) {
    std::vector<std::vector<Example>> trainRows;
    TrainingPlan plan;
    for (const std::string& name : names) {
        const Dataset& dataset = project.dataset(name);
        trainRows.push_back(drawnTrainRows(project, dataset, request.rows));
    }
    for (std::size_t i = 0; i < names.size(); ++i) plan.data.push_back({names[i], trainRows[i], {}});  // nothing to judge by: the end is kept
    plan.id = "warm";
    plan.start = project.startAdapter();
    plan.options.epochs = request.warmEpochs;
    plan.options.precision = "float32";  // every estimate stands on this point: it must not hang on what was faster on one machine
    plan.options.seed = project.settings().seed;
    plan.options.learningRate = autoLearningRate(project, plan.options, job);
    plan.folder = project.store().blobPath(folder + "/checkpoint");
    if (project.force()) forgetCheckpoint(plan.folder);
    return train(project.session(), plan, job);
}

}  // namespace

ExpansionPoint jointPoint(Project& project, const EstimateRequest& request, const std::vector<std::string>& names, const JobContext& job) {
    Value inputs = projectInputs(project, names);
    inputs.set("rows", request.rows);
    if (request.warmEpochs != 1) inputs.set("warm_epochs", request.warmEpochs);
    const std::string hash = stepKey(inputs), folder = "points/" + hash.substr(0, 16), blob = folder + "/adapter";
    if (const auto known = project.reusable("joint_point", hash)) return {"warmed", readPeftAdapter(project.store().folder() / blob, project.model()), hash, known->flops};
    const TrainingResult trained = warmedAdapter(project, request, names, folder, job);
    writePeftAdapter(project.store().blobPath(blob), trained.adapter, project.model());
    project.store().putResult({"joint_point", hash, Value(blob), trained.seconds, trained.flops});
    forgetCheckpoint(project.store().blobPath(folder + "/checkpoint"));
    return {"warmed", trained.adapter, hash, trained.flops};
}

ExpansionPoint expansionPoint(Project& project, const EstimateRequest& request, const JobContext& job) {
    Value inputs = projectInputs(project, {});
    inputs.set("rows", request.rows).set("expand", request.expand).set("row_mode", request.rowMode);
    if (request.warmEpochs != 1) inputs.set("warm_epochs", request.warmEpochs);
    const std::string key = stepKey(inputs);
    if (const auto known = project.reusable("point", key)) {
        if (known->value.at("kind").asString() == "fresh") return freshPoint(project);
        const std::string blob = known->value.at("adapter").asString();
        return {"warmed", readPeftAdapter(project.store().folder() / blob, project.model()), known->value.at("hash").asString(), known->flops};
    }
    Value value;
    if (request.expand == "fresh" || (request.expand == "auto" && freshIsGoodEnough(project, request, job))) {
        value.set("kind", "fresh");
        project.store().putResult({"point", key, value, 0, 0});
        return freshPoint(project);
    }
    const ExpansionPoint point = jointPoint(project, request, project.datasetNames(), job);
    value.set("kind", "warmed").set("adapter", "points/" + point.key.substr(0, 16) + "/adapter").set("hash", point.key);
    project.store().putResult({"point", key, value, 0, point.flops});
    return point;
}

}  // namespace consort
