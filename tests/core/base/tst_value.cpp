#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/base/value.h"

using namespace consort;

class TestValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTripKeepsOrderAndKinds() {
        const std::string text = R"({"b":1,"a":[true,null,"x\u00e9",2.5],"c":{}})";
        QCOMPARE(QString::fromStdString(toJson(parseJson(text, "test"))), QString::fromUtf8("{\"b\":1,\"a\":[true,null,\"xé\",2.5],\"c\":{}}"));
    }
    void nanBecomesNull() { QCOMPARE(toJson(Value(std::nan(""))), std::string("null")); }
    void duplicateKeyIsRefused() { QVERIFY_EXCEPTION_THROWN(parseJson(R"({"a":1,"a":2})", "test"), Error); }
    void deepNestingIsRefused() { QVERIFY_EXCEPTION_THROWN(parseJson(std::string(100000, '['), "test"), Error); }
    void errorNamesPlace() {
        try {
            parseJson("{\"a\":\n  1,,}", "rows.jsonl");
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("rows.jsonl") && QString(e.what()).contains("line 2"), e.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
