#include "core/data/schema_detection.h"

#include <algorithm>
#include <cctype>

#include "core/base/error.h"
#include "core/data/field_names.h"
#include "core/data/field_statistics.h"

namespace consort {
namespace {

namespace names = field_names;
using Names = names::Names;

bool contains(const Names& list, const std::string& name) { return std::find(list.begin(), list.end(), name) != list.end(); }

/// Tries the schemas one by one on the fields of all records.
class Detector {
public:
    Detector(const std::vector<Record>& records, const SchemaWishes& wishes)
        : records_(records), wishes_(wishes), fields_(fieldStatistics(records)), rows_(static_cast<std::int64_t>(records.size())) {}

    SchemaGuess detect();

private:
    using Finding = std::optional<SchemaGuess>;
    const std::vector<Record>& records_;
    const SchemaWishes& wishes_;
    std::vector<FieldStatistics> fields_;
    std::int64_t rows_;

    const FieldStatistics* named(const std::string& lowerName) const;
    const FieldStatistics* firstNamed(const Names& list) const;
    /// Text fields among `list`, in the order of the file.
    Names textFields(const Names& list, const std::string& except = {}) const;
    Names wishedPrompts() const;
    bool wished(Schema schema) const { return wishes_.schema == schema; }
    SchemaGuess guess(const FieldMapping& mapping, double confidence, std::string reason) const;

    Finding messages() const;
    Finding multipleChoice() const;
    Finding alpaca() const;
    Finding pair() const;
    Finding classification() const;
    Finding text() const;
    Finding trySchema(Schema schema) const;
    Finding fromWishedFields() const;

    Names choiceFields() const;
    std::string relationField() const;
    const FieldStatistics* labelField() const;
    double shareWithRightChoice(const FieldMapping& mapping) const;
    std::string fieldList() const;
    void requireWishedFields() const;
    void requireSomeLabels() const;
    [[noreturn]] void refuse() const;
};

const FieldStatistics* Detector::named(const std::string& lowerName) const {
    for (const FieldStatistics& field : fields_) {
        if (field.lowerName == lowerName && field.present > 0) return &field;
    }
    return nullptr;
}

const FieldStatistics* Detector::firstNamed(const Names& list) const {
    for (const std::string& name : list) {
        if (const FieldStatistics* field = named(name)) return field;
    }
    return nullptr;
}

Names Detector::textFields(const Names& list, const std::string& except) const {
    Names out;
    for (const FieldStatistics& field : fields_) {
        if (field.isMostlyText() && field.name != except && contains(list, field.lowerName)) out.push_back(field.name);
    }
    return out;
}

/// The fields a person named, which must exist.
Names Detector::wishedPrompts() const {
    Names out;
    const std::string all = wishes_.promptField.value_or("");
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find(',', begin), all.size());
        const std::string name = all.substr(begin, end - begin);
        begin = end + 1;
        if (!name.empty()) out.push_back(name);
    }
    return out;
}

SchemaGuess Detector::guess(const FieldMapping& mapping, double confidence, std::string reason) const {
    return {mapping.schema, confidence, mapping.asValue(), std::move(reason)};
}

Detector::Finding Detector::messages() const {
    const FieldStatistics* field = firstNamed(names::kMessages);
    if (wishes_.promptField) field = named(lowered(*wishes_.promptField));
    if (!field || field->lists != field->present) return std::nullopt;
    FieldMapping mapping{.schema = Schema::Messages, .prompt = {field->name}};
    if (const FieldStatistics* system = named("system"); system && system->isMostlyText()) mapping.system = system->name;
    return guess(mapping, 0.98, "\"" + field->name + "\" holds lists of turns");
}

