#include "core/data/conversation.h"

#include <algorithm>
#include <cctype>

#include "core/base/error.h"

namespace consort {
namespace {

/// The key under which a dataset keeps something, and the words it uses: those of its mapping, else the common ones.
class TurnReader {
public:
    explicit TurnReader(const Value& tags) : tags_(tags) {}

    Value message(const Value& turn) const {
        if (!turn.isObject()) throw Error(ErrorCode::InvalidInput, std::string("a turn is a ") + turn.kindName() + "; {\"role\": …, \"content\": …} is needed");
        Value out;
        out.set("role", roleOf(turn)).set("content", contentOf(turn));
        for (const auto& [key, value] : turn.asObject()) {
            if (key != "role" && key != "content" && key != "from" && key != "value" && key != tag("role_tag") && key != tag("content_tag")) out.set(key, value);
        }
        return out;
    }

private:
    const Value& tags_;

    std::string tag(const char* name) const { return tags_.isObject() ? tags_.stringOr(name, "") : std::string(); }

    static std::string commonRole(std::string role) {
        std::transform(role.begin(), role.end(), role.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (role == "human") return "user";
        if (role == "gpt" || role == "model" || role == "bot" || role == "chatgpt" || role == "function_call") return "assistant";
        return role == "observation" ? "tool" : role;
    }

    std::string roleOf(const Value& turn) const {
        const std::string key = tag("role_tag"), raw = turn.stringOr(key.empty() ? "role" : key, turn.stringOr("from", "user"));
        for (const auto& [name, role] : {std::pair{"user_tag", "user"}, {"assistant_tag", "assistant"}, {"system_tag", "system"},
                                         {"observation_tag", "tool"}, {"function_tag", "assistant"}}) {
            if (raw == tag(name)) return role;
        }
        return commonRole(raw);
    }

    /// A turn's text: a string, or the text parts of a list.
    std::string contentOf(const Value& turn) const {
        const std::string key = tag("content_tag");
        const Value* content = turn.find(key.empty() ? "content" : key);
        if (!content) content = turn.find("value");
        if (!content || content->isNull()) return {};
        if (content->isString()) return content->asString();
        if (!content->isList()) throw Error(ErrorCode::InvalidInput, std::string("a turn's content is a ") + content->kindName() + "; text is needed");
        std::string text;
        for (const Value& part : content->asList()) text += part.isString() ? part.asString() : part.stringOr("text", "");
        return text;
    }
};

Value message(const char* role, const std::string& content) {
    Value out;
    return out.set("role", role).set("content", content);
}

bool isSaid(const Value& turn) { return turn.at("role").asString() == "assistant" && !turn.at("content").asString().empty(); }

void addText(Value::List& turns, const char* role, const Value* field) {
    const auto text = fieldText(field);
    if (text && !text->empty()) turns.push_back(message(role, *text));
}

/// [[question, answer], …] that came before.
void addHistory(Value::List& turns, const Value* history) {
    if (!history || !history->isList()) return;
    for (const Value& pair : history->asList()) {
        if (!pair.isList() || pair.asList().size() != 2) throw Error(ErrorCode::InvalidInput, "the history is not a list of [question, answer] pairs");
        addText(turns, "user", &pair.asList()[0]);
        addText(turns, "assistant", &pair.asList()[1]);
    }
}

/// The prompt fields that are texts, as one turn of the user.
void addQuestion(Value::List& turns, const Value& fields, const FieldMapping& mapping) {
    std::string question;
    for (const std::string& name : mapping.prompt) {
        const auto text = name == mapping.system ? std::nullopt : fieldText(fields.find(name));
        if (text && !text->empty()) question += (question.empty() ? "" : "\n") + *text;
    }
    if (!question.empty()) turns.push_back(message("user", question));
}

void addList(Value::List& turns, const Value& list, const TurnReader& reader) {
    for (const Value& turn : list.asList()) turns.push_back(reader.message(turn));
}

bool isList(const Value* field) { return field && field->isList(); }

}  // namespace

bool holdsTurns(const Value& fields, const FieldMapping& mapping) {
    const Value* history = mapping.history.empty() ? nullptr : fields.find(mapping.history);
    return (!mapping.prompt.empty() && isList(fields.find(mapping.prompt.front()))) || isList(fields.find(mapping.target)) ||
           (isList(history) && !history->asList().empty());
}

Value conversationOf(const Value& fields, const FieldMapping& mapping) {
    const TurnReader reader(mapping.tags);
    Value::List turns;
    if (!mapping.system.empty()) addText(turns, "system", fields.find(mapping.system));
    if (!mapping.history.empty()) addHistory(turns, fields.find(mapping.history));
    const Value *prompt = mapping.prompt.empty() ? nullptr : fields.find(mapping.prompt.front()), *target = fields.find(mapping.target);
    if (isList(prompt)) addList(turns, *prompt, reader);
    else addQuestion(turns, fields, mapping);
    if (isList(target)) addList(turns, *target, reader);
    else if (target && target->isObject()) turns.push_back(reader.message(*target));
    else addText(turns, "assistant", target);
    while (!turns.empty() && !isSaid(turns.back())) turns.pop_back();
    return Value(std::move(turns));
}

Turns plainTurns(const Value& conversation) {
    Turns turns;
    for (const Value& turn : conversation.asList()) {
        std::string role = turn.at("role").asString();
        if (!role.empty()) role[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(role[0])));
        if (&turn != &conversation.asList().back()) turns.prompt += role + ": " + turn.at("content").asString() + "\n";
    }
    turns.prompt += "Assistant:";
    turns.answer = conversation.asList().back().at("content").asString();
    return turns;
}

}  // namespace consort
