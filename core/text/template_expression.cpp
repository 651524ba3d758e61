// Expressions of the template language: from text to a tree.
#include <cctype>
#include <charconv>

#include "core/base/error.h"
#include "core/text/template_tree.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

using Kind = Expression::Kind;
constexpr int kDeepest = 200;

class Parser {
public:
    Parser(std::string_view source, int line, int column) : source_(source), line_(line), column_(column) {}

    ExpressionPtr whole() {
        ExpressionPtr all = choice();
        if (!peek().empty()) fail("unexpected '" + std::string(peek()) + "'");
        return all;
    }

private:
    [[noreturn]] void fail(const std::string& why) const { failTemplate(lineAt(), columnAt(), why); }
    int lineAt() const {
        int line = line_;
        for (std::size_t i = 0; i < at_; ++i) line += source_[i] == '\n';
        return line;
    }
    int columnAt() const {
        const std::size_t newline = source_.substr(0, at_).rfind('\n');
        return newline == std::string_view::npos ? column_ + static_cast<int>(at_) : static_cast<int>(at_ - newline);
    }
    static bool isNameChar(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

    /// The next token without taking it; empty at the end.
    std::string_view peek() {
        while (at_ < source_.size() && std::isspace(static_cast<unsigned char>(source_[at_]))) ++at_;
        const std::string_view rest = source_.substr(at_);
        if (rest.empty()) return rest;
        if (rest[0] == '"' || rest[0] == '\'') return rest.substr(0, 1);
        std::size_t size = 0;
        while (size < rest.size() && isNameChar(rest[size])) ++size;
        if (size > 0) return rest.substr(0, size);
        for (const char* two : {"==", "!=", "<=", ">=", "//", "**"}) {
            if (rest.starts_with(two)) return rest.substr(0, 2);
        }
        return rest.substr(0, 1);
    }
    bool take(std::string_view token) {
        if (token.empty() || peek() != token) return false;
        at_ += token.size();
        return true;
    }
    void expect(std::string_view token) {
        if (!take(token)) fail("expected '" + std::string(token) + "'" + (peek().empty() ? " before the end" : ", found '" + std::string(peek()) + "'"));
    }
    std::string name() {
        const std::string token(peek());
        if (token.empty() || !isNameChar(token[0]) || std::isdigit(static_cast<unsigned char>(token[0]))) fail("expected a name");
        at_ += token.size();
        return token;
    }
    std::unique_ptr<Expression> make(Kind kind, std::string text = {}) const {
        auto made = std::make_unique<Expression>();
        made->kind = kind, made->name = std::move(text), made->line = lineAt(), made->column = columnAt();
        return made;
    }
    ExpressionPtr join(Kind kind, std::string text, ExpressionPtr left, ExpressionPtr right) const {
        auto made = make(kind, std::move(text));
        made->parts.push_back(std::move(left));
        if (right) made->parts.push_back(std::move(right));
        return made;
    }

    ExpressionPtr choice() {
        if (++depth_ > kDeepest) fail("the expression is nested too deeply");
        ExpressionPtr value = disjunction();
        while (take("if")) {
            auto made = make(Kind::Choice);
            made->parts.push_back(disjunction());
            made->parts.push_back(std::move(value));
            made->parts.push_back(take("else") ? choice() : nullptr);
            value = std::move(made);
        }
        --depth_;
        return value;
    }
    ExpressionPtr disjunction() {
        ExpressionPtr left = conjunction();
        while (take("or")) left = join(Kind::Binary, "or", std::move(left), conjunction());
        return left;
    }
    ExpressionPtr conjunction() {
        ExpressionPtr left = negation();
        while (take("and")) left = join(Kind::Binary, "and", std::move(left), negation());
        return left;
    }
    ExpressionPtr negation() {
        bool odd = false, any = false;
        for (; take("not"); any = true) odd = !odd;
        ExpressionPtr value = comparison();
        if (odd) return join(Kind::Unary, "not", std::move(value), nullptr);
        return any ? join(Kind::Unary, "bool", std::move(value), nullptr) : std::move(value);
    }
    /// a < b < c is a < b and b < c in Jinja; only one comparison is taken here, and no operator between strings is lost.
    ExpressionPtr comparison() {
        ExpressionPtr left = sum();
        for (const char* op : {"==", "!=", "<=", ">=", "<", ">", "in"}) {
            if (take(op)) return join(Kind::Binary, op, std::move(left), sum());
        }
        const std::size_t before = at_;
        if (take("not")) {
            if (take("in")) return join(Kind::Unary, "not", join(Kind::Binary, "in", std::move(left), sum()), nullptr);
            at_ = before;
        }
        return left;
    }
    ExpressionPtr sum() {
        ExpressionPtr left = joined();
        for (;;) {
            const std::string op(peek());
            if (op != "+" && op != "-") return left;
            take(op);
            left = join(Kind::Binary, op, std::move(left), joined());
        }
    }
    ExpressionPtr joined() {
        ExpressionPtr left = product();
        while (take("~")) left = join(Kind::Binary, "~", std::move(left), product());
        return left;
    }
    ExpressionPtr product() {
        ExpressionPtr left = sign();
        for (;;) {
            const std::string op(peek());
            if (op != "*" && op != "/" && op != "//" && op != "%") return left;
            take(op);
            left = join(Kind::Binary, op, std::move(left), sign());
        }
    }
    /// Filters bind weaker than a sign: -x|abs is (-x)|abs.
    ExpressionPtr sign() { return filtered(unary()); }
    ExpressionPtr unary() {
        if (++depth_ > kDeepest) fail("the expression is nested too deeply");
        ExpressionPtr value;
        if (take("-")) value = join(Kind::Unary, "-", unary(), nullptr);
        else if (take("+")) value = unary();
        else value = postfix(primary());
        --depth_;
        return value;
    }
    void arguments(Expression& call, const char* close) {
        while (!take(close)) {
            if (takeKeyword(call)) {
                call.parts.push_back(choice());
            } else {
                if (!call.keywords.empty()) fail("a plain argument stands behind a named one");
                call.parts.push_back(choice());
            }
            if (!take(",")) {
                expect(close);
                return;
            }
        }
    }
    /// "name =" of a named argument.
    bool takeKeyword(Expression& call) {
        const std::size_t before = at_;
        const std::string word(peek());
        if (!word.empty() && isNameChar(word[0]) && !std::isdigit(static_cast<unsigned char>(word[0]))) {
            at_ += word.size();
            if (peek() == "=") {
                take("=");
                call.keywords.push_back(word);
                return true;
            }
        }
        at_ = before;
        return false;
    }
    ExpressionPtr postfix(ExpressionPtr value) {
        for (;;) {
            if (take(".")) {
                auto made = make(Kind::Attribute, name());
                made->parts.push_back(std::move(value));
                if (take("(")) made->kind = Kind::Call, arguments(*made, ")");
                value = std::move(made);
            } else if (take("[")) {
                value = subscript(std::move(value));
            } else if (peek() == "(") {
                if (value->kind != Kind::Name) fail("only functions by their name can be called", ErrorCode::Unsupported);
                auto made = make(Kind::Function, value->name);
                made->parts.push_back(nullptr);
                take("(");
                arguments(*made, ")");
                value = std::move(made);
            } else {
                return value;
            }
        }
    }
    [[noreturn]] void fail(const std::string& why, ErrorCode code) const {
        throw Error(code, "template, line " + std::to_string(lineAt()) + ", column " + std::to_string(columnAt()) + ": " + why);
    }
    ExpressionPtr subscript(ExpressionPtr value) {
        auto made = make(Kind::Index);
        made->parts.push_back(std::move(value));
        made->parts.push_back(peek() == ":" ? nullptr : choice());
        while (take(":")) {
            made->kind = Kind::Slice;
            made->parts.push_back(peek() == ":" || peek() == "]" ? nullptr : choice());
        }
        if (made->kind == Kind::Slice) made->parts.resize(4);
        expect("]");
        return made;
    }
    ExpressionPtr filtered(ExpressionPtr value) {
        for (;;) {
            const bool filter = take("|");
            if (!filter && !take("is")) return value;
            const bool negated = !filter && take("not");
            auto made = make(filter ? Kind::Filter : Kind::Test, name());
            made->parts.push_back(std::move(value));
            if (take("(")) arguments(*made, ")");
            else if (!filter && beginsOperand()) made->parts.push_back(postfix(primary()));
            value = std::move(made);
            if (negated) value = join(Kind::Unary, "not", std::move(value), nullptr);
        }
    }
    /// The bare argument of a test: "x is divisibleby 3".
    bool beginsOperand() {
        const std::string token(peek());
        if (token.empty()) return false;
        for (const char* word : {"and", "or", "else", "if", "in", "is", "not", "recursive"}) {
            if (token == word) return false;
        }
        return isNameChar(token[0]) || token[0] == '"' || token[0] == '\'' || token[0] == '[';
    }
    ExpressionPtr literal(Value value) const {
        auto made = make(Kind::Literal);
        made->value = std::move(value);
        return made;
    }
    ExpressionPtr quoted() {
        const char quote = source_[at_++];
        std::string text;
        for (; at_ < source_.size() && source_[at_] != quote; ++at_) {
            char c = source_[at_];
            if (c == '\\' && at_ + 1 < source_.size()) {
                c = source_[++at_];
                if (c == 'n') c = '\n';
                else if (c == 't') c = '\t';
                else if (c == 'r') c = '\r';
                else if (c != '\\' && c != '\'' && c != '"') text += '\\';
            }
            text += c;
        }
        if (at_ >= source_.size()) fail("a string is not closed");
        ++at_;
        return literal(std::move(text));
    }
    ExpressionPtr number() {
        const char* begin = source_.data() + at_;
        const char* end = source_.data() + source_.size();
        std::int64_t whole = 0;
        const auto integer = std::from_chars(begin, end, whole);
        double value = 0;
        const auto real = std::from_chars(begin, end, value);
        const bool isReal = real.ptr > integer.ptr && real.ec == std::errc{} && real.ptr[-1] != '.';
        if (!isReal && integer.ec != std::errc{}) fail("the number is too large");
        at_ = static_cast<std::size_t>((isReal ? real.ptr : integer.ptr) - source_.data());
        return literal(isReal ? Value(value) : Value(whole));
    }
    /// (a) is a; (a, b) and () are lists.
    ExpressionPtr parenthesised() {
        auto list = make(Kind::List);
        if (take(")")) return list;
        ExpressionPtr inner = choice();
        if (take(")")) return inner;
        list->parts.push_back(std::move(inner));
        expect(",");
        arguments(*list, ")");
        return list;
    }
    ExpressionPtr dictionary() {
        auto dict = make(Kind::Dict);
        while (!take("}")) {
            dict->parts.push_back(choice());
            expect(":");
            dict->parts.push_back(choice());
            if (take(",")) continue;
            expect("}");
            break;
        }
        return dict;
    }
    ExpressionPtr primary() {
        const std::string token(peek());
        if (token.empty()) fail("expected a value before the end");
        if (token == "\"" || token == "'") return quoted();
        if (std::isdigit(static_cast<unsigned char>(token[0]))) return number();
        if (take("(")) return parenthesised();
        if (take("{")) return dictionary();
        if (take("[")) {
            auto list = make(Kind::List);
            arguments(*list, "]");
            return list;
        }
        if (!isNameChar(token[0])) fail("unexpected '" + token + "'");
        const std::string word = name();
        if (word == "true" || word == "True") return literal(true);
        if (word == "false" || word == "False") return literal(false);
        if (word == "none" || word == "None") return literal(nullptr);
        return make(Kind::Name, word);
    }

    std::string_view source_;
    int line_, column_, depth_ = 0;
    std::size_t at_ = 0;
};

}  // namespace

ExpressionPtr parseExpression(std::string_view source, int line, int column) { return Parser(source, line, column).whole(); }

}  // namespace consort
