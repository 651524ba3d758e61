// The objective of one subset in plain float64: the specification of what the batched solver minimises.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "core/base/error.h"
#include "core/nn/subset_solver.h"

namespace consort {
namespace {

double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

double sigmoid(double x) { return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x)); }

std::vector<double> predictors(const LinearRows& rows, std::span<const double> w) {
    std::vector<double> h(rows.h0.begin(), rows.h0.end());
    for (std::size_t s = 0; s < h.size(); ++s) {
        const auto sketch = rows.sketch.row(static_cast<std::int64_t>(s));
        for (std::size_t k = 0; k < w.size(); ++k) h[s] += static_cast<double>(sketch[k]) * w[k];
    }
    return h;
}

/// Sum of the losses, and per row the derivative of that sum by its predictor.
struct LossAndSlope {
    double loss = 0;
    std::vector<double> slope;
};

LossAndSlope plainLoss(const std::vector<double>& h) {
    LossAndSlope result{0, std::vector<double>(h.size())};
    for (std::size_t s = 0; s < h.size(); ++s) {
        result.loss += softplus(-h[s]);
        result.slope[s] = -sigmoid(-h[s]);
    }
    return result;
}

LossAndSlope choiceLoss(const LinearRows& rows, const std::vector<double>& h) {
    LossAndSlope result{0, std::vector<double>(h.size())};
    for (std::size_t s = 0; s + 1 < rows.choiceOffsets.size(); ++s) {
        const auto first = static_cast<std::size_t>(rows.choiceOffsets[s]), last = static_cast<std::size_t>(rows.choiceOffsets[s + 1]);
        const double top = *std::max_element(h.begin() + static_cast<std::ptrdiff_t>(first), h.begin() + static_cast<std::ptrdiff_t>(last));
        double sum = 0;
        for (std::size_t c = first; c < last; ++c) sum += std::exp(h[c] - top);
        const double length = rows.length[s];
        const std::size_t gold = first + static_cast<std::size_t>(rows.gold[s]);
        result.loss += (top + std::log(sum) - h[gold]) / length;
        for (std::size_t c = first; c < last; ++c) result.slope[c] = (std::exp(h[c] - top) / sum - (c == gold ? 1.0 : 0.0)) / length;
    }
    return result;
}

LossAndSlope lossOf(const LinearRows& rows, std::span<const double> w) {
    const std::vector<double> h = predictors(rows, w);
    return rows.choiceOffsets.empty() ? plainLoss(h) : choiceLoss(rows, h);
}

double squaredNorm(std::span<const double> w) {
    double sum = 0;
    for (const double x : w) sum += x * x;
    return sum;
}

[[noreturn]] void refuse(std::size_t index, const std::string& what) {
    throw Error(ErrorCode::InvalidInput, "rows of dataset " + std::to_string(index) + ": " + what);
}

void checkChoices(const LinearRows& rows, std::size_t index) {
    const auto& offsets = rows.choiceOffsets;
    const std::size_t examples = offsets.size() - 1;
    if (offsets.front() != 0 || offsets.back() != rows.sketch.rows) refuse(index, "the blocks of choices do not cover the rows");
    if (rows.gold.size() != examples || rows.length.size() != examples) refuse(index, "gold and length need one entry an example");
    for (std::size_t s = 0; s < examples; ++s) {
        if (offsets[s + 1] <= offsets[s]) refuse(index, "example " + std::to_string(s) + " has no choices");
        if (rows.gold[s] < 0 || rows.gold[s] >= offsets[s + 1] - offsets[s]) refuse(index, "gold of example " + std::to_string(s) + " is outside its choices");
        if (rows.length[s] < 1) refuse(index, "length of example " + std::to_string(s) + " is below 1");
    }
}

}  // namespace

std::int64_t LinearRows::examples() const {
    return choiceOffsets.empty() ? static_cast<std::int64_t>(h0.size()) : static_cast<std::int64_t>(choiceOffsets.size()) - 1;
}

