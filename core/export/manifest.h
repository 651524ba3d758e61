#pragma once
// ensemble.json: what a bundle says of itself (formats.md §8).
#include <filesystem>

#include "core/export/bundle.h"

namespace consort {

inline constexpr const char* kManifest = "ensemble.json";
inline constexpr const char* kGateFile = "gate.json";

/// The manifest of `content`; `folder` already holds the files whose hashes it lists.
Value manifestOf(const BundleContent& content, const std::vector<Faithfulness>& faithfulness, const std::filesystem::path& folder);

/// Groups in the order of members: [{id, datasets, members: […]}].
Value groupsOf(const BundleContent& content);

Value toValue(const std::vector<Faithfulness>& faithfulness);

/// Parses and checks schema, major version, keys, and that weights and members agree. Throws Error{NotFound|Corrupt}.
Value readManifest(const std::filesystem::path& folder);

/// A member or dataset vector of a checked manifest.
std::vector<std::string> namesOf(const Value& list);
std::vector<double> numbersOf(const Value& list);

/// Whether a member id can be an adapter's name in stock peft and a folder.
bool isMemberId(const std::string& id);

}  // namespace consort
