#pragma once
// Affinity of datasets from the estimated performance of subsets (method.md §7).
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// Estimated performance of every subset on every dataset, rows kept where intervals need them.
struct PerformanceTable {
    std::vector<Subset> subsets;       ///< (K)
    Matrix loss;                       ///< (K, n) mean validation loss f̂, not negated
    Matrix accuracy, macroF1;          ///< (K, n); NaN where rows do not allow
    std::vector<FloatMatrix> rowLoss;  ///< per dataset i: (K, validation rows of i)
};

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
/// Throws Error{InvalidInput} naming an uncovered pair.
AffinityMatrix affinityOf(const PerformanceTable& table, std::span<const std::size_t> counted, bool exhaustive);

/// Rows to mean 0 and deviation 1 (divided by max(std, twice the row's median standard error); a constant row becomes 0),
/// then (T + Tᵀ)/2: what is clustered. An empty `standardError` counts as zero.
Matrix standardised(const Matrix& value, const Matrix& standardError);
Matrix symmetrised(const Matrix& value);

/// Views of the same table: f̂ of {i,l} minus f̂ of {i} (pairwise transfer), full minus without l (leave-one-out), in −loss. NaN where absent.
Matrix pairwiseTransfer(const PerformanceTable& table);
Matrix leaveOneOut(const PerformanceTable& table);

}  // namespace consort
