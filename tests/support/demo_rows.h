#pragma once
// Random rows of token ids for tests of training and evaluation.
#include <string>
#include <vector>

#include "core/base/rng.h"
#include "core/data/dataset.h"

namespace consort {

inline TokenIds randomIds(Rng& rng, std::size_t length, std::uint64_t vocabulary) {
    TokenIds ids;
    for (std::size_t i = 0; i < length; ++i) ids.push_back(static_cast<std::int32_t>(rng.below(vocabulary)));
    return ids;
}

/// Rows with prompts of 1 to 20 tokens, targets of 1 to 3, and four choices of which the target is one.
inline std::vector<Example> randomRows(std::size_t count, std::uint64_t vocabulary, std::uint64_t seed) {
    std::vector<Example> rows;
    Rng rng(seed, 77);
    for (std::size_t i = 0; i < count; ++i) {
        Example row;
        row.id = "r" + std::to_string(i);
        row.promptIds = randomIds(rng, 1 + rng.below(20), vocabulary);
        row.targetIds = randomIds(rng, 1 + rng.below(3), vocabulary);
        row.choices = {randomIds(rng, 1, vocabulary), randomIds(rng, 4, vocabulary), row.targetIds, randomIds(rng, 2, vocabulary)};
        row.gold = 2;
        rows.push_back(row);
    }
    return rows;
}

}  // namespace consort
