#include "core/base/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/value.h"

namespace consort {
namespace {

constexpr std::uint64_t kLongestHeader = 100'000'000;

struct TypeName {
    TensorType type;
    const char* name;
    std::size_t bytes;
};
constexpr TypeName kTypes[] = {
    {TensorType::F64, "F64", 8}, {TensorType::F32, "F32", 4},         {TensorType::F16, "F16", 2},         {TensorType::BF16, "BF16", 2},
    {TensorType::I64, "I64", 8}, {TensorType::I32, "I32", 4},         {TensorType::I16, "I16", 2},         {TensorType::I8, "I8", 1},
    {TensorType::U8, "U8", 1},   {TensorType::Bool, "BOOL", 1},       {TensorType::F8E4M3, "F8_E4M3", 1},  {TensorType::F8E5M2, "F8_E5M2", 1},
    {TensorType::U16, "U16", 2}, {TensorType::U32, "U32", 4},         {TensorType::U64, "U64", 8},
};

const TypeName& entryOf(TensorType type) {
    return *std::find_if(std::begin(kTypes), std::end(kTypes), [&](const TypeName& entry) { return entry.type == type; });
}

/// Reads and checks one header; every complaint names the file.
class HeaderReader {
public:
    HeaderReader(const std::filesystem::path& path, std::span<const std::byte> bytes) : path_(path), bytes_(bytes) {}

    void read(std::map<std::string, TensorView>& tensors, std::map<std::string, std::string>& metadata) {
        const Value header = parsedHeader();
        std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
        for (const auto& [name, entry] : header.asObject()) {
            if (name == "__metadata__") readMetadata(entry, metadata);
            else tensors[name] = readEntry(name, entry, ranges);
        }
        requireFullCover(std::move(ranges));
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorCode::Corrupt, path_.string() + " is not a sound safetensors file: " + what + "; download or write it again");
    }

    Value parsedHeader() {
        std::uint64_t length = 0;
        if (bytes_.size() < sizeof length) fail("it is shorter than its 8-byte header length");
        std::memcpy(&length, bytes_.data(), sizeof length);
        if (length > kLongestHeader) fail("its header claims " + std::to_string(length) + " bytes (at most 100,000,000 are allowed)");
        if (length > bytes_.size() - sizeof length) fail("it ends inside its header");
        const std::string_view text(reinterpret_cast<const char*>(bytes_.data()) + sizeof length, static_cast<std::size_t>(length));
        buffer_ = bytes_.subspan(sizeof length + static_cast<std::size_t>(length));
        if (text.empty() || text.front() != '{') fail("its header is no JSON object");
        try {
            Value header = parseJson(text, "header");
            if (!header.isObject()) fail("its header is no JSON object");
            return header;
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Corrupt) throw;
            fail(e.what());
        }
    }

    void readMetadata(const Value& entry, std::map<std::string, std::string>& metadata) const {
        if (!entry.isObject()) fail("__metadata__ is no object");
        for (const auto& [key, value] : entry.asObject()) {
            if (!value.isString()) fail("__metadata__ '" + key + "' is no string");
            metadata[key] = value.asString();
        }
    }

    std::uint64_t countIn(const std::string& name, const Value& number) const {
        if (!number.isInt() || number.asInt() < 0) fail("tensor '" + name + "' has a size or offset that is no whole number from 0");
        return static_cast<std::uint64_t>(number.asInt());
    }

    TensorView readEntry(const std::string& name, const Value& entry, std::vector<std::pair<std::uint64_t, std::uint64_t>>& ranges) const {
        const Value* dtype = entry.find("dtype");
        const Value* shape = entry.find("shape");
        const Value* offsets = entry.find("data_offsets");
        if (!dtype || !dtype->isString() || !shape || !shape->isList() || !offsets || !offsets->isList() || offsets->asList().size() != 2) {
            fail("tensor '" + name + "' lacks dtype, shape or data_offsets");
        }
        const auto type = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const TypeName& one) { return dtype->asString() == one.name; });
        if (type == std::end(kTypes)) fail("tensor '" + name + "' has the unknown dtype '" + dtype->asString() + "'");
        TensorView view;
        view.type = type->type;
        std::uint64_t size = type->bytes;
        for (const Value& dimension : shape->asList()) {
            const std::uint64_t n = countIn(name, dimension);
            if (n != 0 && size > UINT64_MAX / n) fail("tensor '" + name + "' has a shape too large for any file");
            size *= n;
            view.shape.push_back(static_cast<std::int64_t>(n));
        }
        const std::uint64_t begin = countIn(name, offsets->asList()[0]), end = countIn(name, offsets->asList()[1]);
        if (begin > end || end > buffer_.size()) fail("tensor '" + name + "' lies beyond the end of the file");
        if (end - begin != size) fail("tensor '" + name + "' has " + std::to_string(end - begin) + " bytes, but its shape needs " + std::to_string(size));
        view.bytes = buffer_.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        ranges.emplace_back(begin, end);
        return view;
    }

    void requireFullCover(std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges) const {
        std::sort(ranges.begin(), ranges.end());
        std::uint64_t covered = 0;
        for (const auto& [begin, end] : ranges) {
            if (begin < covered) fail("two of its tensors overlap");
            if (begin > covered) fail("it has a hole between its tensors");
            covered = end;
        }
        if (covered != buffer_.size()) fail("it has bytes that belong to no tensor");
    }

    const std::filesystem::path& path_;
    std::span<const std::byte> bytes_, buffer_;
};