/// One list field, or numbered fields ("choice1", "optionB", "A").
Names Detector::choiceFields() const {
    for (const std::string& name : names::kChoiceLists) {
        const FieldStatistics* field = named(name);
        if (!field) continue;
        const bool written = field->strings > 0 && std::all_of(field->values.begin(), field->values.end(), [](const std::string& v) {
            return v.starts_with("[") || v.find("|||") != std::string::npos;
        });
        if (field->lists > 0 || field->objects > 0 || written) return {field->name};
    }
    Names prefixes = names::kChoicePrefixes;
    prefixes.emplace_back();
    for (const std::string& prefix : prefixes) {
        Names numbered;
        for (const FieldStatistics& field : fields_) {
            if (!field.isMostlyText() || !field.lowerName.starts_with(prefix)) continue;
            std::string rest = field.lowerName.substr(prefix.size());
            if (!prefix.empty() && rest.starts_with("_")) rest.erase(0, 1);
            const bool letter = rest.size() == 1 && rest[0] >= 'a' && rest[0] <= 'h';
            const bool digit = rest.size() == 1 && std::isdigit(static_cast<unsigned char>(rest[0])) && !prefix.empty();
            if (letter || digit) numbered.push_back(field.name);
        }
        std::sort(numbered.begin(), numbered.end());
        if (numbered.size() >= 2) return numbered;
    }
    return {};
}

std::string Detector::relationField() const {
    for (const FieldStatistics& field : fields_) {
        if (field.isMostlyText() && std::all_of(field.values.begin(), field.values.end(),
                                                [](const std::string& v) { return v == "cause" || v == "effect"; })) {
            return field.name;
        }
    }
    return {};
}

double Detector::shareWithRightChoice(const FieldMapping& mapping) const {
    std::int64_t right = 0, labelled = 0;
    for (const Record& record : records_) {
        const Value* target = record.fields.find(mapping.target);
        if (!target || target->isNull()) continue;
        ++labelled;
        Names choiceNames;
        const Names texts = choiceTexts(record.fields, mapping, choiceNames);
        if (texts.size() >= 2 && rightChoice(target, mapping, texts, choiceNames)) ++right;
    }
    return labelled == 0 ? 0 : static_cast<double>(right) / static_cast<double>(labelled);
}

Detector::Finding Detector::multipleChoice() const {
    FieldMapping mapping{.schema = Schema::MultipleChoice, .choices = choiceFields(), .relation = relationField()};
    if (mapping.choices.empty()) return std::nullopt;
    Finding best;
    for (const std::string& name : wishes_.targetField ? Names{lowered(*wishes_.targetField)} : names::kRightChoice) {
        const FieldStatistics* field = named(name);
        if (!field || !field->isScalar() || contains(mapping.choices, field->name)) continue;
        mapping.target = field->name;
        mapping.prompt = wishes_.promptField ? wishedPrompts() : textFields(names::kQuestions, mapping.relation);
        std::erase_if(mapping.prompt, [&](const std::string& prompt) { return contains(mapping.choices, prompt) || prompt == field->name; });
        for (const bool fromOne : {false, true}) {
            mapping.fromOne = fromOne;
            const double share = shareWithRightChoice(mapping);
            if (share > (best ? best->confidence / 0.95 : 0.5)) {
                best = guess(mapping, 0.95 * share, "choices with \"" + field->name + "\" telling the right one");
            }
        }
        if (best && best->confidence > 0.9) break;
    }
    return best && !FieldMapping::from(best->schema, best->mapping).prompt.empty() ? best : std::nullopt;
}

Detector::Finding Detector::alpaca() const {
    const FieldStatistics* instruction = named("instruction");
    const FieldStatistics* output = wishes_.targetField ? named(lowered(*wishes_.targetField)) : firstNamed({"output", "response"});
    if (!instruction || !output || !instruction->isMostlyText()) return std::nullopt;
    FieldMapping mapping{.schema = Schema::Alpaca, .target = output->name};
    for (const char* name : {"system", "instruction", "input"}) {
        if (const FieldStatistics* field = named(name)) mapping.prompt.push_back(field->name);
    }
    if (const FieldStatistics* system = named("system")) mapping.system = system->name;
    if (const FieldStatistics* history = named("history"); history && history->lists == history->present) mapping.history = history->name;
    return guess(mapping, 0.95, "\"" + instruction->name + "\" with \"" + output->name + "\"");
}

