#include "core/affinity/affinity_matrix.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>

#include "core/affinity/subset_sampler.h"
#include "core/base/error.h"

namespace consort {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Indices = std::vector<std::size_t>;


/// Sample variance; NaN below two values.
double variance(const std::vector<double>& values) {
    if (values.size() < 2) return kNaN;
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double sum = 0;
    for (const double x : values) sum += (x - mean) * (x - mean);
    return sum / static_cast<double>(values.size() - 1);
}

double logCombinations(double n, double k) {
    return k < 0 || k > n ? -std::numeric_limits<double>::infinity() : std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

/// One dataset's estimates over the counted subsets that contain it.
class DatasetView {
public:
    DatasetView(const PerformanceTable& table, std::size_t dataset, const Indices& containing, bool exhaustive)
        : table_(table), dataset_(dataset), exhaustive_(exhaustive), allVariance_(variance(performances(containing))) {}

    std::vector<double> performances(const Indices& subsets) const {
        std::vector<double> values;
        for (const std::size_t k : subsets) values.push_back(-table_.loss(static_cast<std::int64_t>(k), static_cast<std::int64_t>(dataset_)));
        return values;
    }
    /// Per validation row the mean of −loss over the subsets.
    std::vector<double> rowMeans(const Indices& subsets) const {
        const FloatMatrix& losses = table_.rowLoss[dataset_];
        std::vector<double> means(static_cast<std::size_t>(losses.cols), 0.0);
        for (const std::size_t k : subsets) {
            const auto row = losses.row(static_cast<std::int64_t>(k));
            for (std::size_t s = 0; s < means.size(); ++s) means[s] -= static_cast<double>(row[s]);
        }
        for (double& mean : means) mean /= static_cast<double>(subsets.size());
        return means;
    }
    /// Variance of the mean over `subsets` drawn without replacement from e^logPopulation; one subset alone borrows the row's variance.
    double samplingVariance(const Indices& subsets, double logPopulation) const {
        if (exhaustive_) return 0;
        double spread = variance(performances(subsets));
        if (std::isnan(spread)) spread = std::isnan(allVariance_) ? 0 : allVariance_;
        const auto drawn = static_cast<double>(subsets.size());
        return spread / drawn * std::max(0.0, 1 - drawn * std::exp(-logPopulation));
    }

private:
    const PerformanceTable& table_;
    std::size_t dataset_;
    bool exhaustive_;
    double allVariance_;
};

/// Squared standard error of the mean of paired row values; 0 where one row shows no spread.
double rowVariance(const std::vector<double>& rows) {
    const double spread = variance(rows);
    return std::isnan(spread) ? 0 : spread / static_cast<double>(rows.size());
}

double meanOf(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()); }

void setInterval(Matrix& low, Matrix& high, std::pair<std::int64_t, std::int64_t> cell, std::pair<double, double> valueAndError) {
    const auto [value, error] = valueAndError;
    low(cell.first, cell.second) = value - kNormal95 * error;
    high(cell.first, cell.second) = value + kNormal95 * error;
}

/// Subsets of one size over n datasets, seen from dataset i.
struct Cell {
    std::int64_t i, l;
    Indices with, without;  ///< counted S ∋ i, l and S ∋ i, ∌ l
    double datasets, size;
};

void fillValue(AffinityMatrix& affinity, const DatasetView& view, const Cell& cell) {
    const double population = cell.i == cell.l ? logCombinations(cell.datasets - 1, cell.size - 1) : logCombinations(cell.datasets - 2, cell.size - 2);
    const auto rows = view.rowMeans(cell.with);
    const double value = meanOf(rows);
    const double error = std::sqrt(rowVariance(rows) + view.samplingVariance(cell.with, population));
    affinity.value(cell.i, cell.l) = value;
    affinity.standardError(cell.i, cell.l) = error;
    setInterval(affinity.low, affinity.high, {cell.i, cell.l}, {value, error});
}

void fillGain(AffinityMatrix& affinity, const DatasetView& view, const Cell& cell) {
    if (cell.i == cell.l || cell.without.empty()) return;
    auto difference = view.rowMeans(cell.with);
    const auto without = view.rowMeans(cell.without);
    for (std::size_t s = 0; s < difference.size(); ++s) difference[s] -= without[s];
    const double sampling = view.samplingVariance(cell.with, logCombinations(cell.datasets - 2, cell.size - 2)) +
                            view.samplingVariance(cell.without, logCombinations(cell.datasets - 2, cell.size - 1));
    const double gain = meanOf(difference);
    affinity.gain(cell.i, cell.l) = gain;
    setInterval(affinity.gainLow, affinity.gainHigh, {cell.i, cell.l}, {gain, std::sqrt(rowVariance(difference) + sampling)});
}

std::map<Subset, std::int64_t> indexOf(const PerformanceTable& table) {
    std::map<Subset, std::int64_t> index;
    for (std::size_t k = 0; k < table.subsets.size(); ++k) index.emplace(table.subsets[k], static_cast<std::int64_t>(k));
    return index;
}

/// −loss of dataset i after `better` minus that after `worse`; NaN where one was not fitted.
double differenceOf(const PerformanceTable& table, const std::map<Subset, std::int64_t>& index, std::int64_t i, const std::pair<Subset, Subset>& betterAndWorse) {
    const auto better = index.find(betterAndWorse.first), worse = index.find(betterAndWorse.second);
    return better == index.end() || worse == index.end() ? kNaN : table.loss(worse->second, i) - table.loss(better->second, i);
}

}  // namespace

