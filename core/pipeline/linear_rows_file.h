#pragma once
// Internal to the pipeline: linearised rows as a blob file of the project.
#include <filesystem>

#include "core/nn/subset_solver.h"

namespace consort {

void writeLinearRows(const std::filesystem::path& file, const LinearRows& rows);
/// Throws Error{Corrupt} naming the file.
LinearRows readLinearRows(const std::filesystem::path& file);

}  // namespace consort
