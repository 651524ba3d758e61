#include <algorithm>

#include "core/data/dataset_folder.h"
#include "data_files.h"

using namespace consort;
using namespace consort::test;

namespace {

/// "name: train files | valid files | test files" of each dataset, by name.
std::vector<std::string> described(std::vector<DatasetFiles> datasets) {
    std::vector<std::string> out;
    for (const DatasetFiles& dataset : datasets) {
        std::string line = dataset.name + ":";
        for (const auto& files : dataset.files) {
            line += line.ends_with(":") ? "" : " |";
            for (const auto& file : files) line += " " + file.filename().string();
        }
        out.push_back(line);
    }
    std::sort(out.begin(), out.end());
    return out;
}

const char* const kRow = "{\"text\":\"a\",\"label\":\"b\"}\n";

}  // namespace

class TestFindDatasets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void splitNamesAreRead() {
        QVERIFY(readFileName("train-00000-of-00001-a1b2.parquet").split == Split::Train);
        QVERIFY(readFileName("mr_dev.jsonl.gz").split == Split::Valid);
        QCOMPARE(readFileName("mr_dev.jsonl.gz").stem, std::string("mr"));
        QVERIFY(readFileName("test.tsv").split == Split::Test);
        QVERIFY(!readFileName("contest.csv").split);
        QCOMPARE(readFileName("contest.csv").stem, std::string("contest"));
        QCOMPARE(readFileName("validation-00000-of-00002.parquet").stem, std::string());
    }
    void aFileIsADataset() {
        Folder folder;
        QCOMPARE(described(findDatasets({folder.write("mine.jsonl", kRow)})), std::vector<std::string>{"mine: mine.jsonl | |"});
        QCOMPARE(described(findDatasets({folder.write("boolq/test.jsonl", kRow)})), std::vector<std::string>{"boolq: test.jsonl | |"});
    }
    void filesOfOneFolderGoTogether() {
        Folder folder;
        const auto train = folder.write("cr/train.jsonl", kRow), test = folder.write("cr/test.jsonl", kRow);
        QCOMPARE(findDatasets({train, test}).size(), std::size_t(1));
        QCOMPARE(findDatasets({train, test}).front().files[2].size(), std::size_t(1));
    }
    void aFolderWithSplitsIsOneDataset() {
        Folder folder;
        for (const char* name : {"mr/train.jsonl", "mr/valid.jsonl", "mr/test.jsonl", "mr/README.md", "mr/LICENSE"}) folder.write(name, kRow);
        QCOMPARE(described(findDatasets({folder.path() / "mr"})), std::vector<std::string>{"mr: train.jsonl | valid.jsonl | test.jsonl"});
        QCOMPARE(described(findDatasets({folder.path() / "mr/"})).size(), std::size_t(1));
    }
    void aFolderOfFoldersIsMany() {
        Folder folder;
        for (const char* name : {"mr/train.jsonl", "cr/train.jsonl", "cr/dev.jsonl", "rte/data/train-00000-of-00001.parquet", "sst/train/part.csv", "sst/test/part.csv"}) folder.write(name, kRow);
        const auto found = described(findDatasets({folder.path()}));
        QCOMPARE(found.size(), std::size_t(4));
        QCOMPARE(found[0], std::string("cr: train.jsonl | dev.jsonl |"));
        QCOMPARE(found[2], std::string("rte: train-00000-of-00001.parquet | |"));
        QCOMPARE(found[3], std::string("sst: part.csv | | part.csv"));
    }
    void prefixedFilesAreManyDatasets() {
        Folder folder;
        for (const char* name : {"mr_train.csv", "mr_test.csv", "cr_train.csv"}) folder.write(name, "text,label\na,b\n");
        QCOMPARE(findDatasets({folder.path()}).size(), std::size_t(2));
    }
    void readmeFrontMatterDecides() {
        Folder folder;
        for (const char* name : {"d/a/one.jsonl", "d/a/two.jsonl", "d/b/three.jsonl"}) folder.write(name, kRow);
        folder.write("d/README.md", "---\nconfigs:\n- config_name: default\n  data_files:\n  - split: train\n    path: a/*.jsonl\n  - split: test\n    path: b/three.jsonl\n---\n# hi\n");
        QCOMPARE(described(findDatasets({folder.path() / "d"})), std::vector<std::string>{"d: one.jsonl two.jsonl | | three.jsonl"});
        folder.write("d/README.md", "---\nconfigs:\n- data_files: missing/*.csv\n---\n");
        const std::string message = errorOf([&] { findDatasets({folder.path() / "d"}); });
        QVERIFY2(mentions(message, {"README.md", "missing/*.csv"}), message.c_str());
    }
    void whatCannotBeUsedIsNamed() {
        Folder folder;
        QVERIFY(mentions(errorOf([&] { findDatasets({folder.path() / "nowhere"}); }), {"nowhere", "no such"}));
        QVERIFY(mentions(errorOf([&] { findDatasets({folder.write("a.xlsx", "x")}); }), {"a.xlsx", "unknown format", ".jsonl"}));
        folder.write("e/picture.png", "x");
        QVERIFY(mentions(errorOf([&] { findDatasets({folder.path() / "e"}); }), {"no dataset", "picture.png"}));
        QVERIFY(mentions(errorOf([&] { findDatasets({folder.write("p/mr.jsonl", kRow), folder.write("q/mr.jsonl", kRow)}); }), {"two datasets", "mr", "--name"}));
        folder.write("t/train.jsonl", kRow);
        folder.write("t/train.csv", "text,label\na,b\n");
        QVERIFY(mentions(errorOf([&] { findDatasets({folder.path() / "t"}); }), {"train.csv", "train.jsonl", "two formats"}));
    }
};

QTEST_GUILESS_MAIN(TestFindDatasets)
#include "tst_find_datasets.moc"
