#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "tests/core/affinity/grouping_cases.h"

using namespace consort;

class TestExact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsBruteForceUpToEightDatasets() {
        for (int n = 1; n <= 8; ++n) {
            for (std::uint64_t seed = 0; seed < 3; ++seed) {
                const Matrix affinity = randomSymmetric(n, seed);
                for (int m = 1; m <= n; ++m) {
                    const ClusterResult result = partition({affinity, m, {}, {}, 0}, "exact");
                    QVERIFY(std::abs(result.density - bruteForceDensity(affinity, m, {})) < 1e-10);
                    QVERIFY(result.upperBound == result.density);
                    QVERIFY(std::abs(densityOf(affinity, result.groups) - result.density) < 1e-10);
                }
            }
        }
    }

    void equalsBruteForceUnderConstraints() {
        const Matrix affinity = randomSymmetric(8, 11);
        GroupConstraints rules;
        rules.mustLink = {{0, 5}};
        rules.cannotLink = {{1, 2}, {0, 7}};
        rules.pinned = {{3, 1}, {4, 2}};
        rules.minSize = 2;
        rules.maxSize = 4;
        for (int m = 3; m <= 4; ++m) {
            QVERIFY(std::abs(partition({affinity, m, rules, {}, 0}, "exact").density - bruteForceDensity(affinity, m, rules)) < 1e-10);
        }
    }

    void arbitraryBlockValuesAreMaximisedForEveryM() {
        const int n = 7;
        const auto value = [](const Subset& block) {
            std::uint64_t key = 0;
            for (const int item : block) key |= std::uint64_t{1} << item;
            return Rng(key, 5).normal();
        };
        const std::vector<Partition> all = exactPartitions(n, value);
        QCOMPARE(all.size(), std::size_t{n});
        for (int m = 1; m <= n; ++m) {
            const auto total = [&](const Partition& groups) {
                double sum = 0;
                for (const Subset& block : groups) sum += value(block);
                return sum;
            };
            double best = -1e300;
            forEachPartition(n, m, [&](const Partition& groups) { best = std::max(best, total(groups)); });
            QVERIFY(isPartition(all[static_cast<std::size_t>(m) - 1], n, m));
            QVERIFY(std::abs(total(all[static_cast<std::size_t>(m) - 1]) - best) < 1e-12);
        }
    }

    void rowAndColumnShiftsLeaveTheOptimumUnchanged() {
        Matrix shifted = randomSymmetric(10, 4);
        const Partition before = partition({shifted, 3, {}, {}, 0}, "exact").groups;
        Rng rng(8, 8);
        std::vector<double> r(10);
        for (double& value : r) value = 5 * rng.normal();
        for (int i = 0; i < 10; ++i) {
            for (int j = 0; j < 10; ++j) shifted(i, j) += r[static_cast<std::size_t>(i)] + r[static_cast<std::size_t>(j)];
        }
        QVERIFY(partition({shifted, 3, {}, {}, 0}, "exact").groups == before);
    }

    void moreThanSixteenAreRefused() {
        QVERIFY_EXCEPTION_THROWN(exactPartitions(17, [](const Subset&) { return 0.0; }), Error);
        QVERIFY_EXCEPTION_THROWN(exactPartitions(0, [](const Subset&) { return 0.0; }), Error);
    }
};

QTEST_GUILESS_MAIN(TestExact)
#include "tst_exact.moc"
