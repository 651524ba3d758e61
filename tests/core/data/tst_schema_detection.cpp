#include <algorithm>

#include "core/data/schema_detection.h"
#include "data_files.h"

using namespace consort;
using namespace consort::test;

namespace {

/// `count` rows made from a JSON text in which ' is a quote, # the row's number and @ its number modulo 2.
std::vector<Record> rows(const std::string& pattern, int count = 20) {
    std::vector<Record> records;
    for (int i = 0; i < count; ++i) {
        std::string text;
        for (const char c : pattern) text += c == '#' ? std::to_string(i) : c == '@' ? std::to_string(i % 2) : std::string(1, c == '\'' ? '"' : c);
        records.push_back({parseJson(text, "pattern"), i + 1});
    }
    return records;
}

std::string schemaOf(const std::string& pattern, int count = 20) { return schemaName(detectSchema(rows(pattern, count)).schema); }
std::string quoted(std::string json) {
    std::replace(json.begin(), json.end(), '"', '\'');
    return json;
}
std::string mappingOf(const std::string& pattern) { return quoted(toJson(detectSchema(rows(pattern)).mapping)); }

}  // namespace

class TestSchemaDetection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownShapesAreRecognised() {
        QCOMPARE(schemaOf("{'text':'a b #','label':'l@'}"), std::string("classification"));
        QCOMPARE(schemaOf("{'question':'q #','choices':['a','b'],'label':@}"), std::string("multiple_choice"));
        QCOMPARE(schemaOf("{'prompt':'q #','completion':'a'}"), std::string("prompt_completion"));
        QCOMPARE(schemaOf("{'instruction':'do #','input':'','output':'done'}"), std::string("alpaca"));
        QCOMPARE(schemaOf("{'messages':[{'role':'user','content':'#'},{'role':'assistant','content':'b'}]}"), std::string("messages"));
        QCOMPARE(schemaOf("{'conversations':[{'from':'human','value':'#'},{'from':'gpt','value':'b'}]}"), std::string("messages"));
        QCOMPARE(schemaOf("{'text':'a story #'}"), std::string("text"));
    }
    void precedenceIsAsDocumented() {
        QCOMPARE(schemaOf("{'question':'q #','answer':'a #','label':'#'}"), std::string("prompt_completion"));
        QCOMPARE(schemaOf("{'question':'q #','choices':['Yes','No'],'label':@,'target':'Yes, #'}"), std::string("multiple_choice"));
        QCOMPARE(schemaOf("{'text':'t #','label':'#'}"), std::string("text"));
        QCOMPARE(schemaOf("{'text':'t #','label':'@'}", 4), std::string("text"));
        QCOMPARE(schemaOf("{'text':'t #','label':'@'}", 5), std::string("classification"));
    }
    void rolesAreMapped() {
        QCOMPARE(mappingOf("{'text':'u #','label':'l@','intent':'i@'}"), std::string("{'prompt':['text'],'target':'label'}"));
        QCOMPARE(mappingOf("{'idx':#,'premise':'p q #','hypothesis':'h','label':@}"), std::string("{'prompt':['premise','hypothesis'],'target':'label'}"));
        QCOMPARE(mappingOf("{'premise':'p #','question':'cause','choice1':'a','choice2':'b','label':@}"),
                 std::string("{'prompt':['premise'],'target':'label','choices':['choice1','choice2'],'relation':'question'}"));
        QCOMPARE(mappingOf("{'sentence':'s _ #','option1':'a','option2':'b','answer':'2'}"),
                 std::string("{'prompt':['sentence'],'target':'answer','choices':['option1','option2'],'counted_from':1}"));
        QCOMPARE(mappingOf("{'question':'q #','choices':{'text':['x','y'],'label':['A','B']},'answerKey':'B'}"),
                 std::string("{'prompt':['question'],'target':'answerKey','choices':['choices']}"));
        QCOMPARE(mappingOf("{'question':'q #','A':'a1','B':'b1','C':'c1','D':'d1','answer':'C'}"),
                 std::string("{'prompt':['question'],'target':'answer','choices':['A','B','C','D']}"));
        QCOMPARE(mappingOf("{'comment_body':'some words #','toxicity_label':'y@'}"), std::string("{'prompt':['comment_body'],'target':'toxicity_label'}"));
    }
    void confidenceFallsWithTheEvidence() {
        QVERIFY(detectSchema(rows("{'text':'a #','label':'l@'}")).confidence > detectSchema(rows("{'odd':'a b #','label':'l@'}")).confidence);
    }
    void wishesAreFollowed() {
        const auto data = rows("{'first':'a b #','second':'c d #','kind':'k@'}");
        QCOMPARE(quoted(toJson(guessSchema(data, {Schema::PromptCompletion, "first", "second"}).mapping)), std::string("{'prompt':['first'],'target':'second'}"));
        QCOMPARE(guessSchema(data, {std::nullopt, "first,second", "kind"}).schema, Schema::Classification);
        QCOMPARE(guessSchema(data, {std::nullopt, "first", "second"}).schema, Schema::PromptCompletion);
        QCOMPARE(guessSchema(rows("{'text':'t #','label':'@'}", 3), {Schema::Classification, {}, {}}).schema, Schema::Classification);
    }
    void labelsMissingEverywhereAreRefused() {
        const auto data = rows("{'text':'a b #','label':null}");
        QVERIFY(mentions(errorOf([&] { detectSchema(data); }), {"label", "every row", "--schema text"}));
        QCOMPARE(guessSchema(data, {Schema::Text, {}, {}}).schema, Schema::Text);
    }
    void whatDoesNotFitListsTheFields() {
        const auto data = rows("{'a1':#,'b1':@}");
        QVERIFY(mentions(errorOf([&] { detectSchema(data); }), {"a1", "b1", "--prompt-field"}));
        QVERIFY(mentions(errorOf([&] { guessSchema(data, {{}, "nope", {}}); }), {"nope", "a1"}));
        QVERIFY(mentions(errorOf([&] { guessSchema(data, {Schema::MultipleChoice, {}, {}}); }), {"multiple_choice", "a1"}));
    }
};

QTEST_GUILESS_MAIN(TestSchemaDetection)
#include "tst_schema_detection.moc"
