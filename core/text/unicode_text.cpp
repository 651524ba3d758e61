#include "core/text/unicode_text.h"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/base/error.h"

namespace consort {
namespace {

constexpr int kPunctuationVersion = 8;  ///< the Unicode version of the reference implementation's table of punctuation

constexpr char32_t kReplacement = 0xFFFD;

struct ByteTable {
    std::array<std::string, 256> chars;
    std::array<int, 0x144> bytes;

    ByteTable() {
        bytes.fill(-1);
        char32_t spare = 256;
        for (int b = 0; b < 256; ++b) {
            const bool printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            const char32_t c = printable ? static_cast<char32_t>(b) : spare++;
            appendUtf8(chars[b], c);
            bytes[c] = b;
        }
    }
};

const ByteTable kByteTable;

const icu::Normalizer2& normalizerOf(NormalForm form) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = nullptr;
    switch (form) {
        case NormalForm::Nfc: found = icu::Normalizer2::getNFCInstance(status); break;
        case NormalForm::Nfd: found = icu::Normalizer2::getNFDInstance(status); break;
        case NormalForm::Nfkc: found = icu::Normalizer2::getNFKCInstance(status); break;
        case NormalForm::Nfkd: found = icu::Normalizer2::getNFKDInstance(status); break;
    }
    check(U_SUCCESS(status) && found, "ICU has its normalisation data");
    return *found;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    char32_t c = 0;
    U8_NEXT_UNSAFE(text.data(), at, c);
    return c;
}

void appendUtf8(std::string& text, char32_t codePoint) {
    char buffer[4];
    int length = 0;
    U8_APPEND_UNSAFE(buffer, length, codePoint);
    text.append(buffer, static_cast<std::size_t>(length));
}

bool isValidUtf8(std::string_view text) {
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        if (c < 0) return false;
    }
    return true;
}

std::string withReplacedInvalid(std::string_view text) {
    std::string clean;
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        appendUtf8(clean, c < 0 ? kReplacement : static_cast<char32_t>(c));
    }
    return clean;
}

bool isWhiteSpace(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool isNumeric(char32_t c) { return U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_N_MASK; }

bool isPunctuation(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    if (c < 0x80) return u_isgraph(point) && !u_isalnum(point);
    if (c == 0x166D || c == 0x111C9) return true;  // punctuation until Unicode 12 and 11
    UVersionInfo age;
    u_charAge(point, age);
    return age[0] <= kPunctuationVersion && (U_GET_GC_MASK(point) & U_GC_P_MASK);
}

bool isWordChar(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return u_isUAlphabetic(point) || (U_GET_GC_MASK(point) & (U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) ||
           u_hasBinaryProperty(point, UCHAR_JOIN_CONTROL);
}

std::string normalForm(std::string_view text, NormalForm form) {
    if (isAscii(text)) return std::string(text);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    normalizerOf(form).normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
    check(U_SUCCESS(status), "ICU normalises valid UTF-8");
    return out;
}

std::string lowerCase(std::string_view text) {
    constexpr char32_t kDottedI = 0x130;  // the one letter whose lower case is two code points
    std::string lower;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c == kDottedI) lower += "i\xCC\x87";
        else appendUtf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
    return lower;
}

char32_t upperOf(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

std::string_view byteLevelChar(unsigned char byte) { return kByteTable.chars[byte]; }

int byteOfByteLevelChar(char32_t c) { return c < kByteTable.bytes.size() ? kByteTable.bytes[c] : -1; }

std::string replaceAll(std::string_view text, std::string_view from, std::string_view to) {
    if (from.empty()) return std::string(text);
    std::string out;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(from, begin);
        out += text.substr(begin, end - begin);
        if (end == std::string_view::npos) return out;
        out += to;
        begin = end + from.size();
    }
}

std::vector<std::string_view> graphemesOf(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    check(U_SUCCESS(status) && breaks, "ICU has its break rules");
    breaks->setText(&utext, status);
    std::vector<std::string_view> graphemes;
    std::size_t begin = 0;
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
        graphemes.push_back(text.substr(begin, static_cast<std::size_t>(end) - begin));
        begin = static_cast<std::size_t>(end);
    }
    utext_close(&utext);
    return graphemes;
}

}  // namespace consort
