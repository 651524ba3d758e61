#include "core/pipeline/first_order.h"

#include <algorithm>
#include <cmath>

#include "core/affinity/trust.h"
#include "core/data/row_draw.h"
#include "core/nn/compute_lanes.h"

namespace consort {
namespace {

constexpr std::int64_t kRows = 64;
const std::vector<double> kScales = {0.125, 0.25, 0.5, 1.0, 2.0};

/// In choice mode the solver's rows have one more for "anything else", whose gradient is −Σ p_c ∇s_c / (1 − Σ p_c): its coefficient is
/// handed on to the choices, which are the rows that have gradients of their own.
std::vector<double> ontoChoices(const LinearRows& rows, const std::vector<double>& coefficients) {
    if (rows.choiceOffsets.empty()) return coefficients;
    std::vector<double> folded;
    for (std::size_t example = 0; example + 1 < rows.choiceOffsets.size(); ++example) {
        const auto begin = static_cast<std::size_t>(rows.choiceOffsets[example]), rest = static_cast<std::size_t>(rows.choiceOffsets[example + 1]) - 1;
        const double restMass = std::max(std::exp(static_cast<double>(rows.h0[rest])), 1e-6);
        for (std::size_t r = begin; r < rest; ++r) {
            folded.push_back(coefficients[r] - coefficients[rest] * std::exp(static_cast<double>(rows.h0[r])) / restMass);
        }
    }
    return folded;
}

RowMode modeOf(const DatasetRows& dataset, const EstimateRequest& request) {
    if (!dataset.train.choiceOffsets.empty()) return RowMode::Choice;
    return request.rowMode == "mean" ? RowMode::Mean : RowMode::Answer;
}

Matrix asRow(const std::vector<double>& values) {
    Matrix row(1, static_cast<std::int64_t>(values.size()));
    row.values = values;
    return row;
}

/// Δ of the full set: one pass over the rows, dataset by dataset.
Adapter fullDisplacement(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                         const FullFit& fit, const JobContext& job) {
    std::vector<LinearRows> rows;
    Subset full;
    for (const DatasetRows& dataset : datasets) {
        full.push_back(static_cast<int>(rows.size()));
        rows.push_back(dataset.train);
    }
    FitOptions options;
    options.lambda = fit.lambda;
    const auto coefficients = dualCoefficients(rows, full, options, fit.w);
    Adapter sum;
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (datasets[i].trainExamples.empty()) continue;
        const auto part = displacements(project.session(), point.adapter, datasets[i].trainExamples, modeOf(datasets[i], request),
                                        asRow(ontoChoices(rows[i], coefficients[i])), point.factorA(), job);
        sum = sum.modules.empty() ? part.front() : displaced(sum, part.front(), 1.0);
    }
    return sum;
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
    forEachInLanes(datasets.size(), smallPassFlops(session.info(), kRows), job, [&](std::size_t i, const JobContext& laneJob) {
        const std::int64_t count = static_cast<std::int64_t>(datasets.size()), at = static_cast<std::int64_t>(i);
        const std::int64_t quota = kRows * (at + 1) / count - kRows * at / count;
        const auto rows = drawnRows(datasets[i].trainExamples, quota, project.settings().seed + 1);
        parts[i] = measured(session, point, rows, modeOf(datasets[i], request), along, laneJob);
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
                                              const EstimateRequest& request, const FullFit& fit, const JobContext& job) {
    const Adapter delta = fullDisplacement(project, point, datasets, request, fit, job);
    if (delta.modules.empty()) return {};
    return errorsAlong(project, point, datasets, request, {delta, kScales}, job);
}

}  // namespace consort
