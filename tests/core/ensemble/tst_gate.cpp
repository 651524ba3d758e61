#include <QtTest>

#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/gate.h"

using namespace consort;

namespace {

constexpr std::int64_t kHidden = 24;

/// Rows of three kinds, told apart by where they lie; noise in every direction.
struct World {
    FloatMatrix seen;
    std::vector<int> kind;
    std::vector<double> share;
    explicit World(std::int64_t rows, double apart) : seen(rows, kHidden) {
        Rng rng(7, streamOf("rows"));
        for (std::int64_t r = 0; r < rows; ++r) {
            kind.push_back(static_cast<int>(r % 3));
            for (std::int64_t k = 0; k < kHidden; ++k) seen(r, k) = static_cast<float>(rng.uniform() - 0.5 + (k == kind.back() ? apart : 0.0));
        }
        share.assign(kind.size(), 1.0 / static_cast<double>(rows));
    }
};

/// −log Σ_a ω_a p_a with p_a = 0.9 for the member that knows the row's kind, else 0.1: convex, with exact derivatives.
RowDerivatives mixtureLoss(const std::vector<int>& kind, const Matrix& weights, bool useful = true) {
    const std::int64_t m = weights.cols;
    RowDerivatives rows{{}, Matrix(weights.rows, m), Matrix(weights.rows, m * m)};
    for (std::int64_t r = 0; r < weights.rows; ++r) {
        const int right = useful ? kind[static_cast<std::size_t>(r)] : static_cast<int>((r * 7919 / 13) % 3);
        std::vector<double> p(static_cast<std::size_t>(m), 0.1);
        p[static_cast<std::size_t>(right)] = 0.9;
        double mixed = 0;
        for (std::int64_t a = 0; a < m; ++a) mixed += weights(r, a) * p[static_cast<std::size_t>(a)];
        rows.losses.push_back(-std::log(mixed));
        for (std::int64_t a = 0; a < m; ++a) {
            rows.gradient(r, a) = -p[static_cast<std::size_t>(a)] / mixed;
            for (std::int64_t b = 0; b < m; ++b) rows.curvature(r, a * m + b) = p[static_cast<std::size_t>(a)] * p[static_cast<std::size_t>(b)] / (mixed * mixed);
        }
    }
    return rows;
}

double mean(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()); }

ErrorCode codeOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& e) {
        return e.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

class TestGate : public QObject {
    Q_OBJECT
private slots:
    void rowsGoToTheMemberThatKnowsThem() {
        const World world(240, 4.0), fresh(90, 4.0);
        const GateFit fit = fitGate(world.seen, world.share, 3, [&](const Matrix& w) { return mixtureLoss(world.kind, w); }, 0);
        const double constant = -std::log((0.9 + 0.1 + 0.1) / 3);  // the best that one weight vector for all rows can do
        QVERIFY2(mean(fit.heldOut) < 0.25 * constant, std::to_string(mean(fit.heldOut)).c_str());
        QVERIFY(std::isfinite(fit.penalty));
        const Matrix weights = fit.gate.weights(fresh.seen);
        for (std::int64_t r = 0; r < weights.rows; ++r) QVERIFY(weights(r, fresh.kind[static_cast<std::size_t>(r)]) > 0.8);
    }
    void whereThePromptSaysNothingOneVectorIsKept() {
        const World world(240, 0.0);
        const GateFit fit = fitGate(world.seen, world.share, 3, [&](const Matrix& w) { return mixtureLoss(world.kind, w, false); }, 0);
        QVERIFY(std::isinf(fit.penalty) || fit.penalty >= 0.01);
        const Matrix weights = fit.gate.weights(world.seen);
        for (std::int64_t a = 0; a < 3; ++a) QVERIFY(std::abs(weights(0, a) - weights(100, a)) < 0.1);
    }
    void heldOutLossesAreThoseOfRowsNotLearnedFrom() {
        // As many axes as they like cannot learn noise: held-out losses stay near the constant's, those of the fit itself may not.
        const World world(60, 0.0);
        const GateFit fit = fitGate(world.seen, world.share, 3, [&](const Matrix& w) { return mixtureLoss(world.kind, w, false); }, 3);
        QVERIFY(mean(fit.heldOut) >= 0.9 * -std::log(1.1 / 3));
    }
    void theSameSeedGivesTheSameGate() {
        const World world(60, 2.0);
        const auto loss = [&](const Matrix& w) { return mixtureLoss(world.kind, w); };
        const Gate one = fitGate(world.seen, world.share, 3, loss, 5).gate, two = fitGate(world.seen, world.share, 3, loss, 5).gate;
        QCOMPARE(one.slope.values, two.slope.values);
        QCOMPARE(one.bias, two.bias);
    }
    void fewerRowsThanNumbersWork() {
        const World world(16, 3.0);
        const GateFit fit = fitGate(world.seen, world.share, 3, [&](const Matrix& w) { return mixtureLoss(world.kind, w); }, 0);
        QVERIFY(fit.axes <= 1);
        QCOMPARE(fit.heldOut.size(), std::size_t{16});
        const World tiny(6, 3.0);
        QCOMPARE(codeOf([&] { fitGate(tiny.seen, tiny.share, 3, [&](const Matrix& w) { return mixtureLoss(tiny.kind, w); }, 0); }), ErrorCode::InvalidInput);
    }
    void aDivergedMemberIsNamedAsSuch() {
        const World world(60, 2.0);
        const auto loss = [&](const Matrix& w) {
            RowDerivatives rows = mixtureLoss(world.kind, w);
            rows.losses[3] = std::nan("");
            return rows;
        };
        QCOMPARE(codeOf([&] { fitGate(world.seen, world.share, 3, loss, 0); }), ErrorCode::InvalidInput);
    }
    void aGateSurvivesItsDocument() {
        const World world(60, 2.0);
        const Gate gate = fitGate(world.seen, world.share, 3, [&](const Matrix& w) { return mixtureLoss(world.kind, w); }, 5).gate;
        const Value document = parseJson(toJson(toValue(gate)), "gate");
        const Gate back = gateFrom(document, 3, kHidden, "gate");
        QCOMPARE(back.weights(world.seen).values, gate.weights(world.seen).values);
        QCOMPARE(codeOf([&] { gateFrom(document, 4, kHidden, "gate"); }), ErrorCode::Corrupt);
        QCOMPARE(codeOf([&] { gateFrom(document, 3, kHidden + 1, "gate"); }), ErrorCode::Corrupt);
        QCOMPARE(codeOf([&] { gateFrom(parseJson("{\"centre\": 3}", "gate"), 3, kHidden, "gate"); }), ErrorCode::Corrupt);
    }
};

QTEST_APPLESS_MAIN(TestGate)
#include "tst_gate.moc"
