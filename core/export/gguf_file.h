#pragma once
// Internal to core/export. The GGUF container, version 3, as far as adapters need it: texts, numbers and float32 matrices.
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/matrix.h"

namespace consort {

struct GgufFile {
    std::map<std::string, std::string> texts;
    std::map<std::string, float> numbers;
    std::vector<std::pair<std::string, FloatMatrix>> tensors;  ///< row-major (rows, columns): GGUF's dimensions are (columns, rows)
};

/// Atomically; tensors aligned to 32 bytes. Throws Error{Io}.
void writeGguf(const std::filesystem::path& file, const GgufFile& content);
/// Throws Error{NotFound|Io}, {Corrupt} naming the file and what is wrong, {Unsupported} for other kinds of values or tensors.
GgufFile readGguf(const std::filesystem::path& file);

}  // namespace consort
