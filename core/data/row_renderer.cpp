#include "core/data/row_renderer.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/base/error.h"
#include "core/data/conversation.h"

namespace consort {
namespace {

std::optional<std::int64_t> wholeNumber(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

/// Begin and end of the one `_` gap (a run of underscores outside of words); nullopt where there is none, or several.
std::optional<std::pair<std::size_t, std::size_t>> findGap(const std::string& text) {
    std::optional<std::pair<std::size_t, std::size_t>> gap;
    for (std::size_t begin = text.find('_'); begin != std::string::npos; begin = text.find('_', begin)) {
        const std::size_t end = std::min(text.find_first_not_of('_', begin), text.size());
        const bool inWord = (begin > 0 && isWordCharacter(text[begin - 1])) || (end < text.size() && isWordCharacter(text[end]));
        if (!inWord && gap) return std::nullopt;
        if (!inWord) gap = {begin, end};
        begin = end;
    }
    return gap;
}

/// The prompt fields, each on its own line; a list of turns is rendered as turns. `skipEmpty` leaves empty ones out.
std::string promptLines(const Value& fields, const std::vector<std::string>& names, bool skipEmpty) {
    std::string prompt;
    bool first = true;
    for (const std::string& name : names) {
        const auto text = fieldText(fields.find(name));
        if (!text || (skipEmpty && text->empty())) continue;
        prompt += (first ? "" : "\n") + *text;
        first = false;
    }
    return prompt;
}

}  // namespace

std::vector<std::string> collectLabels(const std::vector<Record>& records, const std::string& field, std::size_t trainRows) {
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto label = fieldText(records[i].fields.find(field));
        if (label == "-1" && i >= trainRows) continue;
        if (label && !label->empty() && std::find(labels.begin(), labels.end(), *label) == labels.end()) labels.push_back(*label);
    }
    const bool numbers = std::all_of(labels.begin(), labels.end(), [](const std::string& label) { return wholeNumber(label).has_value(); });
    const bool booleans = std::all_of(labels.begin(), labels.end(), [](const std::string& label) { return label == "true" || label == "false"; });
    if (booleans) std::sort(labels.begin(), labels.end());
    if (!numbers) return labels;
    std::sort(labels.begin(), labels.end(), [](const std::string& a, const std::string& b) { return wholeNumber(a) < wholeNumber(b); });
    return labels;
}

std::string answerWord(const std::string& label) {
    std::string word = label;
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

RowRenderer::RowRenderer(Settings settings) : settings_(std::move(settings)) {
    for (const std::string& label : settings_.labels) words_.push_back(answerWord(label));
    if (settings_.choices) setWords(*settings_.choices);
    if (!settings_.promptTemplate) return;
    template_ = Template::parse(settings_.promptTemplate->jinja);
    if (settings_.promptTemplate->answerChoices && !settings_.choices) answerTemplate_ = Template::parse(*settings_.promptTemplate->answerChoices);
}

void RowRenderer::setWords(const std::string& text) {
    if (settings_.mapping.schema == Schema::MultipleChoice) {
        letters_ = text == "letters";
        if (letters_ || text == "text") return;
        throw Error(ErrorCode::InvalidInput, "--choices of a multiple-choice dataset is \"text\" or \"letters\", not \"" + text + "\"");
    }
    if (settings_.mapping.schema != Schema::Classification) {
        throw Error(ErrorCode::InvalidInput, std::string("--choices needs labels, but the schema is ") + schemaName(settings_.mapping.schema));
    }
    words_ = splitAtBars(text);
    if (words_.size() == settings_.labels.size()) return;
    std::string labels;
    for (const std::string& label : settings_.labels) labels += (labels.empty() ? "" : ", ") + label;
    throw Error(ErrorCode::InvalidInput, "--choices has " + std::to_string(words_.size()) + " answer words for " +
                                             std::to_string(settings_.labels.size()) + " labels; give one for each, in the order " + labels);
}

std::optional<RowText> RowRenderer::render(const Record& record) const { return template_ ? byTemplate(record) : bySchema(record); }

std::optional<RowText> RowRenderer::bySchema(const Record& record) const {
    switch (settings_.mapping.schema) {
        case Schema::Classification: return classification(record.fields);
        case Schema::MultipleChoice: return multipleChoice(record.fields);
        default: return freeText(record.fields);
    }
}

std::optional<RowText> RowRenderer::classification(const Value& fields) const {
    const auto label = fieldText(fields.find(settings_.mapping.target));
    const auto& labels = settings_.labels;
    const auto found = label ? std::find(labels.begin(), labels.end(), *label) : labels.end();
    if (found == labels.end()) return std::nullopt;
    RowText row;
    row.prompt = promptLines(fields, settings_.mapping.prompt, false) + "\nLabel:";
    row.targets = words_;
    row.gold = static_cast<int>(found - labels.begin());
    row.label = *label;
    return row;
}

std::optional<RowText> RowRenderer::multipleChoice(const Value& fields) const {
    std::vector<std::string> names;
    const std::vector<std::string> texts = choiceTexts(fields, settings_.mapping, names);
    RowText row;
    row.gold = rightChoice(fields.find(settings_.mapping.target), settings_.mapping, texts, names);
    if (!row.gold || texts.size() < 2) return std::nullopt;
    row.label = std::to_string(*row.gold);
    row.prompt = promptLines(fields, settings_.mapping.prompt, false);
    const std::string relation = settings_.mapping.relation.empty() ? "" : fields.stringOr(settings_.mapping.relation, "");
    if (!relation.empty()) row.prompt += relation == "cause" ? " because" : " so";
    if (letters_) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            row.targets.emplace_back(1, static_cast<char>('A' + i));
            row.prompt += "\n" + row.targets.back() + ". " + texts[i];
        }
        row.prompt += "\nAnswer:";
        return row;
    }
    row.targets = texts;
    const auto gap = findGap(row.prompt);
    if (!gap) return row;
    for (std::string& text : row.targets) text += row.prompt.substr(gap->second);
    row.prompt.resize(gap->first);
    row.filledGap = true;
    return row;
}

