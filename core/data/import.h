#pragma once
// From files to a Dataset: readers, schema, template, splits, token ids (cli.md "What the numbers mean", formats.md §4).
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/value.h"
#include "core/data/dataset.h"
#include "core/job/job_context.h"
#include "core/text/template.h"
#include "core/text/tokenizer.h"

namespace consort {

/// A raw row: the file's fields, and where it stood.
struct Record {
    Value fields;            ///< object
    std::int64_t line = 0;   ///< 1-based line of a .jsonl, row of any other format
};

/// One file format; THE TABLE is in dataset_readers.cpp.
struct DatasetReader {
    const char* format;                   ///< "jsonl"
    std::vector<const char*> extensions;  ///< ".jsonl", ".ndjson"; each also with .gz or .zst
    void (*read)(const std::filesystem::path& file, const std::function<void(Record)>& sink);
};
const std::vector<DatasetReader>& datasetReaders();

/// The files of one dataset, by split.
struct DatasetFiles {
    std::string name;
    std::array<std::vector<std::filesystem::path>, 3> files;  ///< by Split
    Value declared{};  ///< {schema, mapping} where a dataset_info.json says what the columns are; else null
};
/// A file, a folder with train/valid/test files, or a folder of such folders. Throws Error{NotFound|InvalidInput|Unsupported}
/// listing what was not understood and why.
std::vector<DatasetFiles> findDatasets(const std::vector<std::filesystem::path>& paths);

/// The `license:` that the README.md of a dataset's or model's folder states in its front matter.
std::optional<std::string> licenceIn(const std::filesystem::path& folder);

/// What is written by the base's chat template: conversations; instructions and pairs too; nothing.
enum class ChatUse { Auto, Always, Never };

struct ImportOptions {
    std::optional<std::string> name;      ///< only with one dataset
    std::optional<Schema> schema;
    std::optional<PromptTemplate> promptTemplate;
    bool templateByColumns = false;       ///< the shipped template that the columns tell
    std::optional<std::string> promptField, targetField;
    std::optional<std::string> choices;   ///< "a ||| b": answer words in the order of labels, or "letters"
    double validShare = 0.1, testShare = 0.1;
    ChatUse chat = ChatUse::Auto;
    std::filesystem::path modelFolder;    ///< where the base's chat template is; empty: it has none
    std::optional<std::int64_t> maxRows;  ///< a split
    std::int64_t maxTokens = 256;
    std::uint64_t seed = 0;
    Value given;                          ///< these options as they were given, to be kept with the dataset; null: unknown
};

struct SchemaGuess {
    Schema schema = Schema::Text;
    double confidence = 0;      ///< 0 … 1
    Value mapping;              ///< {role: field name}
    std::string reason;
};
/// Looks at the records (all of them: label statistics decide). Throws Error{InvalidInput} listing the fields where nothing fits.
SchemaGuess detectSchema(const std::vector<Record>& records);

struct ImportedDataset {
    Dataset dataset;
    Value card;  ///< {name, schema, confidence, mapping, template, rows{train,valid,test}, labels[], sha256, tokens{mean,max}, truncated, setAside, balance, duplicates, warnings[]}
};

/// Reads one dataset whole. Throws Error{InvalidInput} naming file, line and field.
ImportedDataset importDataset(const DatasetFiles& files, const ImportOptions& options, const Tokenizer& tokenizer, const JobContext& job);

/// Overlap of rows as the model sees them (prompt; where the choices are not the labels also what is scored): exact twins, and near
/// ones with a Jaccard similarity ≥ 0.8 of their 5-grams, case and runs of blanks ignored. A near twin may be an exact one.
struct OverlapReport {
    std::vector<std::string> datasets;
    Matrix exact, near;     ///< (n, n) share of i's rows that have a twin in l; the diagonal: repeated within i
    Matrix leakage;         ///< (n, n) share of l's test rows with a near twin in i's train rows
    Matrix betweenSplits;   ///< (n, 3) share of valid rows with a near twin in train, of test rows in train, of test rows in valid
};
/// Candidates come from banded MinHash and are verified; time grows with the rows, not with their pairs.
OverlapReport findOverlap(const std::vector<Dataset>& datasets);

}  // namespace consort
