// Centring and leading eigenvectors, shared by the spectral method and the semidefinite one.
#include <Eigen/Eigenvalues>

#include "core/affinity/clusterers.h"

namespace consort {

Matrix centred(const Matrix& affinity) {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Matrix result = affinity;
    Eigen::Map<RowMajor> values(result.values.data(), result.rows, result.cols);
    const Eigen::VectorXd rows = values.rowwise().mean();
    const Eigen::RowVectorXd cols = values.colwise().mean();
    const double mean = rows.mean();
    values.colwise() -= rows;
    values.rowwise() -= cols;
    values.array() += mean;
    return result;
}

LeadingEigen leadingEigen(const Matrix& centredMatrix, int count) {
    const std::int64_t n = centredMatrix.rows;
    Eigen::MatrixXd shifted = Eigen::Map<const Eigen::MatrixXd>(centredMatrix.values.data(), n, n);
    // The constant vector has eigenvalue 0; it is pushed below all others so that the leading ones are orthogonal to it.
    shifted.array() -= (shifted.norm() + 1) / static_cast<double>(n);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(shifted);
    LeadingEigen leading{Matrix(n, count), {}};
    for (int k = 0; k < count; ++k) {
        leading.values.push_back(solver.eigenvalues()[n - 1 - k]);
        for (std::int64_t i = 0; i < n; ++i) leading.vectors(i, k) = solver.eigenvectors()(i, n - 1 - k);
    }
    return leading;
}

}  // namespace consort