void checkLinearRows(const LinearRows& rows, std::size_t index) {
    if (static_cast<std::int64_t>(rows.h0.size()) != rows.sketch.rows) {
        refuse(index, std::to_string(rows.h0.size()) + " offsets but " + std::to_string(rows.sketch.rows) + " sketches");
    }
    const auto finite = [](float x) { return std::isfinite(x); };
    if (!std::all_of(rows.h0.begin(), rows.h0.end(), finite)) refuse(index, "an offset h0 is NaN or infinite");
    if (!std::all_of(rows.sketch.values.begin(), rows.sketch.values.end(), finite)) refuse(index, "a sketch holds NaN or infinity");
    if (!rows.choiceOffsets.empty()) checkChoices(rows, index);
}

std::vector<double> datasetWeights(std::span<const LinearRows> datasets, const Subset& subset, bool uniformOverDatasets) {
    std::vector<double> weights;
    double total = 0;
    for (const int i : subset) {
        const auto examples = static_cast<double>(datasets[static_cast<std::size_t>(i)].examples());
        weights.push_back(uniformOverDatasets ? std::min(examples, 1.0) : examples);
        total += weights.back();
    }
    for (double& weight : weights) weight = total > 0 ? weight / total : 0;
    return weights;
}

double subsetObjective(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options, std::span<const double> w) {
    const std::vector<double> weights = datasetWeights(datasets, subset, options.uniformOverDatasets);
    double objective = options.lambda * squaredNorm(w);
    for (std::size_t k = 0; k < subset.size(); ++k) {
        const LinearRows& rows = datasets[static_cast<std::size_t>(subset[k])];
        if (weights[k] > 0) objective += weights[k] * lossOf(rows, w).loss / static_cast<double>(rows.examples());
    }
    return objective;
}

double lambdaAt(std::span<const LinearRows> datasets, const Subset& subset, bool uniformOverDatasets, std::span<const double> w) {
    FitOptions options;
    options.lambda = 1;
    options.uniformOverDatasets = uniformOverDatasets;
    const std::vector<double> slope = subsetGradient(datasets, subset, options, w);  // ∇L + 2w
    const double inner = std::inner_product(w.begin(), w.end(), slope.begin(), 0.0), square = squaredNorm(w);
    return square > 0 ? std::max(0.0, 1 - inner / (2 * square)) : 0;
}

std::vector<double> subsetGradient(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options,
                                   std::span<const double> w) {
    const std::vector<std::vector<double>> dual = dualCoefficients(datasets, subset, options, w);
    std::vector<double> gradient(w.begin(), w.end());
    for (std::size_t k = 0; k < subset.size(); ++k) {
        const LinearRows& rows = datasets[static_cast<std::size_t>(subset[k])];
        for (std::size_t s = 0; s < dual[k].size(); ++s) {
            const auto sketch = rows.sketch.row(static_cast<std::int64_t>(s));
            for (std::size_t c = 0; c < gradient.size(); ++c) gradient[c] -= dual[k][s] * static_cast<double>(sketch[c]);
        }
    }
    for (double& g : gradient) g *= 2 * options.lambda;
    return gradient;
}

std::vector<std::vector<double>> dualCoefficients(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options,
                                                  std::span<const double> w) {
    const std::vector<double> weights = datasetWeights(datasets, subset, options.uniformOverDatasets);
    std::vector<std::vector<double>> result;
    for (std::size_t k = 0; k < subset.size(); ++k) {
        const LinearRows& rows = datasets[static_cast<std::size_t>(subset[k])];
        result.emplace_back(rows.h0.size(), 0.0);
        if (weights[k] == 0) continue;
        const double scale = -weights[k] / (2 * options.lambda * static_cast<double>(rows.examples()));
        const std::vector<double> slope = lossOf(rows, w).slope;
        std::transform(slope.begin(), slope.end(), result.back().begin(), [&](double x) { return scale * x; });
    }
    return result;
}

}  // namespace consort
