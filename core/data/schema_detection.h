#pragma once
// Which schema a dataset has, from its fields' names and values, or as a person wishes it.
#include <optional>
#include <string>
#include <vector>

#include "core/data/field_mapping.h"
#include "core/data/import.h"

namespace consort {

/// What a person fixed; the rest is detected.
struct SchemaWishes {
    std::optional<Schema> schema;
    std::optional<std::string> promptField;  ///< several: "premise,hypothesis"
    std::optional<std::string> targetField;
};

/// As detectSchema, under wishes. Throws Error{InvalidInput} where a wished field is absent or the wished schema does not fit.
SchemaGuess guessSchema(const std::vector<Record>& records, const SchemaWishes& wishes);

}  // namespace consort
