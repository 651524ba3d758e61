// Prompt templates from PromptSource-like yaml files.
#include <yaml-cpp/yaml.h>

#include <filesystem>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/template.h"
#include "core/text/template_resources.h"

namespace consort {
namespace {

PromptTemplate fromYaml(const std::string& yaml, const std::string& where) {
    try {
        const YAML::Node top = YAML::Load(yaml);
        if (!top.IsMap() || !top["jinja"]) throw Error(ErrorCode::InvalidInput, where + ": has no field 'jinja'; give name, answer_choices and jinja");
        PromptTemplate prompt;
        prompt.jinja = top["jinja"].as<std::string>();
        prompt.name = top["name"] ? top["name"].as<std::string>() : std::filesystem::path(where).stem().string();
        if (const YAML::Node choices = top["answer_choices"]; choices && !choices.IsNull()) prompt.answerChoices = choices.as<std::string>();
        if (top["columns"]) prompt.columns = top["columns"].as<std::vector<std::string>>();
        if (top["classes"]) prompt.classes = top["classes"].as<int>();
        return prompt;
    } catch (const YAML::Exception& e) {
        throw Error(ErrorCode::InvalidInput, where + ": line " + std::to_string(e.mark.line + 1) + ": " + e.msg);
    }
}

}  // namespace

const std::vector<PromptTemplate>& shippedTemplates() {
    static const std::vector<PromptTemplate> all = [] {
        std::vector<PromptTemplate> parsed;
        for (const std::string_view yaml : shippedTemplateTexts()) parsed.push_back(fromYaml(std::string(yaml), "a template of the program"));
        return parsed;
    }();
    return all;
}

PromptTemplate readPromptTemplate(const std::string& fileOrText) {
    for (const PromptTemplate& shipped : shippedTemplates()) {
        if (shipped.name == fileOrText) return shipped;
    }
    std::error_code ignored;  // a long text is no path
    const bool isFile = std::filesystem::is_regular_file(fileOrText, ignored);
    const PromptTemplate prompt = isFile ? fromYaml(readFile(fileOrText), fileOrText) : PromptTemplate{"inline", fileOrText, std::nullopt};
    Template::parse(prompt.jinja);
    return prompt;
}

}  // namespace consort
