#include "app/cli_options.h"

#include <CLI/CLI.hpp>

namespace consort {
namespace {

std::string helpOf(const OptionSpec& spec) {
    std::string text = spec.help;
    std::string choices;
    for (const std::string& choice : spec.choices) choices += (choices.empty() ? "" : ", ") + choice;
    if (!choices.empty()) text += " (" + choices + ")";
    if (!spec.fallback.isNull()) text += " [" + (spec.fallback.isString() ? spec.fallback.asString() : toJson(spec.fallback)) + "]";
    return text;
}

}  // namespace

GivenOptions addOptions(CLI::App& command, const std::vector<OptionSpec>& specs,
                        const std::vector<std::pair<std::string, std::string>>& aliases) {
    auto given = std::make_shared<Value>(Value::Object{});
    for (const OptionSpec& spec : specs) {
        std::string flag = "--" + spec.name;
        for (const auto& [name, alias] : aliases) {
            if (name == spec.name) flag = alias;
        }
        const std::string name = spec.name;
        CLI::Option* option =
            command.add_option_function<std::string>(flag, [given, name](const std::string& text) { given->set(name, Value(text)); }, helpOf(spec));
        option->type_name("");
        if (spec.kind == OptionKind::Names) option->join(',');
        if (spec.kind == OptionKind::Links) option->join(';');
    }
    return given;
}

}  // namespace consort
