#pragma once
// The answer within a generated text: a number, a choice's letter, or the text itself, so that free answers can be marked right or wrong.
#include <optional>
#include <span>
#include <string>

namespace consort {

enum class AnswerKind { Number, Letter, Exact };
const char* answerKindName(AnswerKind kind);  ///< "number", "letter", "exact"
std::optional<AnswerKind> answerKindNamed(const std::string& name);

/// What the right answers look like: numbers where at least nine of ten end in one (after "####", "answer is", or as their last
/// number), letters where all of them are single ones, else texts.
AnswerKind answerKindOf(std::span<const std::string> rightAnswers);

/// The answer in its common form, nullopt where the text holds none. Number: what follows the last "####", else the last "answer is" or
/// "answer:", else the text's last number; thousands commas, a leading currency sign and needless zeros are dropped. Letter: a
/// letter A to J after such words, else in brackets, else alone at the beginning; in upper case. Exact: lower case, outer punctuation dropped, blanks as one.
std::optional<std::string> extractAnswer(AnswerKind kind, const std::string& text);

}  // namespace consort
