#pragma once
// Where a dataset came from: its files as they were, and the options it was read with. What a dataset is read from again.
#include <filesystem>
#include <string>
#include <vector>

#include "core/data/import.h"

namespace consort {

/// {"files": [{path, split, bytes, modified}], "options": {…}} for a card; paths are absolute, `modified` in seconds since 1970.
Value sourceValue(const DatasetFiles& files, const ImportOptions& options);

/// The files of a card that has a source; throws Error{InvalidInput} for one of an older project that has none.
DatasetFiles sourceFiles(const Value& card);
/// The options it was read with, without those that keep their default.
Value sourceOptions(const Value& card);

/// Files of a card that are no longer as they were: gone, or of another size or time. Empty where nothing changed or no source is known.
std::vector<std::string> changedFiles(const Value& card);

}  // namespace consort
