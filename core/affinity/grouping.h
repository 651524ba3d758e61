#pragma once
// Partitions of the datasets into m groups and the ways to find one (method.md §8).
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/matrix.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// m non-empty disjoint groups covering 0 … n−1, each ascending, ordered by their first dataset.
using Partition = std::vector<std::vector<int>>;

struct GroupConstraints {
    std::vector<std::pair<int, int>> mustLink, cannotLink;
    std::vector<std::pair<int, int>> pinned;  ///< (dataset, group number 0 … m−1): datasets with equal numbers together, with unequal apart
    int minSize = 1;
    std::optional<int> maxSize;
    std::vector<std::string> names;  ///< what messages call the datasets; empty: by number
};

/// Σ over a group's members of f̂_i(group), larger is better: what `refined` climbs. Called with many groups at once, each only once.
using GroupScores = std::function<std::vector<double>(const std::vector<Subset>&)>;

/// Standard error of Σ score(after) − Σ score(before), two divisions of the same datasets, over the validation rows that the scores are taken
/// from.
using ScoreNoise = std::function<double(const Partition& before, const Partition& after)>;

struct ClusterProblem {
    Matrix affinity;               ///< (n, n) symmetric
    int groups = 1;                ///< m
    GroupConstraints constraints;
    GroupScores score;             ///< may be empty: `refined` then climbs density
    std::uint64_t seed = 0;
    ScoreNoise noise{};            ///< may be empty: every gain counts; else only those of more than two standard errors
    ScoreNoise startNoise{};       ///< the same for another start, which shares little with the first: the scores' own error does not cancel; may be empty
};

struct ClusterResult {
    Partition groups;
    double density = 0;                ///< Σ_c (1/|c|) Σ_{i,j∈c} T_ij, diagonal included
    std::optional<double> upperBound;  ///< of the density over all partitions into m groups
};

/// One clustering method; THE TABLE is in clusterers.cpp.
struct Clusterer {
    const char* name;      ///< "refined", "exact", "sdp", "spectral", "agglomerative"
    const char* summary;   ///< one line for help and forms
    int largest;           ///< largest n it takes
    ClusterResult (*run)(const ClusterProblem&);
};
const std::vector<Clusterer>& clusterers();

/// Runs a method by name; always exactly m non-empty groups that honour every constraint.
/// Throws Error{InvalidInput}: unknown method, m outside 1 … n, not square or NaN, contradictory constraints (which ones is named).
ClusterResult partition(const ClusterProblem& problem, const std::string& method);

double densityOf(const Matrix& affinity, const Partition& groups);
Partition canonical(Partition groups);  ///< members ascending, groups by first member, empty ones dropped
double adjustedRandIndex(const Partition& a, const Partition& b);

/// Relaxation of the SDP itself, for checks: max ⟨T,X⟩, X ⪰ 0, X ≥ 0, Xe = e, tr X = m.
struct SdpSolution { Matrix x; double objective = 0, upperBound = 0; int iterations = 0; };
SdpSolution solveSdp(const Matrix& affinity, int groups);

/// Exact dynamic programme, every m at once: maximises Σ value(block) over partitions into m blocks, n ≤ 16. Element m−1 is m groups.
std::vector<Partition> exactPartitions(int n, const std::function<double(const Subset&)>& blockValue);

}  // namespace consort
