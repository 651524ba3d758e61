#pragma once
// The files of a bundle but for what is measured on them.
#include <filesystem>

#include "core/export/bundle.h"

namespace consort {

/// Adapters, tokenizer, loader, schema and tables of `content` into an existing folder. Throws Error{Io|InvalidInput}.
void writeBundleFiles(const BundleContent& content, const std::filesystem::path& folder);
/// gguf/ID.gguf of every member and gguf/cat.gguf of the merged adapter, with scripts for llama.cpp and Ollama. Throws as writeGgufLora.
void writeGgufFiles(const BundleContent& content, const std::filesystem::path& folder);

}  // namespace consort
