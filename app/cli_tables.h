#pragma once
// Short human tables of what the commands print without --json.
#include <string>
#include <vector>

#include "core/base/value.h"

namespace consort {

/// Columns padded to their widest cell; the first left-aligned, the others right-aligned.
std::string tableText(const std::vector<std::vector<std::string>>& rows);

std::string numberText(const Value& number, int digits = 3);  ///< "–" for null
std::string roundedText(const Value& number);                 ///< three digits that count, "1.72e-05"; "–" for null
std::string countText(double count);                          ///< "1.2G", "340M"
std::string bytesText(std::int64_t bytes);
std::string secondsText(double seconds);

std::string datasetsTable(const Value& datasets);    ///< of `import` and `show datasets`
std::string affinityTable(const Value& estimate);    ///< of `estimate`
std::string groupsTable(const Value& grouping);      ///< of `group`
std::string runsTable(const Value& runs);            ///< of `train`
std::string selectionTable(const Value& selection);
std::string weightsTable(const Value& combination);  ///< of `combine`
std::string bundleTable(const Value& bundle);        ///< of `export`
std::string ledgerTable(const Value& evaluation);    ///< of `evaluate`

}  // namespace consort
