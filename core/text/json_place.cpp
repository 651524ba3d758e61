#include "core/text/json_place.h"

#include "core/base/error.h"

namespace consort {
namespace {

constexpr std::int64_t kMostIds = std::int64_t{1} << 24;

std::string shortened(std::string_view text) { return std::string(text.substr(0, 60)); }

}  // namespace

void JsonPlace::corrupt(const std::string& why) const {
    throw Error(ErrorCode::Corrupt, std::string(file_) + ": field '" + (path_.empty() ? "(top)" : path_) + "' " + why);
}

void JsonPlace::unsupported(const std::string& what) const {
    throw Error(ErrorCode::Unsupported, std::string(file_) + ": field '" + path_ + "': " + what);
}

JsonPlace JsonPlace::at(std::string_view key) const {
    const auto member = find(key);
    if (!member) corrupt("has no member '" + std::string(key) + "'");
    return *member;
}

std::optional<JsonPlace> JsonPlace::find(std::string_view key) const {
    if (!value_->isObject()) corrupt(std::string("must be an object, found a ") + value_->kindName());
    const Value* member = value_->find(key);
    if (!member || member->isNull()) return std::nullopt;
    return this->member(key, *member);
}

JsonPlace JsonPlace::member(std::string_view key, const Value& value) const {
    return JsonPlace(value, file_, path_.empty() ? shortened(key) : path_ + '.' + shortened(key));
}

JsonPlace JsonPlace::item(std::size_t index) const {
    return JsonPlace(list().at(index), file_, path_ + '[' + std::to_string(index) + ']');
}

const std::string& JsonPlace::string() const {
    if (!value_->isString()) corrupt(std::string("must be a string, found a ") + value_->kindName());
    return value_->asString();
}

bool JsonPlace::boolean() const {
    if (!value_->isBool()) corrupt(std::string("must be true or false, found a ") + value_->kindName());
    return value_->asBool();
}

std::int64_t JsonPlace::integer() const {
    if (!value_->isInt()) corrupt(std::string("must be a whole number, found a ") + value_->kindName());
    return value_->asInt();
}

const Value::List& JsonPlace::list() const {
    if (!value_->isList()) corrupt(std::string("must be a list, found a ") + value_->kindName());
    return value_->asList();
}

const Value::Object& JsonPlace::object() const {
    if (!value_->isObject()) corrupt(std::string("must be an object, found a ") + value_->kindName());
    return value_->asObject();
}

bool JsonPlace::boolOr(std::string_view key, bool fallback) const {
    const auto member = find(key);
    return member ? member->boolean() : fallback;
}

std::string JsonPlace::stringOr(std::string_view key, std::string fallback) const {
    const auto member = find(key);
    return member ? member->string() : std::move(fallback);
}

std::int32_t JsonPlace::tokenId() const {
    const std::int64_t id = integer();
    if (id < 0 || id >= kMostIds) corrupt("is no token id: " + std::to_string(id));
    return static_cast<std::int32_t>(id);
}

}  // namespace consort
