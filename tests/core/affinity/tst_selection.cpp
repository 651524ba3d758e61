#include <QtTest>

#include <cmath>
#include <numeric>
#include <set>

#include "core/affinity/row_clusters.h"
#include "core/affinity/source_selection.h"
#include "core/base/error.h"
#include "core/base/rng.h"

using namespace consort;

namespace {

/// Sources 1 and 4 help, 2 helps once 1 is there, the others harm; loss is additive but for that.
std::vector<double> planted(const std::vector<Subset>& sets) {
    std::vector<double> losses;
    for (const Subset& set : sets) {
        const auto has = [&](int i) { return std::find(set.begin(), set.end(), i) != set.end(); };
        double loss = 2.0;
        loss -= has(1) ? 0.5 : 0;
        loss -= has(4) ? 0.3 : 0;
        loss += has(2) ? (has(1) ? -0.1 : 0.1) : 0;
        for (const int harm : {0, 3, 5}) loss += has(harm) ? 0.2 : 0;
        losses.push_back(loss);
    }
    return losses;
}

/// Average linkage by its definition, O(n³).
std::vector<int> bruteClusters(const FloatMatrix& rows, int clusters) {
    std::vector<std::vector<std::int64_t>> groups;
    for (std::int64_t r = 0; r < rows.rows; ++r) groups.push_back({r});
    const auto distance = [&](std::int64_t a, std::int64_t b) {
        double inner = 0, aa = 0, bb = 0;
        for (std::int64_t c = 0; c < rows.cols; ++c) {
            inner += rows(a, c) * rows(b, c);
            aa += rows(a, c) * rows(a, c);
            bb += rows(b, c) * rows(b, c);
        }
        return 1 - inner / std::sqrt(aa * bb);
    };
    while (static_cast<int>(groups.size()) > clusters) {
        double least = 1e9;
        std::pair<std::size_t, std::size_t> best;
        for (std::size_t x = 0; x < groups.size(); ++x) {
            for (std::size_t y = x + 1; y < groups.size(); ++y) {
                double sum = 0;
                for (const auto a : groups[x]) {
                    for (const auto b : groups[y]) sum += distance(a, b);
                }
                sum /= static_cast<double>(groups[x].size() * groups[y].size());
                if (sum < least) {
                    least = sum;
                    best = {x, y};
                }
            }
        }
        groups[best.first].insert(groups[best.first].end(), groups[best.second].begin(), groups[best.second].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best.second));
    }
    std::vector<int> labels(static_cast<std::size_t>(rows.rows), -1);
    for (auto& group : groups) std::sort(group.begin(), group.end());
    std::sort(groups.begin(), groups.end());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const auto r : groups[g]) labels[static_cast<std::size_t>(r)] = static_cast<int>(g);
    }
    return labels;
}

}  // namespace

class TestSelection : public QObject {
    Q_OBJECT
private slots:
    void forwardFindsWhatHelps() {
        const SourceSelection found = forwardSelection(6, planted, std::nullopt);
        QCOMPARE(found.selected, (Subset{1, 2, 4}));
        QCOMPARE(found.ranking.front(), 1);
        QVERIFY(found.score[0] < 0 && found.score[2] > 0);
        QVERIFY(found.estimates.front().sources.empty());
    }
    void backwardFindsTheSame() {
        const SourceSelection found = backwardSelection(6, planted, std::nullopt);
        QCOMPARE(found.selected, (Subset{1, 2, 4}));
        QVERIFY(found.score[0] < 0 && found.score[1] > 0);
    }
    void ensembleRanksByTheMean() {
        const SourceSelection found = ensembleSelection(6, planted, std::nullopt, 0, 1);
        QCOMPARE(found.estimates.size(), std::size_t{27});  // all sets of three, and the best 0 … 6
        QCOMPARE(found.ranking[0], 1);
        QCOMPARE(found.ranking[1], 4);
        QCOMPARE(found.selected, (Subset{1, 2, 4}));  // the others harm
    }
    void aCountIsKept() {
        QCOMPARE(forwardSelection(6, planted, 1).selected, (Subset{1}));
        QCOMPARE(forwardSelection(6, planted, 6).selected.size(), std::size_t{6});
        QCOMPARE(backwardSelection(6, planted, 2).selected, (Subset{1, 4}));
        QCOMPARE(ensembleSelection(6, planted, 2, 0, 1).selected, (Subset{1, 4}));
    }
    void fewSetsOfManySourcesAreDrawnEvenly() {
        const SourceSelection found = ensembleSelection(14, [](const std::vector<Subset>& sets) { return std::vector<double>(sets.size(), 1.0); }, 3, 28, 2);
        QCOMPARE(found.estimates.size(), std::size_t{28});
        std::vector<int> uses(14, 0);
        for (const ScoredSet& set : found.estimates) {
            for (const int i : set.sources) ++uses[static_cast<std::size_t>(i)];
        }
        QVERIFY(*std::max_element(uses.begin(), uses.end()) - *std::min_element(uses.begin(), uses.end()) <= 1);
    }
    void oneSourceIsEnough() {
        QVERIFY(ensembleSelection(1, planted, std::nullopt, 0, 1).selected.empty());
        QCOMPARE(ensembleSelection(1, planted, 1, 0, 1).selected, (Subset{0}));
        QVERIFY(forwardSelection(1, planted, std::nullopt).selected.empty());  // it harms
    }
    void clustersEqualTheDefinition() {
        Rng rng(11, streamOf("rows"));
        for (int trial = 0; trial < 5; ++trial) {
            FloatMatrix rows(24, 6);
            for (float& v : rows.values) v = static_cast<float>(rng.uniform() - 0.4);
            for (const int k : {1, 2, 5, 23, 24}) QCOMPARE(rowClusters(rows, k), bruteClusters(rows, k));
        }
    }
    void clustersOutOfRangeAreRefused() {
        FloatMatrix rows(4, 2);
        QVERIFY_EXCEPTION_THROWN(rowClusters(rows, 5), Error);
        QVERIFY_EXCEPTION_THROWN(rowClusters(rows, 0), Error);
        const std::vector<int> zeros = rowClusters(rows, 2);  // rows without direction
        QCOMPARE(std::set<int>(zeros.begin(), zeros.end()).size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(TestSelection)
#include "tst_selection.moc"
