#pragma once
// One row as the model sees it: pieces of text with their ids, what is trained on, what was cut.
#include <cstdint>
#include <string>
#include <vector>

#include "core/pipeline/project.h"

namespace consort {

struct PreviewToken {
    std::int32_t id = 0;
    std::string text;      ///< pieces in order make up the row's text; a character in several pieces stands on the last
    bool trained = false;  ///< part of the target: the loss counts it
    bool cut = false;      ///< lost at the left end
    bool special = false;
};

struct RowPreview {
    std::string dataset, id;
    Split split = Split::Train;
    std::int64_t index = 0, count = 0;
    std::vector<PreviewToken> tokens;  ///< cut ones first
    std::int64_t cutTokens = 0;
    std::vector<std::string> choices;
    int gold = -1;
};

/// As previewRow, for a dataset that need not be stored.
RowPreview previewOf(const Dataset& dataset, const Tokenizer& tokenizer, Split split, std::int64_t index);

/// Row `index` (clamped) of a split. Throws Error{NotFound} for a dataset; a split without rows gives a preview with count 0.
RowPreview previewRow(Project& project, const std::string& dataset, Split split, std::int64_t index);

}  // namespace consort
