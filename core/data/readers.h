#pragma once
// The reading functions behind THE TABLE of dataset_readers.cpp, one source file a family of formats.
#include <filesystem>
#include <functional>

#include "core/data/import.h"

namespace consort {

using RecordSink = std::function<void(Record)>;

void readJsonLines(const std::filesystem::path& file, const RecordSink& sink);
void readJsonDocument(const std::filesystem::path& file, const RecordSink& sink);
void readCsv(const std::filesystem::path& file, const RecordSink& sink);
void readTsv(const std::filesystem::path& file, const RecordSink& sink);
void readParquet(const std::filesystem::path& file, const RecordSink& sink);
void readArrow(const std::filesystem::path& file, const RecordSink& sink);
void readPlainText(const std::filesystem::path& file, const RecordSink& sink);

/// The reader of a file name, or nullptr where no format has its extension.
const DatasetReader* readerFor(const std::filesystem::path& file);
/// All extensions, for messages: ".jsonl, .ndjson, …".
std::string knownExtensions();

}  // namespace consort
