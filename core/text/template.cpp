#include "core/text/template.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/text/template_values.h"

namespace consort {

struct Template::Impl {
    std::vector<TemplateNode> nodes;
};

namespace {

using Scope = std::map<std::string, Operand>;

constexpr std::int64_t kMostSteps = 2'000'000;  ///< nodes and expressions of one rendering
constexpr std::size_t kMostText = 64U << 20;
constexpr int kDeepestCalls = 60;

class Renderer {
public:
    explicit Renderer(const Value& variables) {
        scopes_.emplace_back();
        for (const auto& [name, value] : variables.asObject()) scopes_.back()[name] = {value};
    }

    void run(const std::vector<TemplateNode>& nodes) {
        for (const TemplateNode& node : nodes) {
            runNode(node);
            if (leaving_ != Leaving::No) return;
        }
    }

    std::string out;
    std::vector<TextSpan> generated;

private:
    enum class Leaving { No, Break, Continue };

    void runNode(const TemplateNode& node) {
        using Kind = TemplateNode::Kind;
        step();
        switch (node.kind) {
            case Kind::Text: out += node.text; break;
            case Kind::Output: print(evaluate(*node.expression)); break;
            case Kind::Set: assign(node); break;
            case Kind::SetBlock: scopes_.back()[node.text] = {captured(node.branches[0].body)}; break;
            case Kind::SetMember: setMember(node); break;
            case Kind::If: runCondition(node); break;
            case Kind::For: runLoop(node); break;
            case Kind::Macro: macros_[node.text] = &node; break;
            case Kind::Break: leaving_ = Leaving::Break; break;
            case Kind::Continue: leaving_ = Leaving::Continue; break;
            case Kind::Generation: {
                const std::size_t begin = out.size();
                run(node.branches[0].body);
                generated.push_back({begin, out.size()});
                break;
            }
        }
        if (out.size() > kMostText) throw Error(ErrorCode::InvalidInput, "the template writes more than 64 MiB");
    }
    void step() {
        if (++steps_ > kMostSteps) throw Error(ErrorCode::InvalidInput, "the template does not come to an end (more than 2,000,000 steps)");
    }
    void print(const Operand& operand) {
        if (operand.defined) out += pythonText(operand.value);
    }
    std::string captured(const std::vector<TemplateNode>& body) {
        std::string before;
        before.swap(out);
        run(body);
        before.swap(out);
        return before;
    }
    void assign(const TemplateNode& node) {
        const Operand value = evaluate(*node.expression);
        if (node.names.size() == 1) {
            scopes_.back()[node.names[0]] = value;
            return;
        }
        bindNames(node, value.value);
    }
    void setMember(const TemplateNode& node) {
        const Operand space = lookUp(node.text);
        if (!space.shared) failTemplate(node.expression->line, node.expression->column, "'" + node.text + "' is no namespace");
        space.shared->set(node.names[0], evaluate(*node.expression).value);
    }
    void runCondition(const TemplateNode& node) {
        for (const TemplateNode::Branch& branch : node.branches) {
            if (!branch.condition || truth(evaluate(*branch.condition))) return run(branch.body);
        }
    }
    static bool truth(const Operand& operand) { return operand.shared || (operand.defined && isTrue(operand.value)); }

