#pragma once
// A base with an adapter added into its weights: an ordinary model folder for programs that load no adapters (formats.md §7).
#include <filesystem>

#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

/// Writes config.json, the weights in bfloat16 (shards of at most 2 GB) and the tokenizer's files into `out`, which must exist. Linears are
/// what the session computes with, NF4 rounding included where its base is quantised, plus scaling · B A of the adapter: members were
/// trained on those, not on the original weights. Throws Error{Io}, {Corrupt} as Session::open.
void writeMergedModel(Session& session, const std::filesystem::path& modelFolder, const Adapter& adapter, const std::filesystem::path& out);

}  // namespace consort
