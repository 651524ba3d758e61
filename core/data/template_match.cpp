#include "core/data/template_match.h"

#include <algorithm>

#include "core/data/field_statistics.h"

namespace consort {
namespace {

bool fits(const PromptTemplate& shipped, const std::vector<FieldStatistics>& fields) {
    if (shipped.columns.empty()) return false;
    const auto named = [&](const std::string& name) {
        return std::find_if(fields.begin(), fields.end(), [&](const FieldStatistics& field) { return field.name == name && field.present > 0; });
    };
    const bool all = std::all_of(shipped.columns.begin(), shipped.columns.end(), [&](const std::string& name) { return named(name) != fields.end(); });
    if (!all || shipped.classes == 0) return all;
    const FieldStatistics& label = *named(shipped.columns.back());
    const bool numbered = label.wholeNumbers || label.bools == label.present;
    const std::size_t hidden = label.wholeNumbers && label.minimum == -1 ? 1 : 0;  // how hidden test labels are written
    return numbered && label.values.size() == static_cast<std::size_t>(shipped.classes) + hidden;
}

}  // namespace

const PromptTemplate* templateForColumns(const std::vector<Record>& records) {
    const std::vector<FieldStatistics> fields = fieldStatistics(records);
    const PromptTemplate* best = nullptr;
    for (const PromptTemplate& shipped : shippedTemplates()) {
        if (fits(shipped, fields) && (!best || shipped.columns.size() > best->columns.size())) best = &shipped;
    }
    return best;
}

}  // namespace consort
