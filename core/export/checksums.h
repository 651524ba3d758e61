#pragma once
// SHA256SUMS of a bundle: what is in the folder, what should be, and the difference.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/export/bundle.h"

namespace consort {

inline constexpr const char* kChecksums = "SHA256SUMS";

/// All files below `folder`, sorted by path relative to it. Throws Error{Io}.
std::vector<BundleFile> filesBelow(const std::filesystem::path& folder);

/// Writes SHA256SUMS over every file but itself, as `sha256sum -c` reads it.
void writeChecksums(const std::filesystem::path& folder);

/// What SHA256SUMS and the folder disagree about, one sentence each, every one naming its file; empty where all is well.
std::vector<std::string> checksumProblems(const std::filesystem::path& folder);

}  // namespace consort
