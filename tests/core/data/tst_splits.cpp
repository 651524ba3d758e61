#include <QtTest>

#include <map>
#include <set>

#include "core/base/error.h"
#include "core/data/splits.h"

using namespace consort;

namespace {

/// `count` train rows with `twins` equal rows each, labels in sorted order ("a" three times as often as "b").
std::vector<DraftRow> trainRows(int count, int twins = 1) {
    std::vector<DraftRow> rows;
    RowIds ids("set");
    for (int i = 0; i < count; ++i) {
        for (int k = 0; k < twins; ++k) {
            DraftRow row;
            row.id = ids.next(Split::Train, "content " + std::to_string(i));
            row.twinKey = "row " + std::to_string(i);
            row.text.label = 4 * i < 3 * count ? "a" : "b";
            rows.push_back(row);
        }
    }
    return rows;
}

std::map<Split, int> sizes(const std::vector<DraftRow>& rows) {
    std::map<Split, int> out;
    for (const DraftRow& row : rows) ++out[row.split];
    return out;
}

}  // namespace

class TestSplits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void idsAreUniqueAndKeepTheFirstOfTwins() {
        std::set<std::string> ids;
        for (const DraftRow& row : trainRows(50, 3)) ids.insert(row.id);
        QCOMPARE(ids.size(), std::size_t(150));
        QCOMPARE(trainRows(1).front().id, trainRows(1, 2).front().id);
        RowIds other("set");
        QVERIFY(other.next(Split::Train, "x") != other.next(Split::Test, "x"));
    }
    void sharesAreMet() {
        auto rows = trainRows(5000);
        fillMissingSplits(rows, {0.1, 0.2, 7});
        const auto found = sizes(rows);
        QVERIFY(std::abs(found.at(Split::Valid) - 500) < 70 && std::abs(found.at(Split::Test) - 1000) < 90);
    }
    void sameSeedGivesSameSplitsAndAnotherSeedOthers() {
        auto a = trainRows(500), b = trainRows(500), c = trainRows(500);
        fillMissingSplits(a, {0.1, 0.1, 1});
        fillMissingSplits(b, {0.1, 0.1, 1});
        fillMissingSplits(c, {0.1, 0.1, 2});
        int differences = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            QCOMPARE(a[i].split, b[i].split);
            differences += a[i].split != c[i].split ? 1 : 0;
        }
        QVERIFY(differences > 50);
    }
    void aRowKeepsItsSplitWhenOthersJoin() {
        auto few = trainRows(300), many = trainRows(400);
        fillMissingSplits(few, {});
        fillMissingSplits(many, {});
        for (std::size_t i = 0; i < few.size(); ++i) QCOMPARE(few[i].split, many[i].split);
    }
    void twinsStayTogether() {
        auto rows = trainRows(300, 3);
        fillMissingSplits(rows, {});
        for (std::size_t i = 0; i < rows.size(); i += 3) QVERIFY(rows[i].split == rows[i + 1].split && rows[i].split == rows[i + 2].split);
    }
    void existingSplitsAreNotTouched() {
        auto rows = trainRows(300);
        for (std::size_t i = 0; i < 20; ++i) rows[i].split = Split::Test;
        fillMissingSplits(rows, {});
        QCOMPARE(sizes(rows).at(Split::Test), 20);
        QVERIFY(sizes(rows).at(Split::Valid) > 0);
    }
    void fewRowsGiveEachSplitOneAndTooFewAreRefused() {
        for (int count = 3; count < 12; ++count) {
            auto rows = trainRows(count);
            fillMissingSplits(rows, {});
            QCOMPARE(sizes(rows).size(), std::size_t(3));
        }
        auto one = trainRows(1);
        QVERIFY_EXCEPTION_THROWN(fillMissingSplits(one, {}), Error);
        fillMissingSplits(one, {0, 0, 0});
        QCOMPARE(sizes(one).at(Split::Train), 1);
    }
    void drawIsStratifiedSeededAndInOrder() {
        const auto drawn = drawRows(trainRows(1000), 100, 3);
        QCOMPARE(drawn.size(), std::size_t(100));
        std::map<std::string, int> labels;
        for (const DraftRow& row : drawn) ++labels[row.text.label];
        QCOMPARE(labels.at("a"), 75);
        const auto again = drawRows(trainRows(1000), 100, 3), other = drawRows(trainRows(1000), 100, 4);
        const auto all = trainRows(1000);
        std::size_t same = 0, at = 0;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            QCOMPARE(drawn[i].id, again[i].id);
            same += drawn[i].id == other[i].id ? 1 : 0;
            while (at < all.size() && all[at].id != drawn[i].id) ++at;
            QVERIFY(at < all.size());
        }
        QVERIFY(same < 50);
        QCOMPARE(drawRows(trainRows(10), 100, 3).size(), std::size_t(10));
    }
};

QTEST_GUILESS_MAIN(TestSplits)
#include "tst_splits.moc"
