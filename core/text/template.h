#pragma once
// The Jinja subset of dataset and chat templates: variables, indexing, filters, tests, methods, if, for, set, macros, namespaces; checked
// against jinja2.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/value.h"

namespace consort {

/// How blanks are treated: as jinja2 does by default, or with trim_blocks and lstrip_blocks, as chat templates expect.
enum class TemplateUse { Dataset, Chat };

/// Bytes [begin, end) of a rendered text.
struct TextSpan {
    std::size_t begin = 0, end = 0;
    bool operator==(const TextSpan&) const = default;
};

/// A parsed template; immutable, thread-safe, cheap to copy.
class Template {
public:
    /// Throws Error{InvalidInput} with line and column and what was expected; {Unsupported} naming a construct outside the subset.
    static Template parse(std::string_view source, TemplateUse use = TemplateUse::Dataset);
    /// `variables` is an object. Throws Error{InvalidInput} also for raise_exception(…) and for a template that does not come to an end.
    /// An undefined name renders as the empty string, as in jinja2's default; an attribute of an undefined
    /// name, or a failing filter, throws Error{InvalidInput}.
    std::string render(const Value& variables) const;
    /// The text, and what stands between {% generation %} and {% endgeneration %}: what an assistant says, by the template's own word.
    std::pair<std::string, std::vector<TextSpan>> renderMarked(const Value& variables) const;
    /// Names of all variables that the template reads (to tell a person which field is missing).
    std::vector<std::string> variableNames() const;

    struct Impl;
    explicit Template(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

private:
    std::shared_ptr<const Impl> impl_;
};

/// Splits at "|||", outer blanks of each part removed: answer choices, or prompt ||| target.
std::vector<std::string> splitAtBars(std::string_view text);

/// A prompt template: text before `|||` is the prompt, after it the target. `answerChoices` ("a ||| b", itself a template) is
/// offered to the template as the list `answer_choices`.
struct PromptTemplate {
    std::string name;
    std::string jinja;                         ///< "prompt ||| target"
    std::optional<std::string> answerChoices;  ///< "yes ||| no"
    std::vector<std::string> columns{};        ///< of the data it was written for; empty: any
    int classes = 0;                           ///< values that its label column takes; 0: any number
};

/// The templates that come with the program (resources/templates), by name.
const std::vector<PromptTemplate>& shippedTemplates();

/// The shipped template of this name; else reads a PromptSource-like yaml file; else takes the text itself as jinja.
/// Throws Error{InvalidInput|Unsupported} where it does not parse.
PromptTemplate readPromptTemplate(const std::string& fileOrText);

}  // namespace consort