Detector::Finding Detector::pair() const {
    for (const auto& [promptName, targetName] : names::kPairs) {
        const FieldStatistics* prompt = named(promptName);
        const FieldStatistics* target = named(targetName);
        if (!prompt || !target || prompt->numbers > 0) continue;
        const bool textual = target->isMostlyText() || target->lists == target->present;
        if (!textual && (target->objects > 0 || target->bools > 0 || target->isLabelLike(rows_))) continue;
        FieldMapping mapping{.schema = Schema::PromptCompletion, .prompt = {prompt->name}, .target = target->name};
        if (promptName == "question" || promptName == "query") {
            Names shown = names::kBackground;
            shown.push_back(promptName);
            mapping.prompt = textFields(shown, target->name);
        }
        return guess(mapping, 0.9, "\"" + prompt->name + "\" answered by \"" + target->name + "\"");
    }
    return std::nullopt;
}

const FieldStatistics* Detector::labelField() const {
    if (wishes_.targetField) return named(lowered(*wishes_.targetField));
    const bool forced = wished(Schema::Classification);
    for (const std::string& name : names::kLabels) {
        const FieldStatistics* field = named(name);
        if (field && field->isScalar() && (forced || field->isLabelLike(rows_))) return field;
    }
    for (const FieldStatistics& field : fields_) {
        const bool telling = std::any_of(names::kLabelEndings.begin(), names::kLabelEndings.end(),
                                         [&](const std::string& ending) { return field.lowerName.ends_with(ending); });
        if (telling && field.isLabelLike(rows_)) return &field;
    }
    return nullptr;
}

Detector::Finding Detector::classification() const {
    const FieldStatistics* label = labelField();
    if (!label || (!wished(Schema::Classification) && !choiceFields().empty())) return std::nullopt;
    FieldMapping mapping{.schema = Schema::Classification, .target = label->name};
    mapping.prompt = wishes_.promptField ? wishedPrompts() : textFields(names::kTexts, label->name);
    double confidence = 0.95;
    if (mapping.prompt.empty()) {
        confidence = 0.6;
        for (const FieldStatistics& field : fields_) {
            if (&field != label && field.isMostlyText() && 2 * field.withBlank > field.present) mapping.prompt.push_back(field.name);
        }
    }
    if (mapping.prompt.empty()) return std::nullopt;
    const std::string count = label->values.size() > FieldStatistics::kMaxValues ? "more than 200" : std::to_string(label->values.size());
    return guess(mapping, confidence, "text with \"" + label->name + "\" of " + count + " values");
}

/// A dataset whose labels are all missing is a mistake, not plain text, unless a person says so.
void Detector::requireSomeLabels() const {
    for (const FieldStatistics& field : fields_) {
        const bool isLabel = field.lowerName == "label" || field.lowerName == "labels" || field.lowerName == "class";
        if (!isLabel || field.present > 0) continue;
        throw Error(ErrorCode::InvalidInput, "\"" + field.name + "\" is missing in every row: give labels, or --schema text to use the text alone");
    }
}

Detector::Finding Detector::text() const {
    if (!wished(Schema::Text)) requireSomeLabels();
    FieldMapping mapping{.schema = Schema::Text};
    std::string why;
    if (wishes_.promptField || wishes_.targetField) {
        mapping.target = wishes_.targetField.value_or(wishes_.promptField.value_or(""));
    } else if (const Names known = textFields(names::kPlainTexts); !known.empty()) {
        const FieldStatistics* first = firstNamed(names::kPlainTexts);
        mapping.target = first->isMostlyText() ? first->name : known.front();
    } else {
        const auto wordy = [](const FieldStatistics& field) { return field.isMostlyText() && 2 * field.withBlank > field.present; };
        if (std::count_if(fields_.begin(), fields_.end(), wordy) != 1) return std::nullopt;
        mapping.target = std::find_if(fields_.begin(), fields_.end(), wordy)->name;
    }
    for (const std::string& name : names::kLabels) {
        const FieldStatistics* field = named(name);
        if (!field || !field->isScalar() || field->name == mapping.target) continue;
        const bool many = field->values.size() > FieldStatistics::kMaxValues;
        why = "; \"" + field->name + "\" has " + (many ? "more than 200" : std::to_string(field->values.size())) + " values in " +
              std::to_string(rows_) + " rows, so it was not taken as a label (--schema classification takes it)";
        break;
    }
    return guess(mapping, why.empty() ? 0.9 : 0.6, "plain text in \"" + mapping.target + "\"" + why);
}

