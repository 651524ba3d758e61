// What a person does in the stages, as calls of pipeline verbs.
#include <QFileInfo>

#include "core/pipeline/combine_members.h"
#include "core/pipeline/conflicts.h"
#include "core/pipeline/dataset_gains.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/export_project.h"
#include "core/pipeline/import_datasets.h"
#include "core/base/error.h"
#include "core/pipeline/predict_subset.h"
#include "core/pipeline/run_all.h"
#include "core/pipeline/verb_options.h"
#include "ui/workbench.h"

namespace consort {
namespace {

std::vector<std::string> namesOf(const QStringList& names) {
    std::vector<std::string> list;
    for (const QString& name : names) list.push_back(name.toStdString());
    return list;
}

}  // namespace

void Workbench::inspectPaths(const QStringList& paths, Reply<std::vector<FoundPath>> reply) {
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths) files.emplace_back(path.toStdString());
    submitQuestion<std::vector<FoundPath>>("inspect", [files](JobContext& job) { return consort::inspectPaths(files, job); }, std::move(reply));
}

void Workbench::addDatasets(const QStringList& paths, const Value& options) {
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths) files.emplace_back(path.toStdString());
    run("import", paths.size() == 1 ? tr("Import %1").arg(QFileInfo(paths.first()).fileName()) : tr("Import %n items", nullptr, static_cast<int>(paths.size())),
        [files, options](Project& project, JobContext& job) {
            importDatasets(project, files, importOptionsFrom(checkedOptions(importOptions(), options.isObject() ? options : Value(Value::Object{}))), job);
        });
}

void Workbench::previewRow(const QString& dataset, Split split, std::int64_t index, Reply<RowPreview> reply) {
    askInteractive<RowPreview>("preview", [name = dataset.toStdString(), split, index](InteractiveProject& desk, JobContext&) {
        return consort::previewRow(desk.project(), name, split, index);
    }, std::move(reply));
}

void Workbench::findOverlap() {
    run("overlap", tr("Overlap scan"), [](Project& project, JobContext&) { overlapValue(project); });
}

void Workbench::estimate(const EstimateRequest& request) {
    run("estimate", tr("Estimate affinity"), [request](Project& project, JobContext& job) { estimateSubsets(project, request, job); });
}

void Workbench::predict(const QStringList& names, Reply<Value> reply) {
    askInteractive<Value>("predict", [list = namesOf(names)](InteractiveProject& desk, JobContext& job) {
        SubsetEstimator& estimator = desk.estimator(job);
        return predictSubset(desk.project(), list, job, &estimator);
    }, std::move(reply));
}

void Workbench::explainConflict(const QString& a, const QString& b, Reply<std::pair<Value, Value>> reply) {
    using Sides = std::pair<Value, Value>;
    askInteractive<Sides>("conflict", [a = a.toStdString(), b = b.toStdString()](InteractiveProject& desk, JobContext& job) {
        constexpr std::int64_t kRows = 50;
        SubsetEstimator& estimator = desk.estimator(job);
        return Sides{consort::explainConflict(desk.project(), a, b, kRows, job, &estimator), misledRows(desk.project(), a, b, kRows, job, &estimator)};
    }, std::move(reply));
}

void Workbench::pairwise(Reply<Matrix> reply) {
    askInteractive<Matrix>("pairwise", [](InteractiveProject& desk, JobContext& job) { return pairwiseView(desk.estimator(job), job); }, std::move(reply));
}

void Workbench::probe(std::int64_t count) {
    run("estimate", tr("Check the estimate by fine-tuning"), [count](Project& project, JobContext& job) {
        EstimateRequest request = requestOf(project, requireEstimate(project));
        request.mode = "probe";
        request.probes.count = count;
        estimateSubsets(project, request, job);
    });
}

void Workbench::selectSources(const SelectRequest& request) {
    run("select", tr("Choose sources for %1").arg(QString::fromStdString(request.target)), [request](Project& project, JobContext& job) { consort::selectSources(project, request, job); });
}

void Workbench::gains(Reply<Value> reply) {
    askInteractive<Value>("gains", [](InteractiveProject& desk, JobContext& job) { return datasetGains(desk.project(), job); }, std::move(reply));
}

void Workbench::combineAndEvaluate() {
    const bool weighed = snapshot_ && snapshot_->combination && !snapshot_->combinationIsOld;  // also by hand: those weights stay
    run("evaluate", weighed ? tr("Evaluate") : tr("Combine and evaluate"), [weighed](Project& project, JobContext& job) {
        if (!weighed) combineMembers(project, {}, job);
        evaluateSystems(project, {}, job);
    });
}


void Workbench::train(const TrainRequest& asked) {
    TrainRequest request = asked;
    request.control = control_;
    run("train", tr("Train"), [request](Project& project, JobContext& job) { trainRuns(project, request, job); });
}

void Workbench::trainPlan() {
    control_ = std::make_shared<TrainControl>();
    train(trainRequest_);
}

void Workbench::pauseTraining() {
    for (const RunView& run : snapshot_->runs) {
        if (isLive(run.record)) control_->pause(run.record.id);
    }
}

void Workbench::pauseRun(const QString& run) { control_->pause(run.toStdString()); }

void Workbench::resumeRun(const QString& run) {
    control_->resume(run.toStdString());
    if (!isTraining()) trainPlan();
}

void Workbench::orderRuns(const QStringList& runs) { control_->setOrder(namesOf(runs)); }

void Workbench::stopTraining() { cancel(QStringLiteral("train")); }

void Workbench::exportBundle(const QString& folder) {
    run("export", tr("Export %1").arg(QFileInfo(folder).fileName()),
        [folder = folder.toStdString(), formats = namesOf(QStringList(QStringLiteral("bundle")) + exportFormats_)](Project& project, JobContext& job) { exportProject(project, folder, {formats, 0}, job); });
}

QString Workbench::exportFolder() const { return exportFolder_.isEmpty() ? folder_ + QStringLiteral("/bundle") : exportFolder_; }

void Workbench::verifyBundle(const QString& folder) {
    run("verify", tr("Check the bundle's files"), [folder = folder.toStdString()](Project& project, JobContext& job) {
        const BundleVerdict verdict = verifyExport(project, folder, job);
        for (const BundleCheck& check : verdict.checks) {
            if (!check.ok) throw Error(ErrorCode::Corrupt, check.name + ": " + check.detail);
        }
        job.note("the bundle is whole: " + std::to_string(verdict.checks.size()) + " checks passed");
    });
}

void Workbench::runAll(const QString& folder) {
    RunRequest request;
    request.group = draft_;
    request.train = trainRequest_;
    request.exportTo = folder.toStdString();
    run("train", tr("Run every open step"), [request](Project& project, JobContext& job) { consort::runAll(project, request, job); });
}

}  // namespace consort
