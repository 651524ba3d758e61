#include <QElapsedTimer>
#include <QtTest>

#include "core/base/rng.h"
#include "core/data/import.h"
#include "core/data/row_identity.h"

using namespace consort;

namespace {

/// A sentence of `words` random words out of a vocabulary of 5,000.
std::string sentence(Rng& rng, int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text += (i ? " w" : "w") + std::to_string(rng.below(5000));
    return text;
}

Dataset classification(const std::string& name) {
    Dataset dataset;
    dataset.name = name;
    dataset.schema = Schema::Classification;
    return dataset;
}

void add(Dataset& dataset, Split split, const std::string& text) {
    Example row;
    row.text = text;
    dataset.split(split).push_back(row);
}

std::string withOneWordChanged(std::string text) {
    const auto at = text.find(' ', text.size() / 2);
    return text.replace(at, text.find(' ', at + 1) - at, " other");
}

}  // namespace

class TestOverlap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plantedTwinsAreCounted() {
        Rng rng(1, 2);
        std::vector<Dataset> datasets{classification("a"), classification("b")};
        for (int i = 0; i < 100; ++i) {
            const std::string text = sentence(rng, 30);
            add(datasets[0], Split::Train, text);
            if (i < 10) add(datasets[0], Split::Test, text);
            if (i >= 10 && i < 20) add(datasets[1], Split::Test, withOneWordChanged(text));
            add(datasets[1], Split::Test, sentence(rng, 30));
        }
        const OverlapReport report = findOverlap(datasets);
        QCOMPARE(report.exact(0, 0), 20.0 / 110);
        QCOMPARE(report.exact(0, 1), 0.0);
        QCOMPARE(report.near(0, 1), 10.0 / 110);
        QCOMPARE(report.near(1, 0), 10.0 / 110);
        QCOMPARE(report.near(1, 1), 0.0);
        QCOMPARE(report.leakage(0, 0), 1.0);
        QCOMPARE(report.leakage(0, 1), 10.0 / 110);
        QCOMPARE(report.leakage(1, 0), 0.0);
        QCOMPARE(report.betweenSplits(0, 1), 1.0);
        QCOMPARE(report.betweenSplits(0, 0), 0.0);
    }
    void caseAndBlanksDoNotHide() {
        std::vector<Dataset> datasets{classification("a"), classification("b")};
        add(datasets[0], Split::Train, "The quick brown fox\njumps over");
        add(datasets[1], Split::Test, "the Quick  brown fox jumps OVER");
        const OverlapReport report = findOverlap(datasets);
        QCOMPARE(report.exact(0, 1), 0.0);
        QCOMPARE(report.leakage(0, 1), 1.0);
    }
    void choicesTellRowsApart() {
        std::vector<Dataset> datasets{classification("a")};
        datasets[0].schema = Schema::MultipleChoice;
        for (const std::int32_t token : {7, 8}) {
            Example row;
            row.text = "Which one?";
            row.choices = {{token, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, token, 3, 4, 5, 6, 7, token, 9, 9}};
            datasets[0].split(Split::Train).push_back(row);
        }
        QCOMPARE(findOverlap(datasets).exact(0, 0), 0.0);
        datasets[0].split(Split::Train)[1] = datasets[0].split(Split::Train)[0];
        QCOMPARE(findOverlap(datasets).exact(0, 0), 1.0);
    }
    void nearTwinsAreFoundAsTheTrueSimilaritySays() {
        Rng rng(3, 4);
        std::vector<Dataset> datasets{classification("a"), classification("b")};
        int truth = 0;
        for (int i = 0; i < 400; ++i) {
            const std::string text = sentence(rng, 8 + static_cast<int>(rng.below(30)));
            const std::string changed = withOneWordChanged(text);
            add(datasets[0], Split::Train, text);
            add(datasets[1], Split::Train, changed);
            const auto& a = datasets[0].split(Split::Train).back();
            const auto& b = datasets[1].split(Split::Train).back();
            if (jaccard(gramsOf(a, Schema::Classification), gramsOf(b, Schema::Classification)) >= 0.8) ++truth;
        }
        const double found = findOverlap(datasets).near(0, 1) * 400;
        QVERIFY2(truth > 100 && truth < 380, qPrintable(QString::number(truth)));
        QVERIFY2(found <= truth && found >= 0.97 * truth, qPrintable(QString("%1 of %2").arg(found).arg(truth)));
    }
    void timeGrowsWithRowsNotPairs() {
        Rng rng(5, 6);
        std::vector<Dataset> datasets;
        for (int d = 0; d < 10; ++d) {
            datasets.push_back(classification("d" + std::to_string(d)));
            for (int i = 0; i < 2000; ++i) add(datasets.back(), Split::Train, sentence(rng, 20));
            for (int i = 0; i < 2000; ++i) add(datasets.back(), Split::Train, "the same long frame around one number, again and again: " + std::to_string(i));
        }
        QElapsedTimer timer;
        timer.start();
        const OverlapReport report = findOverlap(datasets);
        QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(report.exact(0, 1), 0.5);
        qInfo("40,000 rows in %lld ms", static_cast<long long>(timer.elapsed()));
    }
};

QTEST_GUILESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
