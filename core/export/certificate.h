#pragma once
// How far the written files are from the engine's own result, and a batch that can be replayed anywhere.
#include <filesystem>
#include <string>
#include <vector>

#include "core/export/bundle.h"

namespace consort {

inline constexpr const char* kCertificate = "certificate.json";

struct Certificate {
    std::vector<Faithfulness> faithfulness;  ///< "cat", "logits", "adapters/ID" of every member
    Value replay;                            ///< list of {dataset, ids, tokens, cat, logits, members}
};

/// Re-reads all adapters below `folder` and compares their logits on the probes with `content`'s own.
/// Throws Error{Corrupt} where an artefact is off by more than rounding, {InvalidInput} where there are no probes.
Certificate certify(Session& session, const BundleContent& content, const std::filesystem::path& folder, const JobContext& job);

Value toValue(const Certificate& certificate);

/// Largest distance of the stored replay from what `session` gives for the bundle now, as a sentence for each artefact that is off
/// by more than rounding; empty where all is well. Throws Error{Corrupt} where certificate.json is not readable.
std::vector<std::string> replayProblems(Session& session, const LoadedBundle& bundle, const std::filesystem::path& folder, const JobContext& job);

}  // namespace consort
