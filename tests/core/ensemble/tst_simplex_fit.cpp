#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/weight_fit.h"

using namespace consort;

namespace {

/// Mean cross-entropy of rows whose logits are Σ ω_a logits_a: the loss the weights are fitted to.
struct LogitRows {
    int members, rows, classes;
    std::vector<double> logits;  // (members, rows, classes)
    std::vector<int> gold;

    LogitRows(int m, int r, int c, std::uint64_t seed) : members(m), rows(r), classes(c) {
        Rng rng(seed, 3);
        for (int row = 0; row < r; ++row) gold.push_back(static_cast<int>(rng.below(static_cast<std::uint64_t>(c))));
        for (int a = 0; a < m; ++a) {
            for (int k = 0; k < r * c; ++k) logits.push_back(2 * rng.normal() + (gold[static_cast<std::size_t>(k / c)] == k % c ? 0.4 * a : 0));
        }
    }

    double operator()(std::span<const double> w, Derivatives* d) const {
        if (d) *d = {std::vector<double>(w.size(), 0), Matrix(members, members)};
        double loss = 0;
        for (int row = 0; row < rows; ++row) {
            std::vector<double> p(static_cast<std::size_t>(classes), 0);
            for (int c = 0; c < classes; ++c) {
                for (int a = 0; a < members; ++a) p[static_cast<std::size_t>(c)] += w[static_cast<std::size_t>(a)] * at(a, row, c);
            }
            const double goldLogit = p[static_cast<std::size_t>(gold[static_cast<std::size_t>(row)])];
            double total = 0;
            for (double& value : p) total += value = std::exp(value);
            loss += (std::log(total) - goldLogit) / rows;
            for (int a = 0; d && a < members; ++a) {
                d->gradient[static_cast<std::size_t>(a)] += (mean(a, row, p, total) - at(a, row, gold[static_cast<std::size_t>(row)])) / rows;
                for (int b = 0; b < members; ++b) {
                    for (int c = 0; c < classes; ++c) d->curvature(a, b) += p[static_cast<std::size_t>(c)] / total * at(a, row, c) * at(b, row, c) / rows;
                    d->curvature(a, b) -= mean(a, row, p, total) * mean(b, row, p, total) / rows;
                }
            }
        }
        return loss;
    }

    double mean(int a, int row, const std::vector<double>& p, double total) const {
        double sum = 0;
        for (int c = 0; c < classes; ++c) sum += p[static_cast<std::size_t>(c)] / total * at(a, row, c);
        return sum;
    }

    double at(int a, int row, int c) const { return logits[static_cast<std::size_t>((a * rows + row) * classes + c)]; }
};

bool onSimplex(const std::vector<double>& weights) {
    double sum = 0;
    for (const double w : weights) {
        if (w < 0) return false;
        sum += w;
    }
    return std::abs(sum - 1) < 1e-9;
}

/// Smallest loss over a fine grid of the simplex of three members.
double gridMinimum(const LogitRows& loss, int cells) {
    double best = 1e300;
    for (int i = 0; i <= cells; ++i) {
        for (int j = 0; i + j <= cells; ++j) {
            const std::vector<double> w{static_cast<double>(i) / cells, static_cast<double>(j) / cells, static_cast<double>(cells - i - j) / cells};
            best = std::min(best, loss(w, nullptr));
        }
    }
    return best;
}

}  // namespace

class TestSimplexFit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lossIsWithinTheGapOfAGridSearch() {
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            const LogitRows loss(3, 60, 4, seed);
            const WeightFit fit = fitSimplexWeights(3, loss);
            QVERIFY(onSimplex(fit.weights));
            QVERIFY(fit.gap <= 1e-5);
            QVERIFY(fit.loss <= gridMinimum(loss, 200) + 1e-5);
            QVERIFY(std::abs(loss(fit.weights, nullptr) - fit.loss) < 1e-12);
        }
    }

    void manyMembersConvergeToTheGap() {
        for (const int members : {1, 2, 8, 32}) {
            const WeightFit fit = fitSimplexWeights(static_cast<std::size_t>(members), LogitRows(members, 100, 5, 7));
            QVERIFY2(fit.gap <= 1e-5 && onSimplex(fit.weights), qPrintable(QString("%1: gap %2").arg(members).arg(fit.gap)));
            QVERIFY2(fit.iterations < 20, qPrintable(QString::number(fit.iterations)));
        }
    }

    void aMemberThatIsBestAloneTakesEverything() {
        const WeightLoss loss = [](std::span<const double> w, Derivatives* d) {
            *d = {{3.0, 1.0, 2.0}, Matrix(3, 3)};
            return 3 * w[0] + w[1] + 2 * w[2];
        };
        const WeightFit fit = fitSimplexWeights(3, loss);
        QVERIFY(std::abs(fit.weights[1] - 1) < 1e-5);
        QVERIFY(std::abs(fit.loss - 1) < 1e-5);
    }

    void flatAndIllScaledLossesEnd() {
        const WeightFit flat = fitSimplexWeights(4, [](std::span<const double>, Derivatives* d) {
            *d = {std::vector<double>(4, 0.0), Matrix(4, 4)};
            return 1.5;
        });
        QVERIFY(flat.gap == 0 && onSimplex(flat.weights));
        const WeightFit steep = fitSimplexWeights(3, [](std::span<const double> w, Derivatives* d) {
            const double target[] = {0.2, 0.3, 0.5}, curvature[] = {1e4, 1.0, 1e-2};
            double loss = 0;
            *d = {std::vector<double>(3, 0.0), Matrix(3, 3)};
            for (std::size_t a = 0; a < 3; ++a) {
                loss += curvature[a] * (w[a] - target[a]) * (w[a] - target[a]);
                d->gradient[a] = 2 * curvature[a] * (w[a] - target[a]);
                d->curvature(static_cast<std::int64_t>(a), static_cast<std::int64_t>(a)) = 2 * curvature[a];
            }
            return loss;
        });
        QVERIFY2(steep.gap <= 1e-5 && steep.loss <= 1e-5, qPrintable(QString::number(steep.gap)));
    }

    void aDivergedMemberIsNamed() {
        QVERIFY_EXCEPTION_THROWN(fitSimplexWeights(2, [](std::span<const double>, Derivatives* d) {
                                     *d = {std::vector<double>(2, 0.0), Matrix(2, 2)};
                                     return std::nan("");
                                 }), Error);
    }

    void fixedWeightsAreOnTheSimplex() {
        QCOMPARE(ownerWeights(3, 1), (std::vector<double>{0, 1, 0}));
        QCOMPARE(uniformWeights(4), (std::vector<double>(4, 0.25)));
        Matrix affinity(2, 4);
        affinity.values = {1.0, 0.9, 0.1, 0.2, 5, 5, 5, 5};
        const std::vector<double> weights = affinityWeights(affinity, 0, {{0, 1}, {2, 3}});
        QVERIFY(onSimplex(weights) && weights[0] > 0.8);
        QCOMPARE(affinityWeights(affinity, 1, {{0, 1}, {2}, {3}}), (std::vector<double>(3, 1.0 / 3)));
    }

    void affinityWeightsIgnoreTheRowsScale() {
        Matrix affinity(2, 3);
        affinity.values = {-1.0, -1.2, -1.7, -100, -120, -170};
        const auto one = affinityWeights(affinity, 0, {{0}, {1}, {2}}), other = affinityWeights(affinity, 1, {{0}, {1}, {2}});
        for (std::size_t a = 0; a < 3; ++a) QVERIFY(std::abs(one[a] - other[a]) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestSimplexFit)
#include "tst_simplex_fit.moc"
