// Filters, tests and string methods of the template language.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "core/base/error.h"
#include "core/text/template_values.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

using Arguments = TemplateArguments;

[[noreturn]] void outside(const Expression& at, const std::string& what) {
    throw Error(ErrorCode::Unsupported, "template, line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": " + what + " '" +
                                            at.name + "' is outside the supported template language");
}

std::string textArgument(const Expression& at, const Arguments& arguments, std::size_t i, const char* fallback = nullptr) {
    if (i < arguments.plain.size()) return pythonText(arguments.plain[i]);
    if (!fallback) failTemplate(at.line, at.column, "'" + at.name + "' needs " + std::to_string(i + 1) + " arguments");
    return fallback;
}

std::string trimmed(std::string_view text, const std::string& chars, bool left = true, bool right = true) {
    const std::string_view set = chars.empty() ? " \t\r\n\v\f" : std::string_view(chars);
    const std::size_t first = text.find_first_not_of(set), last = text.find_last_not_of(set);
    if (first == std::string_view::npos) return "";
    return std::string(text.substr(left ? first : 0, (right ? last + 1 : text.size()) - (left ? first : 0)));
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
    const Value *separatorGiven = arguments.get(0, "sep"), *most = arguments.get(1, "maxsplit");
    std::int64_t left = most && most->isInt() && most->asInt() >= 0 ? most->asInt() : std::numeric_limits<std::int64_t>::max();
    if (separatorGiven && !separatorGiven->isNull()) {
        const std::string& separator = separatorGiven->asString();
        for (std::size_t begin = 0;;) {
            const std::size_t end = separator.empty() || left-- == 0 ? std::string::npos : text.find(separator, begin);
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
    const double scale = std::pow(10.0, arguments.plain.empty() ? 0.0 : arguments.plain[0].asDouble());
    if (!value.isNumber()) failTemplate(at.line, at.column, "'round' needs a number");
    return std::nearbyint(value.asDouble() * scale) / scale;
}

Value lines(const std::string& text) {
    Value parts{Value::List{}};
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        parts.push(text.substr(begin, end - begin));
        if (end == std::string::npos) break;
        begin = end + 1;
    }
    return parts;
}

/// Place in code points, or −1.
Value found(const std::string& text, const std::string& what, bool last) {
    const std::size_t at = last ? text.rfind(what) : text.find(what);
    if (at == std::string::npos) return std::int64_t{-1};
    std::int64_t points = 0;
    for (std::size_t i = 0; i < at; ++points) nextCodePoint(text, i);
    return points;
}

Value occurrences(const std::string& text, const std::string& what) {
    std::int64_t count = 0;
    for (std::size_t at = text.find(what); !what.empty() && at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

Operand callDictMethod(const Expression& at, const Value& object, const Arguments& arguments) {
    if (!object.isObject()) outside(at, std::string("on a ") + object.kindName() + ", the method");
    if (at.name == "get") {
        const Value *key = arguments.get(0, "key"), *other = arguments.get(1, "default");
        const Value* member = key && key->isString() ? object.find(key->asString()) : nullptr;
        return {member ? *member : other ? *other : Value()};
    }
    Value list{Value::List{}};
    for (const auto& [key, value] : object.asObject()) {
        if (at.name == "keys") list.push(key);
        else if (at.name == "values") list.push(value);
        else if (at.name == "items") list.push(Value(Value::List{Value(key), value}));
        else outside(at, "the method");
    }
    return {list};
}

std::string toJsonText(const Value& value, const Arguments& arguments) {
    const Value* indent = arguments.get(0, "indent");
    return pythonJson(value, indent && indent->isInt() ? static_cast<int>(indent->asInt()) : -1);
}

Value indented(const std::string& text, const Arguments& arguments) {
    const Value *width = arguments.get(0, "width"), *first = arguments.get(1, "first"), *blank = arguments.get(2, "blank");
    const std::string pad = width && width->isString() ? width->asString() : std::string(static_cast<std::size_t>(width ? width->asInt() : 4), ' ');
    std::string out = first && isTrue(*first) ? pad : "";
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        const bool emptyLine = i + 1 >= text.size() || text[i + 1] == '\n';
        if (text[i] == '\n' && (!emptyLine || (blank && isTrue(*blank)))) out += pad;
    }
    return out;
}

Value reversed(const Expression& at, const Value& value) {
    Value::List items = itemsOf(at, value);
    std::reverse(items.begin(), items.end());
    if (!value.isString()) return Value(items);
    std::string text;
    for (const Value& item : items) text += item.asString();
    return text;
}

/// map(attribute='a') and map('filter').
Value mapped(const Expression& at, const Value& list, const Arguments& arguments) {
    Value out{Value::List{}};
    const Value* attribute = arguments.named.find("attribute");
    for (const Value& item : itemsOf(at, list)) {
        if (attribute) {
            const Operand member = itemOf(item, *attribute);
            out.push(member.defined ? member.value : Value());
            continue;
        }
        Expression filter{Expression::Kind::Filter, textArgument(at, arguments, 0), {}, {}, {}, at.line, at.column};
        out.push(applyFilter(filter, {item}, {{arguments.plain.begin() + 1, arguments.plain.end()}, {}}).value);
    }
    return out;
}

/// Items (or their attribute) that pass a test, or do not: select, reject, selectattr, rejectattr.
Value selected(const Expression& at, const Value& list, const Arguments& arguments) {
    const bool byAttribute = at.name.ends_with("attr"), keep = at.name.starts_with("select");
    const std::size_t first = byAttribute ? 1 : 0;
    Value out{Value::List{}};
    for (const Value& item : itemsOf(at, list)) {
        const Operand looked = byAttribute ? itemOf(item, Value(textArgument(at, arguments, 0))) : Operand{item};
        bool passes = looked.defined && isTrue(looked.value);
        if (arguments.plain.size() > first) {
            Expression test{Expression::Kind::Test, textArgument(at, arguments, first), {}, {}, {}, at.line, at.column};
            passes = applyTest(test, looked, {{arguments.plain.begin() + static_cast<std::ptrdiff_t>(first) + 1, arguments.plain.end()}, {}});
        }
        if (passes == keep) out.push(item);
    }
    return out;
}

Operand firstOrLast(const Value& list, bool last) { return itemOf(list, last ? -1 : 0); }

}  // namespace

const Value* TemplateArguments::get(std::size_t i, std::string_view name) const { return i < plain.size() ? &plain[i] : named.find(name); }

Operand callMethod(const Expression& at, const Value& object, const Arguments& arguments) {
    const std::string& name = at.name;
    if (object.isObject()) return callDictMethod(at, object, arguments);
    if (!object.isString()) outside(at, std::string("on a ") + object.kindName() + ", the method");
    const std::string& text = object.asString();
    if (name == "strip") return {trimmed(text, textArgument(at, arguments, 0, ""))};
    if (name == "lstrip" || name == "rstrip") return {trimmed(text, textArgument(at, arguments, 0, ""), name == "lstrip", name == "rstrip")};
    if (name == "split") return {split(text, arguments)};
    if (name == "splitlines") return {lines(text)};
    if (name == "find" || name == "rfind") return {found(text, textArgument(at, arguments, 0), name == "rfind")};
    if (name == "count") return {occurrences(text, textArgument(at, arguments, 0))};
    if (name == "startswith") return {text.starts_with(textArgument(at, arguments, 0))};
    if (name == "endswith") return {text.ends_with(textArgument(at, arguments, 0))};
    if (name == "replace") return {replaceAll(text, textArgument(at, arguments, 0), textArgument(at, arguments, 1))};
    if (name == "lower") return {lowerCase(text)};
    if (name == "upper") return {upperCase(text)};
    if (name == "title") return {titled(text, true)};
    if (name == "capitalize") return {titled(text, false)};
    if (name == "isdigit") return {!text.empty() && text.find_first_not_of("0123456789") == std::string::npos};
    if (name == "join" && !arguments.plain.empty()) return {joined(at, arguments.plain[0], text)};
    outside(at, "the method");
}

Operand applyFilter(const Expression& at, const Operand& input, const Arguments& arguments) {
    const std::string& name = at.name;
    const Value& value = input.value;
    if (name == "default" || name == "d") {
        const Value *other = arguments.get(0, "default_value"), *falsy = arguments.get(1, "boolean");
        const bool replace = !input.defined || (falsy && isTrue(*falsy) && !isTrue(value));
        return {replace ? (other ? *other : Value("")) : value};
    }
    const std::string text = input.defined ? pythonText(value) : "";
    if (name == "trim") return {trimmed(text, textArgument(at, arguments, 0, ""))};
    if (name == "lower") return {lowerCase(text)};
    if (name == "upper") return {upperCase(text)};
    if (name == "capitalize") return {titled(text, false)};
    if (name == "title") return {titled(text, true)};
    if (name == "string") return {text};
    if (name == "replace") return {replaceAll(text, textArgument(at, arguments, 0), textArgument(at, arguments, 1))};
    if (name == "tojson") return {toJsonText(value, arguments)};
    if (name == "float") return {value.isNumber() ? value.asDouble() : std::strtod(text.c_str(), nullptr)};
    if (name == "abs") return {value.isInt() ? Value(std::abs(value.asInt())) : Value(std::abs(value.asDouble()))};
    if (name == "indent") return {indented(text, arguments)};
    if (name == "safe" || name == "escape_nothing") return {value};
    if (name == "items") return callDictMethod(at, value, {});
    if (name == "int") return {toWhole(value)};
    if (name == "round") return {rounded(at, value, arguments)};
    const Value list = input.defined ? value : Value(Value::List{});
    if (name == "length" || name == "count") return {static_cast<std::int64_t>(itemsOf(at, list).size())};
    if (name == "join") return {joined(at, list, textArgument(at, arguments, 0, ""))};
    if (name == "list") return {Value(itemsOf(at, list))};
    if (name == "first" || name == "last") return firstOrLast(list, name == "last");
    if (name == "reverse") return {reversed(at, list)};
    if (name == "map") return {mapped(at, list, arguments)};
    if (name == "selectattr" || name == "rejectattr" || name == "select" || name == "reject") return {selected(at, list, arguments)};
    outside(at, "the filter");
}

bool applyTest(const Expression& at, const Operand& input, const Arguments& arguments) {
    const Value& value = input.value;
    const std::string& name = at.name;
    if (name == "defined") return input.defined;
    if (name == "undefined") return !input.defined;
    if (name == "none") return input.defined && value.isNull();
    if (name == "string") return value.isString();
    if (name == "number") return value.isNumber() || value.isBool();
    if (name == "integer") return value.isInt();
    if (name == "boolean") return value.isBool();
    if (name == "true" || name == "false") return value.isBool() && value.asBool() == (name == "true");
    if (name == "mapping") return value.isObject() || input.shared;
    if (name == "iterable" || name == "sequence") return value.isString() || value.isList() || value.isObject();
    const Value* other = arguments.plain.empty() ? nullptr : &arguments.plain[0];
    if (!other) outside(at, "the test");
    if (name == "equalto" || name == "eq" || name == "sameas") return value == *other;
    if (name == "ne") return !(value == *other);
    if (name == "in") return binary({Expression::Kind::Binary, "in", {}, {}, {}, at.line, at.column}, value, *other).asBool();
    if (name == "divisibleby") return other->asInt() != 0 && value.asInt() % other->asInt() == 0;
    outside(at, "the test");
}

}  // namespace consort
