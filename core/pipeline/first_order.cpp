#include "core/pipeline/first_order.h"

#include <algorithm>
#include <cmath>

#include "core/affinity/trust.h"
#include "core/data/row_draw.h"

namespace consort {
namespace {

constexpr std::int64_t kRows = 64;
constexpr double kScales[] = {0.125, 0.25, 0.5, 1.0, 2.0};

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

double linearPredictor(const LinearRows& rows, std::int64_t row, const std::vector<double>& w) {
    double sum = rows.h0[static_cast<std::size_t>(row)];
    const auto sketch = rows.sketch.row(row);
    for (std::size_t c = 0; c < sketch.size(); ++c) sum += static_cast<double>(sketch[c]) * w[c];
    return sum;
}

/// Softmax over the block's scores at w; the last is "anything else".
std::vector<double> blockProbabilities(const LinearRows& rows, std::size_t example, const std::vector<double>& w) {
    std::vector<double> scores;
    for (std::int64_t r = rows.choiceOffsets[example]; r < rows.choiceOffsets[example + 1]; ++r) scores.push_back(linearPredictor(rows, r, w));
    const double top = *std::max_element(scores.begin(), scores.end());
    double total = 0;
    for (double& score : scores) total += (score = std::exp(score - top));
    for (double& score : scores) score /= total;
    return scores;
}

void appendChoiceCoefficients(const LinearRows& rows, std::size_t example, const FullFit& fit, double scale, std::vector<double>& out) {
    const std::vector<double> p = blockProbabilities(rows, example, fit.w);
    const std::int64_t begin = rows.choiceOffsets[example];
    const double length = rows.length[example];
    double mass = 0;
    for (std::size_t c = 0; c + 1 < p.size(); ++c) mass += std::exp(static_cast<double>(rows.h0[static_cast<std::size_t>(begin) + c]));
    const double rest = std::max(1.0 - mass, 1e-6);
    for (std::size_t c = 0; c + 1 < p.size(); ++c) {
        const double own = p[c] - (static_cast<int>(c) == rows.gold[example] ? 1.0 : 0.0);
        const double viaRest = p.back() * -std::exp(static_cast<double>(rows.h0[static_cast<std::size_t>(begin) + c])) / rest;
        out.push_back(-scale * (own + viaRest) / length);
    }
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
    double total = 0;
    for (const DatasetRows& dataset : datasets) total += static_cast<double>(dataset.train.examples());
    Adapter sum;
    for (const DatasetRows& dataset : datasets) {
        if (dataset.trainExamples.empty()) continue;
        const double share = static_cast<double>(dataset.train.examples()) / total;
        const auto part = displacements(project.session(), point.adapter, dataset.trainExamples, modeOf(dataset, request),
                                        asRow(displacementCoefficients(dataset.train, fit, share)), point.factorA(), job);
        sum = sum.modules.empty() ? part.front() : displaced(sum, part.front(), 1.0);
    }
    return sum;
}

/// h at θ*, g·Δ and, per scale, h at θ* + scale·Δ, over all measured rows.
struct Measured {
    std::vector<double> h0, slope;
    std::vector<std::vector<double>> moved = std::vector<std::vector<double>>(std::size(kScales));
};

void append(std::vector<double>& all, const std::vector<double>& part) { all.insert(all.end(), part.begin(), part.end()); }

void measure(Project& project, const ExpansionPoint& point, const std::vector<Example>& rows, RowMode mode, const Adapter& delta,
             Measured& measured, const JobContext& job) {
    if (rows.empty()) return;
    Session& session = project.session();
    append(measured.h0, outputs(session, point.adapter, rows, mode, job));
    append(measured.slope, directionalDerivatives(session, point.adapter, rows, mode, delta, point.factorA(), job));
    for (std::size_t k = 0; k < std::size(kScales); ++k) {
        append(measured.moved[k], outputs(session, displaced(point.adapter, delta, kScales[k]), rows, mode, job));
    }
}

}  // namespace

std::vector<double> displacementCoefficients(const LinearRows& rows, const FullFit& fit, double share) {
    const double scale = share / (2 * fit.lambda * static_cast<double>(std::max<std::int64_t>(1, rows.examples())));
    std::vector<double> coefficients;
    if (rows.choiceOffsets.empty()) {
        for (std::int64_t r = 0; r < rows.sketch.rows; ++r) coefficients.push_back(scale * sigmoid(-linearPredictor(rows, r, fit.w)));
        return coefficients;
    }
    for (std::size_t example = 0; example + 1 < rows.choiceOffsets.size(); ++example) appendChoiceCoefficients(rows, example, fit, scale, coefficients);
    return coefficients;
}

std::vector<FirstOrderPoint> firstOrderErrors(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                              const EstimateRequest& request, const FullFit& fit, const JobContext& job) {
    const Adapter delta = fullDisplacement(project, point, datasets, request, fit, job);
    if (delta.modules.empty()) return {};
    Measured measured;
    const auto count = static_cast<std::int64_t>(datasets.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const DatasetRows& dataset = datasets[static_cast<std::size_t>(i)];
        const std::int64_t quota = kRows * (i + 1) / count - kRows * i / count;
        measure(project, point, drawnRows(dataset.trainExamples, quota, project.settings().seed + 1), modeOf(dataset, request), delta, measured, job);
    }
    const double distance = norm(delta);
    std::vector<FirstOrderPoint> points;
    for (std::size_t k = 0; k < std::size(kScales); ++k) {
        std::vector<double> step = measured.slope;
        for (double& slope : step) slope *= kScales[k];
        const FirstOrderError error = firstOrderError(measured.h0, step, measured.moved[k]);
        points.push_back({kScales[k] * distance, error.error, error.root});
    }
    return points;
}

}  // namespace consort
