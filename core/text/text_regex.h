#pragma once
// PCRE2 behind TextPattern: Unicode classes, look-ahead and just-in-time compilation; included by core/text/*.cpp alone.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <memory>

#include "core/text/text_pattern.h"

namespace consort {

struct TextPattern::Regex {
    Regex(const std::string& source, const JsonPlace& place);

    /// Calls visit(begin, end) for every match, left to right; `text` is valid UTF-8.
    template <typename Visit>
    void forEachMatch(std::string_view text, Visit visit) const {
        std::size_t begin = 0, end = 0, lastEnd = std::string_view::npos;
        for (std::size_t from = 0; from <= text.size() && find(text, from, begin, end);) {
            if (begin == end && begin == lastEnd) {  // no empty match right behind a match
                from = afterChar(text, from);
                continue;
            }
            visit(begin, end);
            lastEnd = end;
            from = end > begin ? end : afterChar(text, end);
        }
    }

private:
    bool find(std::string_view text, std::size_t from, std::size_t& begin, std::size_t& end) const;
    static std::size_t afterChar(std::string_view text, std::size_t at);

    struct FreeCode {
        void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    };
    std::unique_ptr<pcre2_code, FreeCode> code_;
    std::string source_;
};

}  // namespace consort
