#pragma once
// SentencePiece's table of normalised spellings, as the `Precompiled` normalizer of tokenizer.json carries it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/json_place.h"

namespace consort {

/// A double-array trie (darts-clone) from spellings to places in a text of replacements, each ended by a zero byte.
class PrecompiledCharsmap {
public:
    /// `place`: the base64 text. Throws Error{Corrupt} where it is none or its trie leaves the table.
    explicit PrecompiledCharsmap(const JsonPlace& place);
    /// Grapheme by grapheme (those below 6 bytes as a whole first), then character by character.
    std::string normalized(std::string_view text) const;

private:
    std::optional<std::string_view> replacement(std::string_view chunk) const;
    std::vector<std::uint32_t> trie_;
    std::string replacements_;
};

}  // namespace consort
