#pragma once
// The parsed form of a template: expressions and nodes; included by core/text/template*.cpp alone.
#include <memory>
#include <string>
#include <vector>

#include "core/base/value.h"

namespace consort {

struct Expression;
using ExpressionPtr = std::unique_ptr<const Expression>;

/// One operation; `kind` says what `name` and `parts` mean.
struct Expression {
    enum class Kind {
        Literal,    ///< value
        Name,       ///< name
        Attribute,  ///< parts[0].name
        Index,      ///< parts[0][parts[1]]
        Slice,      ///< parts[0][parts[1]:parts[2]:parts[3]]; a missing bound is null
        Call,       ///< parts[0].name(parts[1] …)
        Function,   ///< name(parts[1] …); parts[0] is null
        Filter,     ///< parts[0]|name(parts[1] …)
        Test,       ///< parts[0] is name(parts[1] …)
        Unary,      ///< name parts[0]: "not", "-", "+"
        Binary,     ///< parts[0] name parts[1]
        Choice,     ///< parts[1] if parts[0] else parts[2] (may be null)
        List,
        Dict,       ///< keys and values in turn
    };
    Kind kind;
    std::string name;
    Value value;
    std::vector<ExpressionPtr> parts;
    std::vector<std::string> keywords;  ///< of the last arguments: name(1, key=2)
    int line = 1, column = 1;
};

struct TemplateNode {
    enum class Kind { Text, Output, If, For, Set, SetBlock, SetMember, Macro, Break, Continue, Generation };
    struct Branch {
        ExpressionPtr condition;  ///< null: else
        std::vector<TemplateNode> body;
    };
    Kind kind;
    std::string text;                ///< Text; SetBlock, SetMember, Macro: the name
    std::vector<std::string> names;  ///< For: loop variables; Set: one or several; SetMember: the member; Macro: parameters
    ExpressionPtr expression;        ///< Output, Set; For: what is walked, "xs if c" as a choice without an else; Macro: its head as a call
    std::vector<Branch> branches;    ///< If; For: the body and perhaps an else; Macro, SetBlock, Generation: the body
};

/// How blanks around tags are treated.
struct TemplateStyle {
    bool trimBlocks = false;   ///< the newline behind a statement or comment goes
    bool lstripBlocks = false; ///< blanks between the line's begin and a statement or comment go
};

/// Throws Error{InvalidInput|Unsupported} with line and column.
std::vector<TemplateNode> parseTemplate(std::string_view source, const TemplateStyle& style);
ExpressionPtr parseExpression(std::string_view source, int line, int column);

[[noreturn]] void failTemplate(int line, int column, const std::string& why);

}  // namespace consort
