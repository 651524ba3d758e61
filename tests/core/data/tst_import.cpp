#include <algorithm>
#include <set>

#include "core/base/files.h"
#include "data_files.h"

using namespace consort;
using namespace consort::test;

namespace {

/// The tokenizer of a fixture with </s> as end of text.
Tokenizer tokenizerOf(const std::string& name) {
    Folder folder;
    folder.write("tokenizer.json", readFile(fixture(name)));
    folder.write("config.json", name == "tiny_byte_level.json" ? "{\"eos_token_id\": 1}" : "{\"eos_token_id\": 2}");
    return Tokenizer::fromFolder(folder.path());
}

/// Rows as one text: ' reads as ".
std::string lines(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

TokenIds operator+(TokenIds a, const TokenIds& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace

class TestImport : public QObject {
    Q_OBJECT
    Tokenizer tokenizer_ = tokenizerOf("tiny_byte_level.json");
    Tokenizer marked_ = tokenizerOf("tiny_sentencepiece.json");
    Folder folder_;

    ImportedDataset import(const std::string& file, const std::string& text, ImportOptions options = {}) const {
        if (options.validShare == 0.1) options.validShare = options.testShare = 0;
        return importDataset(findDatasets({folder_.write(file, lines(text))}).front(), options, tokenizer_, JobContext());
    }
    std::string refusal(const std::string& file, const std::string& text, const ImportOptions& options = {}) const {
        return errorOf([&] { import(file, text, options); });
    }
    TokenIds ids(const std::string& text) const { return tokenizer_.encode(text); }
    static std::string repeated(const std::string& row, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += row + "\n";
        return text;
    }

private Q_SLOTS:
    void classificationRowEndsWithTheLabelsWords() {
        const auto in = import("a.jsonl", repeated("{'text':'The film ','label':'so_good'}\n{'text':'bad film','label':'bad'}", 3));
        QCOMPARE(in.dataset.labels, (std::vector<std::string>{"so_good", "bad"}));
        const Example& row = in.dataset.split(Split::Train).front();
        QCOMPARE(row.text, std::string("The film \nLabel:"));
        QVERIFY(row.promptIds == TokenIds{0} + ids("The film \nLabel:"));
        QVERIFY(row.choices[0] == ids(" so good") && row.choices[1] == ids(" bad"));
        QVERIFY(row.gold == 0 && row.targetIds == row.choices[0] && !row.truncated);
    }
    void integerLabelsTakeNamesFromChoices() {
        ImportOptions options;
        options.choices = "no ||| yes";
        const auto in = import("b.jsonl", repeated("{'text':'one','label':1}\n{'text':'two','label':0}\n{'text':'three','label':1}", 2), options);
        QCOMPARE(in.dataset.labels, (std::vector<std::string>{"0", "1"}));
        QVERIFY(in.dataset.split(Split::Train).front().targetIds == ids(" yes"));
        options.choices = "no";
        QVERIFY(mentions(refusal("b.jsonl", repeated("{'text':'one','label':1}\n{'text':'two','label':0}", 3), options), {"1 answer words", "2 labels", "0, 1"}));
    }
    void causesAndGapsAreContinued() {
        const auto cause = import("c.jsonl", "{'premise':'It rained.','question':'cause','choices':['Sarah','The sun'],'label':1}\n");
        QVERIFY(cause.dataset.split(Split::Train).front().text == "It rained. because");
        QVERIFY(cause.dataset.split(Split::Train).front().targetIds == ids(" The sun"));
        const auto gap = import("g.jsonl", "{'sentence':'Sarah and Maria went so _ could buy bread.','option1':'Sarah','option2':'Maria','answer':'2'}\n");
        const Example& row = gap.dataset.split(Split::Train).front();
        QCOMPARE(row.text, std::string("Sarah and Maria went so"));
        QVERIFY(row.choices[0] == ids(" Sarah could buy bread.") && row.gold == 1);
    }
    void blanksAtThePromptsEndMoveToTheTarget() {
        const auto in = import("m.jsonl", "{'question':'What is the sun?  ','choices':['star','film'],'label':0}\n");
        const Example& row = in.dataset.split(Split::Train).front();
        QCOMPARE(row.text, std::string("What is the sun?"));
        const TokenIds whole = ids("What is the sun?  star");
        QVERIFY(TokenIds(row.promptIds.begin() + 1, row.promptIds.end()) + row.targetIds == whole);
    }
    void lettersListTheOptions() {
        ImportOptions options;
        options.choices = "letters";
        const auto in = import("l.jsonl", "{'question':'What?','choices':['star','film'],'label':1}\n", options);
        QCOMPARE(in.dataset.split(Split::Train).front().text, std::string("What?\nA. star\nB. film\nAnswer:"));
        QVERIFY(in.dataset.split(Split::Train).front().targetIds == ids(" B"));
    }
    void freeTextEndsOnce() {
        const auto in = import("f.jsonl", "{'question':'The sun','answer':'is a star.'}\n");
        const Example& row = in.dataset.split(Split::Train).front();
        QVERIFY(row.targetIds == ids(" is a star.") + TokenIds{1} && row.choices.empty() && !row.gold);
    }
    void turnsArePrefixedByRole() {
        const auto in = import("t.jsonl", "{'messages':[{'role':'user','content':'hi'},{'role':'assistant','content':'yo'},{'role':'user','content':'and?'},"
                                          "{'role':'assistant','content':'fine'}]}\n");
        QCOMPARE(in.dataset.split(Split::Train).front().text, std::string("User: hi\nAssistant: yo\nUser: and?\nAssistant:"));
        QVERIFY(in.dataset.split(Split::Train).front().targetIds == ids(" fine") + TokenIds{1});
    }
    void promptsAreCutAtTheLeftAndTargetsNever() {
        ImportOptions options;
        options.maxTokens = 12;
        const std::string far = "{'question':'" + std::string(200, 'x') + " the sun','choices':['star','bad film'],'label':0}\n";
        const std::string wide = "{'question':'The sun','choices':['star','" + std::string(200, 'y') + "'],'label':0}\n";
        const auto in = import("w.jsonl", far + wide, options);
        QCOMPARE(in.dataset.setAside, 1);
        const Example& row = in.dataset.split(Split::Train).front();
        QVERIFY(row.truncated && row.promptIds.front() == 0);
        QCOMPARE(row.promptIds.size() + ids(" bad film").size(), std::size_t(12));
        const TokenIds whole = ids(std::string(200, 'x') + " the sun");
        QVERIFY(std::equal(row.promptIds.rbegin(), row.promptIds.rend() - 1, whole.rbegin()));
        QVERIFY(row.targetIds == ids(" star"));
    }
    void aBrokenPrefixEncodesAllChoicesAlone() {
        // Without a pre-tokenizer merges run across blanks, so that some prompts are no prefix of the whole.
        std::string text;
        for (const char* word : {"film", "story", "sun", "good", "Sarah", "market", "because"}) {
            text += std::string("{'question':'The ") + word + "','choices':['was','x'],'label':0}\n";
        }
        ImportOptions options;
        options.validShare = options.testShare = 0;
        const auto in = importDataset(findDatasets({folder_.write("p.jsonl", lines(text))}).front(), options, marked_, JobContext());
        int broken = 0;
        for (const Example& row : in.dataset.split(Split::Train)) {
            const TokenIds prompt = marked_.encode(row.text), whole = marked_.encode(row.text + " was"), other = marked_.encode(row.text + " x");
            const auto starts = [&](const TokenIds& ids) { return std::equal(prompt.begin(), prompt.end(), ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), prompt.size()))); };
            if (starts(whole) && starts(other)) continue;
            ++broken;
            const TokenIds was = marked_.encode(" was"), x = marked_.encode(" x");
            QVERIFY(row.choices[0] == TokenIds(was.begin() + 1, was.end()) && row.choices[1] == TokenIds(x.begin() + 1, x.end()));
        }
        QVERIFY(broken > 0);
    }
    void plainTextIsCutByTokensWithOneEnd() {
        ImportOptions options;
        options.maxTokens = 10;
        const auto in = import("x.txt", repeated("The film was good and the story was better.", 3), options);
        const auto& rows = in.dataset.split(Split::Train);
        TokenIds all;
        for (const Example& row : rows) {
            QVERIFY(row.promptIds == TokenIds{0});
            QVERIFY(row.targetIds.size() <= 9);
            all = all + row.targetIds;
        }
        QVERIFY(all == ids(repeated("The film was good and the story was better.", 3)) + TokenIds{1});
    }
    void templateGivesPromptAndChoices() {
        ImportOptions options;
        options.promptTemplate = PromptTemplate{"t", "Film: {{ text }} Was it good? ||| {{ answer_choices[label] }}", "no ||| yes"};
        const auto in = import("j.jsonl", repeated("{'text':'one','label':1}\n{'text':'two','label':0}", 3), options);
        const Example& row = in.dataset.split(Split::Train).front();
        QCOMPARE(row.text, std::string("Film: one Was it good?"));
        QVERIFY(row.choices[0] == ids(" no") && row.targetIds == ids(" yes") && row.gold == 1);
    }
    void equalInputGivesEqualHashesAndOtherRowsOthers() {
        const std::string text = repeated("{'text':'one','label':'a'}\n{'text':'two','label':'b'}", 3);
        ImportOptions options;
        options.name = "same";
        const std::string first = import("h1.jsonl", text, options).dataset.sha256;
        QCOMPARE(import("h2.jsonl", text, options).dataset.sha256, first);
        QVERIFY(import("h3.jsonl", text + lines("{'text':'three','label':'a'}\n"), options).dataset.sha256 != first);
        options.choices = "x ||| y";
        QVERIFY(import("h4.jsonl", text, options).dataset.sha256 != first);
    }
    void cardCountsAndWarns() {
        std::string text = repeated("{'text':'one','label':'a'}", 4) + "{'text':'none','label':null}\n{'text':'x','label':''}\n{'text':'two'}\n";
        const auto in = import("k.jsonl", text);
        QCOMPARE(in.card.at("rows").at("train").asInt(), 4);
        QCOMPARE(in.card.at("withoutTarget").asInt(), 3);
        QCOMPARE(in.card.at("balance").at("train").at("a").asInt(), 4);
        QCOMPARE(in.card.at("duplicates").at("within").at("train").asInt(), 3);
        const std::string warnings = toJson(in.card.at("warnings"));
        QVERIFY2(mentions(warnings, {"one class only", "3 rows without a label", "no validation rows", "no test rows"}), warnings.c_str());
        QCOMPARE(in.card.at("schema").asString(), std::string("classification"));
    }
    void whatCannotBecomeRowsIsRefused() {
        QVERIFY(mentions(refusal("q.jsonl", repeated("{'question':'a','choices':['x','y'],'label':9}", 5)), {"choices", "right one", "label"}));
        ImportOptions options;
        options.schema = Schema::Classification;
        QVERIFY(mentions(refusal("n.jsonl", repeated("{'text':'one','label':null}", 5), options), {"classification", "does not fit"}));
        options = {};
        options.validShare = 0.2;
        QVERIFY(mentions(refusal("o.jsonl", "{'question':'The sun','answer':'x'}\n", options), {"1 distinct row", "--valid-share"}));
        options.validShare = 1.5;
        QVERIFY(mentions(refusal("o.jsonl", "{'question':'The sun','answer':'x'}\n", options), {"--valid-share"}));
        options = {};
        options.maxTokens = 6;
        QVERIFY(mentions(refusal("s.jsonl", "{'question':'The sun','answer':'" + std::string(50, 'z') + "'}\n", options), {"no train row", "--max-tokens"}));
    }
    void importCanBeStopped() {
        std::stop_source stop;
        stop.request_stop();
        const auto files = findDatasets({folder_.write("z.jsonl", lines(repeated("{'text':'one','label':'a'}", 5)))});
        QVERIFY_EXCEPTION_THROWN(importDataset(files.front(), {}, tokenizer_, JobContext(stop.get_token())), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
