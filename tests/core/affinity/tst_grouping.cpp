#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "tests/core/affinity/grouping_cases.h"

using namespace consort;

namespace {

GroupConstraints randomConstraints(int n, int m, Rng& rng) {
    GroupConstraints rules;
    const auto item = [&] { return static_cast<int>(rng.below(static_cast<std::uint64_t>(n))); };
    for (std::uint64_t k = rng.below(3); k > 0; --k) rules.mustLink.emplace_back(item(), item());
    for (std::uint64_t k = rng.below(4); k > 0; --k) rules.cannotLink.emplace_back(item(), item());
    for (std::uint64_t k = rng.below(3); k > 0; --k) rules.pinned.emplace_back(item(), static_cast<int>(rng.below(static_cast<std::uint64_t>(m))));
    if (rng.below(3) == 0) rules.minSize = 1 + static_cast<int>(rng.below(3));
    if (rng.below(3) == 0) rules.maxSize = 1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(n)));
    return rules;
}

QString messageOf(const ClusterProblem& problem, const std::string& method) {
    try {
        partition(problem, method);
    } catch (const Error& error) {
        return error.code() == ErrorCode::InvalidInput ? QString(error.what()) : QString("wrong code");
    }
    return {};
}

}  // namespace

class TestGrouping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMethodGivesExactlyMGroupsOnHostileMatrices() {
        const int n = 7;
        std::vector<Matrix> matrices{Matrix(n, n, 0.0), Matrix(n, n, 3.0), Matrix(n, n, -2.0), randomSymmetric(n, 1), plantedBlocks(n, 3, 0, 1)};
        for (const double scale : {1e12, 1e-12, 1e300, 1e-300, -1.0}) {
            matrices.push_back(randomSymmetric(n, 2));
            for (double& value : matrices.back().values) value *= scale;
        }
        matrices.push_back(Matrix(n, n, 0.0));
        for (int i = 0; i < n; ++i) matrices.back()(i, i) = 1;
        for (const Clusterer& clusterer : clusterers()) {
            for (const Matrix& matrix : matrices) {
                for (int m = 1; m <= n; ++m) {
                    const ClusterResult result = partition({matrix, m, {}, {}, 0}, clusterer.name);
                    QVERIFY2(isPartition(result.groups, n, m), clusterer.name);
                    QVERIFY2(!result.upperBound || *result.upperBound >= result.density, clusterer.name);
                }
            }
            QVERIFY(isPartition(partition({Matrix(1, 1, -4.0), 1, {}, {}, 0}, clusterer.name).groups, 1, 1));
        }
    }

    void plantedBlocksComeBackFromEveryMethod() {
        for (const Clusterer& clusterer : clusterers()) {
            const int n = clusterer.largest < 24 ? 16 : 24;
            for (std::uint64_t seed = 0; seed < 5; ++seed) {
                const ClusterResult result = partition({plantedBlocks(n, 4, 0.15, seed), 4, {}, {}, seed}, clusterer.name);
                QVERIFY2(result.groups == plantedPartition(n, 4), clusterer.name);
            }
        }
    }

    void everyMethodHonoursConstraintsOrNamesTheContradiction() {
        Rng rng(3, 9);
        int solved = 0, refused = 0;
        for (int instance = 0; instance < 250; ++instance) {
            const int n = 3 + static_cast<int>(rng.below(6)), m = 1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(std::min(n, 4))));
            const Matrix affinity = randomSymmetric(n, static_cast<std::uint64_t>(instance));
            const GroupConstraints rules = randomConstraints(n, m, rng);
            const double best = bruteForceDensity(affinity, m, rules);
            for (const Clusterer& clusterer : clusterers()) {
                const ClusterProblem problem{affinity, m, rules, {}, 0};
                if (std::isinf(best)) {
                    QVERIFY2(messageOf(problem, clusterer.name).startsWith("cannot group"), clusterer.name);
                    ++refused;
                    continue;
                }
                const ClusterResult result = partition(problem, clusterer.name);
                QVERIFY2(isPartition(result.groups, n, m) && honours(result.groups, rules), clusterer.name);
                QVERIFY2(result.density <= best + 1e-9, clusterer.name);
                QVERIFY2(!result.upperBound || *result.upperBound >= result.density - 1e-9, clusterer.name);
                ++solved;
            }
        }
        QVERIFY2(solved > 400 && refused > 100, qPrintable(QString("%1 solved, %2 refused").arg(solved).arg(refused)));
    }

    void largeConstrainedProblemsAreSolved() {
        const int n = 60, m = 6;
        GroupConstraints rules;
        for (int i = 0; i + 1 < 20; i += 2) rules.mustLink.emplace_back(i, i + 1);
        for (int i = 20; i < 60; ++i) rules.cannotLink.emplace_back(i, 20 + (i - 20 + 7) % 40);
        rules.pinned = {{0, 0}, {2, 1}, {4, 2}};
        rules.minSize = rules.maxSize.emplace(10);
        for (const Clusterer& clusterer : clusterers()) {
            if (clusterer.largest < n) continue;
            const ClusterResult result = partition({plantedBlocks(n, 5, 0.5, 4), m, rules, {}, 0}, clusterer.name);
            QVERIFY2(isPartition(result.groups, n, m) && honours(result.groups, rules), clusterer.name);
        }
    }

    void contradictionsAreNamed() {
        const Matrix affinity = randomSymmetric(6, 1);
        GroupConstraints both;
        both.mustLink = {{1, 2}, {2, 4}};
        both.cannotLink = {{4, 1}};
        QVERIFY(messageOf({affinity, 2, both, {}, 0}, "sdp").contains("dataset 4 and dataset 1"));
        GroupConstraints pins;
        pins.pinned = {{3, 0}, {3, 1}};
        QVERIFY(messageOf({affinity, 2, pins, {}, 0}, "exact").contains("dataset 3 is pinned to groups 1 and 2"));
        GroupConstraints clique;
        clique.cannotLink = {{0, 1}, {1, 2}, {0, 2}};
        QVERIFY(messageOf({affinity, 2, clique, {}, 0}, "refined").contains("cannot-links"));
        GroupConstraints sizes;
        sizes.minSize = 4;
        QVERIFY(messageOf({affinity, 2, sizes, {}, 0}, "spectral").contains("at least 4"));
        GroupConstraints outside;
        outside.mustLink = {{0, 6}};
        QVERIFY(messageOf({affinity, 2, outside, {}, 0}, "agglomerative").contains("dataset 6"));
    }

    void badProblemsAreRefused() {
        Matrix notANumber = randomSymmetric(4, 1);
        notANumber(1, 2) = std::nan("");
        QVERIFY(messageOf({notANumber, 2, {}, {}, 0}, "sdp").contains("row 2, column 3"));
        QVERIFY(messageOf({Matrix(3, 4), 2, {}, {}, 0}, "sdp").contains("not square"));
        QVERIFY(messageOf({Matrix(), 1, {}, {}, 0}, "sdp").contains("not square"));
        QVERIFY(messageOf({randomSymmetric(4, 1), 5, {}, {}, 0}, "sdp").contains("1 … 4"));
        QVERIFY(messageOf({randomSymmetric(4, 1), 0, {}, {}, 0}, "sdp").contains("0 groups"));
        QVERIFY(messageOf({randomSymmetric(4, 1), 2, {}, {}, 0}, "kmeans").contains("'kmeans'"));
        QVERIFY(messageOf({randomSymmetric(17, 1), 2, {}, {}, 0}, "exact").contains("at most 16"));
    }

    void onlyTheSymmetricPartCounts() {
        Matrix skewed = randomSymmetric(9, 5);
        for (int i = 0; i < 9; ++i) {
            for (int j = 0; j < i; ++j) {
                skewed(i, j) += 7 + i;
                skewed(j, i) -= 7 + i;
            }
        }
        for (const Clusterer& clusterer : clusterers()) {
            QVERIFY2(partition({skewed, 3, {}, {}, 0}, clusterer.name).groups == partition({randomSymmetric(9, 5), 3, {}, {}, 0}, clusterer.name).groups,
                     clusterer.name);
        }
    }

    void refinedNeverFallsBelowItsStart() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Matrix affinity = randomSymmetric(14, seed);
            const double start = partition({affinity, 4, {}, {}, 0}, "sdp").density;
            const double refined = partition({affinity, 4, {}, {}, 0}, "refined").density;
            QVERIFY(refined >= start - 1e-12);
            QVERIFY(refined <= partition({affinity, 4, {}, {}, 0}, "exact").density + 1e-12);
        }
    }

    void refinedClimbsTheScoreItIsGiven() {
        // Affinity says i mod 2, the score says i mod 3: the score decides, and no group is scored twice.
        std::set<Subset> scored;
        bool twice = false;
        const GroupScores score = [&](const std::vector<Subset>& groups) {
            std::vector<double> values;
            for (const Subset& group : groups) {
                twice = twice || !scored.insert(group).second;
                double sum = 0;
                for (const int i : group) {
                    for (const int j : group) sum += i % 3 == j % 3 ? 1 : -1;
                }
                values.push_back(sum / static_cast<double>(group.size()));
            }
            return values;
        };
        const ClusterProblem problem{plantedBlocks(12, 2, 0, 1), 3, {}, score, 0};
        QVERIFY(partition(problem, "refined").groups == plantedPartition(12, 3));
        // Gains within their noise are luck: the affinity's own partition stays.
        ClusterProblem noisy = problem;
        noisy.noise = [](const Partition&, const Partition&) { return 1e6; };
        scored.clear();
        QVERIFY(partition(noisy, "refined").groups == partition(problem, "sdp").groups);
        noisy.noise = [](const Partition&, const Partition&) { return 1e-6; };
        scored.clear();
        QVERIFY(partition(noisy, "refined").groups == plantedPartition(12, 3));
        QVERIFY(!twice);
    }

    void anotherStartMustBeatANoiseOfItsOwn() {
        // Scores that only know the spectral method's partition, steps that never count: whether it is taken is up to the noise of starts.
        ClusterProblem problem{randomSymmetric(14, 3), 3, {}, {}, 0};
        const Partition first = partition(problem, "sdp").groups, other = partition(problem, "spectral").groups;
        QVERIFY(first != other);
        problem.score = [&](const std::vector<Subset>& groups) {
            std::vector<double> values;
            for (const Subset& group : groups) values.push_back(std::find(other.begin(), other.end(), group) != other.end() ? 1 : 0);
            return values;
        };
        problem.noise = [](const Partition&, const Partition&) { return 1e6; };
        QVERIFY(partition(problem, "refined").groups == first);
        problem.startNoise = [](const Partition&, const Partition&) { return 1e-3; };
        QVERIFY(partition(problem, "refined").groups == other);
        problem.startNoise = [](const Partition&, const Partition&) { return 10.0; };
        QVERIFY(partition(problem, "refined").groups == first);
    }

    void refinedIsNeverWorseThanAnyOfItsStarts() {
        // A score that no density knows: pairs of its own random table.
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            const Matrix affinity = randomSymmetric(18, seed), hidden = randomSymmetric(18, seed + 100);
            const auto scoreOf = [&](const Subset& group) {
                double sum = 0;
                for (const int i : group) {
                    for (const int j : group) sum += hidden(i, j) / static_cast<double>(group.size());
                }
                return sum;
            };
            const GroupScores scores = [&](const std::vector<Subset>& groups) {
                std::vector<double> values;
                for (const Subset& group : groups) values.push_back(scoreOf(group));
                return values;
            };
            const auto total = [&](const char* method) {
                double sum = 0;
                for (const Subset& group : partition({affinity, 5, {}, scores, 0}, method).groups) sum += scoreOf(group);
                return sum;
            };
            const double refined = total("refined");
            for (const char* start : {"sdp", "spectral", "agglomerative"}) QVERIFY2(refined >= total(start), start);
            QVERIFY(refined > total("sdp"));
        }
    }

    void manyDatasetsAreGrouped() {
        const Matrix affinity = plantedBlocks(260, 5, 0.5, 3);
        for (const char* method : {"refined", "sdp", "spectral"}) {
            const ClusterResult result = partition({affinity, 5, {}, {}, 0}, method);
            QVERIFY2(result.groups == plantedPartition(260, 5), method);
        }
        const ClusterResult relaxed = partition({affinity, 5, {}, {}, 0}, "sdp");
        QVERIFY(*relaxed.upperBound >= relaxed.density && *relaxed.upperBound < 1.5 * relaxed.density);
    }

    void adjustedRandIndexKnowsEqualAndUnrelated() {
        QCOMPARE(adjustedRandIndex({{0, 1}, {2, 3}}, {{2, 3}, {0, 1}}), 1.0);
        QVERIFY(std::abs(adjustedRandIndex({{0, 1, 2}, {3, 4, 5}}, {{0, 1}, {2, 3}, {4, 5}}) - 0.24242424) < 1e-7);
        QVERIFY(std::abs(adjustedRandIndex({{0, 1}, {2, 3}}, {{0, 2}, {1, 3}}) + 0.5) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestGrouping)
#include "tst_grouping.moc"