    /// What a loop walks over; "xs if condition" leaves items out.
    Value::List walked(const TemplateNode& node) {
        const Expression& e = *node.expression;
        const bool filtered = e.kind == Expression::Kind::Choice && !e.parts[2];
        const Operand all = evaluate(filtered ? *e.parts[1] : e);
        Value::List items = all.defined ? itemsOf(e, all.value) : Value::List{};
        if (!filtered) return items;
        Value::List kept;
        for (const Value& item : items) {
            scopes_.emplace_back();
            bindItem(node, item);
            if (truth(evaluate(*e.parts[0]))) kept.push_back(item);
            scopes_.pop_back();
        }
        return kept;
    }
    void runLoop(const TemplateNode& node) {
        const Value::List items = walked(node);
        if (items.empty() && node.branches.size() > 1) return run(node.branches[1].body);
        const auto count = static_cast<std::int64_t>(items.size());
        for (std::int64_t i = 0; i < count; ++i) {
            step();
            scopes_.emplace_back();
            bindItem(node, items[static_cast<std::size_t>(i)]);
            Value loop;
            loop.set("index", i + 1).set("index0", i).set("revindex", count - i).set("revindex0", count - i - 1).set("first", i == 0);
            loop.set("last", i + 1 == count).set("length", count);
            if (i > 0) loop.set("previtem", items[static_cast<std::size_t>(i) - 1]);
            if (i + 1 < count) loop.set("nextitem", items[static_cast<std::size_t>(i) + 1]);
            scopes_.back()["loop"] = {loop};
            run(node.branches[0].body);
            scopes_.pop_back();
            if (std::exchange(leaving_, Leaving::No) == Leaving::Break) return;
        }
    }
    void bindItem(const TemplateNode& node, const Value& item) {
        if (node.names.size() == 1) scopes_.back()[node.names[0]] = {item};
        else bindNames(node, item);
    }
    void bindNames(const TemplateNode& node, const Value& item) {
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
        if (operand.shared) return *operand.shared;
        if (operand.defined) return operand.value;
        failTemplate(e.parts[part]->line, e.parts[part]->column, "'" + e.parts[part]->name + "' is undefined");
    }
    TemplateArguments arguments(const Expression& e, std::size_t from = 1) {
        TemplateArguments given;
        const std::size_t plain = e.parts.size() - e.keywords.size();
        for (std::size_t i = from; i < plain; ++i) given.plain.push_back(e.parts[i] ? used(e, i) : Value());
        for (std::size_t i = plain; i < e.parts.size(); ++i) given.named.set(e.keywords[i - plain], used(e, i));
        return given;
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
        Expression minus{Expression::Kind::Binary, "-", {}, {}, {}, e.line, e.column};
        return {binary(minus, 0, used(e, 0))};
    }
    Operand callNamed(const Expression& e) {
        const auto macro = macros_.find(e.name);
        if (macro != macros_.end()) return {callMacro(*macro->second, e)};
        const TemplateArguments given = arguments(e);
        if (e.name != "namespace") return {callFunction(e, given)};
        Value members = given.named.isObject() ? given.named : Value(Value::Object{});
        if (!given.plain.empty()) {
            for (const auto& [key, value] : given.plain[0].asObject()) members.set(key, value);
        }
        return {members, true, std::make_shared<Value>(members)};
    }
    /// A macro sees its parameters and what the whole template sees.
    std::string callMacro(const TemplateNode& macro, const Expression& call) {
        if (++calls_ > kDeepestCalls) failTemplate(call.line, call.column, "macros call each other too deeply");
        const TemplateArguments given = arguments(call);
        const Expression& head = *macro.expression;
        const std::size_t plain = head.parts.size() - head.keywords.size();
        Scope own;
        for (std::size_t i = 0; i < macro.names.size(); ++i) {
            const Value* value = given.get(i, macro.names[i]);
            if (value) own[macro.names[i]] = {*value};
            else if (i + 1 >= plain) own[macro.names[i]] = evaluate(*head.parts[i + 1]);
            else own[macro.names[i]] = {{}, false};
        }
        std::vector<Scope> outer{scopes_.front(), std::move(own)};
        outer.swap(scopes_);
        const Leaving leaving = std::exchange(leaving_, Leaving::No);
        std::string text = captured(macro.branches[0].body);
        leaving_ = leaving;
        outer.swap(scopes_);
        --calls_;
        return text;
    }
    Operand member(const Expression& e, const Value& key) {
        const Operand object = evaluate(*e.parts[0]);
        if (object.shared) return itemOf(*object.shared, key);
        if (object.defined) return itemOf(object.value, key);
        failTemplate(e.parts[0]->line, e.parts[0]->column, "'" + e.parts[0]->name + "' is undefined");
    }
    Operand evaluate(const Expression& e) {
        step();
        switch (e.kind) {
            case Expression::Kind::Literal: return {e.value};
            case Expression::Kind::Name: return lookUp(e.name);
            case Expression::Kind::Attribute: return member(e, e.name);
            case Expression::Kind::Index: return member(e, used(e, 1));
            case Expression::Kind::Slice: return {slice(e, used(e, 0), arguments(e).plain)};
            case Expression::Kind::Call: return callMethod(e, used(e, 0), arguments(e));
            case Expression::Kind::Function: return callNamed(e);
            case Expression::Kind::Filter: return applyFilter(e, evaluate(*e.parts[0]), arguments(e));
            case Expression::Kind::Test: return {applyTest(e, evaluate(*e.parts[0]), arguments(e))};
            case Expression::Kind::Unary: return evaluateUnary(e);
            case Expression::Kind::Binary: return evaluateBinary(e);
            case Expression::Kind::Choice:
                if (truth(evaluate(*e.parts[0]))) return evaluate(*e.parts[1]);
                return e.parts[2] ? evaluate(*e.parts[2]) : Operand{{}, false};
            case Expression::Kind::List: return {listOf(e)};
            case Expression::Kind::Dict: break;
        }
        Value dict{Value::Object{}};
        for (std::size_t i = 0; i + 1 < e.parts.size(); i += 2) dict.set(pythonText(used(e, i)), used(e, i + 1));
        return {dict};
    }
    Value listOf(const Expression& e) {
        Value list{Value::List{}};
        for (std::size_t i = 0; i < e.parts.size(); ++i) list.push(used(e, i));
        return list;
    }

    std::vector<Scope> scopes_;
    std::map<std::string, const TemplateNode*> macros_;
    Leaving leaving_ = Leaving::No;
    std::int64_t steps_ = 0;
    int calls_ = 0;
};

void collect(const Expression* e, std::set<std::string>& names) {
    if (!e) return;
    if (e->kind == Expression::Kind::Name) names.insert(e->name);
    for (const ExpressionPtr& part : e->parts) collect(part.get(), names);
}

void collect(const std::vector<TemplateNode>& nodes, std::set<std::string>& names, std::set<std::string>& own) {
    for (const TemplateNode& node : nodes) {
        collect(node.expression.get(), names);
        own.insert(node.text);
        own.insert(node.names.begin(), node.names.end());
        for (const TemplateNode::Branch& branch : node.branches) {
            collect(branch.condition.get(), names);
            collect(branch.body, names, own);
        }
    }
}

}  // namespace

Template Template::parse(std::string_view source, TemplateUse use) {
    auto impl = std::make_shared<Impl>();
    const bool chat = use == TemplateUse::Chat;
    impl->nodes = parseTemplate(source, {chat, chat});
    return Template(std::move(impl));
}

std::string Template::render(const Value& variables) const {
    Renderer renderer(variables);
    renderer.run(impl_->nodes);
    return std::move(renderer.out);
}

std::pair<std::string, std::vector<TextSpan>> Template::renderMarked(const Value& variables) const {
    Renderer renderer(variables);
    renderer.run(impl_->nodes);
    return {std::move(renderer.out), std::move(renderer.generated)};
}

std::vector<std::string> Template::variableNames() const {
    std::set<std::string> names, own{"loop"};
    collect(impl_->nodes, names, own);
    std::vector<std::string> read;
    std::set_difference(names.begin(), names.end(), own.begin(), own.end(), std::back_inserter(read));
    return read;
}

}  // namespace consort
