#pragma once
// How many groups: one row per number of groups, and where the curve bends (cli.md `table` of `group`).
#include <span>
#include <vector>

namespace consort {

/// The best grouping found for one number of groups, with what it is predicted to give.
struct GroupingPrediction {
    int groups = 1;
    double density = 0;
    double flops = 0;
    std::vector<std::vector<double>> rowValues;  ///< per dataset: the metric of each validation row under its group; empty where it has none
};

struct KneeRow {
    int groups = 1;
    double density = 0, mean = 0, worst = 0, flops = 0;  ///< mean, worst over datasets, in the metric's own unit
    bool knee = false;
};

/// Row per candidate, in the order given (ascending m); exactly one knee: the smallest m whose mean is within one standard error of
/// the best mean. The error is that of the best mean itself: rows within a dataset independent and n datasets fixed,
/// SE² = (1/n²) Σ_i var_s(row value)/R_i. A dataset without the metric (no rows) is left out of mean and worst.
/// Throws Error{InvalidInput} where no dataset has rows or candidates disagree on the number of rows.
std::vector<KneeRow> kneeTable(std::span<const GroupingPrediction> candidates, bool largerIsBetter);

/// Standard error of the mean of independent values; 0 below two of them.
double standardErrorOf(std::span<const double> values);

/// m of the row marked as the knee: what `auto` takes.
int kneeOf(std::span<const KneeRow> table);

}  // namespace consort
