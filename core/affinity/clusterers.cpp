// THE TABLE of clustering methods, and the door that checks a problem before any of them runs.
#include "core/affinity/clusterers.h"

#include <algorithm>
#include <cmath>

#include "core/affinity/affinity_matrix.h"
#include "core/base/error.h"

namespace consort {
namespace {

const Clusterer& clustererNamed(const std::string& method) {
    std::string names;
    for (const Clusterer& clusterer : clusterers()) {
        if (method == clusterer.name) return clusterer;
        names += (names.empty() ? "" : ", ") + std::string(clusterer.name);
    }
    throw Error(ErrorCode::InvalidInput, "unknown grouping method '" + method + "'; methods are " + names);
}

void checkMatrix(const Matrix& affinity) {
    if (affinity.rows != affinity.cols || affinity.rows == 0) {
        throw Error(ErrorCode::InvalidInput, "the affinity matrix is not square (" + std::to_string(affinity.rows) + " rows, " +
                                                 std::to_string(affinity.cols) + " columns); give one row and one column per dataset");
    }
    for (std::int64_t i = 0; i < affinity.rows; ++i) {
        for (std::int64_t j = 0; j < affinity.cols; ++j) {
            if (std::isfinite(affinity(i, j))) continue;
            throw Error(ErrorCode::InvalidInput, "the affinity matrix has NaN or infinity in row " + std::to_string(i + 1) + ", column " +
                                                     std::to_string(j + 1) + "; give a finite number");
        }
    }
}

void checkSize(const ClusterProblem& problem, const Clusterer& clusterer) {
    const std::int64_t n = problem.affinity.rows;
    if (problem.groups < 1 || problem.groups > n) {
        throw Error(ErrorCode::InvalidInput, "cannot make " + std::to_string(problem.groups) + " groups of " + std::to_string(n) +
                                                 " datasets; m has to be 1 … " + std::to_string(n));
    }
    if (n > clusterer.largest) {
        throw Error(ErrorCode::InvalidInput, std::string("method '") + clusterer.name + "' takes at most " + std::to_string(clusterer.largest) +
                                                 " datasets, not " + std::to_string(n) + "; choose another method");
    }
}

/// Divides by the largest magnitude, so that sums neither overflow nor vanish. Returns the divisor.
double scaleDown(Matrix& affinity) {
    double largest = 0;
    for (const double value : affinity.values) largest = std::max(largest, std::abs(value));
    if (largest == 0) return 1;
    for (double& value : affinity.values) value /= largest;
    return largest;
}

}  // namespace

const std::vector<Clusterer>& clusterers() {
    static const std::vector<Clusterer> table{
        {"refined", "local search on the estimate (or density) from the semidefinite start", 1000, clusterRefined},
        {"exact", "the densest partition, by dynamic programming over subsets", 16, clusterExactly},
        {"sdp", "semidefinite relaxation, rounded; beyond 200 datasets its eigenvalue relaxation", 1000, clusterBySdp},
        {"spectral", "k-means on the leading eigenvectors of the centred affinity", 1000, clusterSpectrally},
        {"agglomerative", "average linkage on the affinity", 1000, clusterAgglomeratively},
    };
    return table;
}

ClusterResult partition(const ClusterProblem& problem, const std::string& method) {
    const Clusterer& clusterer = clustererNamed(method);
    checkMatrix(problem.affinity);
    checkSize(problem, clusterer);
    ClusterProblem scaled = problem;
    const double scale = scaleDown(scaled.affinity);
    scaled.affinity = symmetrised(scaled.affinity);
    ClusterResult result = clusterer.run(scaled);
    check(static_cast<int>(result.groups.size()) == problem.groups, "a clusterer returns exactly m groups");
    result.density = densityOf(scaled.affinity, result.groups) * scale;
    if (result.upperBound) *result.upperBound *= scale;
    return result;
}

ClusterTask taskOf(const ClusterProblem& problem) {
    return {problem, compileRules(static_cast<int>(problem.affinity.rows), problem.groups, problem.constraints)};
}

double groupDensity(const Matrix& affinity, const Subset& group) {
    double sum = 0;
    for (const int i : group) {
        for (const int j : group) sum += affinity(i, j);
    }
    return sum / static_cast<double>(group.size());
}

}  // namespace consort
