#pragma once
// A model's chat template: message lists to text, token ids and the mask of what an assistant says (formats.md §3).
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/text/template.h"
#include "core/text/tokenizer.h"

namespace consort {

/// A conversation as the model reads it.
struct ChatText {
    std::string text;
    TokenIds ids;                    ///< of the text; the template writes BOS itself
    std::vector<bool> lossMask;      ///< (ids) true for what an assistant says, with the token that ends its turn
};

/// Immutable; may be used from several threads.
class ChatTemplate {
public:
    /// chat_template.jinja, or `chat_template` of tokenizer_config.json (of a list: "default", else the first); nullopt where there is
    /// none. Throws Error{InvalidInput|Unsupported} naming the folder for a template outside the subset, {Corrupt} for broken files.
    static std::optional<ChatTemplate> fromFolder(const std::filesystem::path& modelFolder);
    /// `special`: the tokens that templates name, {"bos_token": …, "eos_token": …}.
    ChatTemplate(const std::string& source, Value special);

    /// [{role, content, …}] as text. Throws Error{InvalidInput} where the template refuses the messages, or they are no list of objects.
    std::string render(const Value& messages, bool addGenerationPrompt = false) const;
    /// The text as ids. What assistants say is what the template marks itself with {% generation %}; else every assistant turn is what
    /// render() adds to the turns before it. Nothing is learned from a turn that is empty or has the weight 0. Throws as render.
    ChatText encode(const Tokenizer& tokenizer, const Value& messages) const;

private:
    Value variables(const Value& messages, bool addGenerationPrompt) const;
    std::vector<TextSpan> turnSpans(const Value& messages, const std::string& text) const;
    TextSpan turnSpan(const Value& messages, std::size_t k, const std::string& text, std::size_t from) const;
    Template template_;
    Value special_;
};

}  // namespace consort
