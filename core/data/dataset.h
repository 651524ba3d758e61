#pragma once
// What a dataset is to the engine: rows of text with splits, and the same rows as token ids.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/tokenizer.h"

namespace consort {

enum class Split { Train = 0, Valid = 1, Test = 2 };
inline constexpr std::array<Split, 3> kSplits{Split::Train, Split::Valid, Split::Test};
const char* splitName(Split split);                          ///< "train", "valid", "test"
std::optional<Split> splitNamed(const std::string& name);

/// One row as the engine uses it (cli.md "What the numbers mean").
struct Example {
    std::string id;                    ///< stable, unique over all splits of the dataset
    std::string text;                  ///< rendered prompt
    TokenIds promptIds;                ///< with BOS, after truncation
    TokenIds targetIds;                ///< choices[gold] where there are choices; free text ends with EOS
    std::vector<bool> lossMask;        ///< (targetIds) true for what is learned and scored; empty: all of it
    std::vector<TokenIds> choices;     ///< empty for free text; in the order of `labels` (multiple choice: of the file)
    std::optional<int> gold;           ///< index into choices
    bool truncated = false;            ///< the prompt lost tokens at its left end
};

enum class Schema { Classification, MultipleChoice, PromptCompletion, Alpaca, Messages, Text };
const char* schemaName(Schema schema);  ///< "classification", "multiple_choice", "prompt_completion", "alpaca", "messages", "text"
std::optional<Schema> schemaNamed(const std::string& name);

/// A dataset that was imported. Value type.
struct Dataset {
    std::string name;
    Schema schema = Schema::Text;
    std::vector<std::string> labels;          ///< raw label names of a classification, sorted by first use or given; else empty
    std::array<std::vector<Example>, 3> splits;  ///< indexed by Split
    std::string sha256;                       ///< over content and mapping: equal hash, equal rows
    std::vector<std::string> warnings;
    std::int64_t setAside = 0;                ///< rows whose target did not fit

    const std::vector<Example>& split(Split s) const { return splits[static_cast<std::size_t>(s)]; }
    std::vector<Example>& split(Split s) { return splits[static_cast<std::size_t>(s)]; }
    /// True where rows are scored by choices, so accuracy exists.
    bool hasChoices() const;
};

}  // namespace consort
