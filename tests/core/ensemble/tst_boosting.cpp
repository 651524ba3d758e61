#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/boosting.h"

using namespace consort;

class TestBoosting : public QObject {
    Q_OBJECT
private slots:
    void residualsAreWhatIsMissing() {
        QCOMPARE(residualOf(0.0), 0.0);
        QVERIFY(std::abs(residualOf(std::log(2.0)) - 0.5) < 1e-15);
        QVERIFY(std::abs(residualOf(1e-12) - 1e-12) < 1e-18);  // no cancellation for a row that is almost right
    }
    /// (K + λI) α = r with K the kernel of the rows.
    void ridgeEqualsItsDual() {
        Rng rng(4, streamOf("sketch"));
        FloatMatrix sketch(12, 5);
        for (float& v : sketch.values) v = static_cast<float>(rng.uniform() - 0.5);
        std::vector<double> residuals(12);
        for (double& r : residuals) r = rng.uniform();
        const std::vector<double> penalties{0.01, 1.0};
        const Matrix found = ridgeCoefficients(sketch, residuals, penalties);
        for (std::size_t k = 0; k < penalties.size(); ++k) {
            const auto alpha = found.row(static_cast<std::int64_t>(k));
            for (std::int64_t s = 0; s < 12; ++s) {
                double left = penalties[k] * alpha[static_cast<std::size_t>(s)];
                for (std::int64_t t = 0; t < 12; ++t) {
                    for (std::int64_t c = 0; c < 5; ++c) left += static_cast<double>(sketch(s, c)) * sketch(t, c) * alpha[static_cast<std::size_t>(t)];
                }
                QVERIFY(std::abs(left - residuals[static_cast<std::size_t>(s)]) < 1e-9);
            }
        }
        QVERIFY_EXCEPTION_THROWN(ridgeCoefficients(sketch, std::vector<double>(3), penalties), Error);
        QVERIFY_EXCEPTION_THROWN(ridgeCoefficients(sketch, residuals, std::vector<double>{0.0}), Error);
    }
    void theLineSearchNeverRaisesTheKeptLoss() {
        const LossAlong judged = [](double eta) { return (eta - 3) * (eta - 3); };
        const LossAlong kept = [](double eta) { return 1 + eta * (eta - 0.6); };  // falls up to 0.6
        const EtaChoice choice = searchEta(judged, kept);
        QVERIFY(choice.eta > 0 && choice.eta <= 0.6);
        QVERIFY(choice.kept <= choice.keptBefore);
        QCOMPARE(searchEta([](double eta) { return eta; }, kept).eta, 0.0);
        QCOMPARE(searchEta(judged, [](double eta) { return eta; }).eta, 0.0);
    }
    void aGivenStepIsHalvedUntilNothingRises() {
        const LossAlong judged = [](double eta) { return -eta; };
        const EtaChoice choice = cautiousEta(0.8, judged, [](double eta) { return eta * (eta - 0.25); });
        QCOMPARE(choice.eta, 0.2);
        QCOMPARE(cautiousEta(0.2, judged, [](double) { return 1.0; }).eta, 0.2);
        QCOMPARE(cautiousEta(0.2, judged, [](double eta) { return eta; }).eta, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestBoosting)
#include "tst_boosting.moc"
