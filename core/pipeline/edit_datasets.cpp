#include "core/pipeline/edit_datasets.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/pipeline/dataset_source.h"
#include "core/pipeline/import_datasets.h"
#include "core/pipeline/verb_options.h"

namespace consort {
namespace {

ImportedDataset readAgain(Project& project, const std::string& name, const Value& changes, const JobContext& job) {
    const Value card = project.store().datasetCard(name);
    const DatasetFiles files = sourceFiles(card);
    Value given = sourceOptions(card);
    for (const auto& [option, value] : changes.asObject()) given.set(option, value);
    ImportOptions options = importOptionsFrom(checkedOptions(importOptions(), given));
    options.name = name;
    fitToProject(options, project);
    ImportedDataset imported = importDataset(files, options, project.tokenizer(), job);
    imported.card.set("source", sourceValue(files, options));
    return imported;
}

}  // namespace

DatasetRecord reimportDataset(Project& project, const std::string& name, const Value& changes, const JobContext& job) {
    const StageLock lock(project.store().folder(), "import");
    const DatasetRecord before = project.store().datasetRecord(name);
    const ImportedDataset imported = readAgain(project, name, changes, job);
    project.store().putDataset(imported.dataset, imported.card);
    project.store().log("read again " + name);
    return before;
}

RowPreview previewReimport(Project& project, const std::string& name, const Value& changes, Split split, std::int64_t index, const JobContext& job) {
    return previewOf(readAgain(project, name, changes, job).dataset, project.tokenizer(), split, index);
}

DatasetRecord removeDataset(Project& project, const std::string& name) {
    const StageLock lock(project.store().folder(), "import");
    const DatasetRecord before = project.store().datasetRecord(name);
    project.store().removeDataset(name);
    project.store().log("removed " + name);
    return before;
}

void restoreDataset(Project& project, const DatasetRecord& record) {
    const StageLock lock(project.store().folder(), "import");
    project.store().putDatasetRecord(record);
    project.store().log("restored " + record.name);
}

}  // namespace consort
