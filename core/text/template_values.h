#pragma once
// Values as templates see them: Python's text, truth, order, filters, tests and string methods.
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/text/template_tree.h"

namespace consort {

/// A value or nothing: an undefined name prints as the empty text.
struct Operand {
    Value value;
    bool defined = true;
};

std::string pythonText(const Value& value);
bool isTrue(const Value& value);
/// "+", "-", "*", "/", "//", "%", "~", comparisons, "in". Throws Error{InvalidInput} at the expression's place.
Value binary(const Expression& at, const Value& left, const Value& right);
Operand applyFilter(const Expression& at, const Operand& input, const std::vector<Value>& arguments);
bool applyTest(const Expression& at, const Operand& input, const std::vector<Value>& arguments);
Value callMethod(const Expression& at, const Value& object, const std::vector<Value>& arguments);
/// Code points of text, or items, from `begin` to `end` in steps, with Python's rules.
Value slice(const Expression& at, const Value& object, const std::vector<Value>& bounds);
/// nullopt-like Operand where the index is outside.
Operand itemOf(const Value& object, const Value& index);
/// Items of a list, keys of an object, characters of a text.
Value::List itemsOf(const Expression& at, const Value& value);

}  // namespace consort
