#pragma once
// Values as templates see them: Python's text, truth, order, filters, tests and string methods.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/text/template_tree.h"

namespace consort {

/// A value or nothing: an undefined name prints as the empty text. `shared`: a namespace, whose members may be set anywhere.
struct Operand {
    Value value;
    bool defined = true;
    std::shared_ptr<Value> shared = {};
};

/// Arguments of a filter, test, method or function.
struct TemplateArguments {
    std::vector<Value> plain;
    Value named;  ///< an object, or null
    /// The i-th plain argument or the one of that name; null where there is neither.
    const Value* get(std::size_t i, std::string_view name) const;
};

std::string pythonText(const Value& value);
bool isTrue(const Value& value);
/// "+", "-", "*", "/", "//", "%", "~", comparisons, "in". Throws Error{InvalidInput} at the expression's place.
Value binary(const Expression& at, const Value& left, const Value& right);
Operand applyFilter(const Expression& at, const Operand& input, const TemplateArguments& arguments);
bool applyTest(const Expression& at, const Operand& input, const TemplateArguments& arguments);
Operand callMethod(const Expression& at, const Value& object, const TemplateArguments& arguments);
/// range, dict, raise_exception, strftime_now. Throws Error{InvalidInput} for raise_exception, {Unsupported} for an unknown name.
Value callFunction(const Expression& at, const TemplateArguments& arguments);
/// json.dumps(value, ensure_ascii=False, indent=…).
std::string pythonJson(const Value& value, int indent);
/// Code points of text, or items, from `begin` to `end` in steps, with Python's rules.
Value slice(const Expression& at, const Value& object, const std::vector<Value>& bounds);
/// nullopt-like Operand where the index is outside.
Operand itemOf(const Value& object, const Value& index);
/// Items of a list, keys of an object, characters of a text.
Value::List itemsOf(const Expression& at, const Value& value);

}  // namespace consort
