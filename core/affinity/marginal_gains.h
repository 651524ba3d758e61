#pragma once
// What a dataset brings to the others, from the table of subset estimates: leave-one-out and the Shapley value (method.md §7).
#include <cstdint>
#include <vector>

#include "core/affinity/performance_table.h"

namespace consort {

/// One comparison: the target's loss after fine-tuning on `without` (which holds the target) less that on `without` and the source.
struct Marginal {
    int target = 0, source = 0;
    Subset without;
    double weight = 1;
    Subset with() const;
};

/// Everything but the source against everything.
std::vector<Marginal> leaveOneOutMarginals(int datasets);

inline constexpr int kExactShapley = 10;   ///< up to here every subset counts
inline constexpr int kLargestShapley = 24; ///< beyond, orders are too few for what they cost

/// Shapley value of every source in the game v(S) = −loss of the target after fine-tuning on S and the target. Exact up to 10 datasets;
/// else over pairs of a drawn order and its reverse, about 2,000 comparisons in all. Empty for more than 24, and for one.
std::vector<Marginal> shapleyMarginals(int datasets, std::uint64_t seed);

/// The subsets that some comparisons need, each once.
std::vector<Subset> subsetsOf(const std::vector<Marginal>& marginals);

/// (n, n): entry (i, l) is what l brings to i in nats; NaN on the diagonal and where nothing compares. Intervals are over validation rows, paired.
struct MarginalGains {
    Matrix value, standardError;
};
MarginalGains marginalGains(const PerformanceTable& table, const std::vector<Marginal>& marginals);

}  // namespace consort
