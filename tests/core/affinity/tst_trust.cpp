#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/affinity/agreement.h"
#include "core/affinity/probe_choice.h"
#include "core/affinity/probe_correction.h"
#include "core/base/error.h"
#include "core/base/rng.h"

using namespace consort;

namespace {

/// All triples of 6.
std::vector<Subset> triples() {
    std::vector<Subset> subsets;
    for (int a = 0; a < 6; ++a) {
        for (int b = a + 1; b < 6; ++b) {
            for (int c = b + 1; c < 6; ++c) subsets.push_back({a, b, c});
        }
    }
    return subsets;
}

bool in(const Subset& subset, std::int64_t i) { return std::find(subset.begin(), subset.end(), static_cast<int>(i)) != subset.end(); }

/// Membership matters most, company a little, both of known size.
Matrix truth(const std::vector<Subset>& subsets) {
    Rng rng(3, streamOf("truth"));
    Matrix help(6, 6);
    for (double& v : help.values) v = 0.2 * rng.uniform();
    Matrix measured(static_cast<std::int64_t>(subsets.size()), 6);
    for (std::size_t k = 0; k < subsets.size(); ++k) {
        for (std::int64_t i = 0; i < 6; ++i) {
            double loss = in(subsets[k], i) ? 1.0 : 3.0;
            for (const int l : subsets[k]) loss -= l == i ? 0.0 : help(i, l);
            measured(static_cast<std::int64_t>(k), i) = loss;
        }
    }
    return measured;
}

Matrix mapped(const Matrix& matrix, double slope, double shift) {
    Matrix result = matrix;
    for (double& v : result.values) v = slope * v + shift;
    return result;
}

}  // namespace

class TestTrust : public QObject {
    Q_OBJECT
private slots:
    void aPerfectEstimateAgrees() {
        const auto subsets = triples();
        const Matrix f = truth(subsets);
        const AgreementReport report = agreementOf(subsets, f, f, f);
        QCOMPARE(report.inside.error, 0.0);
        QCOMPARE(report.inside.r2, 1.0);
        QVERIFY(std::abs(report.inside.spearman - 1) < 1e-12 && std::abs(report.inside.ceiling - 1) < 1e-12);
        QCOMPARE(report.inside.pairs, std::int64_t{60});
        QCOMPARE(report.outside.pairs, std::int64_t{60});
        QVERIFY(std::isnan(report.inside.trivialSpearman));          // constant on one side
        QVERIFY(report.all.trivialSpearman > 0.8);                   // membership alone ranks well over both
    }
    void membershipAloneHasNoSkillInside() {
        const auto subsets = triples();
        const Matrix f = truth(subsets);
        Matrix membership = f;
        for (std::int64_t i = 0; i < 6; ++i) {
            double sum[2] = {0, 0}, count[2] = {0, 0};
            for (std::size_t k = 0; k < subsets.size(); ++k) {
                sum[in(subsets[k], i)] += f(static_cast<std::int64_t>(k), i);
                count[in(subsets[k], i)] += 1;
            }
            for (std::size_t k = 0; k < subsets.size(); ++k) membership(static_cast<std::int64_t>(k), i) = sum[in(subsets[k], i)] / count[in(subsets[k], i)];
        }
        const AgreementReport report = agreementOf(subsets, membership, f, Matrix());
        QVERIFY(std::abs(report.inside.r2) < 1e-9);
        QVERIFY(std::abs(report.inside.error - report.inside.trivialError) < 1e-12);
        QVERIFY(std::isnan(report.inside.ceiling));
    }
    void shapesMustAgree() {
        const auto subsets = triples();
        const Matrix f = truth(subsets);
        QVERIFY_EXCEPTION_THROWN(agreementOf(subsets, Matrix(3, 6), f, Matrix()), Error);
    }
    void aScaledEstimateIsCorrectedWithoutSeeingTheProbe() {
        const auto subsets = triples();
        const Matrix f = truth(subsets), guess = mapped(f, 2.0, 0.7);  // right order, wrong scale and level
        QVERIFY(agreementOf(subsets, guess, f, Matrix()).inside.r2 < 0);
        const Matrix held = leaveOneOutCorrected(subsets, guess, f);
        QVERIFY(agreementOf(subsets, held, f, Matrix()).inside.r2 > 0.999);
        const ProbeCorrection correction = fitCorrection(subsets, guess, f);
        QVERIFY(correction.sides[0].useful && correction.sides[1].useful);
        QVERIFY(std::abs(correction.sides[1].slope - 0.5) < 1e-9);
        QVERIFY(std::abs(correction(true, 2, 2.0 * 0.9 + 0.7) - 0.9) < 1e-9);
    }
    void aCorrectionThatDoesNotHelpIsNotUsed() {
        const std::vector<Subset> subsets{{0, 1}, {0, 2}, {1, 2}};
        const Matrix f = [] { Matrix m(3, 3, 1.0); m(0, 0) = 1.1; m(1, 1) = 0.8; return m; }();
        const ProbeCorrection correction = fitCorrection(subsets, f, f);
        QVERIFY(correction.empty());
        QCOMPARE(correction(true, 0, 0.4), 0.4);
    }
    void probesAreDifferentAndEarlyOnesCoverEveryDataset() {
        const auto subsets = triples();
        const auto chosen = mostInformative(subsets, truth(subsets), 6);
        QCOMPARE(chosen.size(), std::size_t{6});
        QCOMPARE(std::set<std::size_t>(chosen.begin(), chosen.end()).size(), std::size_t{6});
        std::set<int> covered;
        for (std::size_t k = 0; k < 3; ++k) covered.insert(subsets[chosen[k]].begin(), subsets[chosen[k]].end());
        QCOMPARE(covered.size(), std::size_t{6});
        QCOMPARE(mostInformative(subsets, truth(subsets), 100).size(), subsets.size());
        const auto fewer = mostInformative(subsets, truth(subsets), 4);
        QVERIFY(std::equal(fewer.begin(), fewer.end(), chosen.begin()));
    }
};

QTEST_APPLESS_MAIN(TestTrust)
#include "tst_trust.moc"
