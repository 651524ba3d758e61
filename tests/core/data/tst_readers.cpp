#include "data_files.h"

using namespace consort;
using namespace consort::test;

#define REFUSES(file, ...) do { const std::string message = errorOf([&] { readAll(file); }); QVERIFY2(mentions(message, {__VA_ARGS__}), message.c_str()); } while (false)

class TestReaders : public QObject {
    Q_OBJECT
    Folder folder_;

private Q_SLOTS:
    void everyFormatHasItsExtensions() {
        for (const DatasetReader& reader : datasetReaders()) {
            for (const char* extension : reader.extensions) {
                QCOMPARE(readerFor("x" + std::string(extension)), &reader);
                QCOMPARE(readerFor("x" + std::string(extension) + ".gz"), &reader);
                QCOMPARE(readerFor("x" + std::string(extension) + ".zst"), &reader);
            }
        }
        QVERIFY(readerFor("x.xlsx") == nullptr);
    }
    void jsonLinesKeepTheirLineNumbers() {
        const auto rows = readAll(folder_.write("a.jsonl", "\xEF\xBB\xBF{\"text\":\"one\"}\r\n\n{\"text\":\"zwei\\u00e4\"}"));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[1].line, 3);
        QCOMPARE(rows[1].fields.at("text").asString(), std::string("zweiä"));
    }
    void compressedFilesReadAsPlainOnes() {
        QCOMPARE(readAll(fixture("rows.jsonl.gz")).size(), std::size_t(3));
        QCOMPARE(readAll(fixture("rows.jsonl.zst")).back().fields.at("text").asString(), std::string("row 2"));
    }
    void jsonListAndObjectWithOneListAreRows() {
        QCOMPARE(readAll(folder_.write("a.json", "[{\"t\":1},\n {\"t\":2}]")).size(), std::size_t(2));
        QCOMPARE(readAll(folder_.write("b.json", "{\"version\":1,\"data\":[{\"t\":1}]}")).size(), std::size_t(1));
        QCOMPARE(readAll(folder_.write("c.json", "{\"t\":1}\n{\"t\":2}\n")).size(), std::size_t(2));
        REFUSES(folder_.write("d.json", "{\"a\":[1],\"b\":[2]}"), "several lists", "a");
        REFUSES(folder_.write("e.json", "[{\"t\":1},\n {\"t\":}]"), "e.json", "line 2");
    }
    void csvCellsStayText() {
        const auto rows = readAll(folder_.write("a.csv", "code,text\n007,\"two\nlines, quoted \"\"x\"\"\"\nNA,\n"));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].fields.at("code").asString(), std::string("007"));
        QCOMPARE(rows[0].fields.at("text").asString(), std::string("two\nlines, quoted \"x\""));
        QCOMPARE(rows[1].fields.at("code").asString(), std::string("NA"));
        QCOMPARE(rows[1].fields.at("text").asString(), std::string());
    }
    void tsvSplitsAtTabs() {
        const auto rows = readAll(folder_.write("a.tsv", "text\tlabel\none, two\tx\n"));
        QCOMPARE(rows[0].fields.at("text").asString(), std::string("one, two"));
    }
    void raggedCsvNamesTheRow() {
        std::string text = "a,b\n";
        for (int i = 0; i < 50; ++i) text += "1,2\n";
        REFUSES(folder_.write("r.csv", text + "1,2,3\n"), "r.csv", "Row #52", "Expected 2");
        REFUSES(folder_.write("d.csv", "a,a\n1,2\n"), "d.csv", "two columns", "\"a\"");
    }
    void parquetAndArrowKeepListsAndStructs() {
        for (const char* name : {"nested.parquet", "nested.arrow", "nested.feather"}) {
            const auto rows = readAll(fixture(name));
            QCOMPARE(rows.size(), std::size_t(3));
            QCOMPARE(toJson(rows[1].fields.at("choices")), std::string("[\"blue\",\"green\"]"));
            QCOMPARE(toJson(rows[1].fields.at("meta")), std::string("{\"source\":\"b\",\"page\":2}"));
            QVERIFY(rows[2].fields.at("meta").isNull());
            QCOMPARE(rows[0].fields.at("code").asString(), std::string("007"));
            QCOMPARE(rows[2].line, 3);
        }
    }
    void classLabelsOfParquetBecomeNames() {
        const auto rows = readAll(fixture("class_label.parquet"));
        QCOMPARE(rows[0].fields.at("label").asString(), std::string("pos"));
    }
    void unusableColumnIsNamed() { REFUSES(fixture("binary.parquet"), "binary.parquet", "\"picture\"", "row 1"); }
    void damagedFilesAreRefused() {
        const auto whole = [](const char* name) {
            std::ifstream file(fixture(name), std::ios::binary);
            return std::string(std::istreambuf_iterator<char>(file), {});
        };
        for (const char* name : {"nested.parquet", "nested.arrow", "nested.feather", "rows.jsonl.gz", "rows.jsonl.zst"}) {
            const std::string bytes = whole(name);
            REFUSES(folder_.write(std::string("cut_") + name, bytes.substr(0, bytes.size() * 2 / 3)), name);
            REFUSES(folder_.write(std::string("text_") + name, "this is something else"), name);
            REFUSES(folder_.write(std::string("empty_") + name, ""), name, "empty");
        }
    }
    void malformedLineIsNamed() {
        std::string text;
        for (int i = 1; i <= 10000; ++i) text += i == 5000 ? "{\"text\": oops}\n" : "{\"text\": \"fine\"}\n";
        REFUSES(folder_.write("long.jsonl", text), "long.jsonl", "line 5000");
        REFUSES(folder_.write("list.jsonl", "{\"a\":1}\n[1]\n"), "line 2", "object");
    }
    void otherEncodingsNameLineAndRemedy() {
        REFUSES(folder_.write("latin.jsonl", "{\"t\":\"a\"}\n{\"t\":\"caf\xE9\"}\n"), "latin.jsonl", "line 2", "0xE9", "iconv -f LATIN1");
        REFUSES(folder_.write("utf16.csv", std::string("\xFF\xFE" "a\0b\0", 6)), "utf16.csv", "UTF-16", "iconv -f UTF-16");
        REFUSES(folder_.write("nul.jsonl", std::string("{\"t\":\"a\0\"}\n", 11)), "nul.jsonl", "NUL", "line 1");
        REFUSES(folder_.write("overlong.txt", "ok\xC0\xAF"), "overlong.txt", "byte 3");
    }
    void textFileIsOneDocument() {
        QCOMPARE(readAll(folder_.write("a.txt", "one\ntwo\n")).size(), std::size_t(1));
        REFUSES(folder_.write("b.txt", " \n\n"), "b.txt", "blanks");
    }
};

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
