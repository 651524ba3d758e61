#include <QtTest>

#include <cmath>

#include "core/affinity/affinity_matrix.h"
#include "core/affinity/lambda_calibration.h"
#include "core/affinity/subset_sampler.h"
#include "core/affinity/trust.h"
#include "core/base/error.h"
#include "core/base/rng.h"

using namespace consort;

namespace {

/// Random losses: what affinity is, not what it means.
PerformanceTable randomTable(int datasets, std::int64_t rows, const SubsetPlan& plan) {
    Rng rng(5, streamOf("losses"));
    const auto count = static_cast<std::int64_t>(plan.subsets.size());
    PerformanceTable table{plan.subsets, Matrix(count, datasets), Matrix(count, datasets), Matrix(count, datasets), {}};
    for (int i = 0; i < datasets; ++i) {
        table.rowLoss.emplace_back(count, rows);
        for (std::int64_t k = 0; k < count; ++k) {
            double sum = 0;
            for (float& loss : table.rowLoss.back().row(k)) sum += static_cast<double>(loss = static_cast<float>(rng.uniform() + 0.1 * static_cast<double>(k % 7)));
            table.loss(k, i) = sum / static_cast<double>(rows);
        }
    }
    return table;
}

bool contains(const Subset& subset, int item) { return std::find(subset.begin(), subset.end(), item) != subset.end(); }

/// Mean of −loss of i over counted subsets with l (or without).
double bruteMean(const PerformanceTable& table, const SubsetPlan& plan, std::pair<int, int> cell, bool with) {
    double sum = 0, count = 0;
    for (const std::size_t k : plan.affinity) {
        if (!contains(plan.subsets[k], cell.first) || contains(plan.subsets[k], cell.second) != with) continue;
        sum -= table.loss(static_cast<std::int64_t>(k), cell.first);
        count += 1;
    }
    return sum / count;
}

LinearRows smallRows(std::int64_t rows, std::int64_t dim, std::uint64_t seed) {
    Rng rng(seed, streamOf("small rows"));
    LinearRows result;
    result.sketch = FloatMatrix(rows, dim);
    for (std::int64_t s = 0; s < rows; ++s) result.h0.push_back(static_cast<float>(rng.normal()));
    for (float& x : result.sketch.values) x = static_cast<float>(rng.normal());
    return result;
}

}  // namespace

