#pragma once
// The `pre_tokenizer` of tokenizer.json: cuts text into the words that BPE works on.
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/json_place.h"

namespace consort {

/// Words of one text, in order; those that differ from the text live in `made`.
struct WordList {
    struct Word {
        std::string_view text;
        bool atStart = false;  ///< begins where the whole input begins
    };
    std::vector<Word> words;
    std::deque<std::string> made;

    std::string_view keep(std::string text) { return made.emplace_back(std::move(text)); }
};

/// Cuts or changes every word in place; callable from several threads.
using PreTokenizer = std::function<void(WordList&)>;

/// Throws Error{Corrupt} or Error{Unsupported} naming the component.
PreTokenizer makePreTokenizer(const JsonPlace& place);

}  // namespace consort
