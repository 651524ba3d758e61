#pragma once
// Records as conversations: messages, ShareGPT and Alpaca with its history in one form, [{role, content, …}].
#include <optional>
#include <string>

#include "core/base/value.h"
#include "core/data/field_mapping.h"

namespace consort {

/// True where the prompt or the target is a list of turns, or the record carries earlier turns as `history`.
bool holdsTurns(const Value& fields, const FieldMapping& mapping);

/// The record's turns in order, up to the last one of an assistant that says something: what follows teaches nothing. Roles are in lower
/// case and by their common names (human: user; gpt: assistant; observation: tool), contents are texts, other keys stay. Alpaca becomes
/// system, the pairs of its history, user, assistant; a pair of texts user and assistant. Empty where no assistant says anything.
/// Throws Error{InvalidInput} where a turn is no object or a content no text.
Value conversationOf(const Value& fields, const FieldMapping& mapping);

struct Turns {
    std::string prompt;  ///< "System: …\nUser: …\nAssistant:" up to the last turn
    std::string answer;  ///< its text
};
/// A conversation that is not empty as role-prefixed lines, for bases without a chat template.
Turns plainTurns(const Value& conversation);

}  // namespace consort
