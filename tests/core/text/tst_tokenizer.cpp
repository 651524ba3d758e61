#include <QtTest>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/tokenizer.h"

using namespace consort;

namespace {

/// A byte-level tokenizer over a, b, blank and their merges; `extra` replaces or adds top-level members.
std::string smallTokenizer(const std::string& model = R"("vocab":{"a":0,"b":1,"ab":2,"Ġ":3,"Ġab":4},"merges":["a b","Ġ ab"])",
                           const std::string& extra = "") {
    return R"({"added_tokens":[{"id":5,"content":"<s>","special":true,"normalized":false}],"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},)"
           R"("decoder":{"type":"ByteLevel"},"model":{"type":"BPE",)" + model + "}" + extra + "}";
}

std::string failureOf(const std::string& json, ErrorCode expected) {
    try {
        Tokenizer::fromJson(json, "file.json");
    } catch (const Error& e) {
        return e.code() == expected ? e.what() : "another code: " + std::string(e.what());
    }
    return "no error";
}

}  // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesFollowTheirRank() {
        const Tokenizer tokenizer = Tokenizer::fromJson(smallTokenizer(), "small");
        QCOMPARE(tokenizer.encode("ab aba"), (TokenIds{2, 4, 0}));
        QCOMPARE(tokenizer.decode({2, 4, 0}), std::string("ab aba"));
        QCOMPARE(tokenizer.vocabularySize(), 6);
    }

    void specialTokensAreFoundAndDropped() {
        const Tokenizer tokenizer = Tokenizer::fromJson(smallTokenizer(), "small");
        QCOMPARE(tokenizer.encode("ab<s>a"), (TokenIds{2, 5, 0}));
        QCOMPARE(tokenizer.decode({2, 5, 0}), std::string("aba"));
        QCOMPARE(tokenizer.decode({2, 5, 0}, true), std::string("ab<s>a"));
        QCOMPARE(tokenizer.decode({-3, 99, 0}), std::string("a"));
    }

    void templateGivesPrefixIds() {
        const std::string post = R"(,"post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}}],"special_tokens":{"<s>":{"id":"<s>","ids":[5],"tokens":["<s>"]}}})";
        const Tokenizer tokenizer = Tokenizer::fromJson(smallTokenizer(R"("vocab":{"a":0},"merges":[])", post), "small");
        QCOMPARE(tokenizer.prefixIds(), (TokenIds{5}));
        QCOMPARE(tokenizer.encode("a", true), (TokenIds{5, 0}));
    }

    void veryLongWordsTakeLittleTime() {
        std::string word;
        for (int i = 0; i < 200000; ++i) word += i % 3 ? 'a' : 'b';
        const Tokenizer tokenizer = Tokenizer::fromJson(smallTokenizer(), "small");
        QElapsedTimer timer;
        timer.start();
        QVERIFY(tokenizer.encode(word).size() > 100000);
        QVERIFY2(timer.elapsed() < 2000, "a word of 200,000 characters must not take quadratic time");
    }

    void invalidBytesBecomeReplacementCharacters() {
        const Tokenizer tokenizer =
            Tokenizer::fromJson(R"({"model":{"type":"BPE","vocab":{"a":0,")" "\xEF\xBF\xBD" R"(":1},"merges":[]}})", "small");
        QCOMPARE(tokenizer.encode("a\xFF\xC3" "a"), (TokenIds{0, 1, 1, 0}));
    }

    void hostileFilesAreNamed_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const std::string& json, const char* named) {
            QTest::newRow(name) << QString::fromStdString(json) << QString(named);
        };
        row("not json", "hello", "file.json");
        row("empty", "", "file.json");
        row("no model", "{}", "model");
        row("list", "[]", "(top)");
        row("vocab of strings", smallTokenizer(R"("vocab":{"a":"0"},"merges":[])"), "model.vocab.a");
        row("negative id", smallTokenizer(R"("vocab":{"a":-1},"merges":[])"), "model.vocab.a");
        row("huge id", smallTokenizer(R"("vocab":{"a":99999999999},"merges":[])"), "model.vocab.a");
        row("duplicate ids", smallTokenizer(R"("vocab":{"a":0,"b":0},"merges":[])"), "model.vocab.b");
        row("no merges", smallTokenizer(R"("vocab":{"a":0})"), "merges");
        row("unknown merge", smallTokenizer(R"("vocab":{"a":0},"merges":["a c"])"), "model.merges[0]");
        row("triple merge", smallTokenizer(R"("vocab":{"a":0},"merges":[["a","a","a"]])"), "model.merges[0]");
        row("bad flag", smallTokenizer(R"("vocab":{"a":0},"merges":[],"fuse_unk":"yes")"), "model.fuse_unk");
        row("unknown unk", smallTokenizer(R"("vocab":{"a":0},"merges":[],"unk_token":"<u>")"), "model.unk_token");
        row("bad regex", smallTokenizer(R"("vocab":{"a":0},"merges":[])", R"(,"normalizer":{"type":"Replace","pattern":{"Regex":"*a"},"content":""})"), "normalizer.pattern.Regex");
        row("added id taken", R"({"added_tokens":[{"id":0,"content":"x"}],"model":{"vocab":{"a":0},"merges":[]}})", "added_tokens[0]");
    }

    void hostileFilesAreNamed() {
        QFETCH(QString, json);
        QFETCH(QString, named);
        const std::string message = failureOf(json.toStdString(), ErrorCode::Corrupt);
        QVERIFY2(message.find("file.json") != std::string::npos && message.find(named.toStdString()) != std::string::npos, message.c_str());
    }

    void utf16IsCorrupt() {
        const std::string message = failureOf(std::string("\xFF\xFE{\0}\0", 6), ErrorCode::Corrupt);
        QVERIFY2(message.find("file.json") != std::string::npos, message.c_str());
    }

    void otherModelsAndComponentsAreUnsupported() {
        QVERIFY(failureOf(R"({"model":{"type":"WordPiece","vocab":{}}})", ErrorCode::Unsupported).find("WordPiece") != std::string::npos);
        QVERIFY(failureOf(R"({"model":{"type":"Unigram","vocab":[]}})", ErrorCode::Corrupt).find("vocab") != std::string::npos);
        QVERIFY(failureOf(R"({"model":{"type":"Unigram","unk_id":3,"vocab":[["a",-1.0]]}})", ErrorCode::Corrupt).find("unk_id") != std::string::npos);
        QVERIFY(failureOf(R"({"model":{"type":"Unigram","vocab":[["a",-1.0]]},"normalizer":{"type":"Precompiled","precompiled_charsmap":"!"}})", ErrorCode::Corrupt)
                    .find("precompiled_charsmap") != std::string::npos);
        const std::string nmt = smallTokenizer(R"("vocab":{"a":0},"merges":[])", R"(,"normalizer":{"type":"Nmt"})");
        QVERIFY(failureOf(nmt, ErrorCode::Unsupported).find("'Nmt'") != std::string::npos);
    }

    void demoModelRoundTrips() {
        const Tokenizer tokenizer = Tokenizer::fromFolder(std::string(qgetenv("CONSORT_SOURCE")) + "/resources/demo/public-domain-8m");
        const std::string text = "It was a bright cold day;\n\n  the clocks' hands pointed at 13 — “indeed” 😀.";
        QCOMPARE(tokenizer.decode(tokenizer.encode(text)), text);
        QCOMPARE(tokenizer.encode("", true), tokenizer.prefixIds());
        QVERIFY(tokenizer.eosId().has_value());
    }
};

QTEST_APPLESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
