#include "core/pipeline/import_datasets.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/pipeline/dataset_source.h"

namespace consort {
namespace {

constexpr std::size_t kLongestName = 100;

void requireDistinctNames(const std::vector<DatasetFiles>& found) {
    std::set<std::string> names;
    for (const DatasetFiles& files : found) {
        if (!names.insert(files.name).second) {
            throw Error(ErrorCode::InvalidInput, "two of the given datasets are named '" + files.name + "'; import one of them with --name");
        }
    }
}

/// Names travel in comma-separated lists, CSV heads and log lines.
void requireUsableName(const std::string& name) {
    const bool control = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    const bool usable = !name.empty() && name.size() <= kLongestName && !control && name.find(',') == std::string::npos &&
                        name.find('/') == std::string::npos && name != "." && name != "..";
    if (usable) return;
    throw Error(ErrorCode::InvalidInput, "a dataset cannot be named '" + name.substr(0, kLongestName) + "': names have 1 to " + std::to_string(kLongestName) +
                                             " bytes, no comma, no slash and no control characters; give another --name");
}

/// A name that is taken by other content needs the person's word.
void requireFreeName(const Project& project, const Dataset& dataset) {
    const auto names = project.datasetNames();
    if (std::find(names.begin(), names.end(), dataset.name) == names.end() || project.force()) return;
    if (project.store().datasetCard(dataset.name).at("sha256").asString() == dataset.sha256) return;
    throw Error(ErrorCode::InvalidInput, "the project already has another dataset named '" + dataset.name +
                                             "'; give this one a --name, or replace the old one with --force");
}

Value matrixValue(const Matrix& matrix) {
    Value rows = Value::List{};
    for (std::int64_t r = 0; r < matrix.rows; ++r) {
        const auto row = matrix.row(r);
        rows.push(Value(std::vector<double>(row.begin(), row.end())));
    }
    return rows;
}

std::string overlapKey(const Project& project) { return stepKey(projectInputs(project, project.datasetNames())); }

}  // namespace

void fitToProject(ImportOptions& options, const Project& project) {
    options.maxTokens = std::min<std::int64_t>(options.maxTokens, project.model().maxPositions);
    options.seed = project.settings().seed;
    options.modelFolder = project.settings().model;
}

std::vector<Value> importDatasets(Project& project, const std::vector<std::filesystem::path>& paths, ImportOptions options,
                                  const JobContext& job) {
    const StageLock lock(project.store().folder(), "import");
    fitToProject(options, project);
    const std::vector<DatasetFiles> found = findDatasets(paths);
    requireDistinctNames(found);
    if (options.name) requireUsableName(*options.name);
    for (const DatasetFiles& files : found) {
        if (!options.name) requireUsableName(files.name);
    }
    if (options.name && found.size() != 1) {
        throw Error(ErrorCode::InvalidInput, "--name needs exactly one dataset, but " + std::to_string(found.size()) + " were found");
    }
    std::vector<ImportedDataset> imported;
    for (std::size_t i = 0; i < found.size(); ++i) {
        job.throwIfStopped();
        job.progress("import", static_cast<std::int64_t>(i), static_cast<std::int64_t>(found.size()), "datasets");
        imported.push_back(importDataset(found[i], options, project.tokenizer(), job));
        requireFreeName(project, imported.back().dataset);
    }
    std::vector<Value> cards;
    for (std::size_t i = 0; i < imported.size(); ++i) {
        ImportedDataset& one = imported[i];
        one.card.set("source", sourceValue(found[i], options));
        project.store().putDataset(one.dataset, one.card);
        project.store().log("imported " + one.dataset.name);
        cards.push_back(one.card);
    }
    job.progress("import", static_cast<std::int64_t>(found.size()), static_cast<std::int64_t>(found.size()), "datasets");
    return cards;
}

Value rowValue(const Example& row) {
    Value choices;
    if (!row.choices.empty()) {
        choices = Value(Value::List{});
        for (const TokenIds& choice : row.choices) choices.push(Value(choice));
    }
    Value value;
    value.set("id", row.id).set("text", row.text).set("prompt_ids", Value(row.promptIds)).set("target_ids", Value(row.targetIds));
    if (!row.lossMask.empty()) {  // of a conversation whose target has turns that are not learned
        Value mask = Value::List{};
        for (const bool scored : row.lossMask) mask.push(scored ? 1 : 0);
        value.set("loss_mask", mask);
    }
    value.set("choices", choices).set("gold", row.gold ? Value(*row.gold) : Value());
    return value;
}

std::optional<Value> storedOverlap(const Project& project) {
    const auto known = project.reusable("overlap", overlapKey(project));
    return known ? std::optional<Value>(known->value) : std::nullopt;
}

Value overlapValue(Project& project) {
    if (auto known = storedOverlap(project)) return *known;
    std::vector<Dataset> datasets;
    for (const std::string& name : project.datasetNames()) datasets.push_back(project.dataset(name));
    const OverlapReport report = findOverlap(datasets);
    Value value;
    value.set("datasets", Value(report.datasets)).set("exact", matrixValue(report.exact)).set("near", matrixValue(report.near));
    value.set("leakage", matrixValue(report.leakage));
    if (!project.store().readOnly()) project.store().putResult({"overlap", overlapKey(project), value, 0, 0});
    return value;
}

}  // namespace consort
