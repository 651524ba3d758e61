#pragma once
// The names by which fields are known in public datasets (lower case), most telling first.
#include <string>
#include <utility>
#include <vector>

namespace consort::field_names {

using Names = std::vector<std::string>;

inline const Names kMessages{"messages", "conversations", "conversation", "dialog", "dialogue", "turns", "chat"};
inline const Names kChoiceLists{"choices", "options", "endings", "candidates", "alternatives", "answers", "answer_choices", "mc_answers"};
inline const Names kChoicePrefixes{"choice", "option", "ending", "sol", "solution", "answer", "quiz", "opt", "alternative", "candidate",
                                   "hypothesis", "sentence_quiz", "randomfifthsentencequiz"};
inline const Names kRightChoice{"label", "labels", "answer", "answerkey", "answer_key", "gold", "gold_label", "correct", "correct_answer",
                                "correct_choice", "correct_option", "answer_idx", "answer_index", "answer_right_ending",
                                "answerrightending", "label_idx", "target", "cop", "solution"};
inline const Names kQuestions{"question", "premise", "context", "sentence", "goal", "ctx", "stem", "query", "article", "passage",
                              "paragraph", "text", "prompt", "narrative", "story", "input", "obs1", "obs2", "sentence1", "sentence2",
                              "sentence3", "sentence4", "input_sentence_1", "input_sentence_2", "input_sentence_3", "input_sentence_4",
                              "inputsentence1", "inputsentence2", "inputsentence3", "inputsentence4"};
inline const std::vector<std::pair<std::string, std::string>> kPairs{
    {"prompt", "completion"}, {"prompt", "response"},     {"question", "answer"},    {"query", "response"},      {"input", "target"},
    {"source", "target"},     {"instruction", "response"}, {"input", "output"},      {"question", "response"},   {"query", "answer"},
    {"prompt", "output"},     {"prompt", "answer"},        {"prompt", "target"},     {"problem", "solution"},    {"question", "solution"},
    {"article", "summary"},   {"document", "summary"},     {"dialogue", "summary"},  {"article", "highlights"},  {"context", "response"},
    {"src", "tgt"},           {"instruction", "completion"}};
inline const Names kBackground{"context", "passage", "document", "article", "paragraph", "background"};
inline const Names kTexts{"text", "sentence", "sentence1", "sentence2", "premise", "hypothesis", "question", "question1", "question2",
                          "passage", "context", "paragraph", "title", "subject", "content", "review", "body", "comment", "tweet",
                          "utterance", "document", "article", "headline", "abstract", "description", "query", "input", "statement",
                          "claim", "evidence", "message", "post", "word", "span1_text", "span2_text", "phrase", "request", "answer"};
inline const Names kLabels{"label_text", "label_name", "label", "labels", "class", "category", "sentiment", "intent", "topic", "emotion",
                           "polarity", "gold_label", "gold", "target", "answer", "verdict", "rating", "stars", "coarse_label",
                           "fine_label", "output", "type", "language"};
inline const Names kLabelEndings{"label", "class", "category", "intent", "sentiment"};
inline const Names kPlainTexts{"text", "content", "document", "body", "article", "story", "passage", "raw_content", "sentence"};

}  // namespace consort::field_names
