#pragma once
// Which subsets of datasets are fitted (method.md §5): all of them, or a balanced design.
#include <cstdint>
#include <optional>
#include <vector>

#include "core/nn/subset_solver.h"

namespace consort {

struct SubsetPlan {
    std::vector<Subset> subsets;        ///< every subset to fit, no duplicates: ∅, singles, full, leave-one-outs, pairs, design …
    std::vector<std::size_t> affinity;  ///< indices of those counted in T: all of one size
    int affinitySize = 0;
    bool exhaustive = false;            ///< every subset of that size is there: nothing was sampled
};

struct SubsetRequest {
    int datasets = 0;
    bool all = false;                  ///< all 2^n − 1; refused above n = 16
    std::optional<std::int64_t> count; ///< K subsets of one size; default: as many as give every pair n_il ≥ 8
    std::optional<int> size;           ///< default max(3, n/4)
    std::uint64_t seed = 0;
};

/// All subsets for n ≤ 10 unless a count is asked for, a balanced design beyond (pair counts differ by at most 1 where the size allows).
/// Throws Error{InvalidInput}: n < 1, size outside 1 … n, a count too small to cover every pair (names the smallest that does).
SubsetPlan planSubsets(const SubsetRequest& request);

/// (n, n) counts n_il of subsets that contain both; the diagonal counts those that contain i.
MatrixOf<std::int64_t> pairCounts(const std::vector<Subset>& subsets, int datasets);

}  // namespace consort