class TestAffinityMatrix : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAndGainsEqualBruteForce() {
        const SubsetPlan plan = planSubsets({6, false, {}, {}, 0});
        const PerformanceTable table = randomTable(6, 20, plan);
        const AffinityMatrix affinity = affinityOf(table, plan.affinity, true);
        for (int i = 0; i < 6; ++i) {
            for (int l = 0; l < 6; ++l) {
                const double with = bruteMean(table, plan, {i, l}, true);
                QVERIFY(std::abs(affinity.value(i, l) - with) < 1e-9);
                QVERIFY(affinity.low(i, l) <= affinity.value(i, l) && affinity.value(i, l) <= affinity.high(i, l));
                QCOMPARE(affinity.pairs(i, l), std::int64_t{i == l ? 10 : 4});
                if (i == l) {
                    QVERIFY(std::isnan(affinity.gain(i, l)));
                    continue;
                }
                QVERIFY(std::abs(affinity.gain(i, l) - (with - bruteMean(table, plan, {i, l}, false))) < 1e-9);
                QVERIFY(affinity.gainLow(i, l) <= affinity.gain(i, l) && affinity.gain(i, l) <= affinity.gainHigh(i, l));
            }
        }
    }
    void exhaustiveErrorIsThatOfTheRowMeans() {
        const SubsetPlan plan = planSubsets({4, false, {}, {}, 0});
        const PerformanceTable table = randomTable(4, 15, plan);
        const AffinityMatrix affinity = affinityOf(table, plan.affinity, true);
        std::vector<double> means(15, 0.0);
        double count = 0;
        for (const std::size_t k : plan.affinity) {
            if (!contains(plan.subsets[k], 0) || !contains(plan.subsets[k], 2)) continue;
            count += 1;
            for (std::size_t s = 0; s < 15; ++s) means[s] += static_cast<double>(table.rowLoss[0](static_cast<std::int64_t>(k), static_cast<std::int64_t>(s)));
        }
        double mean = 0, square = 0;
        for (double& m : means) mean += (m /= count) / 15;
        for (const double m : means) square += (m - mean) * (m - mean);
        QVERIFY(std::abs(affinity.standardError(0, 2) - std::sqrt(square / 14 / 15)) < 1e-9);
        QVERIFY(std::abs(affinity.high(0, 2) - affinity.low(0, 2) - 2 * 1.959964 * affinity.standardError(0, 2)) < 1e-6);
    }
    void samplingWidensIntervalsAndVanishesWhenAllAreDrawn() {
        const SubsetPlan plan = planSubsets({6, false, {}, {}, 0});
        const PerformanceTable table = randomTable(6, 20, plan);
        const std::vector<std::size_t> half(plan.affinity.begin(), plan.affinity.end() - 5);
        const double rowsOnly = affinityOf(table, half, true).standardError(0, 1), sampled = affinityOf(table, half, false).standardError(0, 1);
        QVERIFY(sampled >= rowsOnly);
        const auto complete = affinityOf(table, plan.affinity, false), exhaustive = affinityOf(table, plan.affinity, true);
        QVERIFY(std::abs(complete.standardError(2, 3) - exhaustive.standardError(2, 3)) < 1e-9);
    }
    void gainIsUndefinedWhereNothingIsLeftOut() {
        const SubsetPlan plan = planSubsets({2, false, {}, {}, 0});
        const AffinityMatrix affinity = affinityOf(randomTable(2, 8, plan), plan.affinity, true);
        QVERIFY(std::isnan(affinity.gain(0, 1)) && std::isfinite(affinity.value(0, 1)));
    }
    void oneValidationRowGivesFiniteNumbers() {
        const SubsetPlan plan = planSubsets({4, false, {}, {}, 0});
        const AffinityMatrix affinity = affinityOf(randomTable(4, 1, plan), plan.affinity, true);
        for (const double error : affinity.standardError.values) QVERIFY(std::isfinite(error));
    }
    void uncoveredPairIsNamed() {
        const SubsetPlan plan = planSubsets({4, false, {}, {}, 0});
        const PerformanceTable table = randomTable(4, 5, plan);
        std::vector<std::size_t> counted;
        for (const std::size_t k : plan.affinity) {
            if (!(contains(plan.subsets[k], 1) && contains(plan.subsets[k], 3))) counted.push_back(k);
        }
        try {
            affinityOf(table, counted, false);
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("1 and 3"), e.what());
        }
    }
    void standardisedRowsHaveMeanZeroAndDeviationOne() {
        Matrix value(2, 4);
        value.values = {1, 2, 3, 6, 5, 5, 5, 5};
        const Matrix result = standardised(value, Matrix());
        double sum = 0, square = 0;
        for (const double x : result.row(0)) {
            sum += x;
            square += x * x;
        }
        QVERIFY(std::abs(sum) < 1e-12 && std::abs(square / 4 - 1) < 1e-12);
        for (const double x : result.row(1)) QCOMPARE(x, 0.0);
    }
    void noisyRowIsShrunk() {
        Matrix value(1, 4), error(1, 4, 10.0);
        value.values = {1, 2, 3, 6};
        const Matrix result = standardised(value, error);
        QVERIFY(std::abs(result(0, 3) - 3.0 / 20) < 1e-12);
    }
    void viewsOfTheTableAreDifferencesOfLosses() {
        const SubsetPlan plan = planSubsets({4, false, {}, {}, 0});
        const PerformanceTable table = randomTable(4, 6, plan);
        const auto lossOf = [&](const Subset& subset, int i) {
            return table.loss(std::find(plan.subsets.begin(), plan.subsets.end(), subset) - plan.subsets.begin(), i);
        };
        QCOMPARE(pairwiseTransfer(table)(2, 0), lossOf({2}, 2) - lossOf({0, 2}, 2));
        QCOMPARE(leaveOneOut(table)(1, 3), lossOf({0, 1, 2}, 1) - lossOf({0, 1, 2, 3}, 1));
        QVERIFY(std::isnan(pairwiseTransfer(table)(1, 1)));
        QCOMPARE(symmetrised(pairwiseTransfer(table))(0, 1), symmetrised(pairwiseTransfer(table))(1, 0));
    }
    void performanceTableScoresChoices() {
        ValidationRows rows;
        rows.loss = smallRows(3, 2, 1);
        rows.choices = smallRows(6, 2, 2);
        rows.choices.h0 = {1, 1, 0, 2, 3, 0};
        std::fill(rows.choices.sketch.values.begin(), rows.choices.sketch.values.end(), 0.0F);
        rows.choices.sketch(2, 0) = 5;
        rows.choices.choiceOffsets = {0, 2, 4, 6};
        rows.choices.gold = {0, 0, 1};
        rows.choices.length = {1, 1, 1};
        FloatMatrix weights(2, 2);
        weights(1, 0) = 1;
        const std::vector<Subset> subsets = {{}, {0}};
        const PerformanceTable table = performanceTable(std::vector<ValidationRows>{rows}, subsets, weights);
        // At w = 0: a tie that the first wins, wrong, wrong; at w₁: the second becomes right.
        QVERIFY(std::abs(table.accuracy(0, 0) - 1.0 / 3) < 1e-12 && std::abs(table.accuracy(1, 0) - 2.0 / 3) < 1e-12);
        QVERIFY(std::abs(table.macroF1(0, 0) - (0.5 + 0.0) / 2) < 1e-12);
        double sum = 0;
        for (std::int64_t s = 0; s < 3; ++s) sum += std::log1p(std::exp(-static_cast<double>(rows.loss.h0[static_cast<std::size_t>(s)])));
        QVERIFY(std::abs(table.loss(0, 0) - sum / 3) < 1e-6);
    }
    void datasetWithoutValidationRowsIsNanAndRefusedLater() {
        std::vector<ValidationRows> datasets(2);
        datasets[0].loss = smallRows(4, 2, 1);
        const SubsetPlan plan = planSubsets({2, false, {}, {}, 0});
        const PerformanceTable table = performanceTable(datasets, plan.subsets, FloatMatrix(4, 2));
        QVERIFY(std::isnan(table.loss(0, 1)) && std::isnan(table.accuracy(0, 0)));
        QVERIFY_EXCEPTION_THROWN(affinityOf(table, plan.affinity, true), Error);
    }
    void lambdaIsTheOneWithTheLeastValidationLoss() {
        std::vector<LinearRows> train;
        std::vector<ValidationRows> validation(3);
        for (std::uint64_t i = 0; i < 3; ++i) {
            train.push_back(smallRows(12, 20, i));
            validation[i].loss = smallRows(30, 20, 50 + i);
        }
        const SubsetPlan plan = planSubsets({3, false, {}, {}, 0});
        const LambdaChoice choice = calibrateLambda({train, validation, plan.subsets}, FitOptions(), 0, JobContext());
        QCOMPARE(choice.curve.size(), std::size_t{13});
        QVERIFY(std::abs(choice.curve.front().lambda - 1e-5) < 1e-12 && std::abs(choice.curve.back().lambda - 10) < 1e-9);
        for (const LambdaPoint& point : choice.curve) {
            if (point.lambda == choice.lambda) QVERIFY(std::all_of(choice.curve.begin(), choice.curve.end(), [&](const LambdaPoint& p) { return p.loss >= point.loss; }));
        }
        // Labels are pure noise, so little may be learned.
        QVERIFY(choice.lambda >= 0.1);
    }
    void spearmanUsesMeanRanksOfTies() {
        const std::vector<double> a = {1, 2, 2, 4}, b = {10, 30, 20, 40}, constant(4, 1.0);
        QVERIFY(std::abs(spearman(a, b) - 0.9486832980505138) < 1e-12);
        QVERIFY(std::isnan(spearman(a, constant)));
    }
    void firstOrderErrorIsRelativeToTheLargerOutput() {
        const std::vector<double> h0 = {1, -4}, gDelta = {1, 1}, hNew = {2.5, -2};
        const FirstOrderError error = firstOrderError(h0, gDelta, hNew);
        QVERIFY(std::abs(error.error - (0.04 + 0.0625) / 2) < 1e-12 && std::abs(error.root * error.root - error.error) < 1e-12);
        QVERIFY(std::abs(estimationError(h0, hNew) - (2.25 + 4) / (6.25 + 4)) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestAffinityMatrix)
#include "tst_affinity_matrix.moc"
