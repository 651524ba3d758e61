// One project driven half by the window, half by the command line gives the table of the command line alone.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <cmath>

#include "tests/ui/window_bench.h"

using namespace consort;

class WindowHalves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameTable();

private:
    static QByteArray cli(const QStringList& arguments) {
        QProcess process;
        process.start(qEnvironmentVariable("CONSORT_BINARY"), arguments);
        if (!process.waitForFinished(300'000) || process.exitCode() != 0) qWarning("%s: %s", qPrintable(arguments.join(QLatin1Char(' '))), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
};

void WindowHalves::sameTable() {
    if (qEnvironmentVariable("CONSORT_BINARY").isEmpty()) QSKIP("needs the command line: set CONSORT_BINARY");
    Settings::ignore(true);
    theme().install(*qApp);
    Bench bench;
    const QString alone = bench.place.path() + QStringLiteral("/alone"), halves = bench.place.path() + QStringLiteral("/halves");
    QStringList data;
    for (const char* name : {"alder", "birch", "juniper"}) data << smallDataset(QLatin1String(name), bench.place.path() + QStringLiteral("/data"));
    const QStringList training{QStringLiteral("--steps"), QStringLiteral("30"), QStringLiteral("--lr"), QStringLiteral("1e-3"), QStringLiteral("--baselines"), QStringLiteral("single")};
    for (const QString& project : {alone, halves}) {
        cli({QStringLiteral("new"), project, QStringLiteral("--model"), demoFolder() + QStringLiteral("/public-domain-8m")});
        cli(QStringList{QStringLiteral("import"), project} + data);
    }
    cli({QStringLiteral("estimate"), alone});
    cli({QStringLiteral("group"), alone, QStringLiteral("-m"), QStringLiteral("2")});
    cli(QStringList{QStringLiteral("train"), alone} + training);
    cli({QStringLiteral("combine"), alone});
    const QJsonObject wanted = QJsonDocument::fromJson(cli({QStringLiteral("evaluate"), alone, QStringLiteral("--json")})).object();

    bench.workbench.openProject(halves);
    VERIFY_IN(bench.workbench.snapshot() && bench.workbench.snapshot()->datasets->size() == 3, 20'000);
    bench.trigger("run.estimate");
    VERIFY_IN(bench.workbench.snapshot()->estimate != nullptr, 240'000);
    bench.window.showStage(Stage::Groups);
    VERIFY_IN(bench.workbench.snapshot()->grouping != nullptr, 60'000);
    GroupRequest two = bench.workbench.draft();
    two.groups = 2;
    bench.workbench.editGroups(two, QStringLiteral("2 groups"));
    VERIFY_IN(bench.workbench.snapshot()->grouping->groups.size() == 2 && bench.isIdle(), 60'000);
    cli(QStringList{QStringLiteral("train"), halves} + training);
    VERIFY_IN(bench.workbench.snapshot()->isTrained(), 20'000);
    bench.trigger("run.evaluate");
    VERIFY_IN(bench.workbench.snapshot()->scores != nullptr && bench.isIdle(), 120'000);

    const auto& systems = bench.workbench.snapshot()->scores->at("systems").asList();
    const QJsonArray expected = wanted.value(QLatin1String("systems")).toArray();
    QCOMPARE(static_cast<qsizetype>(systems.size()), expected.size());
    for (qsizetype k = 0; k < expected.size(); ++k) {
        const QJsonObject system = expected[k].toObject();
        QCOMPARE(QString::fromStdString(systems[static_cast<std::size_t>(k)].at("name").asString()), system.value(QLatin1String("name")).toString());
        for (const auto& [dataset, score] : systems[static_cast<std::size_t>(k)].at("datasets").asObject()) {
            const QJsonObject other = system.value(QLatin1String("datasets")).toObject().value(QString::fromStdString(dataset)).toObject();
            QVERIFY2(std::abs(score.at("loss").asDouble() - other.value(QLatin1String("loss")).toDouble()) < 2e-3, qPrintable(system.value(QLatin1String("name")).toString()));
            QVERIFY(std::abs(score.at("accuracy").asDouble() - other.value(QLatin1String("accuracy")).toDouble()) <= 1.0 / 24 + 1e-9);
        }
    }
}

QTEST_MAIN(WindowHalves)
#include "tst_window_halves.moc"
