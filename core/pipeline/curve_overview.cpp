#include "core/pipeline/curve_overview.h"

#include <algorithm>
#include <cmath>

namespace consort {
namespace {

/// Adds the bucket [from, to).
void addBucket(CurveOverview& overview, const std::vector<double>& step, const std::vector<double>& value, std::size_t from, std::size_t to) {
    std::size_t least = from, greatest = from, finite = 0;
    double sum = 0;
    for (std::size_t k = from; k < to; ++k) {
        if (!std::isfinite(value[k])) continue;
        if (!std::isfinite(value[least]) || value[k] < value[least]) least = k;
        if (!std::isfinite(value[greatest]) || value[k] > value[greatest]) greatest = k;
        sum += value[k];
        ++finite;
    }
    for (const std::size_t k : {std::min(least, greatest), std::max(least, greatest)}) {
        overview.step.push_back(step[k]);
        overview.value.push_back(value[k]);
    }
    overview.endStep.push_back(step[to - 1]);
    overview.mean.push_back(finite > 0 ? sum / static_cast<double>(finite) : std::nan(""));
}

}  // namespace

CurveOverview overviewOf(const std::vector<double>& step, const std::vector<double>& value) {
    if (step.size() <= kOverviewPoints) return {step, value, {}, {}, 1};
    CurveOverview overview;
    const std::size_t buckets = kOverviewPoints / 2, stride = (step.size() + buckets - 1) / buckets;
    overview.stride = static_cast<std::int64_t>(stride);
    for (std::size_t from = 0; from < step.size(); from += stride) addBucket(overview, step, value, from, std::min(step.size(), from + stride));
    return overview;
}

}  // namespace consort
