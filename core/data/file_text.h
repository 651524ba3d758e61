#pragma once
// Bytes and checked UTF-8 text of dataset files, plain or compressed.
#include <filesystem>
#include <string>
#include <string_view>

namespace consort {

/// The file's name without ".gz" or ".zst".
std::filesystem::path withoutCompression(const std::filesystem::path& file);

/// Whole file, decompressed where its name ends in .gz or .zst. Throws Error{NotFound|Io}, {Corrupt} (damaged or cut short),
/// {InvalidInput} (empty).
std::string readDatasetBytes(const std::filesystem::path& file);

/// readDatasetBytes, checked to be UTF-8 without NUL; a byte order mark is dropped. Throws Error{InvalidInput} naming file, line, byte
/// and the remedy.
std::string readDatasetText(const std::filesystem::path& file);

/// Offset of the first byte that is not UTF-8 or is NUL; npos where the text is fine.
std::size_t firstBadByte(std::string_view text);

}  // namespace consort
