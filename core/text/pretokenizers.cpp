#include "core/text/pretokenizers.h"

#include "core/text/text_pattern.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

using Word = WordList::Word;

// \w here is wider than in Split's syntax: Alphabetic, M, Nd, Pc, Join_Control
constexpr const char* kWhitespaceRegex =
    R"([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+|[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}\s]+)";
constexpr const char* kGpt2Regex = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

/// Cuts every word: find(text, stretches) fills the stretches, those still marked as match are dropped.
template <typename Find>
void cutWords(WordList& list, Find find) {
    std::vector<Word> cut;
    cut.reserve(list.words.size() + list.words.size() / 2);
    std::vector<Stretch> stretches;
    for (const Word& word : list.words) {
        find(word.text, stretches);
        for (const Stretch& s : stretches) {
            if (s.isMatch || s.begin == s.end) continue;
            cut.push_back({word.text.substr(s.begin, s.end - s.begin), word.atStart && s.begin == 0});
        }
    }
    list.words = std::move(cut);
}

PreTokenizer cutAtChars(bool (*isMatch)(char32_t), SplitBehavior behavior) {
    return [isMatch, behavior](WordList& list) {
        cutWords(list, [&](std::string_view text, std::vector<Stretch>& out) {
            charStretches(text, isMatch, out);
            applyBehavior(out, behavior);
        });
    };
}

/// `invert`: what lies between the matches counts as match.
PreTokenizer cutAtPattern(TextPattern pattern, SplitBehavior behavior, bool invert) {
    return [pattern = std::move(pattern), behavior, invert](WordList& list) {
        cutWords(list, [&](std::string_view text, std::vector<Stretch>& out) {
            pattern.stretches(text, out);
            if (invert) {
                for (Stretch& s : out) s.isMatch = !s.isMatch;
            }
            applyBehavior(out, behavior);
        });
    };
}

/// The bytes of each word as printable characters, all in one new string.
void spellBytes(WordList& list) {
    std::size_t total = 0;
    for (const Word& word : list.words) total += word.text.size();
    std::string& spelled = list.made.emplace_back();
    spelled.reserve(2 * total);
    for (Word& word : list.words) {
        const std::size_t begin = spelled.size();
        for (const char c : word.text) spelled += byteLevelChar(static_cast<unsigned char>(c));
        word.text = std::string_view(spelled).substr(begin);
    }
}

void prependWhereMissing(WordList& list, Word& word, std::string_view prefix) {
    if (!word.text.starts_with(prefix)) word.text = list.keep(std::string(prefix) + std::string(word.text));
}

PreTokenizer makeByteLevel(const JsonPlace& place) {
    PreTokenizer cut;
    if (place.boolOr("use_regex", true)) cut = cutAtPattern(TextPattern::regex(kGpt2Regex, place), SplitBehavior::Isolated, false);
    return [cut, prefix = place.boolOr("add_prefix_space", true)](WordList& list) {
        if (prefix) {
            for (Word& word : list.words) prependWhereMissing(list, word, " ");
        }
        if (cut) cut(list);
        spellBytes(list);
    };
}

PreTokenizer makeSplit(const JsonPlace& place) {
    return cutAtPattern(TextPattern::fromJson(place.at("pattern")), splitBehaviorOf(place.at("behavior")), place.boolOr("invert", false));
}

PreTokenizer makeMetaspace(const JsonPlace& place) {
    const std::string replacement = place.at("replacement").string();
    std::string scheme = place.stringOr("prepend_scheme", "always");
    if (!place.boolOr("add_prefix_space", true)) scheme = "never";
    if (scheme != "always" && scheme != "first" && scheme != "never") place.at("prepend_scheme").corrupt("is not always, first or never");
    PreTokenizer cut;
    if (place.boolOr("split", true)) cut = cutAtPattern(TextPattern::literal(replacement), SplitBehavior::MergedWithNext, false);
    return [replacement, scheme, cut](WordList& list) {
        for (Word& word : list.words) {
            word.text = list.keep(replaceAll(word.text, " ", replacement));
            if (scheme == "always" || (scheme == "first" && word.atStart)) prependWhereMissing(list, word, replacement);
        }
        if (cut) cut(list);
    };
}

PreTokenizer makeDigits(const JsonPlace& place) {
    return cutAtChars(isNumeric, place.boolOr("individual_digits", false) ? SplitBehavior::Isolated : SplitBehavior::Contiguous);
}

PreTokenizer makeWhitespace(const JsonPlace& place) {
    return cutAtPattern(TextPattern::regex(kWhitespaceRegex, place), SplitBehavior::Removed, true);
}

PreTokenizer makeWhitespaceSplit(const JsonPlace&) { return cutAtChars(isWhiteSpace, SplitBehavior::Removed); }

PreTokenizer makePunctuation(const JsonPlace& place) {
    const auto behavior = place.find("behavior");
    return cutAtChars(isPunctuation, behavior ? splitBehaviorOf(*behavior) : SplitBehavior::Isolated);
}

PreTokenizer makeSequence(const JsonPlace& place) {
    std::vector<PreTokenizer> steps;
    const JsonPlace list = place.at("pretokenizers");
    for (std::size_t i = 0; i < list.size(); ++i) steps.push_back(makePreTokenizer(list.item(i)));
    return [steps = std::move(steps)](WordList& words) {
        for (const PreTokenizer& step : steps) step(words);
    };
}

struct Kind {
    const char* type;
    PreTokenizer (*make)(const JsonPlace&);
};

constexpr Kind kKinds[] = {{"ByteLevel", makeByteLevel},   {"Split", makeSplit},
                           {"Metaspace", makeMetaspace},   {"Digits", makeDigits},
                           {"Whitespace", makeWhitespace}, {"WhitespaceSplit", makeWhitespaceSplit},
                           {"Punctuation", makePunctuation}, {"Sequence", makeSequence}};

}  // namespace

PreTokenizer makePreTokenizer(const JsonPlace& place) {
    const std::string& type = place.at("type").string();
    for (const Kind& kind : kKinds) {
        if (type == kind.type) return kind.make(place);
    }
    place.unsupported("pre-tokenizer '" + type.substr(0, 40) + "' is not supported");
}

}  // namespace consort
