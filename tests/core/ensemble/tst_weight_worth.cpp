// Intervals of weights against a closed form and against fits to redrawn rows.
#include <QTest>

#include <cmath>

#include "core/base/rng.h"
#include "core/ensemble/weight_fit.h"
#include "core/ensemble/weight_worth.h"

using namespace consort;

namespace {

/// Rows of a quadratic loss ½ (x·w − y)².
struct Rows {
    Matrix x;
    std::vector<double> y;
};

Rows drawn(std::int64_t count, std::int64_t members, std::uint64_t seed, double noise) {
    Rng rng(seed, 1);
    Rows rows{Matrix(count, members), {}};
    for (std::int64_t r = 0; r < count; ++r) {
        double mean = 0;
        for (std::int64_t a = 0; a < members; ++a) {
            rows.x(r, a) = rng.normal();
            mean += rows.x(r, a) / static_cast<double>(members);
        }
        rows.y.push_back(mean + noise * rng.normal());
    }
    return rows;
}

double lossOf(const Rows& rows, std::span<const double> w, Derivatives* derivatives) {
    const std::int64_t m = rows.x.cols, n = rows.x.rows;
    double loss = 0;
    if (derivatives) *derivatives = {std::vector<double>(static_cast<std::size_t>(m), 0.0), Matrix(m, m)};
    for (std::int64_t r = 0; r < n; ++r) {
        double miss = -rows.y[static_cast<std::size_t>(r)];
        for (std::int64_t a = 0; a < m; ++a) miss += rows.x(r, a) * w[static_cast<std::size_t>(a)];
        loss += miss * miss / (2.0 * static_cast<double>(n));
        for (std::int64_t a = 0; derivatives && a < m; ++a) {
            derivatives->gradient[static_cast<std::size_t>(a)] += miss * rows.x(r, a) / static_cast<double>(n);
            for (std::int64_t b = 0; b < m; ++b) derivatives->curvature(a, b) += rows.x(r, a) * rows.x(r, b) / static_cast<double>(n);
        }
    }
    return loss;
}

std::vector<double> fitted(const Rows& rows) {
    return fitSimplexWeights(static_cast<std::size_t>(rows.x.cols), [&](std::span<const double> w, Derivatives* d) { return lossOf(rows, w, d); }, 1e-12).weights;
}

std::vector<WeightInterval> intervalsOf(const Rows& rows, const std::vector<double>& w) {
    Matrix gradients(rows.x.rows, rows.x.cols);
    for (std::int64_t r = 0; r < rows.x.rows; ++r) {
        double miss = -rows.y[static_cast<std::size_t>(r)];
        for (std::int64_t a = 0; a < rows.x.cols; ++a) miss += rows.x(r, a) * w[static_cast<std::size_t>(a)];
        for (std::int64_t a = 0; a < rows.x.cols; ++a) gradients(r, a) = miss * rows.x(r, a);
    }
    Derivatives derivatives;
    lossOf(rows, w, &derivatives);
    return weightIntervals(w, gradients, derivatives.curvature);
}

}  // namespace

class WeightWorthTest : public QObject {
    Q_OBJECT

private slots:
    /// With two members the weight is the slope of a regression without intercept: its sandwich error is known.
    void twoMembersAreARegression() {
        const Rows rows = drawn(200, 2, 5, 0.5);
        const std::vector<double> w = fitted(rows);
        double zz = 0, meat = 0, mean = 0;
        std::vector<double> scores;
        for (std::int64_t r = 0; r < 200; ++r) {
            const double z = rows.x(r, 0) - rows.x(r, 1), miss = rows.x(r, 1) + w[0] * z - rows.y[static_cast<std::size_t>(r)];
            zz += z * z;
            scores.push_back(miss * z);
            mean += scores.back() / 200;
        }
        for (const double score : scores) meat += (score - mean) * (score - mean) * 200 / 199;
        const double error = std::sqrt(meat) / zz;
        const auto intervals = intervalsOf(rows, w);
        QVERIFY(std::abs(intervals[0].high - intervals[0].low - 2 * 1.959964 * error) < 1e-6);
        QVERIFY(std::abs(intervals[0].high - intervals[0].low - (intervals[1].high - intervals[1].low)) < 1e-9);
    }

    /// 95 % of the intervals hold the true weights.
    void theyHoldTheTruthAsOftenAsTheySay() {
        int held = 0, all = 0;
        for (std::uint64_t draw = 0; draw < 200; ++draw) {
            const Rows rows = drawn(150, 3, 100 + draw, 0.4);
            for (const WeightInterval& interval : intervalsOf(rows, fitted(rows))) {
                if (std::isnan(interval.low)) continue;
                ++all;
                held += interval.low <= 1.0 / 3 && 1.0 / 3 <= interval.high;
            }
        }
        QVERIFY(all > 550);
        const double share = static_cast<double>(held) / all;
        QVERIFY2(share > 0.92 && share < 0.98, std::to_string(share).c_str());
    }

    void heldWeightsAndLoneMembersHaveNone() {
        const Rows rows = drawn(50, 2, 1, 0.1);
        QVERIFY(std::isnan(intervalsOf(rows, {1.0, 0.0})[0].low));
        const Rows three = drawn(50, 3, 1, 0.1);
        const auto intervals = intervalsOf(three, {0.5, 0.5, 0.0});
        QVERIFY(std::isnan(intervals[2].low) && !std::isnan(intervals[0].low));
    }
};

QTEST_APPLESS_MAIN(WeightWorthTest)
#include "tst_weight_worth.moc"
