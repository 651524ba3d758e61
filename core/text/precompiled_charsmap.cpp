#include "core/text/precompiled_charsmap.h"

#include <array>
#include <cstring>

#include "core/text/unicode_text.h"

namespace consort {
namespace {

constexpr std::size_t kWholeGrapheme = 6;  ///< bytes from which a grapheme is taken character by character
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string fromBase64(const JsonPlace& place) {
    std::array<int, 256> value{};
    value.fill(-1);
    for (std::size_t k = 0; k < kAlphabet.size(); ++k) value[static_cast<unsigned char>(kAlphabet[k])] = static_cast<int>(k);
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : place.string()) {
        if (c == '=') break;
        const int six = value[static_cast<unsigned char>(c)];
        if (six < 0) place.corrupt("is no base64");
        bits = bits << 6 | static_cast<std::uint32_t>(six);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xFF);
    }
    return bytes;
}

// Fields of a unit of the double array.
bool hasLeaf(std::uint32_t unit) { return unit >> 8 & 1; }
std::uint32_t valueOf(std::uint32_t unit) { return unit & 0x7FFFFFFFu; }
std::uint32_t labelOf(std::uint32_t unit) { return unit & 0x800000FFu; }
std::uint32_t offsetOf(std::uint32_t unit) { return unit >> 10 << ((unit & 1u << 9) >> 6); }

}  // namespace

PrecompiledCharsmap::PrecompiledCharsmap(const JsonPlace& place) {
    const std::string bytes = fromBase64(place);
    std::uint32_t size = 0;
    if (bytes.size() >= sizeof size) std::memcpy(&size, bytes.data(), sizeof size);
    if (size == 0 || size % 4 != 0 || size > bytes.size() - sizeof size) place.corrupt("holds no table of spellings");
    trie_.resize(size / 4);
    std::memcpy(trie_.data(), bytes.data() + sizeof size, size);
    replacements_ = bytes.substr(sizeof size + size);
}

/// Of the shortest spelling that the chunk begins with.
std::optional<std::string_view> PrecompiledCharsmap::replacement(std::string_view chunk) const {
    std::size_t at = offsetOf(trie_[0]);
    for (const char c : chunk) {
        if (c == 0) break;
        at ^= static_cast<unsigned char>(c);
        if (at >= trie_.size() || labelOf(trie_[at]) != static_cast<unsigned char>(c)) return std::nullopt;
        const std::uint32_t unit = trie_[at];
        at ^= offsetOf(unit);
        if (at >= trie_.size()) return std::nullopt;
        if (!hasLeaf(unit)) continue;
        const std::size_t begin = valueOf(trie_[at]);
        if (begin > replacements_.size()) return std::nullopt;
        const std::size_t end = replacements_.find('\0', begin);
        return std::string_view(replacements_).substr(begin, end == std::string::npos ? std::string::npos : end - begin);
    }
    return std::nullopt;
}

std::string PrecompiledCharsmap::normalized(std::string_view text) const {
    std::string out;
    for (const std::string_view grapheme : graphemesOf(text)) {
        if (grapheme.size() < kWholeGrapheme) {
            if (const auto whole = replacement(grapheme)) {
                out += *whole;
                continue;
            }
        }
        for (std::size_t at = 0; at < grapheme.size();) {
            const std::size_t begin = at;
            nextCodePoint(grapheme, at);
            const std::string_view character = grapheme.substr(begin, at - begin);
            out += replacement(character).value_or(character);
        }
    }
    return out;
}

}  // namespace consort
