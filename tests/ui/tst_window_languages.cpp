// Every language, longer texts and the other direction of writing: nothing crashes, nothing is left in English, no button is clipped.
#include <QMenuBar>

#include "tests/ui/window_bench.h"
#include "ui/stages.h"
#include "ui/translations.h"

using namespace consort;

class WindowLanguages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyLanguage_data();
    void everyLanguage();
    void otherDirection();
    void pluralsOfEnglish();

private:
    QTemporaryDir place_;
    QString project_;
};

void WindowLanguages::initTestCase() {
    Settings::ignore(true);
    theme().install(*qApp);
    Bench bench;
    project_ = place_.path() + QStringLiteral("/languages");
    ProjectSettings settings;
    settings.model = (demoFolder() + QStringLiteral("/public-domain-8m")).toStdString();
    bench.workbench.createProject(project_, settings, {smallDataset(QStringLiteral("alder"), place_.path() + QStringLiteral("/data"), 24, 12), smallDataset(QStringLiteral("birch"), place_.path() + QStringLiteral("/data"), 24, 12)});
    VERIFY_IN(bench.workbench.snapshot() && bench.workbench.snapshot()->datasets->size() == 2 && bench.isIdle(), 60'000);
}

void WindowLanguages::everyLanguage_data() {
    QTest::addColumn<QString>("code");
    for (const QString& code : languages()) QTest::newRow(qPrintable(code)) << code;
    QTest::newRow("pseudo") << QStringLiteral("pseudo");
}

void WindowLanguages::everyLanguage() {
    QFETCH(QString, code);
    installTranslations(*qApp, code);
    Bench bench;
    bench.workbench.openProject(project_);
    VERIFY_IN(bench.workbench.snapshot() != nullptr, 20'000);
    for (const Stage stage : kStages) {
        bench.window.showStage(stage);
        bench.window.resize(std::max(1440, bench.window.minimumSizeHint().width()), std::max(900, bench.window.minimumSizeHint().height()));
        QTRY_COMPARE_WITH_TIMEOUT(clippedButtons(bench.window), QString(), 3'000);
    }
    const QString title = stageTitle(Stage::Groups), menu = bench.window.menuBar()->actions().first()->text();
    if (code == QLatin1String("en")) {
        QCOMPARE(title, QStringLiteral("Groups"));
    } else {
        QVERIFY2(title != QLatin1String("Groups"), qPrintable(title));
        QVERIFY2(menu != QLatin1String("&File"), qPrintable(menu));
    }
}

void WindowLanguages::otherDirection() {
    installTranslations(*qApp, QStringLiteral("en"));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    Bench bench;
    bench.workbench.openProject(project_);
    VERIFY_IN(bench.workbench.snapshot() != nullptr, 20'000);
    for (const Stage stage : kStages) {
        bench.window.showStage(stage);
        QVERIFY(!bench.window.grab().isNull());
        QTRY_COMPARE_WITH_TIMEOUT(clippedButtons(bench.window), QString(), 3'000);
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void WindowLanguages::pluralsOfEnglish() {
    installTranslations(*qApp, QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("Anything", "%n groups", nullptr, 1), QStringLiteral("1 group"));
    QCOMPARE(QCoreApplication::translate("Anything", "%n groups", nullptr, 2), QStringLiteral("2 groups"));
    installTranslations(*qApp, QStringLiteral("de"));
    QCOMPARE(QCoreApplication::translate("Anything", "%n groups", nullptr, 1), QStringLiteral("1 Gruppe"));
}

QTEST_MAIN(WindowLanguages)
#include "tst_window_languages.moc"
