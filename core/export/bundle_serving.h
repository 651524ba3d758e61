#pragma once
// What a consumer of the bundle needs besides weights: how every dataset was asked, and how to serve the adapters.
#include <filesystem>

#include "core/export/bundle.h"

namespace consort {

/// One YAML file a dataset: the template it was imported with, or the fields, words and rule of the default one. Throws Error{Io}.
void writeTemplates(const BundleContent& content, const std::filesystem::path& folder);

/// vllm.sh: the base with the merged ensemble and every member as adapters. Throws Error{Io}.
void writeServingScripts(const BundleContent& content, const std::filesystem::path& folder);

/// llama-server.sh and Modelfile: the merged ensemble, and every member beside it, on a base in GGUF. Throws Error{Io}.
void writeGgufScripts(const BundleContent& content, const std::filesystem::path& folder);

}  // namespace consort
