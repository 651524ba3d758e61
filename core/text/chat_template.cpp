#include "core/text/chat_template.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"

namespace consort {
namespace {

constexpr const char* kBlanks = " \t\r\n";

void requireMessages(const Value& messages) {
    if (!messages.isList() || messages.asList().empty()) throw Error(ErrorCode::InvalidInput, "a conversation is a list of messages with a role and a content, and it is not empty");
    for (const Value& message : messages.asList()) {
        if (message.isObject() && message.find("role") && message.at("role").isString()) continue;
        throw Error(ErrorCode::InvalidInput, "a message has no role; every message is an object such as {\"role\": \"user\", \"content\": \"…\"}");
    }
}

Value firstMessages(const Value& messages, std::size_t count) {
    const auto& all = messages.asList();
    return Value(Value::List(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)));
}

std::string contentOf(const Value& message) {
    const Value* content = message.find("content");
    return content && content->isString() ? content->asString() : "";
}

/// False for an assistant's turn that is empty, or has the weight 0.
bool isLearned(const Value& message) {
    const Value *weight = message.find("weight"), *content = message.find("content");
    if (weight && weight->isNumber() && weight->asDouble() == 0) return false;
    return !(content && content->isString() && content->asString().empty()) || message.find("tool_calls");
}

std::string stripped(const std::string& text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// How much two texts behind a turn have in common, not cutting through a mark such as <|end|>.
std::size_t sharedTurnEnd(const std::string& a, const std::string& b) {
    const auto common = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (common == a.size() || common == b.size()) return common;
    const std::size_t mark = a.substr(0, common).find_last_of(" \t\r\n>]}");
    return mark == std::string::npos ? 0 : mark + 1;
}

/// Text of a token as configuration files write it: a string or {"content": …}.
std::optional<std::string> tokenText(const Value& token) {
    if (token.isString()) return token.asString();
    const Value* content = token.find("content");
    return content && content->isString() ? std::optional(content->asString()) : std::nullopt;
}

Value specialTokens(const Value& config) {
    Value special{Value::Object{}};
    for (const char* name : {"bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"}) {
        const Value* token = config.find(name);
        const auto text = token ? tokenText(*token) : std::nullopt;
        if (text) special.set(name, *text);
    }
    return special;
}

/// The template that a configuration holds: a text, or a list of {name, template}.
std::optional<std::string> templateIn(const Value& config) {
    const Value* held = config.find("chat_template");
    if (!held) return std::nullopt;
    if (held->isString()) return held->asString();
    std::optional<std::string> chosen;
    if (!held->isList()) return chosen;
    for (const Value& one : held->asList()) {
        if (!chosen || one.stringOr("name", "") == "default") chosen = one.stringOr("template", "");
    }
    return chosen;
}

/// Byte where each token begins in the text, and the text's end; empty where the ids do not decode to the text.
std::vector<std::size_t> tokenBegins(const Tokenizer& tokenizer, const TokenIds& ids, const std::string& text) {
    std::vector<std::size_t> begins;
    if (tokenizer.decode(ids, true) != text) return begins;
    TokenIds before;
    std::size_t known = 0;
    for (const std::int32_t id : ids) {
        begins.push_back(known);
        before.push_back(id);
        const std::string whole = tokenizer.decode(before, true);
        if (text.compare(0, whole.size(), whole) == 0) known = whole.size();
    }
    begins.push_back(text.size());
    return begins;
}

/// The number of tokens that end at or before a byte, by encoding what stands before it.
std::size_t tokensBefore(const Tokenizer& tokenizer, const TokenIds& ids, const std::string& text, std::size_t byte) {
    const TokenIds before = tokenizer.encode(text.substr(0, byte));
    const auto differs = std::mismatch(before.begin(), before.end(), ids.begin(), ids.end()).first;
    return static_cast<std::size_t>(differs - before.begin());
}

}  // namespace

ChatTemplate::ChatTemplate(const std::string& source, Value special) : template_(Template::parse(source, TemplateUse::Chat)), special_(std::move(special)) {}

std::optional<ChatTemplate> ChatTemplate::fromFolder(const std::filesystem::path& folder) {
    const auto configFile = folder / "tokenizer_config.json", file = folder / "chat_template.jinja";
    Value config{Value::Object{}};
    if (std::filesystem::exists(configFile)) config = parseJson(readFile(configFile), configFile.string());
    const std::optional<std::string> source = std::filesystem::exists(file) ? std::optional(readFile(file)) : templateIn(config);
    if (!source) return std::nullopt;
    try {
        return ChatTemplate(*source, specialTokens(config));
    } catch (const Error& e) {
        throw Error(e.code(), "the chat template of " + folder.string() + ": " + e.what());
    }
}

Value ChatTemplate::variables(const Value& messages, bool addGenerationPrompt) const {
    Value variables = special_;
    return variables.set("messages", messages).set("tools", Value()).set("documents", Value()).set("add_generation_prompt", addGenerationPrompt);
}

std::string ChatTemplate::render(const Value& messages, bool addGenerationPrompt) const {
    requireMessages(messages);
    return template_.render(variables(messages, addGenerationPrompt));
}

/// What is added to the turns before message k is what it says; empty texts where the template refuses a conversation that ends there.
TextSpan ChatTemplate::turnSpan(const Value& messages, std::size_t k, const std::string& text, std::size_t from) const {
    const auto rendered = [&](std::size_t count, bool prompt) {
        try {
            return count == 0 ? std::string() : render(firstMessages(messages, count), prompt);
        } catch (const Error&) {
            return std::string();
        }
    };
    const std::string content = stripped(contentOf(messages.asList()[k])), before = rendered(k, true), after = rendered(k + 1, false);
    const bool known = !before.empty() && before.size() >= from && text.starts_with(before);
    const std::size_t begin = known ? before.size() : std::min(text.find(content, from), text.size());
    const std::size_t said = text.find(content, begin), saidEnd = said == std::string::npos ? begin : said + content.size();
    const std::size_t inAfter = after.rfind(content);
    std::size_t end = saidEnd + (inAfter == std::string::npos ? 0 : sharedTurnEnd(text.substr(saidEnd), after.substr(inAfter + content.size())));
    while (end > saidEnd && std::string_view(kBlanks).find(text[end - 1]) != std::string_view::npos) --end;  // they belong to the next turn
    return {begin, end};
}

std::vector<TextSpan> ChatTemplate::turnSpans(const Value& messages, const std::string& text) const {
    std::vector<TextSpan> spans;
    std::size_t from = 0;
    for (std::size_t k = 0; k < messages.asList().size(); ++k) {
        const Value& message = messages.asList()[k];
        if (message.at("role").asString() == "assistant") {
            spans.push_back(turnSpan(messages, k, text, from));
            from = spans.back().end;
            continue;
        }
        const std::string content = stripped(contentOf(message));
        if (const std::size_t at = text.find(content, from); at != std::string::npos) from = at + content.size();
    }
    return spans;
}

ChatText ChatTemplate::encode(const Tokenizer& tokenizer, const Value& messages) const {
    requireMessages(messages);
    auto [text, said] = template_.renderMarked(variables(messages, false));
    if (said.empty()) said = turnSpans(messages, text);
    ChatText chat{std::move(text), {}, {}};
    chat.ids = tokenizer.encode(chat.text);
    chat.lossMask.assign(chat.ids.size(), false);
    const std::vector<std::size_t> begins = tokenBegins(tokenizer, chat.ids, chat.text);
    /// The token that a byte is in: one that a turn shares with what stands before it is learned too.
    const auto tokenAt = [&](std::size_t byte) {
        if (begins.empty()) return tokensBefore(tokenizer, chat.ids, chat.text, byte);
        return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), byte) - begins.begin()) - 1;
    };
    std::vector<bool> learned;
    for (const Value& message : messages.asList()) {
        if (message.at("role").asString() == "assistant") learned.push_back(isLearned(message));
    }
    for (std::size_t k = 0; k < said.size(); ++k) {
        if (said.size() == learned.size() && !learned[k]) continue;
        const TextSpan& span = said[k];
        if (span.end <= span.begin) continue;
        const std::size_t last = std::min(tokenAt(span.end - 1) + 1, chat.lossMask.size());
        for (std::size_t t = tokenAt(span.begin); t < last; ++t) chat.lossMask[t] = true;
    }
    return chat;
}

}  // namespace consort
