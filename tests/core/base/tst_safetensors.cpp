#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"

using namespace consort;

namespace {

/// A file with this header (' stands for ") and `bytes` zeros behind it; `claimed` overrides the stated header length.
std::string container(std::string header, std::size_t bytes, std::int64_t claimed = -1) {
    std::replace(header.begin(), header.end(), '\'', '"');
    const std::uint64_t length = claimed < 0 ? header.size() : static_cast<std::uint64_t>(claimed);
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + std::string(bytes, '\0');
}

std::string entry(const std::string& name, const std::string& dtype, const std::string& shape, const std::string& offsets) {
    return "'" + name + "':{'dtype':'" + dtype + "','shape':" + shape + ",'data_offsets':" + offsets + "}";
}

}  // namespace

class TestSafetensors : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path file() const { return (folder_.path() + "/t.safetensors").toStdString(); }

private Q_SLOTS:
    void whatIsWrittenIsRead() {
        const std::vector<float> values{1, -2, 3.5F, 0, 1e-40F, 6};
        const std::vector<std::uint8_t> codes{7, 255};
        const float scalar = 4;
        writeSafetensors(file(), {{"z", TensorType::F32, {2, 3}, std::as_bytes(std::span(values))}, {"a", TensorType::U8, {2}, std::as_bytes(std::span(codes))},
                                  {"empty", TensorType::F32, {0, 5}, {}}, {"scalar", TensorType::F32, {}, std::as_bytes(std::span(&scalar, 1))}}, {{"by", "me"}});
        const SafetensorsFile read(file());
        QCOMPARE(read.tensors().size(), std::size_t{4});
        QCOMPARE(toFloats(read.at("z"), "z"), values);
        QCOMPARE(read.at("z").shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(read.at("empty").elements(), std::int64_t{0});
        QCOMPARE(toFloats(read.at("scalar"), "scalar"), std::vector<float>{4});
        QCOMPARE(read.metadata().at("format"), std::string("pt"));
        QCOMPARE(read.metadata().at("by"), std::string("me"));
        std::uint64_t header = 0;
        std::memcpy(&header, readFile(file()).data(), sizeof header);
        QCOMPARE(header % 8, std::uint64_t{0});
    }

    void halfTypesBecomeFloats() {
        const std::vector<std::uint16_t> half{0x3c00, 0xc000, 0x0001, 0x7bff, 0x8000}, brain{0x3f80, 0xc000, 0x0001, 0x7f7f, 0x8000};
        writeSafetensors(file(), {{"h", TensorType::F16, {5}, std::as_bytes(std::span(half))}, {"b", TensorType::BF16, {5}, std::as_bytes(std::span(brain))}});
        const SafetensorsFile read(file());
        QCOMPARE(toFloats(read.at("h"), "h"), (std::vector<float>{1, -2, 0x1p-24F, 65504, -0.0F}));
        QCOMPARE(toFloats(read.at("b"), "b")[2], 0x1p-133F);
    }

    void hostileHeadersAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const std::string& bytes, const char* named) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << QString(named);
        };
        const auto one = [](const std::string& e, std::size_t bytes) { return container("{" + e + "}", bytes); };
        row("empty file", "", "shorter");
        row("seven bytes", "1234567", "shorter");
        row("length alone", container("", 0, 10), "inside its header");
        row("truncated header", container("{'a':", 0, 400), "inside its header");
        row("huge length", container("{}", 0, 100'000'001), "100000001");
        row("largest length", container("{}", 0, -2).replace(0, 8, std::string(8, '\xff')), "header claims");
        row("empty header", container("", 4), "no JSON object");
        row("list", container("[]", 0), "no JSON object");
        row("space before", container(" {}", 0), "no JSON object");
        row("no JSON", container("{abc}", 0), "header");
        row("invalid UTF-8", container("{'\xff':1}", 0), "header");
        row("nested without end", container("{'a':" + std::string(200000, '['), 0), "header");
        row("duplicate key", one(entry("a", "U8", "[1]", "[0,1]") + "," + entry("a", "U8", "[1]", "[1,2]"), 2), "header");
        row("unknown dtype", one(entry("a", "F7", "[1]", "[0,1]"), 1), "F7");
        row("no dtype", container("{'a':{'shape':[1],'data_offsets':[0,1]}}", 1), "'a' lacks");
        row("tensor is a number", container("{'a':3}", 0), "'a' lacks");
        row("shape no list", one(entry("a", "U8", "1", "[0,1]"), 1), "'a' lacks");
        row("three offsets", one(entry("a", "U8", "[1]", "[0,1,2]"), 1), "'a' lacks");
        row("wrong product", one(entry("a", "F32", "[3]", "[0,8]"), 8), "shape needs 12");
        row("negative size", one(entry("a", "U8", "[-1]", "[0,1]"), 1), "whole number");
        row("fraction", one(entry("a", "U8", "[1.5]", "[0,1]"), 1), "whole number");
        row("product overflows", one(entry("a", "F32", "[4294967296,4294967296]", "[0,0]"), 0), "too large");
        row("product wraps to zero", one(entry("a", "U8", "[4611686018427387904,4]", "[0,0]"), 0), "too large");
        row("beyond the end", one(entry("a", "U8", "[9]", "[0,9]"), 8), "beyond the end");
        row("offsets reversed", one(entry("a", "U8", "[1]", "[1,0]"), 1), "beyond the end");
        row("negative offset", one(entry("a", "U8", "[1]", "[-1,0]"), 1), "whole number");
        row("overlap", one(entry("a", "U8", "[2]", "[0,2]") + "," + entry("b", "U8", "[2]", "[1,3]"), 3), "overlap");
        row("same bytes twice", one(entry("a", "U8", "[2]", "[0,2]") + "," + entry("b", "U8", "[2]", "[0,2]"), 2), "overlap");
        row("hole", one(entry("a", "U8", "[1]", "[0,1]") + "," + entry("b", "U8", "[1]", "[2,3]"), 3), "hole");
        row("hole at the start", one(entry("a", "U8", "[1]", "[1,2]"), 2), "hole");
        row("bytes left over", one(entry("a", "U8", "[1]", "[0,1]"), 2), "no tensor");
        row("metadata no object", container("{'__metadata__':3}", 0), "__metadata__");
        row("metadata no string", container("{'__metadata__':{'a':3}}", 0), "__metadata__");
    }

    void hostileHeadersAreRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, named);
        writeFileAtomically(file(), std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())));
        try {
            const SafetensorsFile read(file());
            QFAIL("it was accepted");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Corrupt);
            QVERIFY2(QString(e.what()).contains(named), e.what());
            QVERIFY2(QString(e.what()).contains("t.safetensors"), e.what());
        }
    }

    void paddedHeaderAndNoTensorsAreFine() {
        writeFileAtomically(file(), container("{}      ", 0));
        QVERIFY(SafetensorsFile(file()).tensors().empty());
        writeFileAtomically(file(), container("{" + entry("b", "U8", "[1]", "[1,2]") + "," + entry("a", "U8", "[1]", "[0,1]") + "}", 2));
        QCOMPARE(SafetensorsFile(file()).tensors().size(), std::size_t{2});
    }

    void absentFileAndAbsentTensorAreNamed() {
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile(file().parent_path() / "absent.safetensors"));
        writeFileAtomically(file(), container("{}", 0));
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile(file()).at("weight"));
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
