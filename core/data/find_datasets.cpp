// findDatasets: which files make which dataset.
#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/data/dataset_folder.h"
#include "core/data/dataset_registry.h"
#include "core/data/file_text.h"
#include "core/data/readers.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr int kDepth = 3;  // a folder of folders of Hugging Face layouts

std::string folderName(const fs::path& folder) {
    const fs::path whole = fs::weakly_canonical(fs::absolute(folder));
    const fs::path plain = whole.has_filename() ? whole : whole.parent_path();
    return plain.filename() == "data" ? plain.parent_path().filename().string() : plain.filename().string();
}

DatasetFiles& datasetNamed(std::vector<DatasetFiles>& datasets, const std::string& name) {
    for (DatasetFiles& dataset : datasets) {
        if (dataset.name == name) return dataset;
    }
    datasets.push_back({name, {}});
    return datasets.back();
}

void addFile(std::vector<DatasetFiles>& datasets, const std::string& name, Split split, const fs::path& file) {
    datasetNamed(datasets, name).files[static_cast<std::size_t>(split)].push_back(file);
}

/// Files named after a split in this folder, in its data/ folder, and all files in folders named after one. The key is what the
/// name says beside the split.
std::vector<DatasetFiles> splitFiles(const fs::path& folder) {
    std::vector<DatasetFiles> found;
    for (const fs::path& entry : folderEntries(folder)) {
        const bool isFolder = fs::is_directory(entry);
        const auto folderSplit = isFolder ? splitOfWord(entry.filename().string()) : std::nullopt;
        if (folderSplit) {
            for (const fs::path& file : folderEntries(entry)) {
                if (isDataFile(file)) addFile(found, "", *folderSplit, file);
            }
        } else if (isFolder && entry.filename() == "data") {
            for (DatasetFiles& inner : splitFiles(entry)) {
                for (const Split split : kSplits) {
                    for (const fs::path& file : inner.files[static_cast<std::size_t>(split)]) addFile(found, inner.name, split, file);
                }
            }
        } else if (isDataFile(entry)) {
            const FileNameParts parts = readFileName(entry);
            if (parts.split) addFile(found, parts.stem, *parts.split, entry);
        }
    }
    return found;
}

/// A split twice, once in each of two formats, would count every row twice.
void refuseTwins(const DatasetFiles& dataset) {
    for (const auto& files : dataset.files) {
        std::map<std::string, fs::path> stems;
        for (const fs::path& file : files) {
            const std::string stem = withoutCompression(file).replace_extension().string();
            const auto [first, isNew] = stems.emplace(stem, file);
            if (isNew) continue;
            throw Error(ErrorCode::InvalidInput, first->second.string() + " and " + file.string() + " look like the same rows in two formats; keep one");
        }
    }
}

std::vector<DatasetFiles> datasetsOfFolder(const fs::path& folder, int depth) {
    if (isDatasetRegistry(folder / "dataset_info.json")) return datasetsOfRegistry(folder / "dataset_info.json");
    std::vector<DatasetFiles> found = datasetsOfReadme(folder);
    if (!found.empty()) return found;
    found = splitFiles(folder);
    if (found.size() == 1) found.front().name = folderName(folder);
    for (DatasetFiles& dataset : found) {
        if (dataset.name.empty()) dataset.name = folderName(folder);
    }
    if (!found.empty()) return found;
    for (const fs::path& entry : folderEntries(folder)) {
        if (isDataFile(entry)) found.push_back({readFileName(entry).stem, {{{entry}, {}, {}}}});
        if (!fs::is_directory(entry) || depth == 0) continue;
        for (DatasetFiles& dataset : datasetsOfFolder(entry, depth - 1)) found.push_back(std::move(dataset));
    }
    return found;
}

std::string contentsOf(const fs::path& folder) {
    std::string names;
    for (const fs::path& entry : folderEntries(folder)) names += (names.empty() ? "" : ", ") + entry.filename().string();
    return names.empty() ? "nothing" : names;
}

void requireDataFile(const fs::path& file) {
    std::error_code failure;
    const auto status = fs::status(file, failure);
    if (failure && failure != std::errc::no_such_file_or_directory) {
        throw Error(ErrorCode::Io, file.string() + ": cannot be read (" + failure.message() + "); check its permissions");
    }
    if (!fs::exists(status)) throw Error(ErrorCode::NotFound, file.string() + ": there is no such file or folder");
    if (fs::is_directory(status) || readerFor(file)) return;
    throw Error(ErrorCode::Unsupported, file.string() + ": unknown format; known are " + knownExtensions() + ", each also .gz or .zst");
}

/// Files given one by one: those of one folder whose names differ in the split alone are one dataset.
std::vector<DatasetFiles> datasetsOfFiles(const std::vector<fs::path>& files) {
    std::vector<DatasetFiles> keyed, found;
    for (const fs::path& file : files) {
        const FileNameParts parts = readFileName(file);
        addFile(keyed, (fs::absolute(file).parent_path() / (parts.split ? "*" + parts.stem : file.filename().string())).string(),
                parts.split.value_or(Split::Train), file);
    }
    for (DatasetFiles& dataset : keyed) {
        const auto& all = dataset.files;
        const fs::path first = !all[0].empty() ? all[0].front() : !all[1].empty() ? all[1].front() : all[2].front();
        const FileNameParts parts = readFileName(first);
        dataset.name = parts.stem.empty() ? folderName(fs::absolute(first).parent_path()) : parts.stem;
        if (all[0].size() + all[1].size() + all[2].size() == 1) dataset.files = {{{first}, {}, {}}};  // one file is the whole dataset
        found.push_back(std::move(dataset));
    }
    return found;
}

std::string firstFile(const DatasetFiles& dataset) {
    for (const auto& files : dataset.files) {
        if (!files.empty()) return files.front().string();
    }
    return "(no file)";
}

void requireDistinctNames(const std::vector<DatasetFiles>& datasets) {
    std::map<std::string, const DatasetFiles*> seen;
    for (const DatasetFiles& dataset : datasets) {
        const auto [first, isNew] = seen.emplace(dataset.name, &dataset);
        if (isNew) continue;
        throw Error(ErrorCode::InvalidInput, "two datasets would be called " + dataset.name + ": " + firstFile(*first->second) + " and " + firstFile(dataset) +
                                                 "; import one of them alone with --name");
    }
}

}  // namespace

std::vector<DatasetFiles> findDatasets(const std::vector<fs::path>& paths) {
    std::vector<DatasetFiles> found;
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        requireDataFile(path);
        if (isDatasetRegistry(path)) {
            for (DatasetFiles& dataset : datasetsOfRegistry(path)) found.push_back(std::move(dataset));
            continue;
        }
        if (!fs::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        std::vector<DatasetFiles> inside = datasetsOfFolder(path, kDepth);
        if (inside.empty()) {
            throw Error(ErrorCode::InvalidInput, path.string() + ": no dataset in this folder; it holds " + contentsOf(path) + "; known are " +
                                                     knownExtensions() + ", named …train…, …valid…, …test…, each also .gz or .zst");
        }
        for (DatasetFiles& dataset : inside) found.push_back(std::move(dataset));
    }
    for (DatasetFiles& dataset : datasetsOfFiles(files)) found.push_back(std::move(dataset));
    requireDistinctNames(found);
    for (const DatasetFiles& dataset : found) refuseTwins(dataset);
    return found;
}

}  // namespace consort
