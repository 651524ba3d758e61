#pragma once
// A value inside a JSON file together with its place, so that every complaint names file and field.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/value.h"

namespace consort {

/// Borrowed view of a Value; `file` and the values must outlive it. Every accessor throws Error{Corrupt} naming file and field.
class JsonPlace {
public:
    JsonPlace(const Value& value, std::string_view file, std::string path = {}) : value_(&value), file_(file), path_(std::move(path)) {}

    const Value& value() const { return *value_; }
    bool isNull() const { return value_->isNull(); }
    /// The member; throws where this is no object or the member is absent.
    JsonPlace at(std::string_view key) const;
    /// The member; nullopt where absent or null. Throws where this is no object.
    std::optional<JsonPlace> find(std::string_view key) const;
    /// A member that the caller found by walking object().
    JsonPlace member(std::string_view key, const Value& value) const;
    JsonPlace item(std::size_t index) const;
    std::size_t size() const { return list().size(); }

    const std::string& string() const;
    bool boolean() const;
    std::int64_t integer() const;
    const Value::List& list() const;
    const Value::Object& object() const;
    bool boolOr(std::string_view key, bool fallback) const;
    std::string stringOr(std::string_view key, std::string fallback) const;
    /// A token id: 0 … 2²⁴ − 1.
    std::int32_t tokenId() const;

    [[noreturn]] void corrupt(const std::string& why) const;
    [[noreturn]] void unsupported(const std::string& what) const;

private:
    const Value* value_;
    std::string_view file_;
    std::string path_;
};

}  // namespace consort
