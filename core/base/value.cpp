#include "core/base/value.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"

namespace consort {
namespace {

[[noreturn]] void wrongKind(const char* wanted, const Value& found) {
    throw Error(ErrorCode::InvalidInput, std::string("expected ") + wanted + " but found " + found.kindName());
}

/// Builds a Value from parser events; keeps member order and refuses duplicate keys.
class ValueBuilder {
public:
    explicit ValueBuilder(std::string what) : what_(std::move(what)) {}
    Value result;

    bool null() { return add(Value()); }
    bool boolean(bool v) { return add(Value(v)); }
    bool number_integer(std::int64_t v) { return add(Value(v)); }
    bool number_unsigned(std::uint64_t v) {
        return v <= static_cast<std::uint64_t>(INT64_MAX) ? add(Value(v)) : add(Value(static_cast<double>(v)));
    }
    bool number_float(double v, const std::string&) { return add(Value(v)); }
    bool string(std::string& v) { return add(Value(std::move(v))); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Value(Value::Object{})); }
    bool start_array(std::size_t) { return open(Value(Value::List{})); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        if (!open_.back().keys.insert(name).second) {
            throw Error(ErrorCode::InvalidInput, what_ + ": the key \"" + name + "\" occurs twice in one object; keep one of them");
        }
        open_.back().pendingKey = std::move(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& e) {
        std::string detail = e.what();
        if (const auto at = detail.find("parse error "); at != std::string::npos) detail = detail.substr(at + 12);
        if (detail.rfind("at ", 0) == 0) detail = detail.substr(3);
        throw Error(ErrorCode::InvalidInput, what_ + ": not valid JSON: " + detail);
    }

private:
    struct Frame {
        Value value;
        std::string pendingKey;
        std::set<std::string> keys;
    };
    static constexpr std::size_t kMaxDepth = 512;
    std::string what_;
    std::vector<Frame> open_;

    bool open(Value container) {
        if (open_.size() >= kMaxDepth) throw Error(ErrorCode::InvalidInput, what_ + ": JSON nested deeper than 512 levels");
        open_.push_back({std::move(container), {}, {}});
        return true;
    }
    bool close() {
        Value done = std::move(open_.back().value);
        open_.pop_back();
        return add(std::move(done));
    }
    bool add(Value v) {
        if (open_.empty()) {
            result = std::move(v);
            return true;
        }
        Frame& top = open_.back();
        if (top.value.isList()) top.value.asList().push_back(std::move(v));
        else top.value.asObject().emplace_back(std::move(top.pendingKey), std::move(v));
        return true;
    }
};

nlohmann::ordered_json toLibrary(const Value& v) {
    if (v.isBool()) return v.asBool();
    if (v.isInt()) return v.asInt();
    if (v.isNumber()) return std::isfinite(v.asDouble()) ? nlohmann::ordered_json(v.asDouble()) : nlohmann::ordered_json();
    if (v.isString()) return v.asString();
    if (v.isList()) {
        auto out = nlohmann::ordered_json::array();
        for (const Value& item : v.asList()) out.push_back(toLibrary(item));
        return out;
    }
    if (v.isObject()) {
        auto out = nlohmann::ordered_json::object();
        for (const auto& [key, item] : v.asObject()) out[key] = toLibrary(item);
        return out;
    }
    return nullptr;
}

}  // namespace

const char* Value::kindName() const {
    static const char* const kNames[] = {"null", "boolean", "number", "number", "string", "list", "object"};
    return kNames[data_.index()];
}

bool Value::asBool() const {
    if (const auto* v = std::get_if<bool>(&data_)) return *v;
    wrongKind("a boolean", *this);
}

std::int64_t Value::asInt() const {
    if (const auto* v = std::get_if<std::int64_t>(&data_)) return *v;
    if (const auto* d = std::get_if<double>(&data_); d && std::trunc(*d) == *d && std::abs(*d) < 9.0e15) return static_cast<std::int64_t>(*d);
    wrongKind("a whole number", *this);
}

double Value::asDouble() const {
    if (const auto* v = std::get_if<double>(&data_)) return *v;
    if (const auto* v = std::get_if<std::int64_t>(&data_)) return static_cast<double>(*v);
    wrongKind("a number", *this);
}

const std::string& Value::asString() const {
    if (const auto* v = std::get_if<std::string>(&data_)) return *v;
    wrongKind("a string", *this);
}

const Value::List& Value::asList() const {
    if (const auto* v = std::get_if<List>(&data_)) return *v;
    wrongKind("a list", *this);
}

Value::List& Value::asList() {
    if (auto* v = std::get_if<List>(&data_)) return *v;
    wrongKind("a list", *this);
}

const Value::Object& Value::asObject() const {
    if (const auto* v = std::get_if<Object>(&data_)) return *v;
    wrongKind("an object", *this);
}

Value::Object& Value::asObject() {
    if (auto* v = std::get_if<Object>(&data_)) return *v;
    wrongKind("an object", *this);
}

const Value* Value::find(std::string_view key) const {
    const auto* members = std::get_if<Object>(&data_);
    if (!members) return nullptr;
    for (const auto& [name, value] : *members) {
        if (name == key) return &value;
    }
    return nullptr;
}

const Value& Value::at(std::string_view key) const {
    if (const Value* found = find(key)) return *found;
    throw Error(ErrorCode::InvalidInput, "the field \"" + std::string(key) + "\" is missing");
}

Value& Value::set(std::string key, Value value) {
    if (isNull()) data_ = Object{};
    for (auto& [name, existing] : asObject()) {
        if (name == key) {
            existing = std::move(value);
            return *this;
        }
    }
    asObject().emplace_back(std::move(key), std::move(value));
    return *this;
}

Value& Value::push(Value value) {
    if (isNull()) data_ = List{};
    asList().push_back(std::move(value));
    return *this;
}

std::string Value::stringOr(std::string_view key, std::string fallback) const {
    const Value* v = find(key);
    return v && !v->isNull() ? v->asString() : fallback;
}

std::int64_t Value::intOr(std::string_view key, std::int64_t fallback) const {
    const Value* v = find(key);
    return v && !v->isNull() ? v->asInt() : fallback;
}

double Value::doubleOr(std::string_view key, double fallback) const {
    const Value* v = find(key);
    return v && !v->isNull() ? v->asDouble() : fallback;
}

bool Value::boolOr(std::string_view key, bool fallback) const {
    const Value* v = find(key);
    return v && !v->isNull() ? v->asBool() : fallback;
}

Value parseJson(std::string_view text, const std::string& what) {
    ValueBuilder builder(what);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder.result);
}

std::string toJson(const Value& value, int indent) {
    return toLibrary(value).dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace consort
