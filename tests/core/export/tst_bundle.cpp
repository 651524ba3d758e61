#include <QTest>

#include <algorithm>
#include <fstream>
#include <set>
#include <memory>

#include "bundle_cases.h"
#include "core/base/error.h"
#include "core/export/bundle_logits.h"
#include "core/export/checksums.h"
#include "core/nn/weighted_sum.h"

using namespace consort;
namespace fs = std::filesystem;

namespace {

ErrorCode codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& e) {
        return e.code();
    }
    return ErrorCode::Internal;
}

std::string failures(const BundleVerdict& verdict) {
    std::string text;
    for (const BundleCheck& check : verdict.checks) {
        if (!check.ok) text += check.name + ": " + check.detail + "\n";
    }
    return text;
}

void overwrite(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes; }

std::size_t entriesOf(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator())); }

}  // namespace

class TestBundle : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path model_, out_;
    std::unique_ptr<Session> session_;
    JobContext job_;
    BundleReport report_;

    BundleContent content() const { return tinyContent(*session_, model_); }
    fs::path place(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void initTestCase() {
        model_ = place("tiny-llama");
        writeTinyLlama(model_);
        SessionOptions options;
        options.device = "cpu";
        options.threads = 1;
        session_ = std::make_unique<Session>(Session::open(model_, options));
        out_ = place("bundle");
        report_ = exportBundle(*session_, content(), out_, {"bundle"}, job_);
    }

    void exportLeavesNothingBesideTheBundle() {
        QVERIFY(!fs::exists(place(".bundle.part")));
        QVERIFY(!fs::exists(place(".bundle.old")));
    }

    void everyFileIsReportedWithItsHash() {
        QCOMPARE(report_.files.size(), filesBelow(out_).size());
        for (const char* name : {"adapter_model.safetensors", "adapters/g3/adapter_config.json", "ensemble.json", "ensemble.py", "tokenizer/tokenizer.json",
                                 "SHA256SUMS", "certificate.json", "affinity.csv", "groups.json", "metrics.json", "README.md", "ensemble.schema.json"}) {
            QVERIFY2(std::any_of(report_.files.begin(), report_.files.end(), [&](const BundleFile& f) { return f.path == name && f.sha256.size() == 64; }), name);
        }
    }

    void certificateIsWithinRounding() {
        QCOMPARE(report_.faithfulness.size(), std::size_t{5});
        QCOMPARE(report_.faithfulness[0].artefact, std::string("cat"));
        for (const Faithfulness& one : report_.faithfulness) QVERIFY2(one.maxAbsLogit < 1e-4 && one.kl < 1e-8, one.artefact.c_str());
        QCOMPARE(report_.faithfulness[2].maxAbsLogit, 0.0);
    }

    void weightedSumDiffersFromTheWeightedLogits() {
        const LoadedBundle bundle = readBundle(out_, session_->info());
        const TokenIds ids{1, 2, 3};
        const FloatMatrix sum = weightedSumLogits(*session_, bundle.members, bundle.global, ids);
        const FloatMatrix logits = combinedLogits(*session_, bundle.members, LogitWeights{bundle.global, 0}, ids);
        double largest = 0;
        for (std::size_t k = 0; k < sum.values.size(); ++k) largest = std::max(largest, static_cast<double>(std::abs(sum.values[k] - logits.values[k])));
        QVERIFY(largest > 1e-2);
    }

    void readBundleGivesMembersAndWeights() {
        const LoadedBundle bundle = readBundle(out_, session_->info());
        const BundleContent expected = content();
        QCOMPARE(bundle.memberIds, (std::vector<std::string>{"g1", "g2", "g3"}));
        QCOMPARE(bundle.datasets, expected.datasets);
        QCOMPARE(bundle.weights, expected.weights);
        QCOMPARE(bundle.global, (std::vector<double>{0.5, 0.3, 0.2}));
        QCOMPARE(bundle.members[2].modules[1].b.values, expected.members[2].adapter.modules[1].b.values);
        QCOMPARE(codeOf([&] { weighingFor(bundle, "four"); }), ErrorCode::NotFound);
    }

    void wholeBundleVerifiesWithAndWithoutTheBase() {
        const BundleVerdict plain = verifyBundle(out_, std::nullopt, job_), replayed = verifyBundle(out_, model_, job_);
        QVERIFY2(plain.ok, failures(plain).c_str());
        QVERIFY2(replayed.ok, failures(replayed).c_str());
        QCOMPARE(plain.checks.size(), std::size_t{3});
        QCOMPARE(replayed.checks.size(), std::size_t{5});
    }

    void anyChangedByteNamesItsFile() {
        for (const BundleFile& file : report_.files) {
            const std::string bytes = readFile(out_ / file.path);
            for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
                std::string changed = bytes;
                changed[at] = static_cast<char>(changed[at] ^ 1);
                overwrite(out_ / file.path, changed);
                const BundleVerdict verdict = verifyBundle(out_, std::nullopt, job_);
                QVERIFY2(!verdict.ok && failures(verdict).find(file.path) != std::string::npos, file.path.c_str());
                QCOMPARE(codeOf([&] { readBundle(out_, session_->info()); }), ErrorCode::Corrupt);
            }
            overwrite(out_ / file.path, bytes);
        }
        QVERIFY(verifyBundle(out_, std::nullopt, job_).ok);
    }

    void everyByteOfTheChecksumsMatters() {
        const std::string bytes = readFile(out_ / kChecksums);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            if (at % 7 != 0 && bytes[at] != '\n' && bytes[at] != ' ') continue;
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x20);
            overwrite(out_ / kChecksums, changed);
            QVERIFY2(!checksumProblems(out_).empty(), std::to_string(at).c_str());
        }
        overwrite(out_ / kChecksums, bytes);
    }

    void missingExtraAndTruncatedFilesAreNamed() {
        for (const BundleFile& file : report_.files) {
            const std::string bytes = readFile(out_ / file.path);
            fs::remove(out_ / file.path);
            QVERIFY2(failures(verifyBundle(out_, std::nullopt, job_)).find(file.path) != std::string::npos, file.path.c_str());
            overwrite(out_ / file.path, bytes.substr(0, bytes.size() - 2));
            QVERIFY2(failures(verifyBundle(out_, std::nullopt, job_)).find(file.path) != std::string::npos, file.path.c_str());
            overwrite(out_ / file.path, bytes);
        }
        overwrite(out_ / "adapters" / "more.txt", "x");
        QVERIFY(failures(verifyBundle(out_, std::nullopt, job_)).find("adapters/more.txt") != std::string::npos);
        fs::remove(out_ / "adapters" / "more.txt");
        QVERIFY(verifyBundle(out_, std::nullopt, job_).ok);
    }

    void resealedForgeryFailsTheReplay() {
        const fs::path file = out_ / "certificate.json";
        const std::string bytes = readFile(file), sums = readFile(out_ / kChecksums);
        Value forged = parseJson(bytes, "certificate");
        Value replay = forged.at("replay");
        Value row = replay.asList()[0];
        Value cat = row.at("cat");
        cat.asList()[3] = Value(cat.asList()[3].asDouble() + 0.01);
        replay.asList()[0] = row.set("cat", cat);
        overwrite(file, toJson(forged.set("replay", replay)) + "\n");
        writeChecksums(out_);
        QVERIFY(failures(verifyBundle(out_, model_, job_)).find("replay: ") != std::string::npos);
        overwrite(file, bytes);
        overwrite(out_ / kChecksums, sums);
    }

    void newerMajorVersionIsRefused() {
        const std::string bytes = readFile(out_ / "ensemble.json"), sums = readFile(out_ / kChecksums);
        Value manifest = parseJson(bytes, "manifest");
        overwrite(out_ / "ensemble.json", toJson(manifest.set("schema_version", "2.0"), 2) + "\n");
        writeChecksums(out_);
        QCOMPARE(codeOf([&] { readBundle(out_, session_->info()); }), ErrorCode::Corrupt);
        QVERIFY(failures(verifyBundle(out_, std::nullopt, job_)).find("2.0") != std::string::npos);
        overwrite(out_ / "ensemble.json", bytes);
        overwrite(out_ / kChecksums, sums);
    }

    void anotherBaseIsRefused() {
        ModelInfo other = session_->info();
        other.sha256[0] = other.sha256[0] == '0' ? '1' : '0';
        QCOMPARE(codeOf([&] { readBundle(out_, other); }), ErrorCode::Corrupt);
    }

    void everyFormatOfTheTableCanBeExportedAndVerified() {
        std::set<std::string> names;
        for (const Exporter& exporter : exporters()) {
            QVERIFY2(names.insert(exporter.name).second && std::string(exporter.summary).size() > 10, exporter.name);
            const fs::path folder = place("walk");
            QVERIFY2(!exportBundle(*session_, content(), folder, {exporter.name}, job_).files.empty(), exporter.name);
            QVERIFY2(verifyBundle(folder, model_, job_).ok, exporter.name);
        }
        QVERIFY(names.count("bundle"));
    }

    void formatsThatAreNotThereAreRefused() {
        QCOMPARE(codeOf([&] { exportBundle(*session_, content(), place("none"), {"zip"}, job_); }), ErrorCode::InvalidInput);
        QVERIFY(!fs::exists(place("none")));
    }

    void foreignFoldersAreLeftAlone() {
        makeFolder(place("mine"));
        overwrite(place("mine") / "thesis.txt", "dear");
        QCOMPARE(codeOf([&] { exportBundle(*session_, content(), place("mine"), {}, job_); }), ErrorCode::InvalidInput);
        QCOMPARE(readFile(place("mine") / "thesis.txt"), std::string("dear"));
        QCOMPARE(codeOf([&] { exportBundle(*session_, content(), place("mine") / "thesis.txt", {}, job_); }), ErrorCode::InvalidInput);
    }

    void anOlderBundleIsReplacedAndAnEmptyFolderFilled() {
        makeFolder(place("again"));
        exportBundle(*session_, content(), place("again"), {}, job_);
        BundleContent changed = content();
        changed.members.pop_back();
        for (auto& weights : changed.weights) weights.pop_back();
        exportBundle(*session_, changed, place("again") / "", {}, job_);
        QCOMPARE(readBundle(place("again"), session_->info()).memberIds.size(), std::size_t{2});
        QVERIFY(verifyBundle(place("again"), std::nullopt, job_).ok);
    }

    void failedExportLeavesNothing() {
        const std::size_t before = entriesOf(folder_.path().toStdString());
        BundleContent broken = content();
        FloatMatrix& a = broken.members[1].adapter.modules.back().a;
        a = FloatMatrix(a.rows, a.cols + 1);  // of another base
        QCOMPARE(codeOf([&] { exportBundle(*session_, broken, place("broken"), {}, job_); }), ErrorCode::InvalidInput);
        BundleContent named = content();
        named.members[0].id = "../g1";
        QCOMPARE(codeOf([&] { exportBundle(*session_, named, place("broken"), {}, job_); }), ErrorCode::InvalidInput);
        QCOMPARE(codeOf([&] { exportBundle(*session_, content(), model_ / "config.json" / "place", {}, job_); }), ErrorCode::Io);
        QCOMPARE(entriesOf(folder_.path().toStdString()), before);
    }

    /// The certificate's last digits depend on how the compute library lines up memory; what it does not reach is the same to the byte.
    void sameContentGivesTheSameBytesButForMeasurements() {
        const auto measured = [](const std::string& path) {
            return path == "certificate.json" || path == "README.md" || path == "ensemble.json" || path == "SHA256SUMS";
        };
        const BundleReport again = exportBundle(*session_, content(), place("twice"), {}, job_);
        QCOMPARE(again.files.size(), report_.files.size());
        for (std::size_t k = 0; k < again.files.size(); ++k) {
            if (!measured(again.files[k].path)) QCOMPARE(again.files[k].sha256, report_.files[k].sha256);
        }
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
