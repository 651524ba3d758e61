#pragma once
// Which subsets of datasets are fitted (method.md §5): all of them, or a balanced design.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/nn/subset_solver.h"

namespace consort {

/// Whether a set of datasets has dataset i.
inline bool holds(const Subset& subset, std::int64_t i) { return std::binary_search(subset.begin(), subset.end(), static_cast<int>(i)); }

struct SubsetPlan {
    std::vector<Subset> subsets;        ///< every subset to fit, no duplicates, by size, then lexicographic: ∅ first, singles …
    std::vector<std::size_t> affinity;  ///< indices of those counted in T: all of one size
    int affinitySize = 0;
    bool exhaustive = false;            ///< every subset of that size is there: nothing was sampled
};

struct SubsetRequest {
    int datasets = 0;
    bool all = false;                  ///< all 2^n − 1 and ∅; refused above n = 16
    std::optional<std::int64_t> count; ///< K subsets of one size; default: as many as give every pair n_il ≥ 8
    std::optional<int> size;           ///< default affinitySizeOf(datasets)
    std::uint64_t seed = 0;
};

/// max(3, n/4), but below n where n = 3 (else there is nothing to compare), and at most n.
int affinitySizeOf(int datasets);

/// All subsets for n ≤ 10 unless a count is asked for, a balanced design beyond (pair counts differ by at most 1 where the size allows).
/// Always there as well: ∅, singles, the full set, leave-one-outs, all pairs for n ≤ 40; where these hold every subset of the size
/// asked for, all of them count.
/// Throws Error{InvalidInput}: n < 1, size outside 1 … n, a count too small to cover every pair (names the smallest that does).
SubsetPlan planSubsets(const SubsetRequest& request);

/// `count` different subsets of one size with pair counts as equal as annealed swaps can make them; a function of its arguments alone.
std::vector<Subset> balancedDesign(int datasets, int size, std::int64_t count, std::uint64_t seed);

/// (n, n) counts n_il of subsets that contain both; the diagonal counts those that contain i.
MatrixOf<std::int64_t> pairCounts(const std::vector<Subset>& subsets, int datasets);

}  // namespace consort
