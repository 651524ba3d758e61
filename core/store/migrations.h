#pragma once
// Internal to core/store: the shape of the project file, version by version.
#include <filesystem>

#include "core/store/database.h"

namespace consort {

/// Version that this engine writes.
int schemaVersion();

/// Brings the file to schemaVersion(), one numbered step at a time, with a backup beside the file before the first.
/// Throws Error{Corrupt} for a file of a newer version.
void migrate(Database& database, const std::filesystem::path& file, bool readOnly);

}  // namespace consort