Detector::Finding Detector::trySchema(Schema schema) const {
    switch (schema) {
        case Schema::Messages: return messages();
        case Schema::MultipleChoice: return multipleChoice();
        case Schema::Alpaca: return alpaca();
        case Schema::PromptCompletion: return wishes_.promptField || wishes_.targetField ? fromWishedFields() : pair();
        case Schema::Classification: return classification();
        case Schema::Text: return text();
    }
    return std::nullopt;
}

/// Prompt and completion where at least one of them was named.
Detector::Finding Detector::fromWishedFields() const {
    FieldMapping mapping{.schema = Schema::PromptCompletion, .prompt = wishedPrompts(), .target = wishes_.targetField.value_or("")};
    if (const Finding found = pair()) {
        const FieldMapping usual = FieldMapping::from(found->schema, found->mapping);
        if (mapping.prompt.empty()) mapping.prompt = usual.prompt;
        if (mapping.target.empty()) mapping.target = usual.target;
    }
    if (mapping.prompt.empty()) mapping.prompt = textFields(names::kTexts, mapping.target);
    std::erase(mapping.prompt, mapping.target);
    if (mapping.prompt.empty() || mapping.target.empty()) return std::nullopt;
    return guess(mapping, 0.9, "fields as given");
}

std::string Detector::fieldList() const {
    std::string seen;
    for (const FieldStatistics& field : fields_) seen += (seen.empty() ? "" : ", ") + field.name;
    return seen;
}

void Detector::requireWishedFields() const {
    Names wishedNames = wishedPrompts();
    if (wishes_.targetField) wishedNames.push_back(*wishes_.targetField);
    for (const std::string& name : wishedNames) {
        const bool exists = std::any_of(fields_.begin(), fields_.end(), [&](const FieldStatistics& field) { return field.name == name; });
        if (!exists) throw Error(ErrorCode::InvalidInput, "no row has the field \"" + name + "\"; there are: " + fieldList());
    }
}

void Detector::refuse() const {
    const std::string seen = fieldList();
    if (wishes_.schema) {
        throw Error(ErrorCode::InvalidInput, std::string("the schema ") + schemaName(*wishes_.schema) + " does not fit the fields " + seen +
                                                 "; name them with --prompt-field and --target-field, or choose another --schema");
    }
    if (!choiceFields().empty()) {
        throw Error(ErrorCode::InvalidInput, "the choices in \"" + choiceFields().front() + "\" have no field that tells the right one; there are: " + seen +
                                                 "; it holds the choice's number, letter or text: name it with --target-field");
    }
    throw Error(ErrorCode::InvalidInput, "no schema fits the fields " + seen + "; name them with --prompt-field and --target-field" +
                                             (named("chosen") ? " (for preferences: --target-field chosen)" : "") + ", or rename them as in text, label");
}

SchemaGuess Detector::detect() {
    requireWishedFields();
    if (wishes_.schema) {
        if (const Finding found = trySchema(*wishes_.schema)) return *found;
        refuse();
    }
    const FieldStatistics* target = wishes_.targetField ? named(lowered(*wishes_.targetField)) : nullptr;
    if (target && choiceFields().empty()) {
        if (const Finding found = trySchema(target->isLabelLike(rows_) ? Schema::Classification : Schema::PromptCompletion)) return *found;
        refuse();
    }
    for (const Schema schema : {Schema::Messages, Schema::MultipleChoice, Schema::Alpaca, Schema::PromptCompletion, Schema::Classification, Schema::Text}) {
        if (const Finding found = trySchema(schema)) return *found;
    }
    refuse();
}

}  // namespace

SchemaGuess guessSchema(const std::vector<Record>& records, const SchemaWishes& wishes) {
    check(!records.empty(), "schema detection needs records");
    return Detector(records, wishes).detect();
}

SchemaGuess detectSchema(const std::vector<Record>& records) { return guessSchema(records, {}); }

}  // namespace consort
