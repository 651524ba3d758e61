#pragma once
// UTF-8 helpers and the character classes that tokenizers ask for.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace consort {

/// Code point at `at` of valid UTF-8; moves `at` behind it.
char32_t nextCodePoint(std::string_view text, std::size_t& at);
void appendUtf8(std::string& text, char32_t codePoint);
bool isValidUtf8(std::string_view text);
/// Each maximal invalid part becomes one U+FFFD (Unicode 15, §3.9).
std::string withReplacedInvalid(std::string_view text);

bool isWhiteSpace(char32_t c);   ///< Unicode White_Space
bool isNumeric(char32_t c);      ///< Nd, Nl, No
bool isPunctuation(char32_t c);  ///< ASCII punctuation or category P
bool isWordChar(char32_t c);     ///< Alphabetic, M, Nd, Pc, Join_Control

enum class NormalForm { Nfc, Nfd, Nfkc, Nfkd };
std::string normalForm(std::string_view text, NormalForm form);
/// Lower case code point by code point, without context.
std::string lowerCase(std::string_view text);
char32_t upperOf(char32_t c);

/// The printable character that byte-level vocabularies write for a byte, as UTF-8.
std::string_view byteLevelChar(unsigned char byte);
/// The byte of such a character; -1 for any other.
int byteOfByteLevelChar(char32_t c);

/// The extended grapheme clusters of valid UTF-8, in order.
std::vector<std::string_view> graphemesOf(std::string_view text);

/// Replaces all occurrences, left to right.
std::string replaceAll(std::string_view text, std::string_view from, std::string_view to);

}  // namespace consort
