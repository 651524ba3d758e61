#include "core/affinity/probe_correction.h"

#include <algorithm>
#include <cmath>

#include "core/affinity/subset_sampler.h"

namespace consort {
namespace {

constexpr double kMostSlope = 1.5;

/// The correction from all probes but `without` (out of range: from all).
ProbeCorrection fitWithout(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured, std::size_t without) {
    const auto n = static_cast<std::size_t>(estimated.cols);
    ProbeCorrection correction;
    for (std::size_t side = 0; side < 2; ++side) {
        ProbeCorrection::Side& found = correction.sides[side];
        double product = 0, square = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto column = static_cast<std::int64_t>(i);
            double x = 0, y = 0, count = 0, xx = 0, xy = 0;
            for (std::size_t k = 0; k < subsets.size(); ++k) {
                if (k == without || holds(subsets[k], i) != (side == 1)) continue;
                const double guess = estimated(static_cast<std::int64_t>(k), column), truth = measured(static_cast<std::int64_t>(k), column);
                x += guess;
                y += truth;
                xx += guess * guess;
                xy += guess * truth;
                count += 1;
            }
            found.estimatedMean.push_back(count > 0 ? x / count : std::nan(""));
            found.measuredMean.push_back(count > 0 ? y / count : std::nan(""));
            if (count > 0) {
                product += xy - x * y / count;
                square += xx - x * x / count;
            }
        }
        found.slope = square > 0 ? std::clamp(product / square, 0.0, kMostSlope) : 1;
        found.useful = true;
    }
    return correction;
}

}  // namespace

double ProbeCorrection::operator()(bool inside, std::size_t dataset, double estimated) const {
    const Side& side = sides[inside ? 1 : 0];
    if (!side.useful || std::isnan(side.measuredMean[dataset])) return estimated;
    return std::max(0.0, side.measuredMean[dataset] + side.slope * (estimated - side.estimatedMean[dataset]));
}

Matrix leaveOneOutCorrected(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured) {
    Matrix corrected = estimated;
    for (std::size_t k = 0; k < subsets.size(); ++k) {
        const ProbeCorrection others = fitWithout(subsets, estimated, measured, k);
        for (std::int64_t i = 0; i < estimated.cols; ++i) {
            const auto row = static_cast<std::int64_t>(k);
            corrected(row, i) = others(holds(subsets[k], i), static_cast<std::size_t>(i), estimated(row, i));
        }
    }
    return corrected;
}

ProbeCorrection fitCorrection(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured) {
    ProbeCorrection correction = fitWithout(subsets, estimated, measured, subsets.size());
    const Matrix held = leaveOneOutCorrected(subsets, estimated, measured);
    for (std::size_t side = 0; side < 2; ++side) {
        double bare = 0, corrected = 0;
        for (std::size_t k = 0; k < subsets.size(); ++k) {
            for (std::int64_t i = 0; i < estimated.cols; ++i) {
                if (holds(subsets[k], i) != (side == 1)) continue;
                const auto row = static_cast<std::int64_t>(k);
                bare += std::pow(estimated(row, i) - measured(row, i), 2);
                corrected += std::pow(held(row, i) - measured(row, i), 2);
            }
        }
        correction.sides[side].useful = corrected < bare;
    }
    return correction;
}

}  // namespace consort
