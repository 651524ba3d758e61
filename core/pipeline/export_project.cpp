#include "core/pipeline/export_project.h"

#include <algorithm>
#include <chrono>

#include "core/base/error.h"
#include "core/data/import.h"
#include "core/pipeline/combination.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

constexpr std::size_t kProbeRows = 24;  ///< rows that the certificate replays, spread over the datasets

std::vector<std::pair<std::string, TokenIds>> probesOf(Project& project) {
    const auto names = project.datasetNames();
    const std::size_t each = std::max<std::size_t>(1, kProbeRows / std::max<std::size_t>(1, names.size()));
    std::vector<std::pair<std::string, TokenIds>> probes;
    for (const std::string& name : names) {
        const Dataset& dataset = project.dataset(name);
        const auto& rows = dataset.split(Split::Valid).empty() ? dataset.split(Split::Train) : dataset.split(Split::Valid);
        for (std::size_t r = 0; r < std::min(each, rows.size()); ++r) {
            TokenIds ids = rows[r].promptIds;
            ids.insert(ids.end(), rows[r].targetIds.begin(), rows[r].targetIds.end());
            probes.emplace_back(name, std::move(ids));
        }
    }
    return probes;
}

Value cardsOf(const Project& project) {
    Value cards = Value::List{};
    for (const std::string& name : project.datasetNames()) {
        const Value card = project.store().datasetCard(name);
        Value entry;
        for (const char* key : {"name", "sha256", "rows", "schema", "mapping", "labels", "answer_words", "answer_choices", "template"}) {
            if (const Value* field = card.find(key)) entry.set(key, *field);
        }
        cards.push(entry);
    }
    return cards;
}

Value licencesOf(const Project& project) {
    Value licences;
    licences.set(project.model().name, licenceIn(project.settings().model).value_or("unknown"));
    for (const std::string& name : project.datasetNames()) licences.set(name, project.store().datasetCard(name).stringOr("licence", "unknown"));
    return licences;
}

Value methodOf(const Estimate& estimate) {
    Value method;
    method.set("projection_dim", estimate.dim).set("seed", estimate.seed).set("lambda", estimate.lambda).set("expand", estimate.expand);
    method.set("subsets", estimate.subsets).set("estimator", "linear");
    return method;
}

void addMembers(const Project& project, const Combination& combination, BundleContent& content) {
    const std::vector<RunRecord> runs = combinedRuns(project, combination);
    for (std::size_t a = 0; a < runs.size(); ++a) {
        BundleMember member;
        member.id = runs[a].id;
        member.kind = combination.members[a].kind;
        member.group = runs[a].group.value_or(runs[a].id);
        member.datasets = runs[a].datasets;
        member.adapter = adapterOf(project, runs[a]);
        member.weight = combination.members[a].weight;
        member.steps = runs[a].steps;
        member.bestStep = runs[a].bestStep;
        member.seed = project.settings().seed;
        content.members.push_back(std::move(member));
    }
}

BundleContent contentOf(Project& project) {
    const auto combination = currentCombination(project);
    combinedRuns(project, combination);  // refuses one of other members
    BundleContent content;
    content.model = project.model();
    content.modelFolder = project.settings().model;
    content.session = project.session().options();
    addMembers(project, *combination, content);
    content.datasets = combination->datasets;
    content.weights = combination->weights;
    content.gate = combination->gate;
    for (std::size_t d = 0; d < content.datasets.size(); ++d) content.baseWeights.push_back(combination->baseWeight(d));
    if (const auto estimate = currentEstimate(project)) {
        content.method = methodOf(*estimate);
        content.affinity = estimate->affinity.value;
    }
    content.datasetCards = cardsOf(project);
    content.licences = licencesOf(project);
    content.writeTables = [&project](const std::filesystem::path& file) { project.store().writeTables(file); };
    if (const auto results = storedEvaluation(project, Split::Test)) content.results = *results;
    content.probes = probesOf(project);
    return content;
}

/// The project keeps a list of its bundles, the newest last, one entry a folder.
void remember(Project& project, const BundleReport& report) {
    if (project.store().readOnly()) return;
    const auto before = project.store().result("exports");
    Value entry = toValue(report), history = Value::List{};
    entry.set("folder", std::filesystem::absolute(report.folder).lexically_normal().string());
    for (const Value& one : before ? before->value.asList() : Value::List{}) {
        if (one.stringOr("folder", "") != entry.at("folder").asString()) history.push(one);
    }
    history.push(entry);
    project.store().putResult({"exports", stepKey(history), history, 0, 0});
}

}  // namespace

BundleReport exportProject(Project& project, const std::filesystem::path& out, const ExportRequest& request,
                           const JobContext& job) {
    const StageLock lock(project.store().folder(), "export");
    BundleContent content = contentOf(project);
    content.svdRank = request.svdRank;
    const BundleReport report = exportBundle(project.session(), content, out, request.formats, job);
    remember(project, report);
    return report;
}

BundleVerdict verifyExport(Project& project, const std::filesystem::path& bundle, const JobContext& job) {
    const BundleVerdict verdict = verifyBundle(bundle, project.settings().model, job);
    const auto stored = project.store().result("exports");
    if (!verdict.ok || !stored || project.store().readOnly()) return verdict;
    const std::string folder = std::filesystem::absolute(bundle).lexically_normal().string();
    Value history = Value::List{};
    for (Value entry : stored->value.asList()) {
        if (entry.stringOr("folder", "") == folder) entry.set("verified", std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count());
        history.push(entry);
    }
    project.store().putResult({"exports", stepKey(history), history, 0, 0});
    return verdict;
}

Value toValue(const BundleReport& report) {
    Value files = Value::List{}, faithfulness = Value::List{}, value;
    for (const BundleFile& file : report.files) {
        Value entry;
        entry.set("path", file.path).set("bytes", file.bytes).set("sha256", file.sha256);
        files.push(entry);
    }
    for (const Faithfulness& one : report.faithfulness) {
        Value entry;
        entry.set("artefact", one.artefact).set("max_abs_logit", one.maxAbsLogit).set("kl", one.kl).set("accuracy_delta", one.accuracyDelta);
        faithfulness.push(entry);
    }
    value.set("bundle", report.folder.string()).set("files", files).set("faithfulness", faithfulness);
    return value;
}

Value toValue(const BundleVerdict& verdict) {
    Value checks = Value::List{}, value;
    for (const BundleCheck& check : verdict.checks) {
        Value entry;
        entry.set("name", check.name).set("ok", check.ok).set("detail", check.detail);
        checks.push(entry);
    }
    value.set("ok", verdict.ok).set("checks", checks);
    return value;
}

}  // namespace consort
