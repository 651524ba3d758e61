// Text, {{ output }}, {% statements %} and {# comments #}: from a template's text to its nodes.
#include <cctype>

#include "core/base/error.h"
#include "core/text/template_tree.h"

namespace consort {
namespace {

constexpr int kDeepest = 100;

std::string_view blanksRemoved(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Takes the first word of `text`.
std::string takeWord(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && (std::isalnum(static_cast<unsigned char>(text[size])) || text[size] == '_')) ++size;
    const std::string word(text.substr(0, size));
    text = blanksRemoved(text.substr(size));
    return word;
}

class Parser {
public:
    Parser(std::string_view source, const TemplateStyle& style) : source_(source), style_(style) {}

    std::vector<TemplateNode> whole() {
        std::vector<TemplateNode> nodes = body({});
        return nodes;
    }

private:
    struct Tag {
        char kind = 0;  ///< '{' output, '%' statement, 0 the end
        std::string_view inside;
        int line = 1, column = 1;
    };

    void locate(std::size_t at, int& line, int& column) const {
        line = 1, column = 1;
        for (std::size_t i = 0; i < at; ++i) source_[i] == '\n' ? (++line, column = 1) : ++column;
    }
    [[noreturn]] void fail(std::size_t at, const std::string& why) const {
        int line = 0, column = 0;
        locate(at, line, column);
        failTemplate(line, column, why);
    }
    std::size_t nextOpening() const {
        std::size_t at = at_;
        while ((at = source_.find('{', at)) != std::string_view::npos) {
            if (at + 1 < source_.size() && std::string_view("{%#").find(source_[at + 1]) != std::string_view::npos) return at;
            ++at;
        }
        return source_.size();
    }
    /// Where the tag's closing mark begins; quotes hide it, except in comments.
    std::size_t closing(std::size_t begin, char kind) const {
        const std::string mark = kind == '{' ? "}}" : std::string{kind, '}'};
        char quote = 0;
        for (std::size_t at = begin; at < source_.size(); ++at) {
            const char c = source_[at];
            if (quote) {
                if (c == '\\') ++at;
                else if (c == quote) quote = 0;
            } else if (source_.compare(at, 2, mark) == 0) {
                return at;
            } else if (kind != '#' && (c == '"' || c == '\'')) {
                quote = c;
            }
        }
        fail(begin - 2, std::string("'{") + kind + "' is not closed by '" + mark + "'");
    }
    static TemplateNode node(TemplateNode::Kind kind, std::string text = {}) {
        TemplateNode made{};
        made.kind = kind;
        made.text = std::move(text);
        return made;
    }
    /// Blanks behind the last newline of a text, where nothing else stands there.
    void removeIndent(std::string& text) const {
        const std::size_t last = text.find_last_not_of(" \t");
        const bool wholeLine = last == std::string::npos ? at_ == 0 || source_[at_ - 1] == '\n' : text[last] == '\n';
        if (wholeLine) text.resize(last == std::string::npos ? 0 : last + 1);
    }
    /// Appends the text before the next tag and gives the tag.
    Tag next(std::vector<TemplateNode>& out) {
        const std::size_t open = nextOpening();
        std::string text(source_.substr(at_, open - at_));
        const bool end = open == source_.size();
        if (trimNext_) text.erase(0, std::min(text.size(), text.find_first_not_of(" \t\r\n")));
        else if (newlineNext_ && text.starts_with('\n')) text.erase(0, 1);
        if (end && text.ends_with('\n')) text.pop_back();
        const char mark = !end && open + 2 < source_.size() ? source_[open + 2] : '\0';
        if (mark == '-') text.resize(text.find_last_not_of(" \t\r\n") + 1);
        else if (style_.lstripBlocks && !end && mark != '+' && source_[open + 1] != '{') removeIndent(text);
        if (!text.empty()) out.push_back(node(TemplateNode::Kind::Text, text));
        at_ = open;
        if (end) return {};
        const char kind = source_[open + 1];
        std::size_t begin = open + 2, close = closing(begin, kind);
        at_ = close + 2;
        trimNext_ = close > begin && source_[close - 1] == '-';
        const bool keepsNewline = close > begin && source_[close - 1] == '+' && kind != '{';
        newlineNext_ = style_.trimBlocks && kind != '{' && !keepsNewline;
        if (trimNext_ || keepsNewline) --close;
        if (begin < close && (source_[begin] == '-' || source_[begin] == '+')) ++begin;
        if (kind == '#') return next(out);
        Tag tag{kind, source_.substr(begin, close - begin)};
        locate(begin, tag.line, tag.column);
        return tag;
    }
    std::vector<TemplateNode> body(const std::vector<std::string>& ends) {
        if (++depth_ > kDeepest) fail(at_, "blocks are nested too deeply");
        std::vector<TemplateNode> nodes;
        for (;;) {
            const std::size_t before = at_;
            Tag tag = next(nodes);
            if (tag.kind == 0) {
                if (!ends.empty()) fail(before, "the template ends, expected '{% " + ends.back() + " %}'");
                break;
            }
            if (tag.kind == '{') {
                nodes.push_back(node(TemplateNode::Kind::Output));
                nodes.back().expression = parseExpression(tag.inside, tag.line, tag.column);
                continue;
            }
            rest_ = blanksRemoved(tag.inside), tag_ = tag, word_ = takeWord(rest_);
            bool isEnd = false;
            for (const std::string& end : ends) isEnd |= word_ == end;
            if (isEnd) break;
            nodes.push_back(statement());
        }
        --depth_;
        return nodes;
    }
    ExpressionPtr rest(std::string_view text) const { return parseExpression(text, tag_.line, tag_.column + static_cast<int>(text.data() - tag_.inside.data())); }

