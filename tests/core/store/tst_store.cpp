// The project folder: versions, results by key, curves that survive a resume, views for other programs, damaged files, two writers.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/rows_file.h"
#include "core/store/store.h"

using namespace consort;
namespace fs = std::filesystem;

namespace {

template <typename Call>
std::optional<ErrorCode> codeOf(Call call) {
    try {
        call();
    } catch (const Error& e) {
        return e.code();
    }
    return std::nullopt;
}

Example row(const std::string& id, TokenIds prompt, std::vector<TokenIds> choices, std::optional<int> gold) {
    Example made;
    made.id = id;
    made.text = "text of " + id + " \xc3\xa4";
    made.promptIds = std::move(prompt);
    made.targetIds = gold ? choices[static_cast<std::size_t>(*gold)] : TokenIds{9, 1};
    made.choices = std::move(choices);
    made.gold = gold;
    made.truncated = id.back() == '2';
    return made;
}

Dataset dataset(const std::string& name, char hash) {
    Dataset made;
    made.name = name;
    made.schema = Schema::Classification;
    made.labels = {"yes", "no"};
    made.sha256 = std::string(64, hash);
    made.split(Split::Train) = {row("a/1", {0, 5, 6}, {{3}, {4, 4}}, 1), row("a/2", {0}, {{3}, {4}}, 0)};
    made.split(Split::Valid) = {row("a/3", {}, {}, std::nullopt)};
    return made;
}

Value card() {
    Value value;
    value.set("schema", "classification").set("labels", Value(std::vector<std::string>{"yes", "no"}));
    return value;
}

bool same(const Example& a, const Example& b) {
    return a.id == b.id && a.text == b.text && a.promptIds == b.promptIds && a.targetIds == b.targetIds && a.choices == b.choices && a.gold == b.gold &&
           a.truncated == b.truncated;
}

}  // namespace

class TestStore : public QObject {
    Q_OBJECT
    QTemporaryDir temporary_;
    int count_ = 0;
    fs::path fresh() { return fs::path(temporary_.path().toStdString()) / ("project" + std::to_string(++count_)); }

private Q_SLOTS:
    void aNewProjectHasTheNewestVersion();
    void aFileOfANewerVersionIsRefusedUntouched();
    void anEmptyDatabaseIsNoProject();
    void aFolderInUseIsNotTaken();
    void aMissingProjectIsNotFound();
    void resultsAreFoundByKeyAndTheLastPutIsTheLatest();
    void datasetsKeepImportOrderAndRoundTrip();
    void anUnknownDatasetNamesThoseThatExist();
    void damagedRowFilesAreCorrupt();
    void runsRoundTripWithAllTheirFields();
    void aStepRepeatedAfterAResumeIsInTheCurveOnce();
    void aThousandPointsAreWrittenWithoutAFlush();
    void viewsHoldWhatWasPut();
    void matricesRoundTripAndAnAbsentOneIsAbsent();
    void twoStoresSeeEachOthersWrites();
    void aStageHasOneWriter();
    void aTransactionLeftByAnExceptionChangesNothing();
    void aReadOnlyDatabaseReadsAndRefusesToWrite();
};

void TestStore::aNewProjectHasTheNewestVersion() {
    const fs::path folder = fresh();
    { Store::create(folder).setMeta("a", Value(1)); }
    Database database(folder / "project.sqlite", Database::Mode::ReadWrite);
    QCOMPARE(database.integer("PRAGMA user_version"), std::int64_t{schemaVersion()});
    QCOMPARE(Store::open(folder).meta("a"), Value(1));
    QVERIFY(Store::open(folder).meta("b").isNull());
}

void TestStore::aFileOfANewerVersionIsRefusedUntouched() {
    const fs::path folder = fresh();
    { Store::create(folder).log("first"); }
    { Database(folder / "project.sqlite", Database::Mode::ReadWrite).execute("PRAGMA user_version=99"); }
    QCOMPARE(codeOf([&] { Store::open(folder); }), std::optional(ErrorCode::Corrupt));
    Database database(folder / "project.sqlite", Database::Mode::ReadWrite);
    QCOMPARE(database.integer("PRAGMA user_version"), std::int64_t{99});
    QCOMPARE(database.integer("SELECT COUNT(*) FROM log"), std::int64_t{1});
}

void TestStore::anEmptyDatabaseIsNoProject() {
    const fs::path folder = fresh();
    fs::create_directories(folder);
    std::ofstream(folder / "project.sqlite").close();
    QCOMPARE(codeOf([&] { Store::open(folder); }), std::optional(ErrorCode::Corrupt));
    std::ofstream(folder / "project.sqlite") << std::string(4096, 'x');
    QCOMPARE(codeOf([&] { Store::open(folder); }), std::optional(ErrorCode::Corrupt));
}

