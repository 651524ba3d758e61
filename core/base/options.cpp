#include "core/base/options.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/error.h"

namespace consort {
namespace {

[[noreturn]] void refuse(const OptionSpec& spec, const std::string& text, const std::string& wanted) {
    throw Error(ErrorCode::InvalidInput, "--" + spec.name + " '" + text + "': expected " + wanted);
}

std::string plain(double number) {
    return std::trunc(number) == number && std::abs(number) < 1e15 ? std::to_string(static_cast<long long>(number)) : toJson(Value(number));
}

std::string rangeText(const OptionSpec& spec) {
    std::string text = spec.kind == OptionKind::Integer ? "a whole number" : "a number";
    if (spec.low && spec.high) text += " from " + plain(*spec.low) + " to " + plain(*spec.high);
    else if (spec.low) text += " of at least " + plain(*spec.low);
    if (!spec.alternative.empty()) text += ", or " + spec.alternative;
    return text;
}

Value numberOf(const OptionSpec& spec, const std::string& text) {
    if (!spec.alternative.empty() && text == spec.alternative) return Value(text);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = spec.kind != OptionKind::Integer || std::trunc(number) == number;
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number) || !whole) refuse(spec, text, rangeText(spec));
    if ((spec.low && number < *spec.low) || (spec.high && number > *spec.high)) refuse(spec, text, rangeText(spec));
    return spec.kind == OptionKind::Integer ? Value(static_cast<std::int64_t>(number)) : Value(number);
}

Value textOf(const OptionSpec& spec, const std::string& text) {
    if (spec.choices.empty() || std::find(spec.choices.begin(), spec.choices.end(), text) != spec.choices.end()) return Value(text);
    std::string list;
    for (const std::string& choice : spec.choices) list += (list.empty() ? "" : ", ") + choice;
    refuse(spec, text, "one of " + list);
}

/// "a,b;c,d" as a list of lists of names.
Value listsIn(const std::string& text) {
    Value lists = Value::List{};
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        lists.push(Value(namesIn(text.substr(begin, end - begin))));
        begin = end + 1;
    }
    return lists;
}

Value checkedOption(const OptionSpec& spec, const Value& given) {
    switch (spec.kind) {
        case OptionKind::Integer:
        case OptionKind::Number: return numberOf(spec, given.asString());
        case OptionKind::Text: return textOf(spec, given.asString());
        case OptionKind::Names: return Value(namesIn(given.asString()));
        case OptionKind::Links: return listsIn(given.asString());
        case OptionKind::Flag: return given;
    }
    return given;
}

}  // namespace

Value checkedOptions(const std::vector<OptionSpec>& specs, const Value& given) {
    Value options = Value::Object{};
    for (const OptionSpec& spec : specs) {
        const Value* value = given.find(spec.name);
        options.set(spec.name, value && !value->isNull() ? checkedOption(spec, *value) : spec.fallback);
    }
    return options;
}

std::vector<std::string> namesIn(const std::string& text) {
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::size_t first = text.find_first_not_of(" \t", begin);
        if (first < end) names.push_back(text.substr(first, text.find_last_not_of(" \t", end - 1) - first + 1));
        begin = end + 1;
    }
    return names;
}

}  // namespace consort
