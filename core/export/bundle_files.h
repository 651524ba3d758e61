#pragma once
// The files of a bundle but for what is measured on them.
#include <filesystem>

#include "core/export/bundle.h"

namespace consort {

/// Adapters, tokenizer, loader, schema and tables of `content` into an existing folder. Throws Error{Io|InvalidInput}.
void writeBundleFiles(Session& session, const BundleContent& content, const std::filesystem::path& folder);
/// gguf/ID.gguf of every member and gguf/cat.gguf of the merged adapter, with scripts for llama.cpp and Ollama. Throws as writeGgufLora.
void writeGgufFiles(Session& session, const BundleContent& content, const std::filesystem::path& folder);
/// merged/: the base with the merged adapter in its weights, an ordinary model folder. Throws as writeMergedModel.
void writeMergedFiles(Session& session, const BundleContent& content, const std::filesystem::path& folder);
/// svd/: the merged adapter brought to a lower rank, and what that discards (svd/energy.json).
void writeSvdFiles(Session& session, const BundleContent& content, const std::filesystem::path& folder);
/// report.html as far as nothing is certified yet.
void writeReportFile(Session& session, const BundleContent& content, const std::filesystem::path& folder);

inline constexpr const char* kMergedFolder = "merged";
inline constexpr const char* kSvdFolder = "svd";
inline constexpr const char* kReport = "report.html";

}  // namespace consort
