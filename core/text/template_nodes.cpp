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
    explicit Parser(std::string_view source) : source_(source) {}

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
    /// Appends the text before the next tag and gives the tag.
    Tag next(std::vector<TemplateNode>& out) {
        const std::size_t open = nextOpening();
        std::string text(source_.substr(at_, open - at_));
        const bool end = open == source_.size();
        if (trimNext_) text.erase(0, std::min(text.size(), text.find_first_not_of(" \t\r\n")));
        if (end && text.ends_with('\n')) text.pop_back();
        const bool trimmed = !end && open + 2 < source_.size() && source_[open + 2] == '-';
        if (trimmed) text.resize(text.find_last_not_of(" \t\r\n") + 1);
        if (!text.empty()) out.push_back({TemplateNode::Kind::Text, text, {}, {}, {}});
        at_ = open;
        if (end) return {};
        const char kind = source_[open + 1];
        std::size_t begin = open + 2, close = closing(begin, kind);
        at_ = close + 2;
        trimNext_ = close > begin && source_[close - 1] == '-';
        if (trimNext_) --close;
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
                nodes.push_back({TemplateNode::Kind::Output, {}, {}, parseExpression(tag.inside, tag.line, tag.column), {}});
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
        if (word_ == "set") {
            TemplateNode node{TemplateNode::Kind::Set, takeWord(rest_), {}, {}, {}};
            if (node.text.empty() || !rest_.starts_with('=')) failTemplate(tag_.line, tag_.column, "expected 'set name = value'");
            node.expression = rest(rest_.substr(1));
            return node;
        }
        if (word_.starts_with("e")) failTemplate(tag_.line, tag_.column, "unexpected '" + word_ + "'");
        throw Error(ErrorCode::Unsupported, "template, line " + std::to_string(tag_.line) + ", column " + std::to_string(tag_.column) + ": the statement '" +
                                                word_ + "' is outside the supported template language");
    }
    TemplateNode condition() {
        TemplateNode node{TemplateNode::Kind::If, {}, {}, {}, {}};
        ExpressionPtr test = rest(rest_);
        for (bool more = true; more;) {
            const bool isElse = !test;
            std::vector<std::string> ends{"endif"};
            if (!isElse) ends = {"elif", "else", "endif"};
            TemplateNode::Branch branch{std::move(test), body(ends)};
            node.branches.push_back(std::move(branch));
            test = word_ == "elif" ? rest(rest_) : nullptr;
            more = word_ != "endif";
        }
        return node;
    }
    TemplateNode loop() {
        TemplateNode node{TemplateNode::Kind::For, {}, {}, {}, {}};
        do {
            if (rest_.starts_with(',')) rest_ = blanksRemoved(rest_.substr(1));
            node.names.push_back(takeWord(rest_));
        } while (rest_.starts_with(','));
        if (node.names.back().empty() || takeWord(rest_) != "in") failTemplate(tag_.line, tag_.column, "expected 'for name in list'");
        node.expression = rest(rest_);
        node.branches.push_back({nullptr, body({"else", "endfor"})});
        if (word_ == "else") node.branches.push_back({nullptr, body({"endfor"})});
        return node;
    }

    std::string_view source_, rest_;
    std::string word_;
    Tag tag_;
    std::size_t at_ = 0;
    bool trimNext_ = false;
    int depth_ = 0;
};

}  // namespace

void failTemplate(int line, int column, const std::string& why) {
    throw Error(ErrorCode::InvalidInput, "template, line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + why);
}

std::vector<TemplateNode> parseTemplate(std::string_view source) { return Parser(source).whole(); }

}  // namespace consort
