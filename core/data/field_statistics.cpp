#include "core/data/field_statistics.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <unordered_map>

#include "core/data/field_mapping.h"

namespace consort {
namespace {

void countNumber(FieldStatistics& field, const std::string& text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) {
        field.wholeNumbers = false;
        return;
    }
    field.minimum = field.present == 1 ? number : std::min(field.minimum, number);
    field.maximum = field.present == 1 ? number : std::max(field.maximum, number);
}

void countValue(FieldStatistics& field, const Value& value) {
    ++field.present;
    if (value.isString()) ++field.strings;
    else if (value.isBool()) ++field.bools;
    else if (value.isNumber()) ++field.numbers;
    else if (value.isList()) ++field.lists;
    else ++field.objects;
    const auto text = fieldText(&value);
    if (!text) {
        field.wholeNumbers = false;
        return;
    }
    if (value.isString() && text->find(' ') != std::string::npos) ++field.withBlank;
    if (field.wholeNumbers) countNumber(field, *text);
    if (field.values.size() <= FieldStatistics::kMaxValues) field.values.insert(*text);
}

}  // namespace

bool FieldStatistics::isLabelLike(std::int64_t rows) const {
    return isScalar() && values.size() <= kMaxValues && 2 * static_cast<std::int64_t>(values.size()) < rows;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::vector<FieldStatistics> fieldStatistics(const std::vector<Record>& records) {
    std::vector<FieldStatistics> fields;
    std::unordered_map<std::string, std::size_t> place;
    for (const Record& record : records) {
        for (const auto& [name, value] : record.fields.asObject()) {
            const auto [found, isNew] = place.emplace(name, fields.size());
            if (isNew) {
                fields.emplace_back();
                fields.back().name = name;
                fields.back().lowerName = lowered(name);
            }
            if (!value.isNull()) countValue(fields[found->second], value);
        }
    }
    return fields;
}

}  // namespace consort
