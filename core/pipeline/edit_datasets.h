#pragma once
// Editing datasets that a project already has: reading them again with other options, and taking them out.
#include "core/pipeline/preview_row.h"
#include "core/pipeline/project.h"

namespace consort {

/// Reads a dataset again from its own files; `changes` are options of `import` by name that replace those it was read with (null: back to
/// the default). Returns the record as it was before, for an undo. Throws as importDatasets, and where the files are not known or gone.
DatasetRecord reimportDataset(Project& project, const std::string& name, const Value& changes, const JobContext& job);

/// A row as it would be after that, without storing anything.
RowPreview previewReimport(Project& project, const std::string& name, const Value& changes, Split split, std::int64_t index, const JobContext& job);

/// Takes a dataset out of the project; its rows stay on disk until another project file is made. Returns what an undo puts back.
DatasetRecord removeDataset(Project& project, const std::string& name);
void restoreDataset(Project& project, const DatasetRecord& record);

}  // namespace consort
