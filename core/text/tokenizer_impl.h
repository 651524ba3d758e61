#pragma once
// What a Tokenizer holds; included by core/text/tokenizer*.cpp alone.
#include "core/text/added_tokens.h"
#include "core/text/decoders.h"
#include "core/text/normalizers.h"
#include "core/text/postprocessors.h"
#include "core/text/pretokenizers.h"
#include "core/text/tokenizer.h"
#include "core/text/word_model.h"

namespace consort {

struct Tokenizer::Impl {
    /// Reads all components; `top` is the whole tokenizer.json.
    explicit Impl(const JsonPlace& top);

    std::unique_ptr<WordModel> model;
    Normalizer normalizer;      ///< may be empty
    PreTokenizer preTokenizer;  ///< may be empty
    Surround around;
    Decoder decoder;  ///< may be empty
    AddedTokens added;
    std::optional<std::int32_t> eos;

    void encodePiece(std::string_view piece, bool atStart, TokenIds& ids) const;
    void encodeWords(std::string_view text, bool atStart, TokenIds& ids) const;
};

}  // namespace consort
