#include "core/pipeline/adopt_adapter.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/export/manifest.h"
#include "core/pipeline/adapter_meter.h"
#include "core/pipeline/estimate_document.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr const char* kKind = "adopted";

/// A folder's name as PEFT can load it.
std::string idFrom(const fs::path& folder) {
    const fs::path whole = fs::absolute(folder).lexically_normal();
    std::string id = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
    for (char& c : id) c = std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::tolower(static_cast<unsigned char>(c))) : '_';
    return id.substr(0, 32);
}

/// g1, g2_b1: names of the groups' members.
bool isGroupName(const std::string& id) { return id.size() > 1 && id[0] == 'g' && std::isdigit(static_cast<unsigned char>(id[1])); }

void requireFreeId(const Project& project, const std::string& id) {
    const auto refuse = [&](const std::string& why) {
        throw Error(ErrorCode::InvalidInput, "an adopted member cannot be named '" + id + "': " + why + "; give another --name");
    };
    if (!isMemberId(id)) refuse("names have 1 to 32 of a-z, 0-9 and _, and do not begin with lora");
    if (isGroupName(id) || id == "single" || id == "frozen" || id == "ensemble" || id == "merged_cat" || id == "per_dataset" || id == "best_member") refuse("it is a system's own name");
    const auto known = project.store().run(id);
    if (known && known->kind != kKind) refuse("a run has it");
    if (known && !project.force()) refuse("a member has it (--force replaces that one)");
}

std::set<std::string> pathsOf(const Adapter& adapter) {
    std::set<std::string> paths;
    for (const LoraWeights& module : adapter.modules) paths.insert(module.path);
    return paths;
}

std::vector<std::string> warningsOf(const Project& project, const fs::path& folder, const Adapter& adapter) {
    std::vector<std::string> warnings;
    const Value config = parseJson(readFile(folder / "adapter_config.json"), (folder / "adapter_config.json").string());
    const std::string base = fs::path(config.stringOr("base_model_name_or_path", "")).filename().string(), own = fs::path(project.model().name).filename().string();
    if (!base.empty() && base != own) warnings.push_back("it says that its base is " + base + ", the project's is " + own + ": every shape fits, but only its scores tell whether it does");
    const bool zero = std::all_of(adapter.modules.begin(), adapter.modules.end(), [](const LoraWeights& module) {
        return std::all_of(module.b.values.begin(), module.b.values.end(), [](float value) { return value == 0; });
    });
    if (zero) warnings.push_back("all of its B factors are zero: it is the frozen base");
    if (pathsOf(adapter) != pathsOf(project.startAdapter())) warnings.push_back("it adapts other modules than the groups' members; the merged adapter gets those of both");
    return warnings;
}

Value measuredBy(Project& project, const Adapter& adapter, const JobContext& job) {
    const AdapterMeter meter(project, kValidRows);
    const MeasuredOutcome frozen = meter.measure(nullptr, job), own = meter.measure(&adapter, job);
    Value measured = Value::Object{};
    const auto names = project.datasetNames();
    for (std::size_t i = 0; i < names.size(); ++i) {
        Value scores;
        scores.set("loss", finiteOrNull(own.outcome[i].loss)).set("accuracy", finiteOrNull(own.outcome[i].accuracy));
        scores.set("frozen_loss", finiteOrNull(frozen.outcome[i].loss)).set("frozen_accuracy", finiteOrNull(frozen.outcome[i].accuracy));
        measured.set(names[i], scores);
    }
    return measured;
}

}  // namespace

AdoptedMember adoptAdapter(Project& project, const fs::path& folder, const std::optional<std::string>& name, const JobContext& job) {
    const StageLock lock(project.store().folder(), "train");
    const std::string id = name.value_or(idFrom(folder));
    requireFreeId(project, id);
    const Adapter adapter = readPeftAdapter(folder, project.model());
    AdoptedMember member;
    member.warnings = warningsOf(project, folder, adapter);
    if (!project.datasetNames().empty()) member.measured = measuredBy(project, adapter, job);
    Value inputs;
    inputs.set("weights", sha256OfFile(folder / "adapter_model.safetensors")).set("config", sha256OfFile(folder / "adapter_config.json")).set("id", id);
    RunRecord& run = member.run;
    run.id = id;
    run.kind = kKind;
    run.state = "done";
    run.key = stepKey(inputs);
    run.adapterBlob = "runs/" + run.key.substr(0, 16) + "/adapter";
    run.options = Value(Value::Object{});
    run.options.set("source", fs::absolute(folder).lexically_normal().string());
    fs::create_directories(project.store().blobPath(run.adapterBlob));
    writePeftAdapter(project.store().blobPath(run.adapterBlob), adapter, project.model());
    project.store().putRun(run);
    project.store().log("adopted " + id);
    return member;
}

void dismissAdapter(Project& project, const std::string& id) {
    const StageLock lock(project.store().folder(), "train");
    std::string known;
    for (const RunRecord& run : adoptedRuns(project)) {
        if (run.id == id) {
            project.store().removeRun(id);
            project.store().log("dismissed " + id);
            return;
        }
        known += (known.empty() ? "" : ", ") + run.id;
    }
    throw Error(ErrorCode::NotFound, "there is no adopted member '" + id + "'; there are: " + (known.empty() ? "none" : known));
}

std::vector<RunRecord> adoptedRuns(const Project& project) {
    std::vector<RunRecord> runs = project.store().runs();
    std::erase_if(runs, [](const RunRecord& run) { return run.kind != kKind; });
    std::sort(runs.begin(), runs.end(), [](const RunRecord& a, const RunRecord& b) { return a.id < b.id; });
    return runs;
}

Value toValue(const AdoptedMember& member) {
    Value value;
    value.set("id", member.run.id).set("kind", member.run.kind).set("source", member.run.options.at("source"));
    return value.set("warnings", Value(member.warnings)).set("datasets", member.measured);
}

}  // namespace consort
