#pragma once
// Whole-file reading, atomic writing and read-only memory maps.
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace consort {

/// Whole file as bytes. Throws Error{NotFound} (absent, or a folder) or {Io}, naming the file.
std::string readFile(const std::filesystem::path& file);

/// Writes through a temporary file, fsync and rename: afterwards the file is either the old or the new one.
/// Throws Error{Io} naming the file and the reason (disk full, permission).
void writeFileAtomically(const std::filesystem::path& file, std::string_view bytes);

/// The same, of parts written one after the other: a large file needs no second copy in memory.
void writeFileAtomically(const std::filesystem::path& file, std::span<const std::string_view> parts);

/// Creates the folder and its parents; throws Error{Io} with the reason.
void makeFolder(const std::filesystem::path& folder);

/// A file mapped read-only; moves, does not copy. Throws Error{NotFound|Io}.
class MappedFile {
public:
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::span<const std::byte> bytes() const { return {data_, size_}; }
    /// Gives the memory of a part back that has been read; reading it again brings it back from the file.
    void forget(std::span<const std::byte> part) const;

private:
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace consort
