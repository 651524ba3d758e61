#pragma once
// What a new project asks of its base model before it is made.
#include <filesystem>

namespace consort {

/// Reads every weight once and throws Error{Corrupt} naming the first with NaN or infinite values; the memory it takes is small.
/// Names, types and shapes: see inspectModel.
void checkWeightValues(const std::filesystem::path& modelFolder);

}  // namespace consort
