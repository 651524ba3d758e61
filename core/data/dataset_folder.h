#pragma once
// What the names in a dataset folder say: splits, dataset names, the file lists of a Hugging Face README.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/data/import.h"

namespace consort {

/// What a file name says: "mr_validation-00000-of-00001.parquet" is the split Valid of "mr".
struct FileNameParts {
    std::optional<Split> split;
    std::string stem;  ///< the rest without split, shard numbers and extensions; may be empty
};
FileNameParts readFileName(const std::filesystem::path& file);

/// The split that a word names ("train", "training", "dev", "val", "validation", "test" …).
std::optional<Split> splitOfWord(const std::string& word);

/// Entries of a folder in name order, hidden ones left out. Throws Error{NotFound|Io} naming the folder.
std::vector<std::filesystem::path> folderEntries(const std::filesystem::path& folder);

/// True for data files by extension; notes, licences and the state files beside saved datasets are none.
bool isDataFile(const std::filesystem::path& file);

/// Datasets named by `configs: data_files:` in the front matter of the folder's README.md; empty where there are none.
/// Throws Error{InvalidInput} where a pattern matches no file or the front matter is malformed.
std::vector<DatasetFiles> datasetsOfReadme(const std::filesystem::path& folder);

/// Names that the folder's README gives to the numbers of a ClassLabel field ("0" → "negative"); empty where it gives none.
std::map<std::string, std::string> classLabelsIn(const std::filesystem::path& folder, const std::string& field);

}  // namespace consort
