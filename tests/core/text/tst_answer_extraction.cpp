// Numbers, letters and texts found in answers as people and models write them.
#include <QTest>

#include <vector>

#include "core/text/answer_extraction.h"

using namespace consort;

class AnswerExtractionTest : public QObject {
    Q_OBJECT

private slots:
    void finds_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("answer");  // empty: none
        const auto row = [](const char* kind, const char* text, const char* answer) { QTest::newRow(text) << kind << text << answer; };
        row("number", "48 + 24 = 72 altogether.\n#### 72", "72");
        row("number", "She has $1,234.50 left.", "1234.5");
        row("number", "#### -3", "-3");
        row("number", "a range of 3-5 apples", "5");
        row("number", "The answer is 007.", "7");
        row("number", "The answer is $12.00 and not 13", "12");
        row("number", "costs -$4", "-4");
        row("number", "about .5 of it", "0.5");
        row("number", "10% of them", "10");
        row("number", "€2,000", "2000");
        row("number", "#### none of 4", "4");
        row("number", "1,2,3", "123");
        row("number", "no idea", "");
        row("number", "", "");
        row("number", "-0.0", "0");
        row("letter", "B", "B");
        row("letter", " c) because", "C");
        row("letter", "The answer is (D).", "D");
        row("letter", "Answer: b", "B");
        row("letter", "The answer is A, I think", "A");
        row("letter", "I think (b) fits", "B");
        row("letter", "Because it is so", "");
        row("exact", " The  Old King. ", "the old king");
        row("exact", "\"yes\"", "yes");
        row("exact", "...", "");
    }

    void finds() {
        QFETCH(QString, kind);
        QFETCH(QString, text);
        QFETCH(QString, answer);
        const auto found = extractAnswer(*answerKindNamed(kind.toStdString()), text.toStdString());
        QCOMPARE(QString::fromStdString(found.value_or("")), answer);
        QCOMPARE(found.has_value(), !answer.isEmpty());
    }

    void theKindIsReadFromTheRightAnswers() {
        const std::vector<std::string> numbers{"so 3 + 4 = 7\n#### 7", "12", "The total is 5."}, letters{"A", "(B)", "c."}, texts{"Paris", "12", "the king"}, none;
        QCOMPARE(answerKindOf(numbers), AnswerKind::Number);
        QCOMPARE(answerKindOf(letters), AnswerKind::Letter);
        QCOMPARE(answerKindOf(texts), AnswerKind::Exact);
        QCOMPARE(answerKindOf(none), AnswerKind::Exact);
    }
};

QTEST_APPLESS_MAIN(AnswerExtractionTest)
#include "tst_answer_extraction.moc"
