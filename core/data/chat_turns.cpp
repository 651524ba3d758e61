#include "core/data/chat_turns.h"

#include <cctype>

#include "core/base/error.h"

namespace consort {
namespace {

std::string roleOf(const Value& turn) {
    std::string role = turn.stringOr("role", turn.stringOr("from", "user"));
    if (role == "human") role = "user";
    if (role == "gpt" || role == "model" || role == "bot" || role == "chatgpt") role = "assistant";
    if (role == "observation") role = "tool";
    if (!role.empty()) role[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(role[0])));
    return role;
}

/// A turn's text: a string, or the text parts of a list.
std::string contentOf(const Value& turn) {
    const Value* content = turn.find("content");
    if (!content) content = turn.find("value");
    if (!content || content->isNull()) return {};
    if (content->isString()) return content->asString();
    if (!content->isList()) throw Error(ErrorCode::InvalidInput, std::string("a turn's content is a ") + content->kindName() + "; text is needed");
    std::string text;
    for (const Value& part : content->asList()) text += part.isString() ? part.asString() : part.stringOr("text", "");
    return text;
}

}  // namespace

std::optional<Turns> lastAssistantTurn(const Value& messages) {
    if (!messages.isList()) return std::nullopt;
    Turns turns;
    std::string before;
    bool found = false;
    for (const Value& turn : messages.asList()) {
        if (!turn.isObject()) throw Error(ErrorCode::InvalidInput, std::string("a turn is a ") + turn.kindName() + "; {\"role\": …, \"content\": …} is needed");
        const std::string role = roleOf(turn);
        std::string content = contentOf(turn);
        if (role == "Assistant" && !content.empty()) {
            found = true;
            turns = {before + "Assistant:", content};
        }
        before += role + ": " + content + "\n";
    }
    return found ? std::optional(turns) : std::nullopt;
}

}  // namespace consort