void TestStore::aFolderInUseIsNotTaken() {
    const fs::path folder = fresh();
    fs::create_directories(folder);
    std::ofstream(folder / "letter.txt") << "mine";
    QCOMPARE(codeOf([&] { Store::create(folder); }), std::optional(ErrorCode::InvalidInput));
    QCOMPARE(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), std::ptrdiff_t{1});
}

void TestStore::aMissingProjectIsNotFound() { QCOMPARE(codeOf([&] { Store::open(fresh()); }), std::optional(ErrorCode::NotFound)); }

void TestStore::resultsAreFoundByKeyAndTheLastPutIsTheLatest() {
    Store store = Store::create(fresh());
    QVERIFY(!store.result("group"));
    store.putResult({"group", "k1", Value("one"), 1.5, 2.5});
    store.putResult({"group", "k2", Value("two"), 0, 0});
    store.putResult({"train", "k1", Value("other step"), 0, 0});
    QCOMPARE(store.result("group")->value, Value("two"));
    QCOMPARE(store.result("group", "k1")->value, Value("one"));
    QCOMPARE(store.result("group", "k1")->seconds, 1.5);
    QVERIFY(!store.result("group", "k3"));
    store.putResult(*store.result("group", "k1"));
    QCOMPARE(store.result("group")->value, Value("one"));
}

void TestStore::datasetsKeepImportOrderAndRoundTrip() {
    Store store = Store::create(fresh());
    for (const auto& [name, hash] : {std::pair{"zebra", '1'}, std::pair{"ant", '2'}, std::pair{"bee", '3'}}) store.putDataset(dataset(name, hash), card());
    store.putDataset(dataset("zebra", '4'), card());
    QCOMPARE(store.datasetNames(), (std::vector<std::string>{"zebra", "ant", "bee"}));
    const Dataset put = dataset("zebra", '4'), got = store.dataset("zebra");
    QCOMPARE(got.sha256, put.sha256);
    QCOMPARE(got.labels, put.labels);
    for (const Split split : kSplits) {
        QVERIFY(std::equal(got.split(split).begin(), got.split(split).end(), put.split(split).begin(), put.split(split).end(), same));
    }
}

void TestStore::anUnknownDatasetNamesThoseThatExist() {
    Store store = Store::create(fresh());
    store.putDataset(dataset("ant", '1'), card());
    try {
        store.dataset("elk");
        QFAIL("an unknown dataset was found");
    } catch (const Error& e) {
        QCOMPARE(e.code(), ErrorCode::NotFound);
        QVERIFY(std::string(e.what()).find("elk") != std::string::npos && std::string(e.what()).find("ant") != std::string::npos);
    }
}

void TestStore::damagedRowFilesAreCorrupt() {
    const fs::path file = fresh();
    writeRows(file, dataset("ant", '1'));
    const std::string whole = readFile(file);
    Dataset into;
    for (std::size_t length = 0; length < whole.size(); length += 31) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, length);
        QCOMPARE(codeOf([&] { readRows(file, into); }), std::optional(ErrorCode::Corrupt));
    }
    for (std::size_t at = 8; at < whole.size(); at += 5) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0xff);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << changed;
        const auto code = codeOf([&] { readRows(file, into); });
        QVERIFY2(!code || *code == ErrorCode::Corrupt, std::to_string(at).c_str());
    }
}

void TestStore::runsRoundTripWithAllTheirFields() {
    const fs::path folder = fresh();
    RunRecord run;
    run.id = "g1";
    run.kind = "group";
    run.group = "g1";
    run.datasets = {"ant", "bee"};
    run.key = "key";
    run.state = "running";
    run.steps = 5;
    run.bestStep = 4;
    run.tokens = 1'000'000'000'000;
    run.peakBytes = 7;
    run.trainLoss = 0.5;
    run.validLoss = 0.25;
    run.seconds = 1.5;
    run.flops = 1e15;
    run.adapterBlob = "runs/key/adapter";
    run.options.set("lr", 0.1);
    { Store::create(folder).putRun(run); }
    Store store = Store::open(folder);
    RunRecord alone = run;
    alone.id = "alone_ant";
    alone.group.reset();
    alone.datasets = {"ant"};
    store.putRun(alone);
    QCOMPARE(store.runs().size(), std::size_t{2});
    const RunRecord got = *store.run("g1");
    QVERIFY(got.kind == run.kind && got.group == run.group && got.datasets == run.datasets && got.key == run.key && got.state == run.state);
    QVERIFY(got.steps == 5 && got.bestStep == 4 && got.tokens == run.tokens && got.peakBytes == 7 && got.flops == 1e15 && got.seconds == 1.5);
    QVERIFY(got.trainLoss == 0.5 && got.validLoss == 0.25 && got.adapterBlob == run.adapterBlob && got.options == run.options);
    QVERIFY(!store.run("alone_ant")->group);
    QVERIFY(!store.run("g2"));
}

