#pragma once
// Internal to core/data. What a dataset folder saved by the `datasets` library says of itself.
#include <filesystem>
#include <map>
#include <string>

namespace consort {

/// Names of the classes behind a numbered field, by number, from dataset_info.json; empty where it states none or cannot be read.
std::map<std::string, std::string> savedClassLabels(const std::filesystem::path& folder, const std::string& field);

}  // namespace consort
