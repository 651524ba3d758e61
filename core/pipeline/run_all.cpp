#include "core/pipeline/run_all.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "core/base/error.h"
#include "core/pipeline/combine_members.h"
#include "core/pipeline/export_project.h"
#include "core/pipeline/import_datasets.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

/// Runs the stages in order and keeps how long each took.
class StageTimer {
public:
    explicit StageTimer(std::vector<std::pair<std::string, double>>& seconds) : seconds_(seconds) {}
    void operator()(const std::string& stage, const std::function<void()>& body) {
        const auto begin = std::chrono::steady_clock::now();
        body();
        seconds_.emplace_back(stage, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }

private:
    std::vector<std::pair<std::string, double>>& seconds_;
};

/// The folders beside the demo's base model that hold splits.
std::vector<fs::path> demoDatasets(const fs::path& demo) {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(demo)) {
        if (fs::exists(entry.path() / "train.jsonl")) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

RunOutcome runAll(Project& project, const RunRequest& request, const JobContext& job) {
    RunOutcome outcome;
    StageTimer stage(outcome.seconds);
    stage("estimate", [&] { estimateSubsets(project, request.estimate, job); });
    stage("group", [&] { groupDatasets(project, request.group, job); });
    stage("train", [&] { trainRuns(project, request.train, job); });
    stage("combine", [&] { combineMembers(project, request.combine, job); });
    stage("evaluate", [&] { outcome.evaluation = evaluateSystems(project, {}, job); });
    if (request.exportTo) {
        stage("export", [&] { outcome.bundle = exportProject(project, *request.exportTo, {}, job).folder.string(); });
    }
    return outcome;
}

Project createDemo(const fs::path& resources, const fs::path& folder, const ComputeSettings& compute, const JobContext& job) {
    const fs::path demo = resources / "demo";
    if (!fs::exists(demo / "public-domain-8m")) {
        throw Error(ErrorCode::NotFound, "the embedded demo is not in " + demo.string() + "; reinstall the program");
    }
    ProjectSettings settings;
    settings.model = demo / "public-domain-8m";
    Project project = Project::create(folder, settings, compute);
    importDatasets(project, demoDatasets(demo), {}, job);
    return project;
}

RunOutcome runDemo(const fs::path& resources, const fs::path& folder, const ComputeSettings& compute, const JobContext& job) {
    std::vector<std::pair<std::string, double>> seconds;
    StageTimer stage(seconds);
    std::optional<Project> project;
    stage("import", [&] { project.emplace(createDemo(resources, folder, compute, job)); });
    RunRequest request;
    request.train.baselines = {"single", "per-dataset"};
    request.exportTo = folder / "bundle";
    RunOutcome outcome = runAll(*project, request, job);
    outcome.seconds.insert(outcome.seconds.begin(), seconds.begin(), seconds.end());
    return outcome;
}

Value toValue(const RunOutcome& outcome) {
    Value value = toValue(outcome.evaluation), seconds = Value::Object{};
    if (outcome.bundle) value.set("bundle", *outcome.bundle);
    for (const auto& [stage, duration] : outcome.seconds) seconds.set(stage, duration);
    value.set("seconds", seconds);
    return value;
}

}  // namespace consort
