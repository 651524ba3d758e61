// The best approximation of an adapter by one of lower rank (formats.md §6).
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/ensemble/merge.h"

namespace consort {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::MatrixXd matrixOf(const FloatMatrix& m) { return Eigen::Map<const RowMajor>(m.values.data(), m.rows, m.cols).cast<double>(); }

FloatMatrix floatsOf(const Eigen::MatrixXd& m) {
    FloatMatrix result(m.rows(), m.cols());
    Eigen::Map<RowMajor>(result.values.data(), m.rows(), m.cols()) = m.cast<float>();
    return result;
}

/// q with orthonormal columns and r with m = q r; never wider than m.
std::pair<Eigen::MatrixXd, Eigen::MatrixXd> thinQr(const Eigen::MatrixXd& m) {
    const Eigen::Index k = std::min(m.rows(), m.cols());
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(m);
    const Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(m.rows(), k);
    return {q, q.transpose() * m};
}

}  // namespace

LowRankAdapter mergeSvd(const Adapter& adapter, std::int64_t rank) {
    if (rank < 1) throw Error(ErrorCode::InvalidInput, "an adapter needs a rank of at least 1");
    LowRankAdapter low;
    low.adapter.config = adapter.config;
    low.adapter.config.rank = rank;
    low.adapter.config.alpha = static_cast<double>(rank);
    low.adapter.config.dropout = 0;
    double kept = 0, whole = 0;
    for (const LoraWeights& module : adapter.modules) {
        const auto [qb, rb] = thinQr(matrixOf(module.b));
        const auto [qa, ra] = thinQr(matrixOf(module.a).transpose());
        const Eigen::BDCSVD<Eigen::MatrixXd> svd(rb * ra.transpose() * adapter.config.scaling(), Eigen::ComputeThinU | Eigen::ComputeThinV);
        const Eigen::VectorXd& sigma = svd.singularValues();
        const Eigen::Index used = std::min<Eigen::Index>(rank, sigma.size());
        Eigen::MatrixXd b = Eigen::MatrixXd::Zero(module.b.rows, rank), a = Eigen::MatrixXd::Zero(rank, module.a.cols);
        for (Eigen::Index k = 0; k < used; ++k) {
            const double root = std::sqrt(sigma[k]);
            b.col(k) = qb * svd.matrixU().col(k) * root;
            a.row(k) = (qa * svd.matrixV().col(k)).transpose() * root;
        }
        whole += sigma.squaredNorm();
        kept += sigma.head(used).squaredNorm();
        low.adapter.modules.push_back({module.path, floatsOf(a), floatsOf(b)});
    }
    low.discardedEnergy = whole > 0 ? std::max(0.0, 1 - kept / whole) : 0;
    return low;
}

}  // namespace consort
