#pragma once
// What the clustering methods share: the compiled problem, and rounding of points to a partition. Internal to this room.
#include <functional>

#include "core/affinity/constraints.h"
#include "core/affinity/grouping.h"

namespace consort {

/// A checked problem: symmetric finite affinity with entries of magnitude at most 1, constraints that can be met.
struct ClusterTask {
    const ClusterProblem& problem;
    GroupRules rules;
    const Matrix& affinity() const { return problem.affinity; }
};
ClusterTask taskOf(const ClusterProblem& problem);

/// (n, n) A with row, column and total means taken out: what a partition's density sees of A beyond a constant.
Matrix centred(const Matrix& affinity);

/// Eigenvectors (n, count) of the largest eigenvalues of a centred symmetric matrix, the constant vector left out, and those eigenvalues.
struct LeadingEigen {
    Matrix vectors;
    std::vector<double> values;  ///< descending
};
LeadingEigen leadingEigen(const Matrix& centredMatrix, int count);

/// The densest of many partitions by k-means on the datasets' `points` (n, d): `starts` give first labels of the datasets, seeded
/// restarts come on top. Every partition honours the rules.
Partition roundPoints(const ClusterTask& task, const Matrix& points, const std::vector<Partition>& starts);

/// Merges the two units or groups of highest mean affinity (n, n) until m are left; repaired where the rules block every merge.
Partition mergeByAverage(const ClusterTask& task, const Matrix& affinity);

/// Local search on Σ value(group) by moves, swaps and merge–split, from `start`; never worse than its start.
Partition climb(const ClusterTask& task, const Partition& start, const std::function<double(const Subset&)>& value);

/// Local search on the problem's score by the same steps, which density proposes and the score decides: groups are scored many at a time
/// because one costs a fit. Climbs from the best of the starts; never worse than any of them by the score.
Partition climbEstimate(const ClusterTask& task, const std::vector<Partition>& starts);

/// Mean affinity mass of one group: (1/|c|) Σ_{i,j∈c} T_ij.
double groupDensity(const Matrix& affinity, const Subset& group);

ClusterResult clusterRefined(const ClusterProblem& problem);
ClusterResult clusterExactly(const ClusterProblem& problem);
ClusterResult clusterBySdp(const ClusterProblem& problem);
ClusterResult clusterSpectrally(const ClusterProblem& problem);
ClusterResult clusterAgglomeratively(const ClusterProblem& problem);

}  // namespace consort
