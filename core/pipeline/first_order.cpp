#include "core/pipeline/first_order.h"

#include <algorithm>
#include <cmath>

#include "core/affinity/trust.h"
#include "core/data/row_draw.h"
#include "core/nn/compute_lanes.h"
#include "core/pipeline/dual_displacement.h"

namespace consort {
namespace {

constexpr std::int64_t kRows = 64;
const std::vector<double> kScales = {0.125, 0.25, 0.5, 1.0, 2.0};

/// Δ of the full set: one pass over the rows, dataset by dataset.
Adapter fullDisplacement(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                         const UsedFit& fullFit, const JobContext& job) {
    Subset full;
    for (std::size_t i = 0; i < datasets.size(); ++i) full.push_back(static_cast<int>(i));
    DualCoefficients coefficients(datasets, 1);
    coefficients.set(0, full, fullFit);
    return coefficients.displacements(project.session(), point, request, job).front();
}

/// h at θ*, g·Δ and, per scale, h at θ* + scale·Δ, over the measured rows of one dataset.
struct Measured {
    std::vector<double> h0, slope;
    std::vector<std::vector<double>> moved;
};

Measured measured(Session& session, const ExpansionPoint& point, const std::vector<Example>& rows, RowMode mode, const Displacement& along,
                  const JobContext& job) {
    Measured result;
    result.moved.resize(along.scales.size());
    if (rows.empty()) return result;
    result.h0 = outputs(session, point.adapter, rows, mode, job);
    result.slope = directionalDerivatives(session, point.adapter, rows, mode, along.delta, point.factorA(), job);
    for (std::size_t k = 0; k < along.scales.size(); ++k) {
        result.moved[k] = outputs(session, displaced(point.adapter, along.delta, along.scales[k]), rows, mode, job);
    }
    return result;
}

void append(std::vector<double>& all, const std::vector<double>& part) { all.insert(all.end(), part.begin(), part.end()); }

}  // namespace

std::vector<FirstOrderPoint> errorsAlong(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                         const EstimateRequest& request, const Displacement& along, const JobContext& job) {
    Session& session = project.session();
    const std::size_t scales = along.scales.size();
    std::vector<Measured> parts(datasets.size());
    forEachInLanes(datasets.size(), session.laneFlops(smallPassFlops(session.info(), kRows)), job, [&](std::size_t i, const JobContext& laneJob) {
        const std::int64_t count = static_cast<std::int64_t>(datasets.size()), at = static_cast<std::int64_t>(i);
        const std::int64_t quota = kRows * (at + 1) / count - kRows * at / count;
        const auto rows = drawnRows(datasets[i].trainExamples, quota, project.settings().seed + 1);
        parts[i] = measured(session, point, rows, rowModeOf(datasets[i], request), along, laneJob);
    });
    Measured all;
    all.moved.resize(scales);
    for (const Measured& part : parts) {
        append(all.h0, part.h0);
        append(all.slope, part.slope);
        for (std::size_t k = 0; k < scales; ++k) append(all.moved[k], part.moved[k]);
    }
    const double distance = norm(along.delta);
    std::vector<FirstOrderPoint> points;
    for (std::size_t k = 0; k < scales; ++k) {
        std::vector<double> step = all.slope;
        for (double& slope : step) slope *= along.scales[k];
        const FirstOrderError error = firstOrderError(all.h0, step, all.moved[k]);
        points.push_back({along.scales[k] * distance, error.error, error.root});
    }
    return points;
}

std::vector<FirstOrderPoint> firstOrderErrors(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                              const EstimateRequest& request, const UsedFit& fullFit, const JobContext& job) {
    const Adapter delta = fullDisplacement(project, point, datasets, request, fullFit, job);
    return errorsAlong(project, point, datasets, request, {delta, kScales}, job);
}

}  // namespace consort
