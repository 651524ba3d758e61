#include <QtTest>

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/nn/subset_solver.h"
#include "tests/support/gpu_or_skip.h"
#include "tests/support/subset_oracle.h"

using namespace consort;

class TestSubsetSolver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void storedFitsEqualNewton_data() {
        QTest::addColumn<double>("lambda");
        QTest::addColumn<bool>("uniform");
        QTest::addColumn<bool>("joined");
        for (const double lambda : {1e-5, 1e-3, 0.1, 10.0}) {
            QTest::addRow("lambda %g by rows", lambda) << lambda << false << false;
            QTest::addRow("lambda %g uniform", lambda) << lambda << true << false;
            QTest::addRow("lambda %g by rows, joined", lambda) << lambda << false << true;
        }
    }
    void storedFitsEqualNewton() {
        QFETCH(double, lambda);
        QFETCH(bool, uniform);
        FitOptions options;
        options.lambda = lambda;
        options.uniformOverDatasets = uniform;
        QFETCH(bool, joined);
        options.joined = joined;
        const auto datasets = mixedDatasets(12);
        const auto subsets = allSubsets(5);
        QVERIFY(worstExcess(datasets, subsets, options) <= 1e-6);
        const auto fits = fitSubsets(datasets, subsets, options, JobContext());
        for (std::size_t k = 0; k < subsets.size(); ++k) {
            QVERIFY(fits[k].gradientNorm <= 1e-6);
            QVERIFY(norm(subsetGradient(datasets, subsets[k], options, fits[k].w)) <= 1.1e-6);
            QVERIFY(std::abs(fits[k].objective - subsetObjective(datasets, subsets[k], options, fits[k].w)) <= 1e-10);
        }
    }
    void affinityPathIsWithinItsTolerance_data() {
        QTest::addColumn<QString>("device");
        QTest::addColumn<bool>("joined");
        QTest::newRow("a block a dataset") << "cpu" << false;
        QTest::newRow("joined: what a GPU computes") << "cpu" << true;
        QTest::newRow("on a GPU") << "cuda:0" << true;
    }
    void affinityPathIsWithinItsTolerance() {
        QFETCH(QString, device);
        QFETCH(bool, joined);
        for (const double lambda : {1e-4, 1e-3, 0.1, 10.0}) {
            FitOptions options;
            options.lambda = lambda;
            options.objectiveTolerance = 1e-4;
            options.device = device.toStdString();
            options.joined = joined;
            double worst = 0;
            try {
                worst = worstExcess(mixedDatasets(12), allSubsets(5), options);
            } catch (const Error& e) {
                if (e.code() != ErrorCode::NoDevice) throw;
                SKIP_WITHOUT_GPU(e.what());
            }
            QVERIFY2(worst <= 1e-4, qPrintable(QString("lambda %1: %2").arg(lambda).arg(worst)));
        }
    }
    /// Every subset gets its own λ, and the fit at that λ is the minimum there: of all points of its length the best.
    void aRadiusGivesEveryFitTheSameLength_data() {
        QTest::addColumn<bool>("joined");
        QTest::newRow("a block a dataset") << false;
        QTest::newRow("joined") << true;
    }
    void aRadiusGivesEveryFitTheSameLength() {
        QFETCH(bool, joined);
        const auto datasets = mixedDatasets(12);
        const auto subsets = allSubsets(5);
        for (const double radius : {0.05, 0.4, 1.5}) {
            FitOptions options;
            options.radius = radius;
            options.joined = joined;
            const auto fits = fitSubsets(datasets, subsets, options, JobContext());
            for (std::size_t k = 0; k < subsets.size(); ++k) {
                if (subsets[k].empty()) continue;
                QVERIFY2(std::abs(norm(fits[k].w) / radius - 1) < 1.001e-3, qPrintable(QString("%1 instead of %2").arg(norm(fits[k].w)).arg(radius)));
                FitOptions own;
                own.lambda = fits[k].lambda;
                QVERIFY(norm(subsetGradient(datasets, subsets[k], own, fits[k].w)) <= 1.1e-6);
                QVERIFY(std::abs(lambdaAt(datasets, subsets[k], false, fits[k].w) / own.lambda - 1) < 1e-3);
                Oracle oracle{datasets, subsets[k], own, 0, {}, {}};
                const double least = oracle.minimum(fits[k].w.size());
                QVERIFY(fits[k].objective - least <= 1e-6 * least);
            }
        }
        FitOptions options;
        options.radius = -1;
        QVERIFY_EXCEPTION_THROWN(fitSubsets(datasets, subsets, options, JobContext()), Error);
    }
    void gradientIsTheDerivativeOfTheObjective() {
        const auto datasets = mixedDatasets(6);
        const Subset subset = {0, 2, 4};
        const FitOptions options;
        Vector w = {0.3, -0.2, 0.1, 0.5, -0.4, 0.2};
        const Vector gradient = subsetGradient(datasets, subset, options, w);
        for (std::size_t k = 0; k < w.size(); ++k) {
            Vector up = w, down = w;
            up[k] += 1e-5;
            down[k] -= 1e-5;
            const double slope = (subsetObjective(datasets, subset, options, up) - subsetObjective(datasets, subset, options, down)) / 2e-5;
            QVERIFY(std::abs(slope - gradient[k]) < 1e-8);
        }
    }
    void dualCoefficientsRebuildTheOptimum() {
        const auto datasets = mixedDatasets(9);
        const std::vector<Subset> subsets = {{0, 2, 3}};
        const FitOptions options;
        const auto fit = fitSubsets(datasets, subsets, options, JobContext()).front();
        const auto dual = dualCoefficients(datasets, subsets[0], options, fit.w);
        for (std::size_t c = 0; c < fit.w.size(); ++c) {
            double sum = 0;
            for (std::size_t k = 0; k < dual.size(); ++k) {
                const LinearRows& rows = datasets[static_cast<std::size_t>(subsets[0][k])];
                for (std::size_t s = 0; s < dual[k].size(); ++s) sum += dual[k][s] * static_cast<double>(rows.sketch(static_cast<std::int64_t>(s), static_cast<std::int64_t>(c)));
            }
            QVERIFY(std::abs(sum - fit.w[c]) < 1e-6 / (2 * options.lambda));
        }
    }
    void hugeLambdaGivesTheMeanGradientDirection() {
        const std::vector<LinearRows> datasets = {plainRows(50, 8, 11)};
        const std::vector<Subset> subsets = {{0}};
        FitOptions options;
        options.lambda = 1e4;
        options.gradientTolerance = 1e-12;
        const auto w = fitSubsets(datasets, subsets, options, JobContext()).front().w;
        Vector direction(8, 0.0);
        for (std::int64_t s = 0; s < 50; ++s) {
            const double p = 1 / (1 + std::exp(static_cast<double>(datasets[0].h0[static_cast<std::size_t>(s)])));
            for (std::int64_t k = 0; k < 8; ++k) direction[static_cast<std::size_t>(k)] += p * static_cast<double>(datasets[0].sketch(s, k));
        }
        double cosine = 0;
        for (std::size_t k = 0; k < 8; ++k) cosine += w[k] * direction[k];
        QVERIFY(cosine / norm(w) / norm(direction) > 1 - 1e-6);
    }
    void separableDataConverge() {
        LinearRows rows = plainRows(30, 5, 21, 4.0);
        for (std::int64_t s = 0; s < 30; ++s) rows.sketch(s, 0) = 3.0F + static_cast<float>(s % 3);
        FitOptions options;
        options.lambda = 1e-5;
        const std::vector<LinearRows> datasets = {rows, rows};
        QVERIFY(worstExcess(datasets, {{0}, {0, 1}}, options) <= 1e-6);
    }
    void newtonFinishesWhatLbfgsCannot() {
        FitOptions options;
        options.lambda = 1e-4;
        options.maxIterations = 1;
        QVERIFY(worstExcess(mixedDatasets(12), allSubsets(5), options) <= 1e-6);
    }
    void largeSketchesConverge() {
        for (const double scale : {1e4, 1e8}) {
            const std::vector<LinearRows> datasets = {plainRows(20, 4, 31, scale), plainRows(30, 4, 32, scale)};
            const std::vector<Subset> subsets = {{0}, {1}, {0, 1}};
            for (const SubsetFit& fit : fitSubsets(datasets, subsets, FitOptions(), JobContext())) {
                QVERIFY2(std::isfinite(fit.objective) && fit.gradientNorm <= 1e-6, qPrintable(QString::number(fit.gradientNorm)));
            }
        }
    }
    void emptySubsetAndEmptyDatasetGiveZero() {
        const std::vector<LinearRows> datasets = {LinearRows(), plainRows(10, 4, 1)};
        const std::vector<Subset> subsets = {{}, {0}, {1}, {0, 1}};
        for (const bool uniform : {false, true}) {
            FitOptions options;
            options.uniformOverDatasets = uniform;
            const auto fits = fitSubsets(datasets, subsets, options, JobContext());
            QCOMPARE(fits[0].w, Vector(4, 0.0));
            QCOMPARE(fits[1].w, Vector(4, 0.0));
            QVERIFY(norm(fits[2].w) > 0);
            QVERIFY(std::abs(fits[3].objective - fits[2].objective) < 1e-9);
        }
        QCOMPARE(fitSubsets(datasets, std::vector<Subset>{{}, {0}}, FitOptions(), JobContext())[1].w, Vector(4, 0.0));
    }
    void zeroSketchesGiveZeroWeights() {
        LinearRows rows = plainRows(10, 4, 1);
        std::fill(rows.sketch.values.begin(), rows.sketch.values.end(), 0.0F);
        const auto fit = fitSubsets(std::vector<LinearRows>{rows}, std::vector<Subset>{{0}}, FitOptions(), JobContext()).front();
        QVERIFY(norm(fit.w) < 1e-12);
        QVERIFY(fit.objective > 0);
    }
    void companyDoesNotChangeAFit() {
        const auto datasets = mixedDatasets(12);
        const auto all = fitSubsets(datasets, allSubsets(5), FitOptions(), JobContext());
        const auto alone = fitSubsets(datasets, std::vector<Subset>{{0, 3}}, FitOptions(), JobContext());
        for (std::size_t k = 0; k < 12; ++k) QVERIFY(std::abs(alone[0].w[k] - all[9].w[k]) < 1e-3);
    }
    void badInputIsRefusedByName_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("named");
        QTest::newRow("zero lambda") << 0 << "lambda";
        QTest::newRow("index outside") << 1 << "index 7";
        QTest::newRow("NaN") << 2 << "dataset 1";
        QTest::newRow("unequal dimensions") << 3 << "dataset 1";
        QTest::newRow("repeated index") << 4 << "ascending";
        QTest::newRow("gold outside") << 5 << "gold";
    }
    void badInputIsRefusedByName() {
        QFETCH(int, kind);
        QFETCH(QString, named);
        std::vector<LinearRows> datasets = {choiceRows(5, 4, 1), plainRows(5, kind == 3 ? 3 : 4, 2)};
        std::vector<Subset> subsets = {{0, 1}};
        FitOptions options;
        if (kind == 0) options.lambda = 0;
        if (kind == 1) subsets = {{0, 7}};
        if (kind == 2) datasets[1].sketch(0, 0) = std::numeric_limits<float>::quiet_NaN();
        if (kind == 4) subsets = {{1, 1}};
        if (kind == 5) datasets[0].gold[2] = 9;
        try {
            fitSubsets(datasets, subsets, options, JobContext());
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY2(e.code() == ErrorCode::InvalidInput && QString(e.what()).contains(named), e.what());
        }
    }
    void stopRequestIsHonoured() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(fitSubsets(mixedDatasets(4), allSubsets(5), FitOptions(), JobContext(stop.get_token())), Cancelled);
    }
    void linearPredictorsAreOffsetPlusProduct() {
        const LinearRows rows = plainRows(6, 3, 9);
        FloatMatrix weights(2, 3, 0.5F);
        weights(1, 2) = -1.0F;
        const FloatMatrix h = linearPredictors(rows, weights);
        for (std::int64_t k = 0; k < 2; ++k) {
            for (std::int64_t s = 0; s < 6; ++s) {
                float expected = rows.h0[static_cast<std::size_t>(s)];
                for (std::int64_t c = 0; c < 3; ++c) expected += rows.sketch(s, c) * weights(k, c);
                QVERIFY(std::abs(h(k, s) - expected) < 1e-5F);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSubsetSolver)
#include "tst_subset_solver.moc"
