// Prompt templates from PromptSource-like yaml files.
#include <yaml-cpp/yaml.h>

#include <filesystem>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/template.h"

namespace consort {
namespace {

PromptTemplate fromYaml(const std::string& file) {
    try {
        const YAML::Node top = YAML::Load(readFile(file));
        if (!top.IsMap() || !top["jinja"]) throw Error(ErrorCode::InvalidInput, file + ": has no field 'jinja'; give name, answer_choices and jinja");
        PromptTemplate prompt;
        prompt.jinja = top["jinja"].as<std::string>();
        prompt.name = top["name"] ? top["name"].as<std::string>() : std::filesystem::path(file).stem().string();
        if (const YAML::Node choices = top["answer_choices"]; choices && !choices.IsNull()) prompt.answerChoices = choices.as<std::string>();
        return prompt;
    } catch (const YAML::Exception& e) {
        throw Error(ErrorCode::InvalidInput, file + ": line " + std::to_string(e.mark.line + 1) + ": " + e.msg);
    }
}

}  // namespace

PromptTemplate readPromptTemplate(const std::string& fileOrText) {
    std::error_code ignored;  // a long text is no path
    const bool isFile = std::filesystem::is_regular_file(fileOrText, ignored);
    const PromptTemplate prompt = isFile ? fromYaml(fileOrText) : PromptTemplate{"inline", fileOrText, std::nullopt};
    Template::parse(prompt.jinja);
    return prompt;
}

}  // namespace consort
