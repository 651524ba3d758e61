#include "core/text/template_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/text/unicode_text.h"

namespace consort {
namespace {

[[noreturn]] void fail(const Expression& at, const std::string& why) { failTemplate(at.line, at.column, why); }

std::string realText(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    char buffer[32];
    const double size = std::abs(value);
    const auto form = size != 0 && (size < 1e-4 || size >= 1e16) ? std::chars_format::scientific : std::chars_format::fixed;
    std::string text(buffer, std::to_chars(buffer, buffer + sizeof buffer, value, form).ptr);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string quotedText(const std::string& text) {
    const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
    std::string out(1, quote);
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (c == '\r') out += "\\r";
        else if (c == '\\' || c == quote) (out += '\\') += c;
        else out += c;
    }
    return out + quote;
}

std::string innerText(const Value& value) { return value.isString() ? quotedText(value.asString()) : pythonText(value); }

double numberOf(const Expression& at, const Value& value) {
    if (value.isBool()) return value.asBool();
    if (!value.isNumber()) fail(at, "'" + at.name + "' needs numbers, found a " + value.kindName());
    return value.asDouble();
}

bool isWhole(const Value& value) { return value.isInt() || value.isBool(); }
std::int64_t wholeOf(const Value& value) { return value.isBool() ? value.asBool() : value.asInt(); }

Value wholeResult(const Expression& at, std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    if (at.name == "+" ? __builtin_add_overflow(a, b, &out) : at.name == "-" ? __builtin_sub_overflow(a, b, &out) : __builtin_mul_overflow(a, b, &out)) {
        fail(at, "the number is too large");
    }
    return out;
}

Value arithmetic(const Expression& at, const Value& left, const Value& right) {
    const double a = numberOf(at, left), b = numberOf(at, right);
    const bool whole = isWhole(left) && isWhole(right);
    if (std::string_view("+-*").find(at.name) != std::string_view::npos) {
        if (whole) return wholeResult(at, wholeOf(left), wholeOf(right));
        return at.name == "+" ? a + b : at.name == "-" ? a - b : a * b;
    }
    if (b == 0) fail(at, "division by zero");
    if (at.name == "/") return a / b;
    if (!whole) return at.name == "//" ? std::floor(a / b) : a - b * std::floor(a / b);
    const std::int64_t x = wholeOf(left), y = wholeOf(right);
    if (y == -1) return at.name == "//" ? wholeResult(Expression{Expression::Kind::Binary, "-", {}, {}, {}, at.line, at.column}, 0, x) : Value(0);
    const std::int64_t rest = x % y, shift = rest != 0 && (rest < 0) != (y < 0);
    return at.name == "//" ? Value(x / y - shift) : Value(rest + shift * y);
}

bool equal(const Value& left, const Value& right) {
    const bool numbers = (left.isNumber() || left.isBool()) && (right.isNumber() || right.isBool());
    if (!numbers) return left == right;
    if (isWhole(left) && isWhole(right)) return wholeOf(left) == wholeOf(right);
    const auto real = [](const Value& v) { return v.isBool() ? static_cast<double>(v.asBool()) : v.asDouble(); };
    return real(left) == real(right);
}

bool isLess(const Expression& at, const Value& left, const Value& right) {
    if (left.isString() && right.isString()) return left.asString() < right.asString();
    return numberOf(at, left) < numberOf(at, right);
}

bool contains(const Expression& at, const Value& item, const Value& in) {
    if (in.isString()) {
        if (!item.isString()) fail(at, "'in' a text needs a text");
        return in.asString().find(item.asString()) != std::string::npos;
    }
    const Value::List items = itemsOf(at, in);
    return std::any_of(items.begin(), items.end(), [&](const Value& v) { return equal(v, item); });
}

}  // namespace

std::string pythonText(const Value& value) {
    if (value.isNull()) return "None";
    if (value.isBool()) return value.asBool() ? "True" : "False";
    if (value.isString()) return value.asString();
    if (value.isInt()) return std::to_string(value.asInt());
    if (value.isNumber()) return realText(value.asDouble());
    std::string out;
    if (value.isList()) {
        for (const Value& item : value.asList()) out += (out.empty() ? "" : ", ") + innerText(item);
        return '[' + out + ']';
    }
    for (const auto& [key, item] : value.asObject()) out += (out.empty() ? "" : ", ") + quotedText(key) + ": " + innerText(item);
    return '{' + out + '}';
}

bool isTrue(const Value& value) {
    if (value.isNull()) return false;
    if (value.isBool()) return value.asBool();
    if (value.isString()) return !value.asString().empty();
    if (value.isNumber()) return value.asDouble() != 0;
    return value.isList() ? !value.asList().empty() : !value.asObject().empty();
}

Value binary(const Expression& at, const Value& left, const Value& right) {
    const std::string& op = at.name;
    if (op == "~") return pythonText(left) + pythonText(right);
    if (op == "==") return equal(left, right);
    if (op == "!=") return !equal(left, right);
    if (op == "<") return isLess(at, left, right);
    if (op == ">") return isLess(at, right, left);
    if (op == "<=") return !isLess(at, right, left);
    if (op == ">=") return !isLess(at, left, right);
    if (op == "in") return contains(at, left, right);
    if (op == "+" && left.isString() && right.isString()) return left.asString() + right.asString();
    if (op == "+" && left.isList() && right.isList()) {
        Value joined = left;
        for (const Value& item : right.asList()) joined.push(item);
        return joined;
    }
    return arithmetic(at, left, right);
}

Value::List itemsOf(const Expression& at, const Value& value) {
    if (value.isList()) return value.asList();
    Value::List items;
    if (value.isString()) {
        const std::string& text = value.asString();
        for (std::size_t next = 0; next < text.size();) {
            const std::size_t begin = next;
            nextCodePoint(text, next);
            items.push_back(text.substr(begin, next - begin));
        }
    } else if (value.isObject()) {
        for (const auto& member : value.asObject()) items.push_back(member.first);
    } else {
        fail(at, std::string("a ") + value.kindName() + " has no items");
    }
    return items;
}

Operand itemOf(const Value& object, const Value& index) {
    if (object.isObject() && index.isString()) {
        const Value* found = object.find(index.asString());
        return found ? Operand{*found} : Operand{{}, false};
    }
    if (!isWhole(index) || !(object.isList() || object.isString())) return {{}, false};
    const Value::List items = itemsOf(Expression{}, object);
    std::int64_t at = wholeOf(index);
    const auto size = static_cast<std::int64_t>(items.size());
    if (at < 0) at += size;
    if (at < 0 || at >= size) return {{}, false};
    return {items[static_cast<std::size_t>(at)]};
}

Value slice(const Expression& at, const Value& object, const std::vector<Value>& bounds) {
    const Value::List items = itemsOf(at, object);
    const auto size = static_cast<std::int64_t>(items.size());
    const auto bound = [&](std::size_t i, std::int64_t fallback) { return bounds[i].isNull() ? fallback : static_cast<std::int64_t>(numberOf(at, bounds[i])); };
    const std::int64_t step = bound(2, 1);
    if (step == 0) fail(at, "a slice's step must not be 0");
    const auto clamped = [&](std::int64_t v) { return std::clamp(v < 0 ? v + size : v, std::int64_t{step < 0 ? -1 : 0}, step < 0 ? size - 1 : size); };
    const std::int64_t begin = bounds[0].isNull() ? (step < 0 ? size - 1 : 0) : clamped(bound(0, 0));
    const std::int64_t end = bounds[1].isNull() ? (step < 0 ? -1 : size) : clamped(bound(1, 0));
    Value list{Value::List{}};
    std::string text;
    for (std::int64_t i = begin; step < 0 ? i > end : i < end; i += std::clamp(step, -size - 1, size + 1)) {
        if (object.isString()) text += items[static_cast<std::size_t>(i)].asString();
        else list.push(items[static_cast<std::size_t>(i)]);
    }
    return object.isString() ? Value(text) : list;
}

}  // namespace consort
