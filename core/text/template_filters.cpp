// Filters, tests and string methods of the template language.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/error.h"
#include "core/text/template_values.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

using Arguments = std::vector<Value>;

[[noreturn]] void outside(const Expression& at, const std::string& what) {
    throw Error(ErrorCode::Unsupported, "template, line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": " + what + " '" +
                                            at.name + "' is outside the supported template language");
}

std::string textArgument(const Expression& at, const Arguments& arguments, std::size_t i, const char* fallback = nullptr) {
    if (i < arguments.size()) return pythonText(arguments[i]);
    if (!fallback) failTemplate(at.line, at.column, "'" + at.name + "' needs " + std::to_string(i + 1) + " arguments");
    return fallback;
}

std::string trimmed(std::string_view text, const std::string& chars) {
    const std::string_view set = chars.empty() ? " \t\r\n\v\f" : std::string_view(chars);
    const std::size_t first = text.find_first_not_of(set);
    return first == std::string_view::npos ? "" : std::string(text.substr(first, text.find_last_not_of(set) - first + 1));
}

std::string upperCase(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) appendUtf8(out, upperOf(nextCodePoint(text, at)));
    return out;
}

/// The first letter of the text (or of every word) upper case, the rest lower.
std::string titled(std::string_view text, bool everyWord) {
    std::string out;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = nextCodePoint(text, at);
        out += first ? upperCase(text.substr(begin, at - begin)) : lowerCase(text.substr(begin, at - begin));
        first = everyWord && (isWhiteSpace(c) || std::u32string_view(U"-([{<").find(c) != std::u32string_view::npos);
    }
    return out;
}

Value split(const std::string& text, const Arguments& arguments) {
    Value parts{Value::List{}};
    if (!arguments.empty() && !arguments[0].isNull()) {
        const std::string& separator = arguments[0].asString();
        for (std::size_t begin = 0;;) {
            const std::size_t end = separator.empty() ? std::string::npos : text.find(separator, begin);
            parts.push(text.substr(begin, end - begin));
            if (end == std::string::npos) return parts;
            begin = end + separator.size();
        }
    }
    for (std::size_t begin = text.find_first_not_of(" \t\r\n\v\f"); begin != std::string::npos;) {
        const std::size_t end = text.find_first_of(" \t\r\n\v\f", begin);
        parts.push(text.substr(begin, end - begin));
        begin = end == std::string::npos ? end : text.find_first_not_of(" \t\r\n\v\f", end);
    }
    return parts;
}

Value joined(const Expression& at, const Value& list, const std::string& separator) {
    std::string out;
    bool first = true;
    for (const Value& item : itemsOf(at, list)) {
        if (!first) out += separator;
        out += pythonText(item);
        first = false;
    }
    return out;
}

Value toWhole(const Value& value) {
    if (value.isNumber()) return static_cast<std::int64_t>(value.asDouble());
    if (value.isBool()) return static_cast<std::int64_t>(value.asBool());
    const std::string text = value.isString() ? trimmed(value.asString(), "") : "";
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || std::abs(number) > 9e15) return 0;
    return static_cast<std::int64_t>(number);
}

Value rounded(const Expression& at, const Value& value, const Arguments& arguments) {
    const double scale = std::pow(10.0, arguments.empty() ? 0.0 : arguments[0].asDouble());
    if (!value.isNumber()) failTemplate(at.line, at.column, "'round' needs a number");
    return std::nearbyint(value.asDouble() * scale) / scale;
}

Operand firstOrLast(const Value& list, bool last) { return itemOf(list, last ? -1 : 0); }

}  // namespace

Value callMethod(const Expression& at, const Value& object, const Arguments& arguments) {
    const std::string& name = at.name;
    if (!object.isString()) outside(at, std::string("on a ") + object.kindName() + ", the method");
    const std::string& text = object.asString();
    if (name == "strip") return trimmed(text, textArgument(at, arguments, 0, ""));
    if (name == "split") return split(text, arguments);
    if (name == "startswith") return text.starts_with(textArgument(at, arguments, 0));
    if (name == "endswith") return text.ends_with(textArgument(at, arguments, 0));
    if (name == "replace") return replaceAll(text, textArgument(at, arguments, 0), textArgument(at, arguments, 1));
    if (name == "lower") return lowerCase(text);
    if (name == "upper") return upperCase(text);
    if (name == "title") return titled(text, true);
    if (name == "capitalize") return titled(text, false);
    if (name == "join" && !arguments.empty()) return joined(at, arguments[0], text);
    outside(at, "the method");
}

Operand applyFilter(const Expression& at, const Operand& input, const Arguments& arguments) {
    const std::string& name = at.name;
    const Value& value = input.value;
    if (name == "default" || name == "d") {
        const bool replace = !input.defined || (arguments.size() > 1 && isTrue(arguments[1]) && !isTrue(value));
        return {replace ? (arguments.empty() ? Value("") : arguments[0]) : value};
    }
    const std::string text = input.defined ? pythonText(value) : "";
    if (name == "trim") return {trimmed(text, textArgument(at, arguments, 0, ""))};
    if (name == "lower") return {lowerCase(text)};
    if (name == "upper") return {upperCase(text)};
    if (name == "capitalize") return {titled(text, false)};
    if (name == "title") return {titled(text, true)};
    if (name == "string") return {text};
    if (name == "replace") return {replaceAll(text, textArgument(at, arguments, 0), textArgument(at, arguments, 1))};
    if (name == "tojson") return {toJson(value)};
    if (name == "int") return {toWhole(value)};
    if (name == "round") return {rounded(at, value, arguments)};
    const Value list = input.defined ? value : Value(Value::List{});
    if (name == "length" || name == "count") return {static_cast<std::int64_t>(itemsOf(at, list).size())};
    if (name == "join") return {joined(at, list, textArgument(at, arguments, 0, ""))};
    if (name == "list") return {Value(itemsOf(at, list))};
    if (name == "first" || name == "last") return firstOrLast(list, name == "last");
    outside(at, "the filter");
}

bool applyTest(const Expression& at, const Operand& input, const Arguments&) {
    const Value& value = input.value;
    if (at.name == "defined") return input.defined;
    if (at.name == "undefined") return !input.defined;
    if (at.name == "none") return input.defined && value.isNull();
    if (at.name == "string") return value.isString();
    if (at.name == "number") return value.isNumber() || value.isBool();
    if (at.name == "mapping") return value.isObject();
    if (at.name == "iterable" || at.name == "sequence") return value.isString() || value.isList() || value.isObject();
    outside(at, "the test");
}

}  // namespace consort
