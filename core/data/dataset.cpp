#include "core/data/dataset.h"

#include <algorithm>
#include <iterator>

namespace consort {
namespace {

constexpr const char* kSplitNames[] = {"train", "valid", "test"};
constexpr const char* kSchemaNames[] = {"classification", "multiple_choice", "prompt_completion", "alpaca", "messages", "text"};

/// Index of `name` among the names of an enumeration.
template <typename Enum, std::size_t N>
std::optional<Enum> enumNamed(const char* const (&names)[N], const std::string& name) {
    const auto found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<Enum>(found - std::begin(names));
}

}  // namespace

const char* splitName(Split split) { return kSplitNames[static_cast<std::size_t>(split)]; }
std::optional<Split> splitNamed(const std::string& name) { return enumNamed<Split>(kSplitNames, name); }
const char* schemaName(Schema schema) { return kSchemaNames[static_cast<std::size_t>(schema)]; }
std::optional<Schema> schemaNamed(const std::string& name) { return enumNamed<Schema>(kSchemaNames, name); }

bool Dataset::hasChoices() const {
    for (const auto& rows : splits) {
        if (!rows.empty()) return !rows.front().choices.empty();
    }
    return false;
}

}  // namespace consort
