#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/knee.h"

using namespace consort;

namespace {

/// Two datasets of `rows` rows with the given mean losses and a row-to-row spread of 3: standard error of the mean 3/√100/√2 = 0.21.
GroupingPrediction prediction(int groups, double first, double second, int rows = 100) {
    Rng rng(1, 1);
    GroupingPrediction result{groups, 0, 10.0 * groups, {{}, {}}};
    for (int row = 0; row < rows; ++row) {
        const double shared = 3 * rng.normal();
        result.rowValues[0].push_back(first + shared);
        result.rowValues[1].push_back(second + shared);
    }
    return result;
}

}  // namespace

class TestKnee : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGainBelowTheErrorOfTheBestMeanKeepsFewerGroups() {
        const std::vector<KneeRow> table = kneeTable(std::vector<GroupingPrediction>{prediction(1, 1.0, 1.2), prediction(2, 0.9, 1.1), prediction(3, 0.95, 1.15)}, false);
        QCOMPARE(kneeOf(table), 1);
        QVERIFY(std::abs((table[0].mean - table[1].mean) - 0.1) < 1e-9);
        QVERIFY(table[0].worst > table[0].mean);
        QCOMPARE(table[2].flops, 30.0);
        QCOMPARE(kneeOf(kneeTable(std::vector<GroupingPrediction>{prediction(1, 1.5, 1.7), prediction(2, 0.9, 1.1)}, false)), 2);
    }

    void aGainWithinOneErrorDoesNotJustifyMoreGroups() {
        std::vector<GroupingPrediction> candidates{prediction(1, 2.0, 2.0), prediction(2, 1.0, 1.0), prediction(3, 1.0, 1.0)};
        Rng rng(4, 4);
        for (auto& values : candidates[2].rowValues) {
            for (double& value : values) value += 0.5 * rng.normal();
            double mean = 0;
            for (std::size_t s = 0; s < values.size(); ++s) mean += (values[s] - candidates[1].rowValues[0][s]) / static_cast<double>(values.size());
            for (double& value : values) value -= mean + 0.01;  // 0.01 better, standard error 0.5/√100/√2 = 0.035
        }
        QCOMPARE(kneeOf(kneeTable(candidates, false)), 2);
    }

    void standardErrorIsTheClosedForm() {
        // The best mean is 1 over rows (0, 2): variance 2, error √(2/2) = 1, so a mean of 2 is within it and 2.1 is not.
        const std::vector<GroupingPrediction> within{{1, 0, 0, {{1.0, 3.0}}}, {2, 0, 0, {{0.0, 2.0}}}};
        QCOMPARE(kneeOf(kneeTable(within, false)), 1);
        const std::vector<GroupingPrediction> beyond{{1, 0, 0, {{1.1, 3.1}}}, {2, 0, 0, {{0.0, 2.0}}}};
        QCOMPARE(kneeOf(kneeTable(beyond, false)), 2);
    }

    void largerIsBetterTurnsTheTable() {
        const std::vector<GroupingPrediction> accuracy{{1, 0, 0, {{0, 0, 1, 0}, {}}}, {2, 0, 0, {{1, 1, 1, 1}, {}}}};
        const std::vector<KneeRow> table = kneeTable(accuracy, true);
        QCOMPARE(kneeOf(table), 2);
        QCOMPARE(table[0].worst, 0.25);
    }

    void exactlyOneKneeAndEqualCandidatesTakeTheSmallest() {
        const std::vector<GroupingPrediction> equal{prediction(1, 1, 1), prediction(2, 1, 1), prediction(3, 1, 1)};
        const std::vector<KneeRow> table = kneeTable(equal, false);
        QCOMPARE(kneeOf(table), 1);
        QCOMPARE(std::count_if(table.begin(), table.end(), [](const KneeRow& row) { return row.knee; }), 1);
    }

    void unequalRowsAndMissingMetricAreRefused() {
        QVERIFY_EXCEPTION_THROWN(kneeTable(std::vector<GroupingPrediction>{prediction(1, 1, 1, 10), prediction(2, 1, 1, 9)}, false), Error);
        QVERIFY_EXCEPTION_THROWN(kneeTable(std::vector<GroupingPrediction>{{1, 0, 0, {{}, {}}}}, false), Error);
    }
};

QTEST_GUILESS_MAIN(TestKnee)
#include "tst_knee.moc"
