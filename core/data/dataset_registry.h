#pragma once
// dataset_info.json as LLaMA-Factory writes it: names of datasets, their files, and what their columns are.
#include <filesystem>
#include <vector>

#include "core/data/import.h"

namespace consort {

/// True for such a file; the dataset_info.json of a saved Hugging Face dataset describes that one dataset and is none.
bool isDatasetRegistry(const std::filesystem::path& file);

/// Its datasets that are files or folders beside it; entries that live elsewhere (hf_hub_url, script_url, …) are left out. Throws
/// Error{InvalidInput|NotFound} naming file and entry: not an object, unknown formatting, a file that is not there, none on this machine.
std::vector<DatasetFiles> datasetsOfRegistry(const std::filesystem::path& file);

}  // namespace consort
