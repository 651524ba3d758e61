#include "core/text/answer_extraction.h"

#include <algorithm>
#include <cctype>

namespace consort {
namespace {

bool isDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }
bool isWord(char c) { return isLetter(c) || isDigit(c); }

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Where the words that announce an answer end: the last of the most telling ones.
std::optional<std::size_t> afterAnnouncement(const std::string& text) {
    const std::string low = lowered(text);
    for (const std::string& mark : {std::string("####"), std::string("answer is"), std::string("answer:")}) {
        if (const std::size_t at = low.rfind(mark); at != std::string::npos) return at + mark.size();
    }
    return std::nullopt;
}

struct NumberSpan {
    std::size_t begin = 0, end = 0;
    bool empty() const { return begin == end; }
};

/// The first number at or after `from`, empty where there is none: digits with thousands commas, a fraction, a sign that stands at a word's beginning.
NumberSpan numberAfter(const std::string& text, std::size_t from) {
    std::size_t begin = from;
    while (begin < text.size() && !isDigit(text[begin])) ++begin;
    if (begin == text.size()) return {};
    std::size_t end = begin;
    bool point = false;
    while (end < text.size()) {
        const bool digitNext = end + 1 < text.size() && isDigit(text[end + 1]);
        if (isDigit(text[end]) || (text[end] == ',' && !point && digitNext)) ++end;
        else if (text[end] == '.' && !point && digitNext) point = true, ++end;
        else break;
    }
    if (begin > from && text[begin - 1] == '.' && (begin < 2 || !isWord(text[begin - 2]))) --begin;  // .5
    std::size_t sign = begin;
    while (sign > from && (text[sign - 1] == '$' || static_cast<unsigned char>(text[sign - 1]) >= 0x80)) --sign;  // $, €, £
    if (sign > from && text[sign - 1] == '-' && (sign < 2 || !isWord(text[sign - 2]))) begin = sign - 1;
    return {begin, end};
}

std::string plainNumber(const std::string& written) {
    std::string digits;
    for (const char c : written) {
        if (isDigit(c) || c == '.') digits.push_back(c);
    }
    const std::size_t point = digits.find('.');
    if (point != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty() || digits.front() == '.') digits.insert(0, 1, '0');
    return written.front() == '-' && digits != "0" ? "-" + digits : digits;
}

std::optional<std::string> numberIn(const std::string& text) {
    const auto announced = afterAnnouncement(text);
    NumberSpan found = announced ? numberAfter(text, *announced) : NumberSpan{};
    if (found.empty()) {
        for (NumberSpan next = numberAfter(text, 0); !next.empty(); next = numberAfter(text, next.end)) found = next;
    }
    if (found.empty()) return std::nullopt;
    return plainNumber(text.substr(found.begin, found.end - found.begin));
}

bool isChoiceLetter(char c) {
    const int upper = std::toupper(static_cast<unsigned char>(c));
    return upper >= 'A' && upper <= 'J';
}

std::string upperCase(char c) { return std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(c)))); }

/// The first capital letter that stands alone at or after `from`.
std::optional<std::string> capitalAfter(const std::string& text, std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
        const bool alone = (i == 0 || !isWord(text[i - 1])) && (i + 1 == text.size() || (!isWord(text[i + 1]) && text[i + 1] != '\''));
        if (alone && isChoiceLetter(text[i]) && std::isupper(static_cast<unsigned char>(text[i]))) return upperCase(text[i]);
    }
    return std::nullopt;
}

/// Announced, else in brackets, else alone at the beginning ("B", "c) because"; not the word "I").
std::optional<std::string> letterIn(const std::string& text) {
    if (const auto announced = afterAnnouncement(text)) {
        const std::size_t next = text.find_first_not_of(" \t\r\n(*\"", *announced);
        if (next != std::string::npos && isChoiceLetter(text[next]) && (next + 1 == text.size() || !isWord(text[next + 1]))) return upperCase(text[next]);
        if (auto letter = capitalAfter(text, *announced)) return letter;
    }
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i - 1] == '(' && text[i + 1] == ')' && isChoiceLetter(text[i])) return upperCase(text[i]);
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || !isChoiceLetter(text[first])) return std::nullopt;
    const bool ends = first + 1 == text.size() || std::string_view(").:,;\r\n").find(text[first + 1]) != std::string_view::npos;
    return ends ? std::optional(upperCase(text[first])) : std::nullopt;
}

std::optional<std::string> exactIn(const std::string& text) {
    std::string plain;
    for (const char c : lowered(text)) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank) plain.push_back(c);
        else if (!plain.empty() && plain.back() != ' ') plain.push_back(' ');
    }
    const auto outer = [](char c) { return !isWord(c); };
    const auto begin = std::find_if_not(plain.begin(), plain.end(), outer);
    const auto end = std::find_if_not(plain.rbegin(), plain.rend(), outer).base();
    if (begin >= end) return std::nullopt;
    return std::string(begin, end);
}

}  // namespace

const char* answerKindName(AnswerKind kind) { return kind == AnswerKind::Number ? "number" : kind == AnswerKind::Letter ? "letter" : "exact"; }

std::optional<AnswerKind> answerKindNamed(const std::string& name) {
    for (const AnswerKind kind : {AnswerKind::Number, AnswerKind::Letter, AnswerKind::Exact}) {
        if (name == answerKindName(kind)) return kind;
    }
    return std::nullopt;
}

std::optional<std::string> extractAnswer(AnswerKind kind, const std::string& text) {
    if (kind == AnswerKind::Number) return numberIn(text);
    return kind == AnswerKind::Letter ? letterIn(text) : exactIn(text);
}

AnswerKind answerKindOf(std::span<const std::string> rightAnswers) {
    std::size_t numbers = 0, letters = 0;
    for (const std::string& answer : rightAnswers) {
        const auto exact = exactIn(answer);
        letters += exact && exact->size() == 1 && isChoiceLetter(exact->front()) ? 1 : 0;
        const std::size_t last = answer.find_last_not_of(" \t\r\n.%");
        numbers += last != std::string::npos && isDigit(answer[last]) ? 1 : 0;
    }
    if (rightAnswers.empty()) return AnswerKind::Exact;
    if (letters == rightAnswers.size()) return AnswerKind::Letter;
    return 10 * numbers >= 9 * rightAnswers.size() ? AnswerKind::Number : AnswerKind::Exact;
}

}  // namespace consort
