// Leave-one-out and Shapley values of tables whose answers are known.
#include <QTest>

#include <cmath>

#include "core/affinity/marginal_gains.h"

using namespace consort;

namespace {

using LossOf = std::function<double(const Subset&, int)>;

/// A table of all subsets that are needed, with two validation rows a dataset, half a nat to each side of the loss.
PerformanceTable tableOf(const std::vector<Marginal>& marginals, int n, const LossOf& loss) {
    PerformanceTable table;
    table.subsets = subsetsOf(marginals);
    const auto count = static_cast<std::int64_t>(table.subsets.size());
    table.loss = Matrix(count, n);
    table.rowLoss.assign(static_cast<std::size_t>(n), FloatMatrix(count, 2));
    for (std::int64_t k = 0; k < count; ++k) {
        for (int i = 0; i < n; ++i) {
            table.loss(k, i) = loss(table.subsets[static_cast<std::size_t>(k)], i);
            table.rowLoss[static_cast<std::size_t>(i)](k, 0) = static_cast<float>(table.loss(k, i) - 0.5);
            table.rowLoss[static_cast<std::size_t>(i)](k, 1) = static_cast<float>(table.loss(k, i) + 0.5);
        }
    }
    return table;
}

/// Every member of a subset changes the loss of i by its own amount, and pairs by a little more.
double additive(const Subset& subset, int i) {
    double loss = 3;
    for (const int l : subset) loss -= l == i ? 0 : 0.1 * (l + 1) - 0.05 * i;
    return loss;
}

double withPairs(const Subset& subset, int i) {
    double loss = additive(subset, i);
    for (const int a : subset) {
        for (const int b : subset) loss += a < b && a != i && b != i ? 0.03 * a * b : 0;
    }
    return loss;
}

}  // namespace

class MarginalGainsTest : public QObject {
    Q_OBJECT

private slots:
    void additiveGamesGiveEachItsOwn_data() {
        QTest::addColumn<int>("n");
        for (const int n : {2, 5, 9, 12}) QTest::newRow(std::to_string(n).c_str()) << n;
    }

    void additiveGamesGiveEachItsOwn() {
        QFETCH(int, n);
        for (const auto& marginals : {leaveOneOutMarginals(n), shapleyMarginals(n, 3)}) {
            const MarginalGains gains = marginalGains(tableOf(marginals, n, additive), marginals);
            for (int i = 0; i < n; ++i) {
                QVERIFY(std::isnan(gains.value(i, i)));
                for (int l = 0; l < n; ++l) {
                    if (l != i) QVERIFY(std::abs(gains.value(i, l) - (0.1 * (l + 1) - 0.05 * i)) < 1e-5);
                }
            }
        }
    }

    /// The values of all sources add up to what they bring together, exactly and from drawn orders alike.
    void theyAddUpToTheWhole_data() { additiveGamesGiveEachItsOwn_data(); }
    void theyAddUpToTheWhole() {
        QFETCH(int, n);
        const auto marginals = shapleyMarginals(n, 3);
        const MarginalGains gains = marginalGains(tableOf(marginals, n, withPairs), marginals);
        Subset all;
        for (int i = 0; i < n; ++i) all.push_back(i);
        for (int i = 0; i < n; ++i) {
            double sum = 0;
            for (int l = 0; l < n; ++l) sum += l == i ? 0 : gains.value(i, l);
            QVERIFY(std::abs(sum - (withPairs({i}, i) - withPairs(all, i))) < 1e-4);
        }
    }

    /// A pair's surplus is shared by its two.
    void exactValuesOfPairs() {
        const auto marginals = shapleyMarginals(4, 0);
        const MarginalGains gains = marginalGains(tableOf(marginals, 4, withPairs), marginals);
        for (int i = 0; i < 4; ++i) {
            for (int l = 0; l < 4; ++l) {
                if (l == i) continue;
                double expected = 0.1 * (l + 1) - 0.05 * i;
                for (int other = 0; other < 4; ++other) expected -= other == i || other == l ? 0 : 0.03 * l * other / 2;
                QVERIFY(std::abs(gains.value(i, l) - expected) < 1e-5);
            }
        }
    }

    void rowsThatAgreeLeaveNoDoubt() {
        const auto marginals = shapleyMarginals(3, 0);
        PerformanceTable table = tableOf(marginals, 3, additive);
        QVERIFY(marginalGains(table, marginals).standardError(0, 1) < 1e-6);
        for (std::size_t k = 0; k < table.subsets.size(); ++k) {
            if (table.subsets[k] == Subset{0, 1}) table.rowLoss[0](static_cast<std::int64_t>(k), 0) += 0.2f;  // one row gains less than the other
        }
        QVERIFY(marginalGains(table, marginals).standardError(0, 1) > 0.01);
    }

    void tooManyOrTooFewGiveNone() {
        QVERIFY(shapleyMarginals(1, 0).empty() && leaveOneOutMarginals(1).empty());
        QVERIFY(shapleyMarginals(25, 0).empty());
        QVERIFY(!shapleyMarginals(24, 0).empty());
    }
};

QTEST_APPLESS_MAIN(MarginalGainsTest)
#include "tst_marginal_gains.moc"
