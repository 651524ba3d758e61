#pragma once
// From a row's words to token ids: the rules of cli.md "What the numbers mean".
#include <optional>

#include "core/data/dataset.h"
#include "core/data/row_renderer.h"
#include "core/text/chat_template.h"

namespace consort {

class RowEncoder {
public:
    /// `maxTokens` bounds prompt and longest target together, BOS and EOS included.
    RowEncoder(const Tokenizer& tokenizer, std::int64_t maxTokens);

    /// The row without its id; nullopt where the longest target (and BOS) leaves no room: such a row is set aside.
    std::optional<Example> encode(const RowText& row) const;

    /// A conversation: the target begins with what an assistant first says and ends with what one says last, its loss mask tells the
    /// turns apart. Where all that does not fit, the first turns become prompt, which loses its left end; nullopt where not even the
    /// last one fits, or nothing is said.
    std::optional<Example> encodeChat(const ChatText& chat) const;

    /// Plain text cut into rows of at most maxTokens: the prompt is BOS (the piece's first token where the tokenizer has none), the
    /// target the rest; EOS once, after the last piece.
    std::vector<Example> encodeText(const std::string& text) const;

private:
    const Tokenizer& tokenizer_;
    std::int64_t maxTokens_;
    std::optional<std::int32_t> lonePrefix_;  ///< the token of a `▁` that the tokenizer puts before any text

    static std::vector<std::string> targetTexts(const RowText& row, const std::string& prompt);
    std::vector<TokenIds> targetIds(const std::string& prompt, const TokenIds& promptIds, const std::vector<std::string>& texts) const;
    TokenIds encodeAlone(const std::string& target) const;
    void appendEnd(TokenIds& ids) const;
};

}  // namespace consort
