// Semidefinite grouping: solve the relaxation, round its rows to the densest partition, report the dual bound.
#include <numeric>

#include "core/affinity/clusterers.h"

namespace consort {
namespace {

constexpr std::int64_t kLargestDense = 200;

/// Connected components of X_ij > threshold.
Partition componentsAbove(const Matrix& x, double threshold) {
    Partition components;
    std::vector<bool> seen(static_cast<std::size_t>(x.rows), false);
    for (int first = 0; first < x.rows; ++first) {
        if (seen[static_cast<std::size_t>(first)]) continue;
        seen[static_cast<std::size_t>(first)] = true;
        Subset component{first};
        for (std::size_t next = 0; next < component.size(); ++next) {
            for (int j = 0; j < x.rows; ++j) {
                if (seen[static_cast<std::size_t>(j)] || x(component[next], j) <= threshold) continue;
                seen[static_cast<std::size_t>(j)] = true;
                component.push_back(j);
            }
        }
        components.push_back(std::move(component));
    }
    return canonical(std::move(components));
}

/// Beyond 200 datasets X ≥ 0 is dropped: the optimum is then the projector on the leading eigenvectors, and Ky Fan's sum its value.
ClusterResult clusterByEigenvalueRelaxation(const ClusterTask& task) {
    const LeadingEigen leading = leadingEigen(centred(task.affinity()), task.rules.groups - 1);
    ClusterResult result;
    result.groups = roundPoints(task, leading.vectors, {});
    const double total = std::accumulate(task.affinity().values.begin(), task.affinity().values.end(), 0.0);
    result.upperBound = std::accumulate(leading.values.begin(), leading.values.end(), total / task.rules.items) + 1e-11 * task.rules.items;
    return result;
}

}  // namespace

ClusterResult clusterBySdp(const ClusterProblem& problem) {
    const ClusterTask task = taskOf(problem);
    if (task.affinity().rows > kLargestDense) return clusterByEigenvalueRelaxation(task);
    const SdpSolution solution = solveSdp(task.affinity(), problem.groups);
    const double n = static_cast<double>(task.affinity().rows);
    ClusterResult result;
    result.groups = roundPoints(task, solution.x, {componentsAbove(solution.x, 1 / n), mergeByAverage(task, solution.x)});
    result.density = densityOf(task.affinity(), result.groups);
    result.upperBound = solution.upperBound;
    return result;
}

}  // namespace consort
