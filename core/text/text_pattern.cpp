#include "core/text/text_pattern.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/text/text_regex.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

/// Appends the stretch before a match and the match.
void addMatch(std::vector<Stretch>& out, std::size_t previous, std::size_t begin, std::size_t end) {
    if (previous != begin) out.push_back({previous, begin, false});
    out.push_back({begin, end, true});
}

void literalStretches(std::string_view text, std::string_view literal, std::vector<Stretch>& out) {
    std::size_t previous = 0;
    for (std::size_t at = literal.empty() ? std::string_view::npos : text.find(literal); at != std::string_view::npos;
         at = text.find(literal, previous)) {
        addMatch(out, previous, at, at + literal.size());
        previous = at + literal.size();
    }
    if (previous != text.size()) out.push_back({previous, text.size(), false});
}

/// Joins each lone match with the stretch handled before it.
template <typename Join>
std::vector<Stretch> mergedWithLast(const std::vector<Stretch>& stretches, Join join) {
    std::vector<Stretch> merged;
    bool previousMatch = false;
    for (const Stretch& s : stretches) {
        if (s.isMatch && !previousMatch && !merged.empty()) join(merged.back(), s);
        else merged.push_back({s.begin, s.end, false});
        previousMatch = s.isMatch;
    }
    return merged;
}

std::vector<Stretch> contiguous(const std::vector<Stretch>& stretches) {
    std::vector<Stretch> merged;
    bool previousMatch = false;
    for (const Stretch& s : stretches) {
        if (s.isMatch == previousMatch && !merged.empty()) merged.back().end = s.end;
        else merged.push_back({s.begin, s.end, false});
        previousMatch = s.isMatch;
    }
    return merged;
}

}  // namespace

TextPattern TextPattern::literal(std::string text) {
    TextPattern pattern;
    pattern.literal_ = std::move(text);
    return pattern;
}

TextPattern TextPattern::regex(const std::string& source, const JsonPlace& place) {
    TextPattern pattern;
    pattern.regex_ = std::make_shared<const Regex>(source, place);
    return pattern;
}

TextPattern TextPattern::fromJson(const JsonPlace& place) {
    if (const auto text = place.find("String")) return literal(text->string());
    return regex(place.at("Regex").string(), place.at("Regex"));
}

void TextPattern::stretches(std::string_view text, std::vector<Stretch>& out) const {
    out.clear();
    if (!regex_) return literalStretches(text, literal_, out);
    std::size_t previous = 0;
    regex_->forEachMatch(text, [&](std::size_t begin, std::size_t end) {
        addMatch(out, previous, begin, end);
        previous = end;
    });
    if (previous != text.size()) out.push_back({previous, text.size(), false});
}

std::string TextPattern::replaced(std::string_view text, std::string_view by) const {
    if (!regex_) return replaceAll(text, literal_, by);
    std::vector<Stretch> parts;
    stretches(text, parts);
    std::string out;
    for (const Stretch& s : parts) out += s.isMatch ? by : text.substr(s.begin, s.end - s.begin);
    return out;
}

void charStretches(std::string_view text, bool (*isMatch)(char32_t), std::vector<Stretch>& out) {
    out.clear();
    std::size_t previous = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!isMatch(nextCodePoint(text, at))) continue;
        addMatch(out, previous, begin, at);
        previous = at;
    }
    if (previous != text.size()) out.push_back({previous, text.size(), false});
}

SplitBehavior splitBehaviorOf(const JsonPlace& place) {
    constexpr std::pair<const char*, SplitBehavior> kNames[] = {{"Removed", SplitBehavior::Removed},
                                                                {"Isolated", SplitBehavior::Isolated},
                                                                {"MergedWithPrevious", SplitBehavior::MergedWithPrevious},
                                                                {"MergedWithNext", SplitBehavior::MergedWithNext},
                                                                {"Contiguous", SplitBehavior::Contiguous}};
    for (const auto& [name, behavior] : kNames) {
        if (place.string() == name) return behavior;
    }
    place.corrupt("is no split behaviour: '" + place.string().substr(0, 40) + "'");
}

void applyBehavior(std::vector<Stretch>& stretches, SplitBehavior behavior) {
    switch (behavior) {
        case SplitBehavior::Removed: return;
        case SplitBehavior::Isolated:
            for (Stretch& s : stretches) s.isMatch = false;
            return;
        case SplitBehavior::Contiguous: stretches = contiguous(stretches); return;
        case SplitBehavior::MergedWithPrevious:
            stretches = mergedWithLast(stretches, [](Stretch& last, const Stretch& s) { last.end = s.end; });
            return;
        case SplitBehavior::MergedWithNext:
            std::reverse(stretches.begin(), stretches.end());
            stretches = mergedWithLast(stretches, [](Stretch& last, const Stretch& s) { last.begin = s.begin; });
            std::reverse(stretches.begin(), stretches.end());
            return;
    }
}

}  // namespace consort
