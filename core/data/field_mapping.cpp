#include "core/data/field_mapping.h"

#include <charconv>
#include <cmath>

namespace consort {
namespace {

std::vector<std::string> stringsOf(const Value* list) {
    std::vector<std::string> out;
    if (!list || !list->isList()) return out;
    for (const Value& item : list->asList()) {
        if (const auto text = fieldText(&item)) out.push_back(*text);
    }
    return out;
}

void addListed(const Value& field, std::vector<std::string>& texts, std::vector<std::string>& names) {
    if (field.isObject()) {
        texts = stringsOf(field.find("text"));
        names = stringsOf(field.find("label"));
        return;
    }
    if (field.isString()) {
        const std::string& raw = field.asString();
        if (raw.starts_with("[")) return addListed(parseJson(raw, "the list of choices"), texts, names);
        texts = splitAtBars(raw);
        return;
    }
    if (!field.isList()) return;
    for (const Value& item : field.asList()) {
        if (const auto text = fieldText(item.isObject() ? item.find("text") : &item)) texts.push_back(*text);
        if (const auto name = fieldText(item.find("label"))) names.push_back(*name);
    }
}

std::optional<int> indexOf(const std::vector<std::string>& items, const std::string& wanted) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i] == wanted) return static_cast<int>(i);
    }
    return std::nullopt;
}

}  // namespace

Value FieldMapping::asValue() const {
    Value out(Value::Object{});
    if (!prompt.empty()) out.set("prompt", Value(prompt));
    if (!target.empty()) out.set("target", target);
    if (!choices.empty()) out.set("choices", Value(choices));
    if (!relation.empty()) out.set("relation", relation);
    if (fromOne) out.set("counted_from", 1);
    if (!system.empty()) out.set("system", system);
    if (!history.empty()) out.set("history", history);
    if (tags.isObject()) out.set("tags", tags);
    return out;
}

FieldMapping FieldMapping::from(Schema schema, const Value& mapping) {
    FieldMapping out;
    out.schema = schema;
    out.prompt = stringsOf(mapping.find("prompt"));
    out.target = mapping.stringOr("target", "");
    out.choices = stringsOf(mapping.find("choices"));
    out.relation = mapping.stringOr("relation", "");
    out.fromOne = mapping.intOr("counted_from", 0) == 1;
    out.system = mapping.stringOr("system", "");
    out.history = mapping.stringOr("history", "");
    if (const Value* tags = mapping.find("tags")) out.tags = *tags;
    return out;
}

std::optional<std::string> fieldText(const Value* field) {
    if (!field || field->isNull() || field->isList() || field->isObject()) return std::nullopt;
    if (field->isString()) return field->asString();
    if (field->isBool()) return field->asBool() ? "true" : "false";
    if (!field->isInt() && std::trunc(field->asDouble()) == field->asDouble() && std::abs(field->asDouble()) < 9e15) {
        return std::to_string(field->asInt());
    }
    return toJson(*field);
}

std::vector<std::string> choiceTexts(const Value& fields, const FieldMapping& mapping, std::vector<std::string>& names) {
    std::vector<std::string> texts;
    if (mapping.choices.size() == 1) {
        if (const Value* field = fields.find(mapping.choices.front())) addListed(*field, texts, names);
        return texts;
    }
    for (const std::string& name : mapping.choices) {
        const auto text = fieldText(fields.find(name));
        if (text && !text->empty()) texts.push_back(*text);
    }
    return texts;
}

std::optional<int> rightChoice(const Value* target, const FieldMapping& mapping, const std::vector<std::string>& texts,
                               const std::vector<std::string>& names) {
    const auto raw = fieldText(target);
    if (!raw || raw->empty()) return std::nullopt;
    if (const auto named = indexOf(names, *raw)) return named;
    const int count = static_cast<int>(texts.size());
    int number = 0;
    const auto [end, failure] = std::from_chars(raw->data(), raw->data() + raw->size(), number);
    if (failure == std::errc() && end == raw->data() + raw->size()) {
        number -= mapping.fromOne ? 1 : 0;
        return number >= 0 && number < count ? std::optional(number) : indexOf(texts, *raw);
    }
    if (const auto same = indexOf(texts, *raw)) return same;
    if (raw->size() == 1) {
        const int letter = (raw->front() | 0x20) - 'a';
        if (letter >= 0 && letter < count) return letter;
    }
    return indexOf(mapping.choices, *raw);
}

}  // namespace consort
