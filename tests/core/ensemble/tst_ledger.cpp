#include <QtTest>

#include <cmath>

#include "core/base/rng.h"
#include "core/ensemble/ledger.h"

using namespace consort;

class TestLedger : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Expected values are those of sklearn.metrics.f1_score(gold, answers, average="macro", zero_division=0).
    void macroF1EqualsScikitLearns() {
        struct Case { std::vector<int> gold, answers; double expected; };
        const std::vector<Case> cases{
            {{0, 1, 0, 1}, {0, 1, 1, 1}, 0.73333333333333339},
            {{0, 0, 0}, {1, 1, 1}, 0},
            {{2, 2, 2}, {2, 2, 2}, 1},
            {{0, 1, 2, 3}, {3, 3, 3, 3}, 0.10000000000000001},
            {{5}, {5}, 1},
            {{0, 0, 1}, {0, 2, 1}, 0.55555555555555547},
            {{2, 1, 1, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 1, 2}, {3, 2, 3, 0, 3, 0, 1, 0, 4, 4, 1, 2, 1, 1, 3}, 0.33333333333333331},
            {{5, 4, 4, 2, 5, 0, 3, 4, 5, 3, 2, 1, 2, 2, 4}, {7, 4, 0, 2, 2, 0, 3, 6, 5, 7, 2, 5, 1, 2, 0}, 0.33958333333333335},
            {{5, 4, 9, 1, 9, 0, 6, 5, 8, 2, 9, 6, 8, 1, 7}, {5, 4, 9, 0, 9, 3, 6, 5, 8, 11, 11, 6, 1, 1, 8}, 0.43636363636363634},
        };
        for (const Case& c : cases) QVERIFY2(std::abs(macroF1Of(c.gold, c.answers) - c.expected) < 1e-12, qPrintable(QString::number(c.expected)));
    }

    void bootstrapIntervalIsSeededAndCoversTheBinomial() {
        std::vector<double> rows(400, 0.0);
        std::fill(rows.begin(), rows.begin() + 300, 1.0);
        const auto [low, high] = bootstrapInterval(rows, 1);
        QCOMPARE(bootstrapInterval(rows, 1), (std::pair{low, high}));
        QVERIFY(bootstrapInterval(rows, 2) != (std::pair{low, high}));
        // 0.75 ± 1.96·√(0.75·0.25/400) = 0.7076 … 0.7924
        QVERIFY(std::abs(low - 0.7076) < 0.005 && std::abs(high - 0.7924) < 0.005);
    }

    void bootstrapCoversTheTruthAboutAsOftenAsItSays() {
        Rng rng(7, 7);
        int covered = 0;
        for (int trial = 0; trial < 400; ++trial) {
            std::vector<double> rows;
            for (int row = 0; row < 100; ++row) rows.push_back(rng.uniform() < 0.6);
            const auto [low, high] = bootstrapInterval(rows, static_cast<std::uint64_t>(trial), 500);
            covered += low <= 0.6 && 0.6 <= high;
        }
        QVERIFY2(covered > 360 && covered < 395, qPrintable(QString::number(covered)));
    }

    void constantRowsHaveNoWidth() {
        QCOMPARE(bootstrapInterval(std::vector<double>(5, 1.0), 0), (std::pair{1.0, 1.0}));
        QCOMPARE(bootstrapInterval(std::vector<double>{0.0}, 0), (std::pair{0.0, 0.0}));
    }

    void choiceRowsAreScored() {
        std::vector<Example> rows(4);
        std::vector<RowScore> scores(4);
        for (int row = 0; row < 4; ++row) {
            rows[static_cast<std::size_t>(row)].gold = row % 2;
            scores[static_cast<std::size_t>(row)] = {0.5 * row, {}, row < 3 ? row % 2 : 0};
        }
        const DatasetScore score = scoreOf("reviews", rows, scores, 0);
        QCOMPARE(score.dataset, std::string("reviews"));
        QCOMPARE(score.rows, 4);
        QCOMPARE(*score.accuracy, 0.75);
        QVERIFY(std::abs(*score.macroF1 - (0.8 + 2.0 / 3) / 2) < 1e-12);
        QCOMPARE(score.loss, 0.75);
        QVERIFY(*score.low <= 0.75 && 0.75 <= *score.high);
    }

    void freeTextHasALossOnly() {
        const DatasetScore score = scoreOf("stories", std::vector<Example>(2), std::vector<RowScore>{{1.0, {}, -1}, {2.0, {}, -1}}, 0);
        QVERIFY(!score.accuracy && !score.macroF1 && !score.low && !score.high);
        QCOMPARE(score.loss, 1.5);
    }

    void meansLeaveOutDatasetsWithoutTheNumber() {
        SystemScore system;
        system.datasets = {{"a", 10, 0.5, 0.4, 0.6, 0.4, 1.0}, {"b", 10, {}, {}, {}, {}, 3.0}, {"c", 10, 0.9, 0.8, 1.0, 0.8, 2.0}};
        const MeanScore mean = meanOf(system);
        QVERIFY(std::abs(*mean.accuracy - 0.7) < 1e-12 && std::abs(*mean.macroF1 - 0.6) < 1e-12 && std::abs(mean.loss - 2.0) < 1e-12);
        system.datasets.erase(system.datasets.begin());
        system.datasets.pop_back();
        QVERIFY(!meanOf(system).accuracy && meanOf(system).loss == 3.0);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
