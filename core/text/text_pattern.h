#pragma once
// What Split and Replace look for (a string or a regular expression), and the five ways to cut a text at it.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/json_place.h"

namespace consort {

/// A stretch of the text, a match or what lies between two.
struct Stretch {
    std::size_t begin = 0, end = 0;
    bool isMatch = false;
};

/// An immutable, thread-safe pattern.
class TextPattern {
public:
    static TextPattern literal(std::string text);
    /// Oniguruma (Ruby) syntax as far as PCRE2 shares it; `place` is named where it cannot be compiled.
    static TextPattern regex(const std::string& source, const JsonPlace& place);
    /// {"String": s} or {"Regex": s}
    static TextPattern fromJson(const JsonPlace& place);

    /// All of `text` as alternating stretches, in order. Throws Error{Unsupported} where the match needs too much work.
    void stretches(std::string_view text, std::vector<Stretch>& out) const;
    std::string replaced(std::string_view text, std::string_view by) const;

    struct Regex;

private:
    std::string literal_;
    std::shared_ptr<const Regex> regex_;
};

/// Stretches of single characters for which `isMatch` holds.
void charStretches(std::string_view text, bool (*isMatch)(char32_t), std::vector<Stretch>& out);

enum class SplitBehavior { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };
SplitBehavior splitBehaviorOf(const JsonPlace& place);
/// Joins matches with their neighbours as `behavior` says; afterwards isMatch marks what is to be dropped.
void applyBehavior(std::vector<Stretch>& stretches, SplitBehavior behavior);

}  // namespace consort
