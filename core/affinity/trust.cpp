#include "core/affinity/trust.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Ranks from 1; equal values share the mean of their ranks.
std::vector<double> ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
        for (std::size_t k = first; k < last; ++k) result[order[k]] = static_cast<double>(first + last + 1) / 2;
        first = last;
    }
    return result;
}

}  // namespace

FirstOrderError firstOrderError(std::span<const double> h0, std::span<const double> gDelta, std::span<const double> hNew) {
    check(h0.size() == gDelta.size() && h0.size() == hNew.size(), "rows of the first-order error");
    double sum = 0;
    for (std::size_t s = 0; s < h0.size(); ++s) {
        const double miss = h0[s] + gDelta[s] - hNew[s], scale = std::max(std::abs(hNew[s]), std::abs(h0[s]));
        if (miss != 0) sum += (miss / scale) * (miss / scale);
    }
    const double error = h0.empty() ? kNaN : sum / static_cast<double>(h0.size());
    return {error, std::sqrt(error)};
}

double estimationError(std::span<const double> estimated, std::span<const double> measured) {
    check(estimated.size() == measured.size(), "estimates and measurements");
    double miss = 0, whole = 0;
    for (std::size_t k = 0; k < measured.size(); ++k) {
        miss += (estimated[k] - measured[k]) * (estimated[k] - measured[k]);
        whole += measured[k] * measured[k];
    }
    return whole > 0 ? miss / whole : kNaN;
}

double spearman(std::span<const double> a, std::span<const double> b) {
    check(a.size() == b.size(), "two lists of one length");
    const std::vector<double> rankA = ranks(a), rankB = ranks(b);
    const double mean = (static_cast<double>(a.size()) + 1) / 2;
    double product = 0, squareA = 0, squareB = 0;
    for (std::size_t k = 0; k < rankA.size(); ++k) {
        product += (rankA[k] - mean) * (rankB[k] - mean);
        squareA += (rankA[k] - mean) * (rankA[k] - mean);
        squareB += (rankB[k] - mean) * (rankB[k] - mean);
    }
    return squareA > 0 && squareB > 0 ? product / std::sqrt(squareA * squareB) : kNaN;
}

}  // namespace consort