    TemplateNode statement() {
        if (word_ == "if") return condition();
        if (word_ == "for") return loop();
        if (word_ == "set") return assignment();
        if (word_ == "macro") return macro();
        if (word_ == "break" || word_ == "continue") return node(word_ == "break" ? TemplateNode::Kind::Break : TemplateNode::Kind::Continue);
        if (word_ == "generation") {
            TemplateNode made = node(TemplateNode::Kind::Generation);
            made.branches.push_back({nullptr, body({"endgeneration"})});
            return made;
        }
        if (word_.starts_with("e")) failTemplate(tag_.line, tag_.column, "unexpected '" + word_ + "'");
        throw Error(ErrorCode::Unsupported, "template, line " + std::to_string(tag_.line) + ", column " + std::to_string(tag_.column) + ": the statement '" +
                                                word_ + "' is outside the supported template language");
    }
    /// set a = x, set a, b = x, set space.member = x, and set a … endset.
    TemplateNode assignment() {
        TemplateNode made = node(TemplateNode::Kind::Set);
        const std::string first = takeWord(rest_);
        made.names.push_back(first);
        if (first.empty()) failTemplate(tag_.line, tag_.column, "expected 'set name = value'");
        if (rest_.starts_with('.')) {
            rest_ = blanksRemoved(rest_.substr(1));
            made.kind = TemplateNode::Kind::SetMember, made.text = first, made.names = {takeWord(rest_)};
        }
        while (rest_.starts_with(',')) {
            rest_ = blanksRemoved(rest_.substr(1));
            made.names.push_back(takeWord(rest_));
        }
        if (rest_.empty() && made.kind == TemplateNode::Kind::Set && made.names.size() == 1) {
            made.kind = TemplateNode::Kind::SetBlock, made.text = first;
            made.branches.push_back({nullptr, body({"endset"})});
            return made;
        }
        if (!rest_.starts_with('=')) failTemplate(tag_.line, tag_.column, "expected 'set name = value'");
        made.expression = rest(rest_.substr(1));
        return made;
    }
    TemplateNode macro() {
        TemplateNode made = node(TemplateNode::Kind::Macro, takeWord(rest_));
        if (made.text.empty() || !rest_.starts_with('(') || !rest_.ends_with(')')) failTemplate(tag_.line, tag_.column, "expected 'macro name(parameters)'");
        // The parameters are read as the arguments of a call: names, then name=default.
        made.expression = parseExpression("f" + std::string(rest_), tag_.line, tag_.column);
        const Expression& call = *made.expression;
        const std::size_t plain = call.parts.size() - call.keywords.size();
        for (std::size_t i = 1; i < call.parts.size(); ++i) {
            if (i < plain && call.parts[i]->kind != Expression::Kind::Name) failTemplate(tag_.line, tag_.column, "a macro's parameter must be a name");
            made.names.push_back(i < plain ? call.parts[i]->name : call.keywords[i - plain]);
        }
        made.branches.push_back({nullptr, body({"endmacro"})});
        return made;
    }
    TemplateNode condition() {
        TemplateNode made = node(TemplateNode::Kind::If);
        ExpressionPtr test = rest(rest_);
        for (bool more = true; more;) {
            const bool isElse = !test;
            std::vector<std::string> ends{"endif"};
            if (!isElse) ends = {"elif", "else", "endif"};
            TemplateNode::Branch branch{std::move(test), body(ends)};
            made.branches.push_back(std::move(branch));
            test = word_ == "elif" ? rest(rest_) : nullptr;
            more = word_ != "endif";
        }
        return made;
    }
    TemplateNode loop() {
        TemplateNode made = node(TemplateNode::Kind::For);
        do {
            if (rest_.starts_with(',')) rest_ = blanksRemoved(rest_.substr(1));
            made.names.push_back(takeWord(rest_));
        } while (rest_.starts_with(','));
        if (made.names.back().empty() || takeWord(rest_) != "in") failTemplate(tag_.line, tag_.column, "expected 'for name in list'");
        made.expression = rest(rest_);  // "xs if condition" is read as a choice without an else
        made.branches.push_back({nullptr, body({"else", "endfor"})});
        if (word_ == "else") made.branches.push_back({nullptr, body({"endfor"})});
        return made;
    }

    std::string_view source_, rest_;
    std::string word_;
    Tag tag_;
    std::size_t at_ = 0;
    TemplateStyle style_;
    bool trimNext_ = false, newlineNext_ = false;
    int depth_ = 0;
};

}  // namespace

void failTemplate(int line, int column, const std::string& why) {
    throw Error(ErrorCode::InvalidInput, "template, line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + why);
}

std::vector<TemplateNode> parseTemplate(std::string_view source, const TemplateStyle& style) { return Parser(source, style).whole(); }

}  // namespace consort
