#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/nn/row_outputs.h"

using namespace consort;
using namespace consort::nn;

class TestRowOutputs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answerOfOneTokenIsItsLogOdds() {
        for (const double o : {-500.0, -2.0, 0.0, 3.0, 700.0}) {
            const RowOutput output = rowOutput(RowMode::Answer, std::vector{o});
            QCOMPARE(output.h, o);
            QCOMPARE(output.weights[0], 1.0);
        }
    }

    void softplusOfAnswerIsTheMeanCrossEntropy() {
        const std::vector<double> odds{0.0, 8.0, 8.0, 8.0, 8.0};
        double loss = 0;
        for (const double o : odds) loss += std::log1p(std::exp(-o)) / 5;
        QVERIFY(std::abs(loss - 0.139) < 5e-4);
        QVERIFY(std::abs(std::log1p(std::exp(-rowOutput(RowMode::Answer, odds).h)) - loss) < 1e-14);
        QVERIFY(std::abs(std::log1p(std::exp(-rowOutput(RowMode::Mean, odds).h)) - 0.0017) < 1e-4);
    }

    void weightsAreDerivatives() {
        for (const RowMode mode : {RowMode::Mean, RowMode::Answer, RowMode::Choice}) {
            std::vector<double> odds{-3.0, 0.5, 2.0};
            const RowOutput at = rowOutput(mode, odds);
            for (std::size_t t = 0; t < odds.size(); ++t) {
                std::vector<double> up = odds, down = odds;
                up[t] += 1e-5;
                down[t] -= 1e-5;
                const double slope = (rowOutput(mode, up).h - rowOutput(mode, down).h) / 2e-5;
                QVERIFY(std::abs(slope - at.weights[t]) < 1e-9);
            }
        }
    }

    void surestAndMostHopelessTokensStayFinite() {
        for (const std::vector<double>& odds : {std::vector{900.0, 800.0}, std::vector{-900.0, 900.0}, std::vector{-1e4, -1e4, 3.0}}) {
            for (const RowMode mode : {RowMode::Mean, RowMode::Answer, RowMode::Choice}) {
                const RowOutput output = rowOutput(mode, odds);
                QVERIFY(std::isfinite(output.h));
                for (const double w : output.weights) QVERIFY(std::isfinite(w) && w >= 0 && w < 1.5);
            }
        }
        const RowOutput sure = rowOutput(RowMode::Answer, std::vector{900.0, 800.0});
        QVERIFY(std::abs(sure.h - (800 + std::log(2.0))) < 1e-9);
        QVERIFY(std::abs(sure.weights[1] - 1.0) < 1e-9);
    }

    void choiceBlocksEndWithTheRest() {
        GradientRows rows;
        rows.h0 = {std::log(0.5), std::log(0.2)};
        rows.example = {0, 0};
        rows.sketch = FloatMatrix(2, 1);
        rows.sketch(0, 0) = 2;
        rows.sketch(1, 0) = -1;
        Example example;
        example.choices = {{4}, {5, 6}};
        example.gold = 1;
        const LinearRows linear = linearRows(rows, std::span(&example, 1), RowMode::Choice);
        QCOMPARE(linear.choiceOffsets, (std::vector<std::int64_t>{0, 3}));
        QVERIFY(std::abs(linear.h0[2] - std::log(0.3)) < 1e-6);
        QVERIFY(std::abs(linear.sketch(2, 0) + (0.5 * 2 - 0.2) / 0.3) < 1e-6);
        QCOMPARE(linear.gold[0], 1);
        QCOMPARE(linear.length[0], 2);
        example.gold.reset();
        QVERIFY_EXCEPTION_THROWN(linearRows(rows, std::span(&example, 1), RowMode::Choice), Error);
    }
};

QTEST_GUILESS_MAIN(TestRowOutputs)
#include "tst_row_outputs.moc"
