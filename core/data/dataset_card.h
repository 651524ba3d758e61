#pragma once
// What a person should know about an imported dataset: counts, lengths, balance, duplicates, warnings.
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/import.h"

namespace consort {

/// What the rows alone do not tell.
struct ImportFacts {
    SchemaGuess guess;
    bool chat = false;                     ///< conversations are written by the base's chat template
    Value suggestedTemplate;               ///< name of the shipped template for these columns; null: there is none
    Value templateText;                    ///< null for the default
    Value answerChoices;                   ///< of the template, null where it has none
    std::optional<std::string> licence;    ///< as the dataset's README states it
    std::vector<std::string> answerWords;  ///< of a classification
    std::int64_t withoutTarget = 0;        ///< rows left out because they have no label, answer or assistant turn
    std::vector<std::vector<std::string>> rowLabels;  ///< by split: raw label of each row; empty for free text
};

/// The card of ImportedDataset; also appends the warnings to `dataset.warnings`.
Value describeDataset(Dataset& dataset, const ImportFacts& facts);

}  // namespace consort
