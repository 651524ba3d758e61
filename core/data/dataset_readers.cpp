// THE TABLE of dataset formats: a new format is one reading function and one line here.
#include <algorithm>
#include <cctype>

#include "core/data/file_text.h"
#include "core/data/readers.h"

namespace consort {

const std::vector<DatasetReader>& datasetReaders() {
    static const std::vector<DatasetReader> kTable = {
        {"jsonl", {".jsonl", ".ndjson"}, readJsonLines},
        {"json", {".json"}, readJsonDocument},
        {"csv", {".csv"}, readCsv},
        {"tsv", {".tsv", ".tab"}, readTsv},
        {"parquet", {".parquet"}, readParquet},
        {"arrow", {".arrow", ".feather"}, readArrow},
        {"text", {".txt", ".md"}, readPlainText},
    };
    return kTable;
}

const DatasetReader* readerFor(const std::filesystem::path& file) {
    std::string extension = withoutCompression(file).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const DatasetReader& reader : datasetReaders()) {
        for (const char* known : reader.extensions) {
            if (extension == known) return &reader;
        }
    }
    return nullptr;
}

std::string knownExtensions() {
    std::string all;
    for (const DatasetReader& reader : datasetReaders()) {
        for (const char* extension : reader.extensions) all += (all.empty() ? "" : ", ") + std::string(extension);
    }
    return all;
}

}  // namespace consort
