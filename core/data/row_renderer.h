#pragma once
// From a record to the words of a row: prompt and target, by schema or by a person's template.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/field_mapping.h"
#include "core/text/template.h"

namespace consort {

/// The words of one row, before tokens.
struct RowText {
    std::string prompt;
    std::vector<std::string> targets;  ///< the choices' words; one text where gold is empty
    std::optional<int> gold;           ///< index into targets; empty: free text
    std::string label;                 ///< raw label, or the number of the right choice; empty: free text
    Value conversation;                ///< the turns that prompt and target were written from; null where there are none
    bool filledGap = false;            ///< the targets go on where the prompt stops: no blank of ours between them
};

/// Labels of a classification: numbers ascending, else by first use. Missing ones are none: null, empty, and a -1 that stands only
/// after the first `trainRows` records (how hidden test labels are written).
std::vector<std::string> collectLabels(const std::vector<Record>& records, const std::string& field, std::size_t trainRows);

/// The default answer word of a label: `_` reads as a blank.
std::string answerWord(const std::string& label);

class RowRenderer {
public:
    struct Settings {
        FieldMapping mapping;
        std::vector<std::string> labels;          ///< of a classification
        std::optional<std::string> choices;       ///< "a ||| b", "letters" or "text"
        std::optional<PromptTemplate> promptTemplate;
        bool chatAlways = false;                  ///< instructions and pairs are conversations too
    };
    /// Throws Error{InvalidInput} where answer words and labels differ in number, or the template does not parse.
    explicit RowRenderer(Settings settings);

    /// nullopt where the record has no target (no label, no right choice, no assistant turn). Throws Error{InvalidInput} where the
    /// template fails on it.
    std::optional<RowText> render(const Record& record) const;

    /// The words scored for each label of a classification; empty otherwise.
    const std::vector<std::string>& answerWords() const { return words_; }

private:
    Settings settings_;
    std::vector<std::string> words_;  ///< answer words in the order of labels
    bool letters_ = false;
    std::optional<Template> template_, answerTemplate_;

    void setWords(const std::string& text);
    std::optional<RowText> bySchema(const Record& record) const;
    std::optional<RowText> byTemplate(const Record& record) const;
    std::optional<RowText> classification(const Value& fields) const;
    std::optional<RowText> multipleChoice(const Value& fields) const;
    std::optional<RowText> freeText(const Value& fields) const;
};

}  // namespace consort
