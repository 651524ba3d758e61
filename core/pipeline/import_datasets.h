#pragma once
// The verb `import`: files and folders become datasets of a project.
#include <filesystem>
#include <optional>
#include <vector>

#include "core/data/import.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

/// What the project decides about an import: the seed, the base's positions as a bound of the rows, and its chat template.
void fitToProject(ImportOptions& options, const Project& project);

/// Imports every dataset found under `paths`; all are read before the first is stored, so an error leaves the project as it was.
/// Returns the cards.
std::vector<Value> importDatasets(Project& project, const std::vector<std::filesystem::path>& paths, ImportOptions options,
                                  const JobContext& job);

/// One JSON object of `consort rows` for a row.
Value rowValue(const Example& row);

/// The overlap that is known of exactly these datasets.
std::optional<Value> storedOverlap(const Project& project);

/// Overlap of all datasets of the project, as `show overlap` prints it; kept until the datasets change.
Value overlapValue(Project& project);

}  // namespace consort
