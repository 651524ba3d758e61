// Predicted means per number of groups, and the smallest that is as good as the best.
#include "core/ensemble/knee.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace consort {
namespace {

double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

KneeRow rowOf(const GroupingPrediction& candidate, bool largerIsBetter) {
    KneeRow row{candidate.groups, candidate.density, 0, 0, candidate.flops, false};
    int datasets = 0;
    for (const std::vector<double>& values : candidate.rowValues) {
        if (values.empty()) continue;
        const double mean = meanOf(values);
        row.worst = datasets == 0 ? mean : largerIsBetter ? std::min(row.worst, mean) : std::max(row.worst, mean);
        row.mean += mean;
        ++datasets;
    }
    if (datasets == 0) throw Error(ErrorCode::InvalidInput, "no dataset has validation rows with this metric; choose another metric");
    row.mean /= datasets;
    return row;
}

/// Standard error of a mean over datasets: rows within a dataset are independent, the datasets are fixed.
double standardError(const GroupingPrediction& candidate) {
    double variance = 0;
    int datasets = 0;
    for (const std::vector<double>& values : candidate.rowValues) {
        if (values.empty()) continue;
        ++datasets;
        const double error = standardErrorOf(values);
        variance += error * error;
    }
    return std::sqrt(variance) / datasets;
}

void checkSameRows(std::span<const GroupingPrediction> candidates) {
    for (const GroupingPrediction& candidate : candidates) {
        const bool same = std::equal(candidate.rowValues.begin(), candidate.rowValues.end(), candidates[0].rowValues.begin(),
                                     candidates[0].rowValues.end(), [](const auto& a, const auto& b) { return a.size() == b.size(); });
        if (!same) throw Error(ErrorCode::InvalidInput, "the groupings were predicted on different validation rows; estimate again");
    }
}

}  // namespace

double standardErrorOf(std::span<const double> values) {
    if (values.size() < 2) return 0;
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1) / static_cast<double>(values.size()));
}

std::vector<KneeRow> kneeTable(std::span<const GroupingPrediction> candidates, bool largerIsBetter) {
    check(!candidates.empty(), "a knee needs candidates");
    checkSameRows(candidates);
    std::vector<KneeRow> table;
    std::size_t best = 0;
    for (const GroupingPrediction& candidate : candidates) {
        table.push_back(rowOf(candidate, largerIsBetter));
        const double gain = table.back().mean - table[best].mean;
        if (largerIsBetter ? gain > 0 : gain < 0) best = table.size() - 1;
    }
    const double margin = standardError(candidates[best]);
    for (std::size_t k = 0; k < table.size(); ++k) {
        if (std::abs(table[k].mean - table[best].mean) > margin) continue;
        table[k].knee = true;
        break;
    }
    return table;
}

int kneeOf(std::span<const KneeRow> table) {
    const auto row = std::find_if(table.begin(), table.end(), [](const KneeRow& candidate) { return candidate.knee; });
    check(row != table.end(), "a table has a knee");
    return row->groups;
}

}  // namespace consort