AffinityMatrix affinityOf(const PerformanceTable& table, std::span<const std::size_t> counted, bool exhaustive) {
    const std::int64_t n = table.loss.cols;
    AffinityMatrix result{Matrix(n, n), Matrix(n, n), Matrix(n, n), Matrix(n, n, kNaN), Matrix(n, n, kNaN), Matrix(n, n, kNaN), Matrix(n, n), MatrixOf<std::int64_t>(n, n)};
    const auto size = counted.empty() ? 0.0 : static_cast<double>(table.subsets[counted.front()].size());
    for (std::int64_t i = 0; i < n; ++i) {
        if (table.rowLoss[static_cast<std::size_t>(i)].cols == 0) {
            throw Error(ErrorCode::InvalidInput, "dataset " + std::to_string(i) + " has no validation rows, so nothing can be said of what helps it; give it a validation split");
        }
        Indices containing;
        std::copy_if(counted.begin(), counted.end(), std::back_inserter(containing), [&](std::size_t k) { return holds(table.subsets[k], static_cast<int>(i)); });
        const DatasetView view(table, static_cast<std::size_t>(i), containing, exhaustive);
        for (std::int64_t l = 0; l < n; ++l) {
            Cell cell{i, l, {}, {}, static_cast<double>(n), size};
            for (const std::size_t k : containing) (holds(table.subsets[k], static_cast<int>(l)) ? cell.with : cell.without).push_back(k);
            if (cell.with.empty()) {
                throw Error(ErrorCode::InvalidInput, "datasets " + std::to_string(i) + " and " + std::to_string(l) + " meet in no counted subset; ask for more subsets");
            }
            result.pairs(i, l) = static_cast<std::int64_t>(cell.with.size());
            fillValue(result, view, cell);
            fillGain(result, view, cell);
        }
    }
    return result;
}

Matrix standardised(const Matrix& value, const Matrix& standardError) {
    Matrix result(value.rows, value.cols);
    for (std::int64_t i = 0; i < value.rows; ++i) {
        const auto row = value.row(i);
        const double mean = std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(value.cols);
        double sum = 0;
        for (const double x : row) sum += (x - mean) * (x - mean);
        double divisor = std::sqrt(sum / static_cast<double>(value.cols));
        // A row that differs by rounding alone is constant.
        if (divisor <= 1e-12 * std::abs(mean)) continue;
        if (!standardError.empty()) {
            std::vector<double> errors(standardError.row(i).begin(), standardError.row(i).end());
            std::sort(errors.begin(), errors.end());
            const std::size_t half = errors.size() / 2;
            const double median = errors.size() % 2 ? errors[half] : (errors[half - 1] + errors[half]) / 2;
            divisor = std::max(divisor, 2 * median);
        }
        if (divisor > 0) std::transform(row.begin(), row.end(), result.row(i).begin(), [&](double x) { return (x - mean) / divisor; });
    }
    return result;
}

Matrix symmetrised(const Matrix& value) {
    Matrix result(value.rows, value.cols);
    for (std::int64_t i = 0; i < value.rows; ++i) {
        for (std::int64_t l = 0; l < value.cols; ++l) result(i, l) = (value(i, l) + value(l, i)) / 2;
    }
    return result;
}

Matrix pairwiseTransfer(const PerformanceTable& table) {
    const auto n = static_cast<int>(table.loss.cols);
    const auto index = indexOf(table);
    Matrix result(n, n, kNaN);
    for (int i = 0; i < n; ++i) {
        for (int l = 0; l < n; ++l) {
            if (i != l) result(i, l) = differenceOf(table, index, i, {{std::min(i, l), std::max(i, l)}, {i}});
        }
    }
    return result;
}

Matrix leaveOneOut(const PerformanceTable& table) {
    const auto n = static_cast<int>(table.loss.cols);
    const auto index = indexOf(table);
    Subset all(static_cast<std::size_t>(n));
    std::iota(all.begin(), all.end(), 0);
    Matrix result(n, n, kNaN);
    for (int l = 0; l < n; ++l) {
        Subset rest = all;
        rest.erase(rest.begin() + l);
        for (int i = 0; i < n; ++i) result(i, l) = differenceOf(table, index, i, {all, rest});
    }
    return result;
}

}  // namespace consort
