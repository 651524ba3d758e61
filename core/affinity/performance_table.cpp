#include "core/affinity/performance_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Weight vectors at a time: bounds the memory of scores where a dataset has many choices.
constexpr std::int64_t kChunk = 512;

float softplus(float x) { return std::max(x, 0.0F) + std::log1p(std::exp(-std::abs(x))); }

float choiceLoss(const LinearRows& rows, std::size_t example, std::span<const float> h) {
    const auto block = h.subspan(static_cast<std::size_t>(rows.choiceOffsets[example]),
                                 static_cast<std::size_t>(rows.choiceOffsets[example + 1] - rows.choiceOffsets[example]));
    const float top = *std::max_element(block.begin(), block.end());
    float sum = 0;
    for (const float score : block) sum += std::exp(score - top);
    return (top + std::log(sum) - block[static_cast<std::size_t>(rows.gold[example])]) / static_cast<float>(rows.length[example]);
}

/// Losses of every example for one weight vector from its predictors; returns their mean.
double fillLosses(const LinearRows& rows, std::span<const float> h, std::span<float> losses) {
    double sum = 0;
    for (std::size_t s = 0; s < losses.size(); ++s) {
        losses[s] = rows.choiceOffsets.empty() ? softplus(-h[s]) : choiceLoss(rows, s, h);
        sum += static_cast<double>(losses[s]);
    }
    return losses.empty() ? kNaN : sum / static_cast<double>(losses.size());
}

struct LabelCount {
    double gold = 0, answered = 0, both = 0;
};

struct Score {
    double accuracy = kNaN, macroF1 = kNaN;
};

/// Accuracy and macro-F1 of one weight vector from the scores of all choices.
Score scoreOf(const ValidationRows& rows, std::span<const float> h) {
    const LinearRows& choices = rows.choices;
    if (choices.examples() == 0) return {};
    std::map<int, LabelCount> labels;
    double right = 0;
    for (std::size_t s = 0; s < choices.gold.size(); ++s) {
        const auto first = h.begin() + choices.choiceOffsets[s], last = h.begin() + choices.choiceOffsets[s + 1];
        const auto answer = static_cast<int>(std::max_element(first, last) - first);
        const auto labelOf = [&](int choice) { return rows.label.empty() ? choice : rows.label[static_cast<std::size_t>(choices.choiceOffsets[s] + choice)]; };
        const int gold = labelOf(choices.gold[s]), given = labelOf(answer);
        right += answer == choices.gold[s] ? 1 : 0;
        labels[gold].gold += 1;
        labels[given].answered += 1;
        if (gold == given) labels[gold].both += 1;
    }
    double sum = 0;
    for (const auto& [label, count] : labels) sum += 2 * count.both / (count.gold + count.answered);
    return {right / static_cast<double>(choices.gold.size()), sum / static_cast<double>(labels.size())};
}

FloatMatrix rowsBetween(const FloatMatrix& matrix, std::int64_t first, std::int64_t last) {
    FloatMatrix part(last - first, matrix.cols);
    std::copy(matrix.values.begin() + first * matrix.cols, matrix.values.begin() + last * matrix.cols, part.values.begin());
    return part;
}

void checkDataset(const ValidationRows& rows, std::size_t index, std::int64_t dim) {
    checkLinearRows(rows.loss, index);
    checkLinearRows(rows.choices, index);
    const auto refuse = [&](const std::string& what) { throw Error(ErrorCode::InvalidInput, "validation rows of dataset " + std::to_string(index) + ": " + what); };
    for (const LinearRows* part : {&rows.loss, &rows.choices}) {
        if (part->sketch.rows > 0 && part->sketch.cols != dim) refuse(std::to_string(part->sketch.cols) + " dimensions where the fits have " + std::to_string(dim));
    }
    if (rows.choices.sketch.rows > 0 && rows.choices.choiceOffsets.empty()) refuse("choice scores without blocks");
    if (!rows.label.empty() && static_cast<std::int64_t>(rows.label.size()) != rows.choices.sketch.rows) refuse("one label a choice row is needed");
}

}  // namespace

FloatMatrix weightsOf(std::span<const SubsetFit> fits) {
    FloatMatrix weights(static_cast<std::int64_t>(fits.size()), fits.empty() ? 0 : static_cast<std::int64_t>(fits.front().w.size()));
    for (std::size_t k = 0; k < fits.size(); ++k) {
        const auto row = weights.row(static_cast<std::int64_t>(k));
        std::transform(fits[k].w.begin(), fits[k].w.end(), row.begin(), [](double x) { return static_cast<float>(x); });
    }
    return weights;
}

PerformanceTable performanceTable(std::span<const ValidationRows> datasets, std::span<const Subset> subsets, const FloatMatrix& weights) {
    check(static_cast<std::int64_t>(subsets.size()) == weights.rows, "one weight vector a subset");
    const auto count = static_cast<std::int64_t>(datasets.size());
    PerformanceTable table{{subsets.begin(), subsets.end()}, Matrix(weights.rows, count), Matrix(weights.rows, count), Matrix(weights.rows, count), {}};
    for (std::int64_t i = 0; i < count; ++i) {
        const ValidationRows& rows = datasets[static_cast<std::size_t>(i)];
        checkDataset(rows, static_cast<std::size_t>(i), weights.cols);
        table.rowLoss.emplace_back(weights.rows, rows.loss.examples());
        for (std::int64_t first = 0; first < weights.rows; first += kChunk) {
            const FloatMatrix part = rowsBetween(weights, first, std::min(first + kChunk, weights.rows));
            const FloatMatrix h = linearPredictors(rows.loss, part), scores = linearPredictors(rows.choices, part);
            for (std::int64_t k = 0; k < part.rows; ++k) {
                table.loss(first + k, i) = fillLosses(rows.loss, h.row(k), table.rowLoss.back().row(first + k));
                const Score score = scoreOf(rows, scores.row(k));
                table.accuracy(first + k, i) = score.accuracy;
                table.macroF1(first + k, i) = score.macroF1;
            }
        }
    }
    return table;
}

}  // namespace consort
