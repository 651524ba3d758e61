// A walk over the table of model families: complete lines, no family twice, an unknown one refused with the known ones named.
#include "core/nn/architectures.h"  // LibTorch before Qt, whose macros it would meet

#include <QTest>
#include <set>
#include <string>

#include "core/base/error.h"

using namespace consort;

class TestArchitectures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLineIsComplete();
    void thePromisedFamiliesAreThereOnce();
    void anUnknownFamilyIsRefusedNamingTheKnown();
};

void TestArchitectures::everyLineIsComplete() {
    for (const nn::Architecture& one : nn::architectures()) {
        QVERIFY2(one.load && one.linears, one.family);
        QVERIFY2(!one.defaultTargets.empty(), one.family);
        QCOMPARE(&nn::architectureOf(one.family), &one);
    }
}

void TestArchitectures::thePromisedFamiliesAreThereOnce() {
    std::multiset<std::string> families;
    for (const nn::Architecture& one : nn::architectures()) families.insert(one.family);
    for (const char* family : {"llama", "mistral", "qwen2", "qwen3", "gpt2", "gpt_neox"}) QCOMPARE(families.count(family), std::size_t{1});
}

void TestArchitectures::anUnknownFamilyIsRefusedNamingTheKnown() {
    try {
        nn::architectureOf("parrot");
        QFAIL("an unknown family was accepted");
    } catch (const Error& e) {
        QCOMPARE(e.code(), ErrorCode::Unsupported);
        QVERIFY(std::string(e.what()).find("parrot") != std::string::npos);
        QVERIFY(std::string(e.what()).find("llama") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestArchitectures)
#include "tst_architectures.moc"
