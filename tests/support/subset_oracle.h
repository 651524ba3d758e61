#pragma once
// Rows of datasets for the tests of subset fits, and the least objective that Newton's method finds in plain float64.
#include <cmath>
#include <limits>

#include "core/base/rng.h"
#include "core/nn/subset_solver.h"

namespace consort {

using Vector = std::vector<double>;

inline LinearRows plainRows(std::int64_t rows, std::int64_t dim, std::uint64_t seed, double scale = 1) {
    Rng rng(seed, streamOf("rows"));
    LinearRows result;
    result.sketch = FloatMatrix(rows, dim);
    for (std::int64_t s = 0; s < rows; ++s) {
        result.h0.push_back(static_cast<float>(rng.normal()));
        for (std::int64_t k = 0; k < dim; ++k) {
            result.sketch(s, k) = static_cast<float>(scale * (rng.normal() + 0.5 * std::cos(static_cast<double>(seed + static_cast<std::uint64_t>(k)))) / std::sqrt(k + 1.0));
        }
    }
    return result;
}

/// Examples with 2 to 4 choices each, the last of them the rest.
inline LinearRows choiceRows(std::int64_t examples, std::int64_t dim, std::uint64_t seed) {
    Rng rng(seed, streamOf("choices"));
    LinearRows shape;
    shape.choiceOffsets = {0};
    for (std::int64_t s = 0; s < examples; ++s) {
        const auto choices = 2 + static_cast<std::int64_t>(rng.below(3));
        shape.choiceOffsets.push_back(shape.choiceOffsets.back() + choices);
        shape.gold.push_back(static_cast<int>(rng.below(static_cast<std::uint64_t>(choices - 1))));
        shape.length.push_back(1 + static_cast<int>(rng.below(3)));
    }
    LinearRows rows = plainRows(shape.choiceOffsets.back(), dim, seed);
    shape.h0 = rows.h0;
    shape.sketch = rows.sketch;
    return shape;
}

/// Solves A x = b, A symmetric positive definite, by Gauss elimination.
inline Vector solved(std::vector<Vector> a, Vector b) {
    const std::size_t n = b.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t r = i + 1; r < n; ++r) {
            const double factor = a[r][i] / a[i][i];
            for (std::size_t c = i; c < n; ++c) a[r][c] -= factor * a[i][c];
            b[r] -= factor * b[i];
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t c = i + 1; c < n; ++c) b[i] -= a[i][c] * b[c];
        b[i] /= a[i][i];
    }
    return b;
}

/// Objective, gradient and Hessian written down independently of the engine, one row at a time.
struct Oracle {
    const std::vector<LinearRows>& datasets;
    Subset subset;
    FitOptions options;
    double objective = 0;
    Vector gradient;
    std::vector<Vector> hessian;

    double weight(std::size_t k) const {
        double total = 0;
        for (const int i : subset) total += options.uniformOverDatasets ? 1.0 : static_cast<double>(datasets[static_cast<std::size_t>(i)].examples());
        const auto own = static_cast<double>(datasets[static_cast<std::size_t>(subset[k])].examples());
        return (options.uniformOverDatasets ? 1.0 : own) / total / own;
    }

    double predictor(const LinearRows& rows, std::int64_t s, const Vector& w) const {
        double h = rows.h0[static_cast<std::size_t>(s)];
        for (std::size_t k = 0; k < w.size(); ++k) h += static_cast<double>(rows.sketch(s, static_cast<std::int64_t>(k))) * w[k];
        return h;
    }

    void addOuter(std::span<const double> x, double slope, double curvature) {
        for (std::size_t r = 0; r < x.size(); ++r) {
            gradient[r] += slope * x[r];
            for (std::size_t c = 0; c < x.size(); ++c) hessian[r][c] += curvature * x[r] * x[c];
        }
    }

    void addPlain(const LinearRows& rows, double a, const Vector& w) {
        for (std::int64_t s = 0; s < rows.sketch.rows; ++s) {
            const double h = predictor(rows, s, w), p = 1 / (1 + std::exp(h));
            const Vector x(rows.sketch.row(s).begin(), rows.sketch.row(s).end());
            objective += a * std::log1p(std::exp(-h));
            addOuter(x, -a * p, a * p * (1 - p));
        }
    }

