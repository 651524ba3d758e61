#pragma once
// Internal to core/store: the rows of a dataset in one safetensors file, so that they are mapped, not parsed.
#include <filesystem>

#include "core/data/dataset.h"

namespace consort {

void writeRows(const std::filesystem::path& file, const Dataset& dataset);
/// Fills dataset.splits. Throws Error{Corrupt} naming the file.
void readRows(const std::filesystem::path& file, Dataset& dataset);

}  // namespace consort
