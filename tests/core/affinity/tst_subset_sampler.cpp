#include <QtTest>

#include <algorithm>
#include <array>
#include <set>

#include "core/affinity/subset_sampler.h"
#include "core/base/error.h"

using namespace consort;

namespace {

std::vector<Subset> countedOf(const SubsetPlan& plan) {
    std::vector<Subset> counted;
    for (const std::size_t k : plan.affinity) counted.push_back(plan.subsets[k]);
    return counted;
}

/// Least and largest n_il, i ≠ l.
std::pair<std::int64_t, std::int64_t> pairRange(const std::vector<Subset>& subsets, int datasets) {
    const auto counts = pairCounts(subsets, datasets);
    std::pair<std::int64_t, std::int64_t> range{INT64_MAX, 0};
    for (int i = 0; i < datasets; ++i) {
        for (int l = 0; l < i; ++l) range = {std::min(range.first, counts(i, l)), std::max(range.second, counts(i, l))};
    }
    return range;
}

bool isValid(const SubsetPlan& plan, int datasets) {
    const std::set<Subset> different(plan.subsets.begin(), plan.subsets.end());
    const auto good = [&](const Subset& s) {
        return std::is_sorted(s.begin(), s.end()) && std::set<int>(s.begin(), s.end()).size() == s.size() && (s.empty() || (s.front() >= 0 && s.back() < datasets));
    };
    return different.size() == plan.subsets.size() && std::all_of(plan.subsets.begin(), plan.subsets.end(), good);
}

}  // namespace

class TestSubsetSampler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tenDatasetsGiveEverySubsetAndAllTriples() {
        const SubsetPlan plan = planSubsets({10, false, {}, {}, 0});
        QCOMPARE(plan.subsets.size(), std::size_t{1024});
        QVERIFY(isValid(plan, 10) && plan.exhaustive && plan.subsets.front().empty());
        QCOMPARE(plan.affinity.size(), std::size_t{120});
        QCOMPARE(pairRange(countedOf(plan), 10), (std::pair<std::int64_t, std::int64_t>{8, 8}));
    }
    void designIsBalanced_data() {
        QTest::addColumn<int>("datasets");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("count");
        QTest::newRow("50 triples of 10") << 10 << 3 << 50;
        QTest::newRow("30 of 4 in 12") << 12 << 4 << 30;
        QTest::newRow("75 triples of 12") << 12 << 3 << 75;
        QTest::newRow("100 triples of 14") << 14 << 3 << 100;
    }
    void designIsBalanced() {
        QFETCH(int, datasets);
        QFETCH(int, size);
        QFETCH(int, count);
        const auto design = balancedDesign(datasets, size, count, 3);
        QCOMPARE(static_cast<int>(design.size()), count);
        QCOMPARE(std::set<Subset>(design.begin(), design.end()).size(), design.size());
        const auto [least, most] = pairRange(design, datasets);
        QVERIFY2(most - least <= 1, qPrintable(QString("%1 … %2").arg(least).arg(most)));
    }
    void largeDesignIsWithinTwo() {
        for (const auto& [datasets, size, count] : {std::array{20, 5, 60}, std::array{20, 5, 152}}) {
            const auto [least, most] = pairRange(balancedDesign(datasets, size, count, 3), datasets);
            QVERIFY2(most - least <= 2, qPrintable(QString("%1 … %2").arg(least).arg(most)));
        }
    }
    void beyondTenEveryPairMeetsEightTimes_data() {
        QTest::addColumn<int>("datasets");
        for (const int n : {11, 13, 20, 33, 60, 100}) QTest::addRow("%d", n) << n;
    }
    void beyondTenEveryPairMeetsEightTimes() {
        QFETCH(int, datasets);
        const SubsetPlan plan = planSubsets({datasets, false, {}, {}, 1});
        QVERIFY(isValid(plan, datasets) && !plan.exhaustive);
        QCOMPARE(plan.affinitySize, std::max(3, datasets / 4));
        QVERIFY(pairRange(countedOf(plan), datasets).first >= 8);
        const std::set<Subset> present(plan.subsets.begin(), plan.subsets.end());
        QVERIFY(present.contains(Subset{}) && present.contains(Subset{datasets - 1}));
        QCOMPARE(present.contains(Subset{0, 1}), datasets <= 40);
        Subset rest;
        for (int i = 1; i < datasets; ++i) rest.push_back(i);
        QVERIFY(present.contains(rest));
        rest.insert(rest.begin(), 0);
        QVERIFY(present.contains(rest));
    }
    void sameSeedGivesSameSubsets() {
        const SubsetRequest request{18, false, 40, 5, 9};
        QCOMPARE(planSubsets(request).subsets, planSubsets(request).subsets);
        SubsetRequest other = request;
        other.seed = 10;
        QVERIFY(planSubsets(request).subsets != planSubsets(other).subsets);
    }
    void tooFewSubsetsNameTheSmallestCountThatCovers() {
        SubsetRequest request{20, false, 5, 5, 0};
        std::int64_t named = 0;
        try {
            planSubsets(request);
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::InvalidInput);
            named = QString(e.what()).section(' ', -1).toLongLong();
        }
        QVERIFY(named > 19);
        request.count = named;
        QVERIFY(pairRange(countedOf(planSubsets(request)), 20).first >= 1);
        request.count = named - 1;
        QVERIFY_EXCEPTION_THROWN(planSubsets(request), Error);
    }
    void countAboveAllGivesAll() {
        const SubsetPlan plan = planSubsets({11, false, 100000, 3, 0});
        QCOMPARE(plan.affinity.size(), std::size_t{165});
        QVERIFY(plan.exhaustive);
    }
    void countBelowTenIsADesign() {
        const SubsetPlan plan = planSubsets({10, false, 50, {}, 0});
        QCOMPARE(plan.affinity.size(), std::size_t{50});
        QVERIFY(!plan.exhaustive && pairRange(countedOf(plan), 10).first >= 3);
    }
    void veryFewDatasetsWork() {
        QCOMPARE(countedOf(planSubsets({1, false, {}, {}, 0})), (std::vector<Subset>{{0}}));
        QCOMPARE(countedOf(planSubsets({2, false, {}, {}, 0})), (std::vector<Subset>{{0, 1}}));
        QCOMPARE(countedOf(planSubsets({3, false, {}, {}, 0})), (std::vector<Subset>{{0, 1}, {0, 2}, {1, 2}}));
        QCOMPARE(planSubsets({1, false, {}, {}, 0}).subsets, (std::vector<Subset>{{}, {0}}));
    }
    void impossibleRequestsAreRefused_data() {
        QTest::addColumn<int>("datasets");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("all");
        QTest::newRow("no datasets") << 0 << 1 << false;
        QTest::newRow("size 0") << 5 << 0 << false;
        QTest::newRow("size above n") << 5 << 6 << false;
        QTest::newRow("all of 17") << 17 << 4 << true;
    }
    void impossibleRequestsAreRefused() {
        QFETCH(int, datasets);
        QFETCH(int, size);
        QFETCH(bool, all);
        QVERIFY_EXCEPTION_THROWN(planSubsets({datasets, all, {}, size, 0}), Error);
    }
};

QTEST_GUILESS_MAIN(TestSubsetSampler)
#include "tst_subset_sampler.moc"
