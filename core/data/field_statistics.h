#pragma once
// What the values of each field look like over all records: the evidence of schema detection.
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/data/import.h"

namespace consort {

struct FieldStatistics {
    std::string name;
    std::string lowerName;
    std::int64_t present = 0;    ///< rows where the field is not null
    std::int64_t strings = 0, numbers = 0, bools = 0, lists = 0, objects = 0;
    std::int64_t withBlank = 0;  ///< strings of more than one word
    std::int64_t minimum = 0, maximum = 0;      ///< of whole numbers, also those written as text
    bool wholeNumbers = true;    ///< every present value is one
    std::unordered_set<std::string> values;     ///< distinct scalar values, up to kMaxValues + 1 of them

    static constexpr std::size_t kMaxValues = 200;
    /// ≤ 200 values and fewer than half the rows.
    bool isLabelLike(std::int64_t rows) const;
    bool isScalar() const { return present > 0 && lists == 0 && objects == 0; }
    bool isMostlyText() const { return strings == present && present > 0; }
};

/// One entry a field, in the order of first appearance.
std::vector<FieldStatistics> fieldStatistics(const std::vector<Record>& records);

std::string lowered(std::string text);

}  // namespace consort
