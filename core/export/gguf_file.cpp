#include "core/export/gguf_file.h"

#include <bit>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"

namespace consort {
namespace {

static_assert(std::endian::native == std::endian::little, "GGUF is little-endian, and so is every machine this runs on");

constexpr std::uint32_t kVersion = 3, kFloat = 6, kText = 8, kF32 = 0;
constexpr std::uint64_t kAlignment = 32, kLongest = std::uint64_t{1} << 40;

template <typename T>
void append(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void appendText(std::string& out, const std::string& text) {
    append<std::uint64_t>(out, text.size());
    out += text;
}

std::uint64_t aligned(std::uint64_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

std::uint64_t bytesOf(const FloatMatrix& matrix) { return matrix.values.size() * sizeof(float); }

/// Reads a mapped file from front to back; nothing is believed before it is checked.
class Reader {
public:
    Reader(std::span<const std::byte> bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}
    [[noreturn]] void fail(const std::string& why) const { throw Error(ErrorCode::Corrupt, name_ + " is no readable GGUF file: " + why); }
    template <typename T>
    T take() {
        T value;
        std::memcpy(&value, part(sizeof value).data(), sizeof value);
        return value;
    }
    std::string text() {
        const auto size = take<std::uint64_t>();
        const auto found = part(size);
        return {reinterpret_cast<const char*>(found.data()), found.size()};
    }
    std::span<const std::byte> part(std::uint64_t size) {
        if (size > bytes_.size() - at_) fail("it ends early");
        at_ += size;
        return bytes_.subspan(at_ - size, size);
    }
    std::span<const std::byte> at(std::uint64_t begin, std::uint64_t size) const {
        if (begin > bytes_.size() || size > bytes_.size() - begin) fail("a tensor lies beyond its end");
        return bytes_.subspan(begin, size);
    }
    std::uint64_t place() const { return at_; }

private:
    std::span<const std::byte> bytes_;
    std::string name_;
    std::uint64_t at_ = 0;
};

struct TensorPlace {
    std::string name;
    std::uint64_t columns = 0, rows = 0, offset = 0;
};

TensorPlace takePlace(Reader& reader) {
    TensorPlace place{reader.text()};
    if (reader.take<std::uint32_t>() != 2) reader.fail("the tensor '" + place.name + "' is no matrix");
    place.columns = reader.take<std::uint64_t>();
    place.rows = reader.take<std::uint64_t>();
    if (reader.take<std::uint32_t>() != kF32) reader.fail("the tensor '" + place.name + "' is not float32");
    place.offset = reader.take<std::uint64_t>();
    if (place.columns == 0 || place.rows == 0 || place.columns > kLongest / place.rows || place.offset % kAlignment != 0) reader.fail("the tensor '" + place.name + "' has an impossible shape or place");
    return place;
}

}  // namespace

void writeGguf(const std::filesystem::path& file, const GgufFile& content) {
    std::string head = "GGUF";
    append(head, kVersion);
    append<std::uint64_t>(head, content.tensors.size());
    append<std::uint64_t>(head, content.texts.size() + content.numbers.size());
    for (const auto& [key, text] : content.texts) {
        appendText(head, key);
        append(head, kText);
        appendText(head, text);
    }
    for (const auto& [key, number] : content.numbers) {
        appendText(head, key);
        append(head, kFloat);
        append(head, number);
    }
    std::uint64_t offset = 0;
    for (const auto& [name, matrix] : content.tensors) {
        appendText(head, name);
        append<std::uint32_t>(head, 2);
        append<std::uint64_t>(head, static_cast<std::uint64_t>(matrix.cols));
        append<std::uint64_t>(head, static_cast<std::uint64_t>(matrix.rows));
        append(head, kF32);
        append(head, offset);
        offset = aligned(offset + bytesOf(matrix));
    }
    head.resize(aligned(head.size()), '\0');
    static const std::string kPadding(kAlignment, '\0');
    std::vector<std::string_view> parts{head};
    for (const auto& [name, matrix] : content.tensors) {
        const std::uint64_t size = bytesOf(matrix);
        parts.emplace_back(reinterpret_cast<const char*>(matrix.values.data()), size);
        if (aligned(size) != size) parts.emplace_back(kPadding.data(), aligned(size) - size);
    }
    writeFileAtomically(file, parts);
}

GgufFile readGguf(const std::filesystem::path& path) {
    const MappedFile mapped(path);
    Reader reader(mapped.bytes(), path.string());
    if (std::memcmp(reader.part(4).data(), "GGUF", 4) != 0 || reader.take<std::uint32_t>() != kVersion) reader.fail("another beginning, or another version than 3");
    const auto tensors = reader.take<std::uint64_t>(), keys = reader.take<std::uint64_t>();
    GgufFile file;
    for (std::uint64_t k = 0; k < keys; ++k) {
        const std::string key = reader.text();
        const auto type = reader.take<std::uint32_t>();
        if (type == kText) file.texts[key] = reader.text();
        else if (type == kFloat) file.numbers[key] = reader.take<float>();
        else throw Error(ErrorCode::Unsupported, path.string() + ": the value '" + key + "' is of a kind that adapters do not have");
    }
    std::vector<TensorPlace> places;
    for (std::uint64_t t = 0; t < tensors; ++t) places.push_back(takePlace(reader));
    const std::uint64_t data = aligned(reader.place());
    for (const TensorPlace& place : places) {
        FloatMatrix matrix(static_cast<std::int64_t>(place.rows), static_cast<std::int64_t>(place.columns));
        const auto bytes = reader.at(data + place.offset, place.rows * place.columns * sizeof(float));
        std::memcpy(matrix.values.data(), bytes.data(), bytes.size());
        file.tensors.emplace_back(place.name, std::move(matrix));
    }
    return file;
}

}  // namespace consort
