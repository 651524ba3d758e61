#pragma once
// The files of a bundle but for what is measured on them.
#include <filesystem>

#include "core/export/bundle.h"

namespace consort {

/// Adapters, tokenizer, loader, schema and tables of `content` into an existing folder. Throws Error{Io|InvalidInput}.
void writeBundleFiles(const BundleContent& content, const std::filesystem::path& folder);

}  // namespace consort
