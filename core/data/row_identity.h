#pragma once
// When two rows are the same to a model: the one rule behind duplicate counts, overlap and leakage.
#include <cstdint>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace consort {

/// Equal for exact twins: the prompt and, except for a classification, the ids scored after it.
std::string identityOf(const Example& row, Schema schema);

/// Distinct hashed 5-grams of what identityOf compares, ascending: of the prompt's characters (lower case, blanks collapsed) and of the
/// scored ids.
std::vector<std::uint32_t> gramsOf(const Example& row, Schema schema);

/// Shared share of two ascending sets; 1 for two empty ones.
double jaccard(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace consort
