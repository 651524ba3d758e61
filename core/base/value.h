#pragma once
// A JSON-like value: what dataset fields, templates, configurations and printed results are made of.
// The JSON library itself is used in value.cpp alone.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace consort {

class Value {
public:
    using List = std::vector<Value>;
    using Object = std::vector<std::pair<std::string, Value>>;  ///< keeps insertion order; keys are unique

    Value() = default;
    Value(std::nullptr_t) {}
    Value(bool v) : data_(v) {}
    Value(int v) : data_(static_cast<std::int64_t>(v)) {}
    Value(std::int64_t v) : data_(v) {}
    Value(std::uint64_t v) : data_(static_cast<std::int64_t>(v)) {}
    Value(double v) : data_(v) {}
    Value(const char* v) : data_(std::string(v)) {}
    Value(std::string v) : data_(std::move(v)) {}
    Value(std::string_view v) : data_(std::string(v)) {}
    Value(List v) : data_(std::move(v)) {}
    Value(Object v) : data_(std::move(v)) {}
    template <typename T>
    Value(const std::vector<T>& items) : data_(List(items.begin(), items.end())) {}

    bool isNull() const { return data_.index() == 0; }
    bool isBool() const { return std::holds_alternative<bool>(data_); }
    bool isInt() const { return std::holds_alternative<std::int64_t>(data_); }
    bool isNumber() const { return isInt() || std::holds_alternative<double>(data_); }
    bool isString() const { return std::holds_alternative<std::string>(data_); }
    bool isList() const { return std::holds_alternative<List>(data_); }
    bool isObject() const { return std::holds_alternative<Object>(data_); }

    /// Typed access; each throws Error{InvalidInput} naming the kind found where it is another one.
    bool asBool() const;
    std::int64_t asInt() const;   ///< also accepts a double without fraction
    double asDouble() const;      ///< also accepts an integer
    const std::string& asString() const;
    const List& asList() const;
    List& asList();
    const Object& asObject() const;
    Object& asObject();

    /// Member of an object, or nullptr where absent or where this is no object.
    const Value* find(std::string_view key) const;
    /// Member of an object; throws Error{InvalidInput} naming the key where absent.
    const Value& at(std::string_view key) const;
    /// Sets (or replaces) a member; a null value becomes an object first.
    Value& set(std::string key, Value value);
    /// Appends to a list; a null value becomes a list first.
    Value& push(Value value);

    /// Members with a default for absent or null ones.
    std::string stringOr(std::string_view key, std::string fallback) const;
    std::int64_t intOr(std::string_view key, std::int64_t fallback) const;
    double doubleOr(std::string_view key, double fallback) const;
    bool boolOr(std::string_view key, bool fallback) const;

    const char* kindName() const;  ///< "null", "boolean", "number", "string", "list", "object"
    bool operator==(const Value& other) const { return data_ == other.data_; }

private:
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object> data_;
};

/// Parses one JSON document. Throws Error{InvalidInput} with "line L, column C" and `what` (a file name, say).
/// Duplicate keys are an error; integers beyond int64 become doubles; NaN and Infinity are refused.
Value parseJson(std::string_view text, const std::string& what);

/// Compact JSON text (indent < 0) or indented. NaN and infinities become null; doubles round-trip.
std::string toJson(const Value& value, int indent = -1);

}  // namespace consort
