#include "core/affinity/agreement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "core/affinity/subset_sampler.h"
#include "core/affinity/trust.h"
#include "core/base/error.h"

namespace consort {
namespace {

constexpr std::size_t kFewestForRanks = 3;

/// Mean of f_i over the subsets with, and without, i: what membership alone says.
Matrix membershipPredictor(std::span<const Subset> subsets, const Matrix& measured) {
    Matrix predicted(measured.rows, measured.cols);
    for (std::int64_t i = 0; i < measured.cols; ++i) {
        double sum[2] = {0, 0}, count[2] = {0, 0};
        for (std::int64_t k = 0; k < measured.rows; ++k) {
            const bool in = holds(subsets[static_cast<std::size_t>(k)], i);
            sum[in] += measured(k, i);
            count[in] += 1;
        }
        for (std::int64_t k = 0; k < measured.rows; ++k) {
            const bool in = holds(subsets[static_cast<std::size_t>(k)], i);
            predicted(k, i) = sum[in] / count[in];
        }
    }
    return predicted;
}

/// The pairs of one side, dataset by dataset.
using Chosen = std::vector<std::vector<std::int64_t>>;

Chosen pairsWhere(std::span<const Subset> subsets, std::int64_t datasets, const std::function<bool(bool)>& wanted) {
    Chosen chosen(static_cast<std::size_t>(datasets));
    for (std::int64_t i = 0; i < datasets; ++i) {
        for (std::size_t k = 0; k < subsets.size(); ++k) {
            if (wanted(holds(subsets[k], i))) chosen[static_cast<std::size_t>(i)].push_back(static_cast<std::int64_t>(k));
        }
    }
    return chosen;
}

std::vector<double> valuesAt(const Matrix& matrix, const std::vector<std::int64_t>& rows, std::size_t i) {
    std::vector<double> values;
    for (const std::int64_t k : rows) values.push_back(matrix(k, static_cast<std::int64_t>(i)));
    return values;
}

std::vector<double> valuesAt(const Matrix& matrix, const Chosen& chosen) {
    std::vector<double> values;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::vector<double> part = valuesAt(matrix, chosen[i], i);
        values.insert(values.end(), part.begin(), part.end());
    }
    return values;
}

double meanSpearman(const Matrix& a, const Matrix& b, const Chosen& chosen) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i].size() < kFewestForRanks) continue;
        const double rho = spearman(valuesAt(a, chosen[i], i), valuesAt(b, chosen[i], i));
        if (!std::isfinite(rho)) continue;
        sum += rho;
        count += 1;
    }
    return count > 0 ? sum / count : std::nan("");
}

double squaredMiss(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
    return sum;
}

Agreement sideOf(const Chosen& chosen, const Matrix& estimated, const Matrix& measured, const Matrix& trivial, const Matrix& repeated) {
    Agreement side;
    const std::vector<double> f = valuesAt(measured, chosen), guess = valuesAt(estimated, chosen), membership = valuesAt(trivial, chosen);
    side.pairs = static_cast<std::int64_t>(f.size());
    if (f.empty()) return side;
    side.error = estimationError(guess, f);
    side.trivialError = estimationError(membership, f);
    const double spread = squaredMiss(membership, f);
    if (spread > 0) side.r2 = 1 - squaredMiss(guess, f) / spread;
    side.spearman = meanSpearman(estimated, measured, chosen);
    side.trivialSpearman = meanSpearman(trivial, measured, chosen);
    if (repeated.rows > 0) side.ceiling = meanSpearman(repeated, measured, chosen);
    return side;
}

}  // namespace

AgreementReport agreementOf(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured, const Matrix& repeated) {
    const auto count = static_cast<std::int64_t>(subsets.size());
    const bool fits = measured.rows == count && estimated.rows == count && estimated.cols == measured.cols &&
                      (repeated.rows == 0 || (repeated.rows == count && repeated.cols == measured.cols));
    if (!fits) throw Error(ErrorCode::InvalidInput, "estimates and measurements are not of the same subsets and datasets");
    const Matrix trivial = membershipPredictor(subsets, measured);
    const auto side = [&](const std::function<bool(bool)>& wanted) {
        return sideOf(pairsWhere(subsets, measured.cols, wanted), estimated, measured, trivial, repeated);
    };
    return {side([](bool in) { return in; }), side([](bool in) { return !in; }), side([](bool) { return true; })};
}

}  // namespace consort
