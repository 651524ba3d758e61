#include "core/data/file_text.h"

#include <arrow/buffer.h>
#include <arrow/io/compressed.h>
#include <arrow/io/memory.h>
#include <arrow/util/compression.h>

#include <algorithm>
#include <cstdio>

#include "core/base/error.h"
#include "core/base/files.h"

namespace consort {
namespace {

std::string decompressed(const std::string& bytes, arrow::Compression::type kind, const std::filesystem::path& file) {
    const auto fail = [&](const arrow::Status& status) {
        return Error(ErrorCode::Corrupt, file.string() + ": cannot be decompressed (" + status.message() + "); fetch or pack the file again");
    };
    auto codec = arrow::util::Codec::Create(kind);
    if (!codec.ok()) throw fail(codec.status());
    auto stream = arrow::io::CompressedInputStream::Make(codec->get(), arrow::io::BufferReader::FromString(bytes));
    if (!stream.ok()) throw fail(stream.status());
    std::string text;
    constexpr std::int64_t kChunk = 1 << 20;
    for (;;) {
        auto chunk = (*stream)->Read(kChunk);
        if (!chunk.ok()) throw fail(chunk.status());
        if ((*chunk)->size() == 0) return text;
        text.append(reinterpret_cast<const char*>((*chunk)->data()), static_cast<std::size_t>((*chunk)->size()));
    }
}

/// Length of the UTF-8 sequence at the start of `s`, 0 where it is none (overlong forms, surrogates and NUL are none).
std::size_t sequenceLength(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return lead != 0 ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || s.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return 0;
    }
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
    return overlong || surrogate || tooLarge ? 0 : length;
}

[[noreturn]] void refuseBytes(const std::string& text, std::size_t at, const std::filesystem::path& file) {
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    const std::string place = file.string() + ", line " + std::to_string(line) + " (byte " + std::to_string(at + 1) + "): ";
    const std::string name = file.filename().string();
    if (text[at] == '\0') {
        throw Error(ErrorCode::InvalidInput, place + "a NUL byte: this is UTF-16 or no text at all; convert it with `iconv -f UTF-16 -t UTF-8 " +
                                                 name + "`, or remove the byte");
    }
    char hex[8];
    std::snprintf(hex, sizeof hex, "0x%02X", static_cast<unsigned char>(text[at]));
    throw Error(ErrorCode::InvalidInput, place + "the byte " + hex + " is not UTF-8; if this is Latin-1 text convert it with `iconv -f LATIN1 -t UTF-8 " +
                                             name + "`");
}

}  // namespace

std::filesystem::path withoutCompression(const std::filesystem::path& file) {
    const auto extension = file.extension();
    return extension == ".gz" || extension == ".zst" ? std::filesystem::path(file).replace_extension() : file;
}

std::string readDatasetBytes(const std::filesystem::path& file) {
    std::string bytes = readFile(file);
    if (bytes.empty()) throw Error(ErrorCode::InvalidInput, file.string() + ": the file is empty; give a file with rows");
    if (file.extension() == ".gz") return decompressed(bytes, arrow::Compression::GZIP, file);
    if (file.extension() == ".zst") return decompressed(bytes, arrow::Compression::ZSTD, file);
    return bytes;
}

std::size_t firstBadByte(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

std::string readDatasetText(const std::filesystem::path& file) {
    std::string text = readDatasetBytes(file);
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        throw Error(ErrorCode::InvalidInput, file.string() + ", line 1 (byte 1): this is UTF-16; convert it with `iconv -f UTF-16 -t UTF-8 " +
                                                 file.filename().string() + "`");
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (const std::size_t bad = firstBadByte(text); bad != std::string::npos) refuseBytes(text, bad, file);
    return text;
}

}  // namespace consort
