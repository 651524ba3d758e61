// Parquet files and Arrow IPC files or streams, through the Arrow library.
#include <arrow/io/memory.h>
#include <arrow/ipc/reader.h>
#include <parquet/arrow/reader.h>

#include "core/base/error.h"
#include "core/data/arrow_values.h"
#include "core/data/file_text.h"

namespace consort {
namespace {

constexpr const char* kDamaged = "the file is damaged or cut short: fetch or write it again";

void requireUniqueColumns(const arrow::Schema& schema, const std::filesystem::path& file) {
    for (const std::string& name : schema.field_names()) {
        if (schema.GetAllFieldIndices(name).size() > 1) {
            throw Error(ErrorCode::InvalidInput, file.string() + ": two columns are called \"" + name + "\"; rename one");
        }
    }
}

std::shared_ptr<arrow::Table> parquetTable(std::string bytes, const std::filesystem::path& file) {
    const auto input = std::make_shared<arrow::io::BufferReader>(arrow::Buffer::FromString(std::move(bytes)));
    try {
        const auto reader = arrowOr(parquet::arrow::OpenFile(input, arrow::default_memory_pool()), file, ErrorCode::Corrupt, kDamaged);
        return arrowOr(reader->ReadTable(), file, ErrorCode::Corrupt, kDamaged);
    } catch (const parquet::ParquetException& e) {
        throw Error(ErrorCode::Corrupt, file.string() + ": " + e.what() + "; " + kDamaged);
    }
}

std::shared_ptr<arrow::Table> arrowTable(std::string bytes, const std::filesystem::path& file) {
    if (bytes.starts_with("FEA1")) {
        throw Error(ErrorCode::Unsupported, file.string() + ": Feather of version 1; write it again as Feather 2 or parquet");
    }
    const bool isFile = bytes.starts_with("ARROW1");
    const auto input = std::make_shared<arrow::io::BufferReader>(arrow::Buffer::FromString(std::move(bytes)));
    if (!isFile) {
        const auto stream = arrowOr(arrow::ipc::RecordBatchStreamReader::Open(input), file, ErrorCode::Corrupt, kDamaged);
        return arrowOr(stream->ToTable(), file, ErrorCode::Corrupt, kDamaged);
    }
    const auto reader = arrowOr(arrow::ipc::RecordBatchFileReader::Open(input), file, ErrorCode::Corrupt, kDamaged);
    arrow::RecordBatchVector batches;
    for (int i = 0; i < reader->num_record_batches(); ++i) {
        batches.push_back(arrowOr(reader->ReadRecordBatch(i), file, ErrorCode::Corrupt, kDamaged));
    }
    return arrowOr(arrow::Table::FromRecordBatches(reader->schema(), batches), file, ErrorCode::Corrupt, kDamaged);
}

}  // namespace

void readParquet(const std::filesystem::path& file, const RecordSink& sink) {
    const auto table = parquetTable(readDatasetBytes(file), file);
    requireUniqueColumns(*table->schema(), file);
    emitTable(*table, 1, file, sink);
}

void readArrow(const std::filesystem::path& file, const RecordSink& sink) {
    const auto table = arrowTable(readDatasetBytes(file), file);
    requireUniqueColumns(*table->schema(), file);
    const arrow::Status valid = table->ValidateFull();
    if (!valid.ok()) throw Error(ErrorCode::Corrupt, file.string() + ": " + valid.message() + "; " + kDamaged);
    emitTable(*table, 1, file, sink);
}

}  // namespace consort
