#pragma once
// The safetensors container: read by memory map, written atomically (formats.md §2).
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace consort {

enum class TensorType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool, F8E4M3, F8E5M2, U16, U32, U64 };

std::size_t bytesPerElement(TensorType type);
const char* tensorTypeName(TensorType type);  ///< as in the file: "F32", "BF16", …

/// Product of a shape; 1 for a scalar.
std::int64_t elementsOf(std::span<const std::int64_t> shape);

/// One tensor inside a mapped file: a view, valid while its SafetensorsFile lives.
struct TensorView {
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;  ///< row-major; empty for a scalar
    std::span<const std::byte> bytes;
    std::int64_t elements() const { return elementsOf(shape); }
};

/// A whole .safetensors file, mapped. Every claim of the header is checked before any tensor is handed out.
class SafetensorsFile {
public:
    /// Throws Error{NotFound|Io}, or Error{Corrupt} naming the file and what is wrong with its header
    /// (truncated, too long, overlapping, holes, beyond the end, unknown dtype, wrong size, duplicate key).
    explicit SafetensorsFile(const std::filesystem::path& file);
    const std::map<std::string, TensorView>& tensors() const { return tensors_; }
    const std::map<std::string, std::string>& metadata() const { return metadata_; }
    /// Throws Error{Corrupt} naming file and tensor where it is absent.
    const TensorView& at(const std::string& name) const;
    const std::filesystem::path& path() const { return path_; }
    /// Gives the memory of a tensor back that has been read; its view stays valid.
    void forget(const TensorView& tensor) const;

private:
    std::filesystem::path path_;
    std::shared_ptr<const class MappedFile> map_;
    std::map<std::string, TensorView> tensors_;
    std::map<std::string, std::string> metadata_;
};

/// A tensor to be written; borrows its bytes until writeSafetensors returns.
struct TensorToWrite {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Writes atomically, names sorted, header padded to 8 bytes, metadata {"format":"pt"} plus `metadata`. Throws Error{Io}.
void writeSafetensors(const std::filesystem::path& file, std::vector<TensorToWrite> tensors,
                      const std::map<std::string, std::string>& metadata = {});

/// The values of a float tensor (F64, F32, F16, BF16) as float. Throws Error{Unsupported} on another type.
std::vector<float> toFloats(const TensorView& tensor, const std::string& name);

}  // namespace consort
