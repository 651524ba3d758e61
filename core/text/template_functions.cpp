// Functions that templates call, and Python's JSON text.
#include <ctime>

#include "core/base/error.h"
#include "core/text/template_values.h"

namespace consort {
namespace {

constexpr std::int64_t kLongestRange = 100'000;

Value range(const Expression& at, const TemplateArguments& arguments) {
    const auto bound = [&](std::size_t i) { return arguments.plain[i].asInt(); };
    const std::size_t count = arguments.plain.size();
    if (count == 0 || count > 3) failTemplate(at.line, at.column, "'range' needs one to three numbers");
    const std::int64_t begin = count > 1 ? bound(0) : 0, end = bound(count > 1 ? 1 : 0), step = count > 2 ? bound(2) : 1;
    if (step == 0) failTemplate(at.line, at.column, "the step of 'range' must not be 0");
    Value list{Value::List{}};
    for (std::int64_t i = begin; step > 0 ? i < end : i > end; i += step) {
        if (static_cast<std::int64_t>(list.asList().size()) >= kLongestRange) failTemplate(at.line, at.column, "'range' is longer than 100,000");
        list.push(i);
    }
    return list;
}

std::string timeText(const std::string& format) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[256];
    return std::string(text, std::strftime(text, sizeof text, format.c_str(), &local));
}

void appendJson(std::string& out, const Value& value, int indent, int depth) {
    const auto newline = [&](int level) {
        if (indent >= 0) out += '\n' + std::string(static_cast<std::size_t>(indent * level), ' ');
    };
    const char* comma = indent >= 0 ? "," : ", ";
    bool first = true;
    if (value.isList() && !value.asList().empty()) {
        out += '[';
        for (const Value& item : value.asList()) {
            if (!first) out += comma;
            first = false;
            newline(depth + 1);
            appendJson(out, item, indent, depth + 1);
        }
        newline(depth);
        out += ']';
    } else if (value.isObject() && !value.asObject().empty()) {
        out += '{';
        for (const auto& [key, member] : value.asObject()) {
            if (!first) out += comma;
            first = false;
            newline(depth + 1);
            out += toJson(Value(key)) + ": ";
            appendJson(out, member, indent, depth + 1);
        }
        newline(depth);
        out += '}';
    } else if (value.isNumber() && !value.isInt()) {
        out += pythonText(value);
    } else {
        out += toJson(value);
    }
}

}  // namespace

std::string pythonJson(const Value& value, int indent) {
    std::string out;
    appendJson(out, value, indent, 0);
    return out;
}

Value callFunction(const Expression& at, const TemplateArguments& arguments) {
    if (at.name == "raise_exception") throw Error(ErrorCode::InvalidInput, "the template refuses: " + (arguments.plain.empty() ? std::string("no reason given") : pythonText(arguments.plain[0])));
    if (at.name == "strftime_now" && !arguments.plain.empty()) return timeText(arguments.plain[0].asString());
    if (at.name == "range") return range(at, arguments);
    if (at.name == "dict") return arguments.named.isObject() ? arguments.named : Value(Value::Object{});
    throw Error(ErrorCode::Unsupported, "template, line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": the function '" + at.name +
                                            "' is outside the supported template language");
}

}  // namespace consort
