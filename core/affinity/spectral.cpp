// Spectral grouping: the m−1 leading eigenvectors of the centred affinity are the relaxed group indicators; k-means rounds them.
#include "core/affinity/clusterers.h"

namespace consort {

ClusterResult clusterSpectrally(const ClusterProblem& problem) {
    const ClusterTask task = taskOf(problem);
    const LeadingEigen leading = leadingEigen(centred(task.affinity()), problem.groups - 1);
    ClusterResult result;
    result.groups = roundPoints(task, leading.vectors, {});
    result.density = densityOf(task.affinity(), result.groups);
    return result;
}

}  // namespace consort
