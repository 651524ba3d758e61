#pragma once
// One text to several systems: what the frozen base, one adapter for all and the ensemble answer.
#include <string>
#include <vector>

#include "core/pipeline/project.h"

namespace consort {

struct SystemAnswer {
    struct Choice {
        std::string text;
        double probability = 0;
    };
    std::string system;            ///< "frozen", "single", "ensemble"
    std::vector<Choice> choices;   ///< likeliest first; empty for free text
    std::string text;              ///< continuation of a free text, at most 64 tokens
};

/// `text` as a row of `dataset`: put into its prompt where one field makes it, else taken as the whole prompt. Choices are the dataset's
/// answer words; a dataset whose rows bring their own choices is answered freely. Systems that are not trained are left out.
/// Throws Error{NotFound} for a dataset, {InvalidInput} where the text does not fit the model.
std::vector<SystemAnswer> askSystems(Project& project, const std::string& dataset, const std::string& text, const JobContext& job);

}  // namespace consort