float halfToFloat(std::uint16_t half) {
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    const std::uint32_t exponent = (half >> 10) & 31u, mantissa = half & 1023u;
    if (exponent == 31) return std::bit_cast<float>(sign | 0x7f800000u | (mantissa << 13));
    if (exponent != 0) return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (mantissa << 13));
    const float tiny = static_cast<float>(mantissa) * 0x1p-24f;
    return sign ? -tiny : tiny;
}

template <typename Raw, typename Convert>
std::vector<float> converted(const TensorView& tensor, Convert convert) {
    std::vector<float> values(static_cast<std::size_t>(tensor.elements()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Raw raw;
        std::memcpy(&raw, tensor.bytes.data() + i * sizeof raw, sizeof raw);
        values[i] = convert(raw);
    }
    return values;
}

std::string headerText(const std::vector<TensorToWrite>& tensors, const std::map<std::string, std::string>& metadata) {
    Value meta = Value::Object{}, header = Value::Object{};
    meta.set("format", "pt");
    for (const auto& [key, value] : metadata) meta.set(key, value);
    header.set("__metadata__", meta);
    std::uint64_t offset = 0;
    for (const TensorToWrite& tensor : tensors) {
        Value entry;
        entry.set("dtype", tensorTypeName(tensor.type)).set("shape", Value(tensor.shape));
        entry.set("data_offsets", Value(std::vector<std::uint64_t>{offset, offset + tensor.bytes.size()}));
        header.asObject().emplace_back(tensor.name, std::move(entry));
        offset += tensor.bytes.size();
    }
    std::string text = toJson(header);
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

}  // namespace

std::size_t bytesPerElement(TensorType type) { return entryOf(type).bytes; }
const char* tensorTypeName(TensorType type) { return entryOf(type).name; }

std::int64_t elementsOf(std::span<const std::int64_t> shape) {
    std::int64_t count = 1;
    for (const std::int64_t n : shape) count *= n;
    return count;
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path& file) : path_(file), map_(std::make_shared<MappedFile>(file)) {
    HeaderReader(path_, map_->bytes()).read(tensors_, metadata_);
}

void SafetensorsFile::forget(const TensorView& tensor) const { map_->forget(tensor.bytes); }

const TensorView& SafetensorsFile::at(const std::string& name) const {
    const auto found = tensors_.find(name);
    if (found == tensors_.end()) throw Error(ErrorCode::Corrupt, path_.string() + " has no tensor '" + name + "'");
    return found->second;
}

void writeSafetensors(const std::filesystem::path& file, std::vector<TensorToWrite> tensors, const std::map<std::string, std::string>& metadata) {
    std::sort(tensors.begin(), tensors.end(), [](const TensorToWrite& a, const TensorToWrite& b) { return a.name < b.name; });
    const std::string header = headerText(tensors, metadata);
    const std::uint64_t length = header.size();
    std::vector<std::string_view> parts{{reinterpret_cast<const char*>(&length), sizeof length}, header};
    for (const TensorToWrite& tensor : tensors) parts.emplace_back(reinterpret_cast<const char*>(tensor.bytes.data()), tensor.bytes.size());
    writeFileAtomically(file, parts);
}

std::vector<float> toFloats(const TensorView& tensor, const std::string& name) {
    switch (tensor.type) {
        case TensorType::F64: return converted<double>(tensor, [](double v) { return static_cast<float>(v); });
        case TensorType::F32: return converted<float>(tensor, [](float v) { return v; });
        case TensorType::F16: return converted<std::uint16_t>(tensor, halfToFloat);
        case TensorType::BF16:
            return converted<std::uint16_t>(tensor, [](std::uint16_t v) { return std::bit_cast<float>(static_cast<std::uint32_t>(v) << 16); });
        default: throw Error(ErrorCode::Unsupported, "tensor '" + name + "' has the type " + tensorTypeName(tensor.type) + ", a float type is needed");
    }
}

}  // namespace consort
