// torch before Qt: Qt's `slots` macro would break it.
#include "tests/support/random_llama.h"
#undef slots

#include <QTemporaryDir>
#include <numeric>
#include <QtTest>

#include "core/base/rng.h"
#include "core/nn/gradients.h"

using namespace consort;

class TestGradients : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        torch::manual_seed(2);
        writeRandomLlama(folder_.path().toStdString(), {53, 32, 2, 40, 4});
        session_ = std::make_unique<Session>(open("float64"));
        Rng rng(1, 1);
        const auto ids = [&](std::uint64_t length) {
            TokenIds result;
            for (std::uint64_t i = 0; i < length; ++i) result.push_back(static_cast<std::int32_t>(rng.below(53)));
            return result;
        };
        for (int i = 0; i < 8; ++i) {
            Example example;
            example.promptIds = ids(1 + rng.below(30));
            example.choices = {ids(1), ids(2), ids(3)};
            example.gold = i % 3;
            example.targetIds = example.choices[static_cast<std::size_t>(i % 3)];
            examples_.push_back(example);
        }
        config_.rank = 3;
        config_.alpha = 6;
        config_.targets = {"all-linear"};
        fresh_ = freshAdapter(session_->info(), config_, 4);
        warmed_ = displaced(fresh_, randomDelta(7), 0.2);
    }

    void directionalDerivativeIsTheSlopeOfTheOutputs() {
        for (const RowMode mode : {RowMode::Mean, RowMode::Answer, RowMode::Choice, RowMode::PerToken}) {
            const Adapter delta = randomDelta(3);
            const std::vector<double> slope = directionalDerivatives(*session_, warmed_, examples_, mode, delta, true, job_);
            const std::vector<double> up = outputs(*session_, displaced(warmed_, delta, 2e-4), examples_, mode, job_);
            const std::vector<double> down = outputs(*session_, displaced(warmed_, delta, -2e-4), examples_, mode, job_);
            for (std::size_t s = 0; s < slope.size(); ++s) {
                QVERIFY2(std::abs((up[s] - down[s]) / 4e-4 - slope[s]) < 2e-3 * (1 + std::abs(slope[s])), qPrintable(QString::number(slope[s])));
            }
        }
    }

    void displacementsAreCombinationsOfGradients() {
        Matrix coefficients(9, 8);
        for (std::int64_t s = 0; s < 8; ++s) coefficients(s, s) = coefficients(8, s) = 1;
        const std::vector<Adapter> deltas = displacements(*session_, warmed_, examples_, RowMode::Answer, coefficients, true, job_);
        QCOMPARE(deltas.size(), std::size_t{9});
        std::vector<double> sum(8, 0.0);
        for (std::size_t k = 0; k < 8; ++k) {
            const auto products = directionalDerivatives(*session_, warmed_, examples_, RowMode::Answer, deltas[k], true, job_);
            QVERIFY(std::abs(products[k] - std::pow(norm(deltas[k]), 2)) < 1e-5 * products[k]);
            for (std::size_t s = 0; s < 8; ++s) sum[s] += products[s];
        }
        const auto all = directionalDerivatives(*session_, warmed_, examples_, RowMode::Answer, deltas[8], true, job_);
        for (std::size_t s = 0; s < 8; ++s) QVERIFY(std::abs(all[s] - sum[s]) < 1e-5 * (1 + std::abs(sum[s])));
    }

    void smallStepAlongTheGradientRaisesTheOutput() {
        Matrix coefficients(1, 8, 1.0);
        const Adapter delta = displacements(*session_, fresh_, examples_, RowMode::Answer, coefficients, false, job_)[0];
        const std::vector<double> before = outputs(*session_, fresh_, examples_, RowMode::Answer, job_);
        const double step = 1e-3 / norm(delta);
        const std::vector<double> after = outputs(*session_, displaced(fresh_, delta, step), examples_, RowMode::Answer, job_);
        const double gain = std::accumulate(after.begin(), after.end(), 0.0) - std::accumulate(before.begin(), before.end(), 0.0);
        QVERIFY(std::abs(gain - 1e-3 * norm(delta)) < 0.05 * gain);
    }

    void rowsAreComplete() {
        GradientOptions options;
        options.dim = 64;
        options.full = true;
        const GradientRows rows = collectGradients(*session_, fresh_, examples_, options, job_);
        QCOMPARE(rows.sketch.rows, std::int64_t{8});
        QVERIFY(rows.gradA.empty());
        QCOMPARE(rows.gradB.size(), session_->info().linears.size());
        QCOMPARE(rows.h0, outputs(*session_, fresh_, examples_, RowMode::Answer, job_));
        QVERIFY(rows.tokens > 0 && rows.flops > 4.0 * static_cast<double>(session_->info().blockWeights * rows.tokens));
    }

    void floatAgreesWithDouble() {
        Session narrow = open("float32");
        GradientOptions options;
        const FloatMatrix x = collectGradients(narrow, warmed_, examples_, options, job_).sketch;
        const FloatMatrix y = collectGradients(*session_, warmed_, examples_, options, job_).sketch;
        double difference = 0, size = 0;
        for (std::size_t i = 0; i < x.values.size(); ++i) {
            difference += std::pow(x.values[i] - y.values[i], 2);
            size += std::pow(y.values[i], 2);
        }
        QVERIFY(std::sqrt(difference / size) < 1e-4);
    }

    void foreignAdaptersAndCoefficientsAreRefused() {
        Adapter other = fresh_;
        other.modules[0].path = "model.layers.9.self_attn.q_proj";
        QVERIFY_EXCEPTION_THROWN(outputs(*session_, other, examples_, RowMode::Mean, job_), Error);
        QVERIFY_EXCEPTION_THROWN(displaced(fresh_, other, 1), Error);
        QVERIFY_EXCEPTION_THROWN(displacements(*session_, fresh_, examples_, RowMode::Mean, Matrix(1, 7), false, job_), Error);
    }

private:
    Session open(const std::string& dtype) const {
        SessionOptions options;
        options.device = "cpu";
        options.dtype = dtype;
        options.threads = 1;
        return Session::open(folder_.path().toStdString(), options);
    }
    Adapter randomDelta(std::uint64_t seed) const {
        Adapter delta = fresh_;
        Rng rng(seed, 8);
        for (LoraWeights& module : delta.modules) {
            for (float& v : module.a.values) v = static_cast<float>(rng.normal());
            for (float& v : module.b.values) v = static_cast<float>(rng.normal());
        }
        return delta;
    }

    QTemporaryDir folder_;
    std::unique_ptr<Session> session_;
    std::vector<Example> examples_;
    LoraConfig config_;
    Adapter fresh_, warmed_;
    JobContext job_;
};

QTEST_GUILESS_MAIN(TestGradients)
#include "tst_gradients.moc"
