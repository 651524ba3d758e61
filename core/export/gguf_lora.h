#pragma once
// LoRA adapters as GGUF files, as llama.cpp loads them with --lora (formats.md §7).
#include <filesystem>
#include <string>

#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

/// float32 tensors "blk.L.NAME.weight.lora_a" (rank, in) and ".lora_b" (out, rank); rows of llama's and mistral's q and k are permuted as
/// the converter of the base permutes them. Throws Error{Unsupported} where llama.cpp has no such architecture, {Io}.
void writeGgufLora(const std::filesystem::path& file, const Adapter& adapter, const ModelInfo& model);

inline constexpr const char* kGgufCat = "gguf/cat.gguf";
inline std::string ggufFileOf(const std::string& member) { return "gguf/" + member + ".gguf"; }

/// Reads what writeGgufLora wrote. Throws Error{Corrupt} naming the file and what is wrong with it, or an adapter of another base.
Adapter readGgufLora(const std::filesystem::path& file, const ModelInfo& model);

}  // namespace consort
