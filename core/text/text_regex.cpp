#include "core/text/text_regex.h"

#include "core/base/error.h"

namespace consort {
namespace {

constexpr std::string_view kSpace = R"(\t-\r\x20\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";
constexpr std::string_view kWord = R"(\p{L}\p{M}\p{N}\p{Pc})";
constexpr std::size_t kMostJitStack = 64 << 20;

/// PCRE2's own \s knows U+180E and its \w no marks; Ruby's differ, so both are spelled out.
std::string classOf(char letter, bool insideClass) {
    const std::string_view members = letter == 's' || letter == 'S' ? kSpace : kWord;
    const bool negated = letter == 'S' || letter == 'W';
    if (insideClass) return negated ? std::string{'\\', letter} : std::string(members);
    return std::string(negated ? "[^" : "[") + std::string(members) + "]";
}

std::string translated(const std::string& source, const JsonPlace& place) {
    std::string out;
    bool inside = false;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const char c = source[i];
        if (c == '\\' && i + 1 < source.size()) {
            const char next = source[++i];
            if (std::string_view("sSwW").find(next) != std::string_view::npos) out += classOf(next, inside);
            else if (next == 'h') out += inside ? "0-9a-fA-F" : "[0-9a-fA-F]";
            else (out += c) += next;
            continue;
        }
        if (inside && c == '&' && source.compare(i, 2, "&&") == 0) place.unsupported("regular expression with a class intersection (&&)");
        if (c == '[') inside = true;
        if (c == ']') inside = false;
        out += c;
    }
    return out;
}

/// What matching needs and must not share between threads.
struct MatchSpace {
    pcre2_match_data* data = pcre2_match_data_create(32, nullptr);
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    pcre2_jit_stack* stack = pcre2_jit_stack_create(32 << 10, kMostJitStack, nullptr);

    MatchSpace() { pcre2_jit_stack_assign(context, nullptr, stack); }
    ~MatchSpace() {
        pcre2_jit_stack_free(stack);
        pcre2_match_context_free(context);
        pcre2_match_data_free(data);
    }
    MatchSpace(const MatchSpace&) = delete;
    MatchSpace& operator=(const MatchSpace&) = delete;
};

}  // namespace

TextPattern::Regex::Regex(const std::string& source, const JsonPlace& place) : source_(source) {
    const std::string pattern = translated(source, place);
    int error = 0;
    PCRE2_SIZE at = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE, &error,
                              &at, nullptr));
    if (!code_) {
        PCRE2_UCHAR message[200];
        pcre2_get_error_message(error, message, sizeof message);
        place.corrupt("is a regular expression that cannot be compiled: " + std::string(reinterpret_cast<const char*>(message)));
    }
    pcre2_jit_compile(code_.get(), PCRE2_JIT_COMPLETE);  // where it is not available, matching interprets
}

bool TextPattern::Regex::find(std::string_view text, std::size_t from, std::size_t& begin, std::size_t& end) const {
    thread_local MatchSpace space;
    const int found = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, PCRE2_NO_UTF_CHECK, space.data,
                                  space.context);
    if (found == PCRE2_ERROR_NOMATCH) return false;
    if (found < 0) {
        throw Error(ErrorCode::Unsupported, "the tokenizer's regular expression '" + source_.substr(0, 60) +
                                                "' needs too much work on this text (PCRE2 error " + std::to_string(found) + ")");
    }
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(space.data);
    begin = ends[0];
    end = ends[1];
    return true;
}

std::size_t TextPattern::Regex::afterChar(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

}  // namespace consort
