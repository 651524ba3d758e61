#include "core/text/template.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/text/template_values.h"

namespace consort {

struct Template::Impl {
    std::vector<TemplateNode> nodes;
};

namespace {

using Scope = std::map<std::string, Operand>;

class Renderer {
public:
    explicit Renderer(const Value& variables) {
        scopes_.emplace_back();
        for (const auto& [name, value] : variables.asObject()) scopes_.back()[name] = {value};
    }

    void run(const std::vector<TemplateNode>& nodes) {
        for (const TemplateNode& node : nodes) {
            if (node.kind == TemplateNode::Kind::Text) out += node.text;
            else if (node.kind == TemplateNode::Kind::Output) print(evaluate(*node.expression));
            else if (node.kind == TemplateNode::Kind::Set) scopes_.back()[node.text] = evaluate(*node.expression);
            else if (node.kind == TemplateNode::Kind::If) runCondition(node);
            else runLoop(node);
        }
    }

    std::string out;

private:
    void print(const Operand& operand) {
        if (operand.defined) out += pythonText(operand.value);
    }
    void runCondition(const TemplateNode& node) {
        for (const TemplateNode::Branch& branch : node.branches) {
            if (!branch.condition || truth(evaluate(*branch.condition))) return run(branch.body);
        }
    }
    static bool truth(const Operand& operand) { return operand.defined && isTrue(operand.value); }

    void runLoop(const TemplateNode& node) {
        const Operand walked = evaluate(*node.expression);
        const Value::List items = walked.defined ? itemsOf(*node.expression, walked.value) : Value::List{};
        if (items.empty() && node.branches.size() > 1) return run(node.branches[1].body);
        for (std::size_t i = 0; i < items.size(); ++i) {
            scopes_.emplace_back();
            bindItem(node, items[i]);
            Value loop;
            loop.set("index", static_cast<std::int64_t>(i + 1)).set("index0", static_cast<std::int64_t>(i)).set("first", i == 0);
            loop.set("last", i + 1 == items.size()).set("length", static_cast<std::int64_t>(items.size()));
            scopes_.back()["loop"] = {loop};
            run(node.branches[0].body);
            scopes_.pop_back();
        }
    }
    void bindItem(const TemplateNode& node, const Value& item) {
        if (node.names.size() == 1) {
            scopes_.back()[node.names[0]] = {item};
            return;
        }
        const Value::List parts = itemsOf(*node.expression, item);
        if (parts.size() != node.names.size()) failTemplate(node.expression->line, node.expression->column, "the loop's names do not fit its items");
        for (std::size_t i = 0; i < parts.size(); ++i) scopes_.back()[node.names[i]] = {parts[i]};
    }

    Operand lookUp(const std::string& name) const {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            if (const auto found = scope->find(name); found != scope->end()) return found->second;
        }
        return {{}, false};
    }
    /// The value of a part that is used, not only printed: undefined is an error.
    Value used(const Expression& e, std::size_t part) {
        const Operand operand = evaluate(*e.parts[part]);
        if (operand.defined) return operand.value;
        failTemplate(e.parts[part]->line, e.parts[part]->column, "'" + e.parts[part]->name + "' is undefined");
    }
    std::vector<Value> arguments(const Expression& e) {
        std::vector<Value> values;
        for (std::size_t i = 1; i < e.parts.size(); ++i) values.push_back(e.parts[i] ? used(e, i) : Value());
        return values;
    }
    Operand evaluateBinary(const Expression& e) {
        if (e.name == "and" || e.name == "or") {
            Operand left = evaluate(*e.parts[0]);
            return truth(left) == (e.name == "and") ? evaluate(*e.parts[1]) : left;
        }
        if (e.name != "==" && e.name != "!=" && e.name != "~") return {binary(e, used(e, 0), used(e, 1))};
        const Operand left = evaluate(*e.parts[0]), right = evaluate(*e.parts[1]);
        if (e.name != "~" && left.defined != right.defined) return {e.name == "!="};
        const auto text = [&](const Operand& o) { return o.defined || e.name != "~" ? o.value : Value(""); };
        return {binary(e, text(left), text(right))};
    }
    Operand evaluateUnary(const Expression& e) {
        if (e.name == "not") return {!truth(evaluate(*e.parts[0]))};
        if (e.name == "bool") return {truth(evaluate(*e.parts[0]))};
        Expression minus{Expression::Kind::Binary, "-", {}, {}, e.line, e.column};
        return {binary(minus, 0, used(e, 0))};
    }
    Operand evaluate(const Expression& e) {
        switch (e.kind) {
            case Expression::Kind::Literal: return {e.value};
            case Expression::Kind::Name: return lookUp(e.name);
            case Expression::Kind::Attribute: return itemOf(used(e, 0), e.name);
            case Expression::Kind::Index: return itemOf(used(e, 0), used(e, 1));
            case Expression::Kind::Slice: return {slice(e, used(e, 0), arguments(e))};
            case Expression::Kind::Call: return {callMethod(e, used(e, 0), arguments(e))};
            case Expression::Kind::Filter: return applyFilter(e, evaluate(*e.parts[0]), arguments(e));
            case Expression::Kind::Test: return {applyTest(e, evaluate(*e.parts[0]), arguments(e))};
            case Expression::Kind::Unary: return evaluateUnary(e);
            case Expression::Kind::Binary: return evaluateBinary(e);
            case Expression::Kind::Choice:
                if (truth(evaluate(*e.parts[0]))) return evaluate(*e.parts[1]);
                return e.parts[2] ? evaluate(*e.parts[2]) : Operand{{}, false};
            case Expression::Kind::List: break;
        }
        Value list{Value::List{}};
        for (std::size_t i = 0; i < e.parts.size(); ++i) list.push(used(e, i));
        return {list};
    }

    std::vector<Scope> scopes_;
};

void collect(const Expression* e, std::set<std::string>& names) {
    if (!e) return;
    if (e->kind == Expression::Kind::Name) names.insert(e->name);
    for (const ExpressionPtr& part : e->parts) collect(part.get(), names);
}

void collect(const std::vector<TemplateNode>& nodes, std::set<std::string>& names, std::set<std::string>& own) {
    for (const TemplateNode& node : nodes) {
        collect(node.expression.get(), names);
        if (node.kind == TemplateNode::Kind::Set) own.insert(node.text);
        own.insert(node.names.begin(), node.names.end());
        for (const TemplateNode::Branch& branch : node.branches) {
            collect(branch.condition.get(), names);
            collect(branch.body, names, own);
        }
    }
}

}  // namespace

Template Template::parse(std::string_view source) {
    auto impl = std::make_shared<Impl>();
    impl->nodes = parseTemplate(source);
    return Template(std::move(impl));
}

std::string Template::render(const Value& variables) const {
    Renderer renderer(variables);
    renderer.run(impl_->nodes);
    return std::move(renderer.out);
}

std::vector<std::string> Template::variableNames() const {
    std::set<std::string> names, own{"loop"};
    collect(impl_->nodes, names, own);
    std::vector<std::string> read;
    std::set_difference(names.begin(), names.end(), own.begin(), own.end(), std::back_inserter(read));
    return read;
}

}  // namespace consort
