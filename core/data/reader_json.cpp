// JSON lines and whole JSON documents: parsed by our own parser, so that errors name the line of the file.
#include <string_view>

#include "core/base/error.h"
#include "core/data/file_text.h"
#include "core/data/readers.h"

namespace consort {
namespace {

constexpr const char* kBlanks = " \t\r\n";

void emitRow(Value row, std::int64_t number, const std::string& place, const RecordSink& sink) {
    if (!row.isObject()) {
        throw Error(ErrorCode::InvalidInput, place + ": a row must be an object such as {\"text\": \"…\"}, but here is a " + row.kindName());
    }
    sink({std::move(row), number});
}

void emitLines(std::string_view text, const std::filesystem::path& file, const RecordSink& sink) {
    std::int64_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.find_first_not_of(kBlanks) == std::string_view::npos) continue;
        const std::string place = file.string() + ", line " + std::to_string(number);
        emitRow(parseJson(line, place), number, place, sink);
    }
}

/// True where a ".json" file holds one object a line after all.
bool looksLikeLines(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    const std::string_view first = text.substr(0, text.find_last_not_of(kBlanks, end) + 1);
    const std::size_t next = text.find_first_not_of(kBlanks, end);
    return first.size() > 1 && first.front() == '{' && first.back() == '}' && next != std::string_view::npos && text[next] == '{';
}

/// The rows of a document: itself where it is a list, else the one list of objects among its members.
Value::List rowsOf(Value document, const std::filesystem::path& file) {
    if (document.isList()) return std::move(document.asList());
    if (!document.isObject()) {
        throw Error(ErrorCode::InvalidInput, file.string() + ": expected a list of objects, found a " + document.kindName());
    }
    Value* rows = nullptr;
    std::string lists;
    for (auto& [key, member] : document.asObject()) {
        if (!member.isList()) continue;
        lists += (rows ? ", \"" : "\"") + key + "\"";
        if (rows) throw Error(ErrorCode::InvalidInput, file.string() + ": several lists (" + lists + ", …); keep one list of rows, or give .jsonl");
        rows = &member;
    }
    if (!rows) throw Error(ErrorCode::InvalidInput, file.string() + ": an object without a list of rows; give a list of objects, or .jsonl");
    return std::move(rows->asList());
}

}  // namespace

void readJsonLines(const std::filesystem::path& file, const RecordSink& sink) { emitLines(readDatasetText(file), file, sink); }

void readJsonDocument(const std::filesystem::path& file, const RecordSink& sink) {
    const std::string text = readDatasetText(file);
    if (looksLikeLines(text)) return emitLines(text, file, sink);
    std::int64_t number = 0;
    for (Value& row : rowsOf(parseJson(text, file.string()), file)) {
        ++number;
        emitRow(std::move(row), number, file.string() + ", row " + std::to_string(number), sink);
    }
}

}  // namespace consort
