#include "core/affinity/row_clusters.h"

#include <Eigen/Dense>
#include <algorithm>
#include <limits>
#include <string>

#include "core/base/error.h"

namespace consort {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

struct Merge {
    Eigen::Index a, b;
    float height;
};

RowMajor cosineDistances(const FloatMatrix& rows) {
    RowMajor unit = Eigen::Map<const RowMajor>(rows.values.data(), rows.rows, rows.cols);
    for (Eigen::Index r = 0; r < unit.rows(); ++r) {
        const float length = unit.row(r).norm();
        if (length > 0) unit.row(r) /= length;
    }
    RowMajor distance = RowMajor::Ones(rows.rows, rows.rows) - unit * unit.transpose();
    return distance;
}

/// The whole tree by chains of nearest neighbours (average linkage is reducible, so that merges may be found in any order).
std::vector<Merge> averageLinkage(RowMajor distance) {
    const Eigen::Index n = distance.rows();
    std::vector<float> size(static_cast<std::size_t>(n), 1);
    std::vector<bool> gone(static_cast<std::size_t>(n), false);
    std::vector<Merge> merges;
    std::vector<Eigen::Index> chain;
    const auto nearest = [&](Eigen::Index from, Eigen::Index preferred) {
        Eigen::Index best = preferred;
        float least = preferred >= 0 ? distance(from, preferred) : std::numeric_limits<float>::infinity();
        for (Eigen::Index k = 0; k < n; ++k) {
            if (k == from || gone[static_cast<std::size_t>(k)] || distance(from, k) >= least) continue;
            best = k;
            least = distance(from, k);
        }
        return best;
    };
    while (static_cast<Eigen::Index>(merges.size()) < n - 1) {
        if (chain.empty()) chain.push_back(std::find(gone.begin(), gone.end(), false) - gone.begin());
        const Eigen::Index top = chain.back(), before = chain.size() > 1 ? chain[chain.size() - 2] : -1;
        const Eigen::Index next = nearest(top, before);
        if (next != before) {
            chain.push_back(next);
            continue;
        }
        chain.resize(chain.size() - 2);
        const Eigen::Index a = std::min(top, next), b = std::max(top, next);
        merges.push_back({a, b, distance(a, b)});
        const float wa = size[static_cast<std::size_t>(a)], wb = size[static_cast<std::size_t>(b)];
        distance.row(a) = (wa * distance.row(a) + wb * distance.row(b)) / (wa + wb);
        distance.col(a) = distance.row(a).transpose();
        size[static_cast<std::size_t>(a)] += wb;
        gone[static_cast<std::size_t>(b)] = true;
    }
    std::stable_sort(merges.begin(), merges.end(), [](const Merge& x, const Merge& y) { return x.height < y.height; });
    return merges;
}

}  // namespace

std::vector<int> rowClusters(const FloatMatrix& rows, int clusters) {
    if (clusters < 1 || clusters > rows.rows) {
        throw Error(ErrorCode::InvalidInput, "cannot make " + std::to_string(clusters) + " clusters of " + std::to_string(rows.rows) +
                                                 " rows; use 1 to " + std::to_string(rows.rows));
    }
    std::vector<Eigen::Index> root(static_cast<std::size_t>(rows.rows));
    for (std::size_t r = 0; r < root.size(); ++r) root[r] = static_cast<Eigen::Index>(r);
    const auto find = [&](Eigen::Index r) {
        while (root[static_cast<std::size_t>(r)] != r) r = root[static_cast<std::size_t>(r)];
        return r;
    };
    const std::vector<Merge> merges = averageLinkage(cosineDistances(rows));
    for (std::size_t k = 0; k + static_cast<std::size_t>(clusters) < root.size(); ++k) {
        const Eigen::Index a = find(merges[k].a), b = find(merges[k].b);
        root[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
    }
    std::vector<int> number(root.size(), -1), labels;
    int next = 0;
    for (std::size_t r = 0; r < root.size(); ++r) {
        int& known = number[static_cast<std::size_t>(find(static_cast<Eigen::Index>(r)))];
        if (known < 0) known = next++;
        labels.push_back(known);
    }
    return labels;
}

}  // namespace consort
