#pragma once
// A long series as few points: what a plot can show of it.
#include <cstdint>
#include <vector>

namespace consort {

/// Up to kOverviewPoints points everything; above, buckets of `stride` points each of equal count.
struct CurveOverview {
    std::vector<double> step, value;     ///< the series, or of every bucket its least and its greatest in their order
    std::vector<double> endStep, mean;   ///< of every bucket; empty where the series is whole
    std::int64_t stride = 1;             ///< points a bucket
};
inline constexpr std::size_t kOverviewPoints = 2048;

/// Equally long, ascending steps.
CurveOverview overviewOf(const std::vector<double>& step, const std::vector<double>& value);

}  // namespace consort