void TestStore::aStepRepeatedAfterAResumeIsInTheCurveOnce() {
    const fs::path folder = fresh();
    {
        Store store = Store::create(folder);
        for (int step = 1; step <= 5; ++step) store.addMetric({"g1", step, "train_loss", 1.0 * step});
    }
    Store store = Store::open(folder);
    for (int step = 4; step <= 6; ++step) store.addMetric({"g1", step, "train_loss", 10.0 * step});
    store.addMetric({"g2", 1, "train_loss", 7});
    store.flushMetrics();
    std::vector<double> values;
    for (const MetricPoint& point : store.metrics("g1")) values.push_back(point.value);
    QCOMPARE(values, (std::vector<double>{1, 2, 3, 40, 50, 60}));
    store.dropMetrics("g1");
    QVERIFY(store.metrics("g1").empty());
    QCOMPARE(store.metrics("g2").size(), std::size_t{1});
}

void TestStore::aThousandPointsAreWrittenWithoutAFlush() {
    const fs::path folder = fresh();
    Store store = Store::create(folder);
    for (int step = 1; step <= 1000; ++step) store.addMetric({"g1", step, "train_loss", 1});
    QCOMPARE(Store::open(folder).metrics("g1").size(), std::size_t{1000});
}

void TestStore::viewsHoldWhatWasPut() {
    const fs::path folder = fresh();
    Store store = Store::create(folder);
    Matrix value(2, 2, 0.5), low(2, 2, 0.25), high(2, 2, 0.75), gain(2, 2, 0.125);
    value(0, 1) = 4;
    store.putAffinityView({"ant", "bee"}, {value, low, high, gain});
    store.putGroupsView({{"bee"}, {"ant"}});
    store.putScoresView("test", parseJson(R"([{"name":"single","datasets":{"ant":{"rows":3,"accuracy":null,"loss":0.5}}}])", "test"));
    Database reader(folder / "project.sqlite", Database::Mode::ReadWrite);
    QCOMPARE(reader.integer("SELECT value FROM affinity WHERE dataset = 'ant' AND helped_by = 'bee'"), std::int64_t{4});
    QCOMPARE(reader.integer("SELECT COUNT(*) FROM affinity WHERE low < value AND value < high OR value = 4"), std::int64_t{4});
    QCOMPARE(reader.integer("SELECT COUNT(*) FROM groups WHERE group_id = 'g2' AND dataset = 'ant'"), std::int64_t{1});
    QCOMPARE(reader.integer("SELECT rows FROM scores WHERE system = 'single' AND accuracy IS NULL AND loss = 0.5"), std::int64_t{3});
    QCOMPARE(reader.integer("SELECT COUNT(*) FROM runs") + reader.integer("SELECT COUNT(*) FROM metrics"), std::int64_t{0});
}

void TestStore::matricesRoundTripAndAnAbsentOneIsAbsent() {
    Store store = Store::create(fresh());
    FloatMatrix matrix(2, 3, 0.1f);
    matrix(1, 2) = -7;
    store.putMatrix("sketches/a", matrix);
    QCOMPARE(store.matrix("sketches/a")->values, matrix.values);
    QCOMPARE(store.matrix("sketches/a")->cols, std::int64_t{3});
    QVERIFY(!store.matrix("sketches/b"));
}

void TestStore::twoStoresSeeEachOthersWrites() {
    const fs::path folder = fresh();
    Store one = Store::create(folder), other = Store::open(folder);
    for (int i = 0; i < 20; ++i) {
        one.setMeta("one", Value(i));
        other.setMeta("other", Value(i));
        QCOMPARE(one.meta("other"), Value(i));
        QCOMPARE(other.meta("one"), Value(i));
    }
}

void TestStore::aStageHasOneWriter() {
    const fs::path folder = fresh();
    {
        const StageLock held(folder, "train");
        QCOMPARE(codeOf([&] { StageLock(folder, "train"); }), std::optional(ErrorCode::InvalidInput));
        QVERIFY(!codeOf([&] { StageLock(folder, "estimate"); }));
    }
    QVERIFY(!codeOf([&] { StageLock(folder, "train"); }));
}

void TestStore::aTransactionLeftByAnExceptionChangesNothing() {
    const fs::path folder = fresh();
    { Store::create(folder); }
    Database database(folder / "project.sqlite", Database::Mode::ReadWrite);
    QVERIFY(codeOf([&] {
        Transaction transaction(database);
        database.execute("INSERT INTO log(line) VALUES('half')");
        throw Error(ErrorCode::Io, "gone");
    }));
    QCOMPARE(database.integer("SELECT COUNT(*) FROM log"), std::int64_t{0});
}

void TestStore::aReadOnlyDatabaseReadsAndRefusesToWrite() {
    const fs::path folder = fresh();
    { Store::create(folder).log("line"); }
    Database database(folder / "project.sqlite", Database::Mode::Immutable);
    QCOMPARE(database.integer("SELECT COUNT(*) FROM log"), std::int64_t{1});
    QCOMPARE(codeOf([&] { database.execute("DELETE FROM log"); }), std::optional(ErrorCode::Io));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