std::optional<RowText> RowRenderer::freeText(const Value& fields) const {
    const FieldMapping& mapping = settings_.mapping;
    RowText row;
    if (settings_.chatAlways || holdsTurns(fields, mapping)) {
        row.conversation = conversationOf(fields, mapping);
        if (row.conversation.asList().empty()) return std::nullopt;
        auto [prompt, answer] = plainTurns(row.conversation);
        row.prompt = std::move(prompt);
        row.targets = {std::move(answer)};
        return row;
    }
    auto target = fieldText(fields.find(mapping.target));
    if (!target || target->empty()) return std::nullopt;
    row.prompt = promptLines(fields, mapping.prompt, mapping.schema == Schema::Alpaca);
    row.targets = {std::move(*target)};
    return row;
}

std::optional<RowText> RowRenderer::byTemplate(const Record& record) const {
    std::optional<RowText> usual = bySchema(record);
    std::vector<std::string> choices = usual && usual->gold ? usual->targets : words_;
    if (usual && usual->filledGap) {
        std::vector<std::string> names;
        choices = choiceTexts(record.fields, settings_.mapping, names);
    }
    if (answerTemplate_) choices = splitAtBars(answerTemplate_->render(record.fields));
    Value variables = record.fields;
    variables.set("answer_choices", Value(choices));
    const std::vector<std::string> parts = splitAtBars(template_->render(variables));
    if (parts.size() < 2) {
        if (!usual) return std::nullopt;
        usual->prompt = parts.front();
        if (answerTemplate_) usual->targets = choices;
        return usual;
    }
    RowText row;
    row.prompt = parts.front();
    row.targets = {parts[1]};
    if (choices.empty()) return parts[1].empty() ? std::nullopt : std::optional(row);
    const auto gold = std::find(choices.begin(), choices.end(), parts[1]);
    if (gold == choices.end()) return std::nullopt;
    row.gold = static_cast<int>(gold - choices.begin());
    row.label = usual ? usual->label : parts[1];
    row.targets = choices;
    return row;
}

}  // namespace consort
