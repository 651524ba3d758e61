#pragma once
// Affinity of datasets from the estimated performance of subsets (method.md §7).
#include <cstdint>
#include <span>
#include <vector>

#include "core/affinity/performance_table.h"
#include "core/base/matrix.h"

namespace consort {

inline constexpr double kNormal95 = 1.959963984540054;  ///< standard errors to each side of a 95 % interval

struct AffinityMatrix {
    Matrix value;               ///< (n, n) T_il = mean of −loss_i over the counted S ∋ i, l
    Matrix low, high;           ///< 95 % interval; contains value
    Matrix gain;                ///< (n, n) mean over S ∋ i,l minus mean over S ∋ i, ∌ l; NaN where undefined (diagonal too)
    Matrix gainLow, gainHigh;
    Matrix standardError;       ///< of value: what row standardisation divides by
    MatrixOf<std::int64_t> pairs;  ///< n_il
};

/// Affinity over the subsets `counted` (indices into table.subsets). Intervals: standard error over validation rows (paired, closed
/// form on the row-wise mean over S), plus subset variance with finite-population correction unless `exhaustive`.
/// Throws Error{InvalidInput} naming an uncovered pair, or a dataset without validation rows.
AffinityMatrix affinityOf(const PerformanceTable& table, std::span<const std::size_t> counted, bool exhaustive);

/// Rows to mean 0 and deviation 1 (divided by max(std, twice the row's median standard error); a constant row becomes 0),
/// then (T + Tᵀ)/2: what is clustered. An empty `standardError` counts as zero.
Matrix standardised(const Matrix& value, const Matrix& standardError);
Matrix symmetrised(const Matrix& value);

/// Views of the same table, (n, n), in −loss: f̂_i of {i,l} minus f̂_i of {i} (pairwise transfer), f̂_i of all minus f̂_i without l
/// (leave-one-out). NaN where a subset is absent, and on the diagonal of the transfer.
Matrix pairwiseTransfer(const PerformanceTable& table);
Matrix leaveOneOut(const PerformanceTable& table);

}  // namespace consort
