#pragma once
// Message lists as plain role-prefixed turns, for bases without a chat template.
#include <optional>
#include <string>

#include "core/base/value.h"

namespace consort {

struct Turns {
    std::string prompt;  ///< "System: …\nUser: …\nAssistant:" up to the last assistant turn
    std::string answer;  ///< its text
};

/// Reads [{role, content}] and ShareGPT's [{from, value}]; nullopt where there is no assistant turn. Throws Error{InvalidInput} where a
/// turn has no text.
std::optional<Turns> lastAssistantTurn(const Value& messages);

}  // namespace consort
