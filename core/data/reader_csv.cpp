// csv and tsv through Arrow, every column as text: type guessing would turn "007" into 7 and the word NA into nothing.
#include <arrow/csv/api.h>
#include <arrow/io/memory.h>

#include "core/base/error.h"
#include "core/data/arrow_values.h"
#include "core/data/file_text.h"

namespace consort {
namespace {

constexpr const char* kRagged = "every row needs as many cells as the header: quote cells that hold the separator, a quote or a line break";

std::shared_ptr<arrow::io::InputStream> streamOver(const std::string& text) {
    return std::make_shared<arrow::io::BufferReader>(arrow::Buffer::Wrap(text.data(), text.size()));
}

std::vector<std::string> splitHeader(const std::string& text, const arrow::csv::ParseOptions& parse, const std::filesystem::path& file) {
    auto read = arrow::csv::ReadOptions::Defaults();
    read.use_threads = false;
    read.block_size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() + 1, 1 << 30));
    const auto reader = arrowOr(arrow::csv::StreamingReader::Make(arrow::io::default_io_context(), streamOver(text), read, parse,
                                                                  arrow::csv::ConvertOptions::Defaults()),
                                file, ErrorCode::InvalidInput, kRagged);
    const auto names = reader->schema()->field_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) == names.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        throw Error(ErrorCode::InvalidInput, file.string() + ", line 1: two columns are called \"" + names[i] + "\"; rename one");
    }
    return names;
}

void readSeparated(const std::filesystem::path& file, char separator, const RecordSink& sink) {
    const std::string text = readDatasetText(file);
    if (text.size() >= (1u << 30)) throw Error(ErrorCode::Unsupported, file.string() + ": larger than 1 GiB; split it, or give parquet");
    auto parse = arrow::csv::ParseOptions::Defaults();
    parse.delimiter = separator;
    parse.newlines_in_values = true;
    auto read = arrow::csv::ReadOptions::Defaults();
    read.use_threads = false;  // with threads Arrow cannot name the row of an error
    read.block_size = static_cast<std::int32_t>(text.size() + 1);
    auto convert = arrow::csv::ConvertOptions::Defaults();
    convert.null_values.clear();
    for (const std::string& name : splitHeader(text, parse, file)) convert.column_types[name] = arrow::utf8();
    const auto reader = arrowOr(arrow::csv::TableReader::Make(arrow::io::default_io_context(), streamOver(text), read, parse, convert), file,
                                ErrorCode::InvalidInput, kRagged);
    emitTable(*arrowOr(reader->Read(), file, ErrorCode::InvalidInput, kRagged), 1, file, sink);
}

}  // namespace

void readCsv(const std::filesystem::path& file, const RecordSink& sink) { readSeparated(file, ',', sink); }
void readTsv(const std::filesystem::path& file, const RecordSink& sink) { readSeparated(file, '\t', sink); }

}  // namespace consort
