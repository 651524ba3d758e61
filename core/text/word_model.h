#pragma once
// The `model` of tokenizer.json: vocabulary, and one word to ids.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/json_place.h"
#include "core/text/tokenizer.h"

namespace consort {

/// Immutable after construction.
class WordModel {
public:
    virtual ~WordModel() = default;
    /// Appends the ids of one word.
    virtual void encodeWord(std::string_view word, TokenIds& ids) const = 0;
    virtual std::optional<std::int32_t> idOf(std::string_view token) const = 0;
    /// nullptr where no token has this id.
    virtual const std::string* tokenOf(std::int32_t id) const = 0;
    virtual std::int32_t largestId() const = 0;
    virtual std::size_t size() const = 0;
};

/// Throws Error{Corrupt} naming the field, {Unsupported} for another kind of model.
std::unique_ptr<WordModel> makeWordModel(const JsonPlace& model);

}  // namespace consort
