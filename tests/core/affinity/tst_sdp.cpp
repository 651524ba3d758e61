#include <QtTest>

#include <cmath>

#include "tests/core/affinity/grouping_cases.h"

using namespace consort;

class TestSdp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void solutionIsFeasibleAndItsBoundIsTight() {
        for (const int n : {2, 5, 20, 40}) {
            for (const int m : {1, 2, n / 2, n - 1, n}) {
                const Matrix affinity = randomSymmetric(n, static_cast<std::uint64_t>(n + m));
                const SdpSolution solution = solveSdp(affinity, std::max(1, m));
                double trace = 0, smallest = 0;
                for (int i = 0; i < n; ++i) {
                    double row = 0;
                    for (int j = 0; j < n; ++j) {
                        row += solution.x(i, j);
                        smallest = std::min(smallest, solution.x(i, j));
                    }
                    QVERIFY(std::abs(row - 1) < 1e-9);
                    trace += solution.x(i, i);
                }
                QVERIFY(std::abs(trace - std::max(1, m)) < 1e-8);
                QVERIFY2(smallest > -2e-3, qPrintable(QString::number(smallest)));
                QVERIFY(std::abs(solution.upperBound - solution.objective) < 1e-4 * std::max(1.0, std::abs(solution.objective)));
            }
        }
    }

    void boundIsAboveTheBestPartition() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Matrix affinity = randomSymmetric(10, seed);
            for (int m = 1; m <= 10; ++m) {
                QVERIFY(solveSdp(affinity, m).upperBound >= partition({affinity, m, {}, {}, 0}, "exact").density);
            }
        }
    }

    void plantedBlocksWithoutNoiseAreSolvedToTheirDensity() {
        const SdpSolution solution = solveSdp(plantedBlocks(30, 5, 0, 1), 5);
        QVERIFY(std::abs(solution.objective - 30) < 1e-3);
        QVERIFY(std::abs(solution.upperBound - 30) < 1e-3);
    }

    void rowAndColumnShiftsOnlyMoveTheObjective() {
        const Matrix affinity = randomSymmetric(20, 6);
        Matrix shifted = affinity;
        Rng rng(2, 2);
        double total = 0;
        std::vector<double> r(20);
        for (double& value : r) total += value = 3 * rng.normal();
        for (int i = 0; i < 20; ++i) {
            for (int j = 0; j < 20; ++j) shifted(i, j) += r[static_cast<std::size_t>(i)] + r[static_cast<std::size_t>(j)];
        }
        const SdpSolution before = solveSdp(affinity, 4), after = solveSdp(shifted, 4);
        QVERIFY(std::abs(before.objective + 2 * total - after.objective) < 1e-3);
        QVERIFY(partition({affinity, 4, {}, {}, 0}, "sdp").groups == partition({shifted, 4, {}, {}, 0}, "sdp").groups);
    }

    void uniformRelaxationStillGivesMGroups() {
        for (const int n : {2, 9, 30}) {
            for (int m = 1; m <= n; m += 4) QVERIFY(isPartition(partition({Matrix(n, n, 1.0), m, {}, {}, 0}, "sdp").groups, n, m));
        }
    }

    void sameSeedGivesTheSameGroups() {
        const Matrix affinity = randomSymmetric(30, 12);
        QVERIFY(partition({affinity, 6, {}, {}, 5}, "sdp").groups == partition({affinity, 6, {}, {}, 5}, "sdp").groups);
    }
};

QTEST_GUILESS_MAIN(TestSdp)
#include "tst_sdp.moc"
