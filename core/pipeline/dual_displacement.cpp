#include "core/pipeline/dual_displacement.h"

#include <algorithm>
#include <cmath>

namespace consort {
namespace {

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

std::int64_t gradientRows(const LinearRows& rows) {
    return rows.choiceOffsets.empty() ? rows.sketch.rows : rows.sketch.rows - rows.examples();
}

Adapter zeroLike(const Adapter& point) {
    Adapter zero;
    zero.config = point.config;
    for (const LoraWeights& module : point.modules) {
        zero.modules.push_back({module.path, FloatMatrix(module.a.rows, module.a.cols), FloatMatrix(module.b.rows, module.b.cols)});
    }
    return zero;
}

bool isZero(const Matrix& matrix) {
    return std::all_of(matrix.values.begin(), matrix.values.end(), [](double value) { return value == 0; });
}

}  // namespace

RowMode rowModeOf(const DatasetRows& dataset, const EstimateRequest& request) {
    if (!dataset.train.choiceOffsets.empty()) return RowMode::Choice;
    return request.rowMode == "mean" ? RowMode::Mean : RowMode::Answer;
}

DualCoefficients::DualCoefficients(std::span<const DatasetRows> datasets, std::size_t count) : datasets_(datasets) {
    for (const DatasetRows& dataset : datasets) {
        rows_.push_back(dataset.train);
        coefficients_.emplace_back(static_cast<std::int64_t>(count), gradientRows(dataset.train));
    }
}

void DualCoefficients::set(std::size_t k, const Subset& subset, UsedFit fit) {
    std::vector<double>& w = fit.w;
    for (double& value : w) value *= fit.reach;
    FitOptions options;
    options.lambda = lambdaAt(rows_, subset, options.uniformOverDatasets, w);
    if (options.lambda <= 0) return;  // no displacement
    const auto found = dualCoefficients(rows_, subset, options, w);
    for (std::size_t s = 0; s < subset.size(); ++s) {
        const auto i = static_cast<std::size_t>(subset[s]);
        std::vector<double> folded = ontoChoices(rows_[i], found[s]);
        for (double& value : folded) value /= fit.reach;
        std::copy(folded.begin(), folded.end(), coefficients_[i].row(static_cast<std::int64_t>(k)).begin());
    }
}

std::vector<Adapter> DualCoefficients::displacements(Session& session, const ExpansionPoint& point, const EstimateRequest& request, const JobContext& job) const {
    const auto count = static_cast<std::size_t>(coefficients_.front().rows);
    std::vector<Adapter> sums(count, zeroLike(point.adapter));
    for (std::size_t i = 0; i < datasets_.size(); ++i) {
        if (datasets_[i].trainExamples.empty() || isZero(coefficients_[i])) continue;
        const auto part = consort::displacements(session, point.adapter, datasets_[i].trainExamples, rowModeOf(datasets_[i], request), coefficients_[i],
                                                 point.factorA(), job);
        for (std::size_t k = 0; k < count; ++k) sums[k] = displaced(sums[k], part[k], 1.0);
    }
    return sums;
}

}  // namespace consort