    void addChoices(const LinearRows& rows, double a, const Vector& w) {
        for (std::size_t e = 0; e < rows.gold.size(); ++e) {
            const std::int64_t first = rows.choiceOffsets[e], last = rows.choiceOffsets[e + 1];
            double sum = 0;
            for (std::int64_t c = first; c < last; ++c) sum += std::exp(predictor(rows, c, w));
            const double scale = a / rows.length[e];
            objective += scale * (std::log(sum) - predictor(rows, first + rows.gold[e], w));
            Vector mean(w.size(), 0.0);
            for (std::int64_t c = first; c < last; ++c) {
                const double p = std::exp(predictor(rows, c, w)) / sum;
                const Vector x(rows.sketch.row(c).begin(), rows.sketch.row(c).end());
                for (std::size_t k = 0; k < x.size(); ++k) mean[k] += p * x[k];
                addOuter(x, scale * (p - (c == first + rows.gold[e] ? 1.0 : 0.0)), scale * p);
            }
            addOuter(mean, 0, -scale);
        }
    }

    void evaluate(const Vector& w) {
        objective = 0;
        gradient.assign(w.size(), 0.0);
        hessian.assign(w.size(), Vector(w.size(), 0.0));
        for (std::size_t k = 0; k < w.size(); ++k) {
            objective += options.lambda * w[k] * w[k];
            gradient[k] = 2 * options.lambda * w[k];
            hessian[k][k] = 2 * options.lambda;
        }
        for (std::size_t k = 0; k < subset.size(); ++k) {
            const LinearRows& rows = datasets[static_cast<std::size_t>(subset[k])];
            if (rows.choiceOffsets.empty()) addPlain(rows, weight(k), w);
            else addChoices(rows, weight(k), w);
        }
    }

    double minimum(std::size_t dim) {
        Vector w(dim, 0.0);
        evaluate(w);
        for (int step = 0; step < 100; ++step) {
            const double before = objective;
            const Vector move = solved(hessian, gradient);
            Vector next;
            for (double length = 1; length > 1e-9; length /= 2) {
                next = w;
                for (std::size_t k = 0; k < dim; ++k) next[k] -= length * move[k];
                evaluate(next);
                if (objective < before) break;
            }
            if (!(objective < before)) return before;
            w = next;
        }
        return objective;
    }
};

inline std::vector<Subset> allSubsets(int n) {
    std::vector<Subset> subsets;
    for (int bits = 0; bits < (1 << n); ++bits) {
        subsets.emplace_back();
        for (int i = 0; i < n; ++i) {
            if (bits >> i & 1) subsets.back().push_back(i);
        }
    }
    return subsets;
}

inline std::vector<LinearRows> mixedDatasets(std::int64_t dim) {
    return {plainRows(40, dim, 1), plainRows(7, dim, 2), choiceRows(25, dim, 3), plainRows(90, dim, 4, 3.0), plainRows(1, dim, 5)};
}

/// Largest excess over the oracle, and checks of the gradient norm that the fit claims.
inline double worstExcess(const std::vector<LinearRows>& datasets, const std::vector<Subset>& subsets, const FitOptions& options) {
    double worst = 0;
    const auto fits = fitSubsets(datasets, subsets, options, JobContext());
    for (std::size_t k = 0; k < subsets.size(); ++k) {
        if (subsets[k].empty()) continue;
        Oracle oracle{datasets, subsets[k], options, 0, {}, {}};
        const double least = oracle.minimum(fits[k].w.size());
        const double reached = subsetObjective(datasets, subsets[k], options, fits[k].w);
        worst = std::max(worst, (reached - least) / least);
    }
    return worst;
}

inline double norm(const Vector& x) {
    double sum = 0;
    for (const double v : x) sum += v * v;
    return std::sqrt(sum);
}

}  // namespace consort
