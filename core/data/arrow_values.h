#pragma once
// Arrow tables as records; Arrow's headers are seen only by the sources that include this file.
#include <arrow/api.h>

#include <filesystem>
#include <string>

#include "core/data/readers.h"

namespace consort {

/// Sends every row of the table to `sink`, row numbers from `firstRow`. Lists become lists, structs objects, dates text; integers of
/// a ClassLabel column (Hugging Face metadata) become their names. Throws Error{InvalidInput} naming the column it cannot convert.
void emitTable(const arrow::Table& table, std::int64_t firstRow, const std::filesystem::path& file, const RecordSink& sink);

/// The value, or Error{code} with the file's name and Arrow's message.
template <typename T>
T arrowOr(arrow::Result<T> result, const std::filesystem::path& file, ErrorCode code, const char* remedy) {
    if (!result.ok()) throw Error(code, file.string() + ": " + result.status().message() + "; " + remedy);
    return std::move(result).ValueUnsafe();
}

}  // namespace consort
