#pragma once
// Seeded draws of rows by id, stratified by label: the same rows whatever their order in the file.
#include <cstdint>
#include <vector>

#include "core/data/dataset.h"

namespace consort {

/// At most `count` rows, each label's share kept (largest remainders; every label keeps one where room allows), in stored order.
std::vector<Example> drawnRows(const std::vector<Example>& rows, std::int64_t count, std::uint64_t seed);

}  // namespace consort
