#pragma once
// JSON lines: one document a line, errors with file and line.
#include <cstdint>
#include <functional>
#include <istream>
#include <string>

#include "core/base/value.h"

namespace consort {

/// Calls `sink` with every non-empty line's document and its 1-based number. Only '\n' ends a line.
/// Throws Error{InvalidInput} "FILE: line N …".
void forEachJsonLine(std::istream& in, const std::string& name, const std::function<void(const Value&, std::int64_t line)>& sink);
/// The same from a file; "-" is standard input. Throws also Error{NotFound}.
void forEachJsonLine(const std::string& file, const std::function<void(const Value&, std::int64_t line)>& sink);

}  // namespace consort
