// Parts of the window: models, colours, names of widgets, sizes of text, curves, edits.
#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "tests/ui/window_bench.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/help_viewer.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/leaving_dialog.h"
#include "ui/dialogs/new_project_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/train_options_dialog.h"
#include "ui/docks/log_dock.h"
#include "ui/group_edits.h"
#include "ui/models/cell_table.h"
#include "ui/models/project_tree_model.h"
#include "ui/number_format.h"
#include "ui/plots/curve_data.h"
#include "ui/run_view.h"

using namespace consort;

class WindowParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void modelsObeyTheRules();
    void rowsKeepTheirKeys();
    void treeFollowsTheProject();
    void textStandsOut_data();
    void textStandsOut();
    void everyWidgetHasAName();
    void everyDialogHasNamesAndKeys();
    void trainingOptionsKeepWhatWasSet();
    void textFitsAtEverySize_data();
    void textFitsAtEverySize();
    void fitsTheSmallestWindow();
    void logGrowsAndChanges();
    void smoothingHasNoBias();
    void outlinesKeepTheCurve();
    void curvesAndTableAgree();
    void groupsAreEdited();
    void numbersReadWell();

private:
    std::unique_ptr<Bench> bench_;
};

void WindowParts::initTestCase() {
    Settings::ignore(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme().install(*qApp);
    bench_ = std::make_unique<Bench>();
    ProjectSettings settings;
    settings.model = (demoFolder() + QStringLiteral("/public-domain-8m")).toStdString();
    QStringList data;
    for (const char* name : {"alder", "birch"}) data << smallDataset(QLatin1String(name), bench_->place.path() + QStringLiteral("/data"), 24, 12);
    bench_->workbench.createProject(bench_->place.path() + QStringLiteral("/parts"), settings, data);
    VERIFY_IN(bench_->workbench.snapshot() && bench_->workbench.snapshot()->datasets->size() == 2 && bench_->isIdle(), 60'000);
}

void WindowParts::modelsObeyTheRules() {
    CellTableModel table({{QStringLiteral("A")}, {QStringLiteral("B"), Qt::AlignRight}});
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [](const char* key, const char* text) { return CellRow{QLatin1String(key), {Cell{QLatin1String(text)}, Cell{QLatin1String("1")}}}; };
    table.setRows({row("x", "one"), row("y", "two")});
    table.setRows({row("x", "one"), row("z", "three"), row("y", "changed")});
    table.setRows({row("y", "changed")});
    QCOMPARE(table.rowOf(QStringLiteral("y")), 0);
    table.setRows({});
    QCOMPARE(table.rowCount(), 0);
}

void WindowParts::rowsKeepTheirKeys() {
    CellTableModel table({{QStringLiteral("A")}});
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    table.setRows({{QStringLiteral("x"), {Cell{QStringLiteral("1")}}}});
    const QPersistentModelIndex kept = table.index(0, 0);
    resets.clear();
    table.setRows({{QStringLiteral("x"), {Cell{QStringLiteral("2")}}}});
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("2"));
    QCOMPARE(resets.count(), 0);
}

void WindowParts::treeFollowsTheProject() {
    ProjectTreeModel tree;
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.setSnapshot(bench_->workbench.snapshot().get());
    QVERIFY(tree.find(QStringLiteral("birch")).isValid());
    ProjectSnapshot more = *bench_->workbench.snapshot();
    auto cards = std::make_shared<std::vector<Value>>(*more.datasets);
    cards->push_back(cards->front());
    cards->back().set("name", "zeder");
    more.datasets = cards;
    tree.setSnapshot(&more);
    QVERIFY(tree.find(QStringLiteral("zeder")).isValid());
    tree.setSnapshot(nullptr);
    QVERIFY(!tree.find(QStringLiteral("birch")).isValid());
}

void WindowParts::textStandsOut_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void WindowParts::textStandsOut() {
    QFETCH(bool, dark);
    const Inks& i = dark ? darkInks() : lightInks();
    double lowest = 21;
    const auto check = [&](const char* what, const QColor& ink, const QColor& back, double least = 4.5) {
        const double ratio = contrast(ink, back);
        lowest = std::min(lowest, ratio);
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(ratio)));
    };
    for (const QColor& back : {i.window, i.surface, i.header, i.selected, i.hover}) {
        check("text", i.text, back);
        check("text2", i.text2, back);
    }
    for (const QColor& back : {i.surface, i.window, i.selected}) {
        check("accent", i.accent, back);
        check("ok", i.ok, back);
        check("warn", i.warn, back);
        check("error", i.error, back);
    }
    check("on fill", i.onFill, i.fill);
    check("on fill, hover", i.onFill, i.fillHover);
    check("ok chip", i.ok, i.okBack);
    check("warn chip", i.warn, i.warnBack);
    check("error chip", i.error, i.errorBack);
    check("trained", i.trained, i.trainedBack);
    for (double at = 0; at <= 1; at += 0.01) check("matrix number", readableOn(between(i.affinity, at)), between(i.affinity, at));
    qInfo("lowest contrast: %.2f", lowest);
}

namespace {

QString nameOf(const QWidget* widget) {
    QString name = widget->accessibleName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && name.isEmpty()) name = button->text();
    if (const auto* label = qobject_cast<const QLabel*>(widget); label && name.isEmpty()) name = label->text().isEmpty() ? QStringLiteral("nothing shown") : label->text();
    return name;
}

/// Focusable widgets that a screen reader could not name.
QStringList unnamed(const QWidget& root) {
    QStringList missing;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QLatin1String("qt_"))) continue;
        if (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QComboBoxListView")) continue;
        if (widget->inherits("QHeaderView") || widget->inherits("QSplitterHandle") || widget->inherits("QMenuBar") || widget->inherits("QTabBar") || widget->inherits("QDockWidget")) continue;
        if (nameOf(widget).isEmpty()) missing << QStringLiteral("%1 in %2").arg(QLatin1String(widget->metaObject()->className()), QLatin1String(widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "-"));
    }
    return missing;
}

}  // namespace

void WindowParts::everyWidgetHasAName() {
    for (const Stage stage : kStages) bench_->window.showStage(stage);
    const QStringList missing = unnamed(bench_->window);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral("; "))));
}

void WindowParts::trainingOptionsKeepWhatWasSet() {
    QStringList shown;
    TrainOptionsDialog plain((TrainRequest()));
    for (const QLineEdit* line : plain.findChildren<QLineEdit*>()) shown << line->text();
    QVERIFY2(shown.contains(QStringLiteral("0.05")), qPrintable(shown.join(QLatin1Char(' '))));  // the warm-up's default, as the command line takes it
    TrainRequest request;
    request.options.patience = 2;
    request.options.microBatch = 4;
    request.options.warmup = 0.1;
    request.options.weightDecay = 0.01;
    request.options.clip = 0.5;
    request.options.validEvery = 7;
    request.options.schedule = "linear";
    const TrainRequest kept = TrainOptionsDialog(request).request();
    QCOMPARE(kept.options.patience, request.options.patience);
    QCOMPARE(kept.options.microBatch, request.options.microBatch);
    QCOMPARE(kept.options.warmup, request.options.warmup);
    QCOMPARE(kept.options.weightDecay, request.options.weightDecay);
    QCOMPARE(kept.options.clip, request.options.clip);
    QCOMPARE(kept.options.validEvery, request.options.validEvery);
    QCOMPARE(kept.options.schedule, request.options.schedule);
}

void WindowParts::everyDialogHasNamesAndKeys() {
    Workbench& workbench = bench_->workbench;
    AboutDialog about;
    HelpViewer help;
    LeavingDialog leaving(workbench);
    NewProjectDialog project(QStringLiteral("/nowhere"), {});
    SettingsDialog settings(bench_->window.commands());
    TrainOptionsDialog training(workbench.trainRequest());
    ImportDialog import(workbench, (*bench_->workbench.snapshot()->datasets)[0]);
    for (QWidget* dialog : std::initializer_list<QWidget*>{&about, &help, &leaving, &project, &settings, &training, &import}) {
        const QString name = QLatin1String(dialog->metaObject()->className());
        const QStringList missing = unnamed(*dialog);
        QVERIFY2(missing.isEmpty(), qPrintable(name + QStringLiteral(": ") + missing.join(QStringLiteral("; "))));
        dialog->show();
        QTRY_VERIFY(dialog->isVisible());
        QSet<QWidget*> reached;
        for (int press = 0; press < 200; ++press) {
            QTest::keyClick(dialog, Qt::Key_Tab);
            if (QWidget* focused = dialog->focusWidget()) reached << focused;
        }
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (!button->isVisible() || !button->isEnabled() || button->focusPolicy() == Qt::NoFocus) continue;
            QVERIFY2(reached.contains(button), qPrintable(name + QStringLiteral(": Tab never reaches ") + nameOf(button)));
        }
        QCOMPARE(clippedButtons(*dialog), QString());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY2(!dialog->isVisible(), qPrintable(name));
    }
}

void WindowParts::textFitsAtEverySize_data() {
    QTest::addColumn<double>("points");
    for (const double points : {8.0, 10.0, 14.0, 20.0}) QTest::addRow("%g pt", points) << points;
}

/// No button in sight is narrower than its text, once the layout has come to rest.
void WindowParts::textFitsAtEverySize() {
    QFETCH(double, points);
    theme().setPointSize(points);
    for (const Stage stage : kStages) {
        bench_->window.showStage(stage);
        bench_->window.resize(std::max(static_cast<int>(144 * std::max(10.0, points)), bench_->window.minimumSizeHint().width()), std::max(900, bench_->window.minimumSizeHint().height()));
        QTRY_COMPARE_WITH_TIMEOUT(clippedButtons(bench_->window), QString(), 3'000);
    }
    theme().setPointSize(0);
}

void WindowParts::fitsTheSmallestWindow() {
    for (const Stage stage : kStages) {
        bench_->window.showStage(stage);
        bench_->window.resize(1024, 680);
        QTRY_COMPARE(bench_->window.minimumSizeHint().expandedTo(QSize(1024, 680)), QSize(1024, 680));
        QTRY_COMPARE_WITH_TIMEOUT(clippedButtons(bench_->window), QString(), 3'000);
    }
}

void WindowParts::logGrowsAndChanges() {
    LogDock log;
    log.setProjectLines({"2026-01-01 10:00:00 first"});
    log.append(QStringLiteral("error"), QStringLiteral("went wrong"));
    log.setProjectLines({"2026-01-01 10:00:00 first", "2026-01-01 11:00:00 second"});
    QVERIFY(log.text().contains(QStringLiteral("first")) && log.text().contains(QStringLiteral("went wrong")) && log.text().endsWith(QStringLiteral("second")));
    log.setProjectLines({"2026-02-01 10:00:00 another project", "2026-02-01 11:00:00 its second", "2026-02-01 12:00:00 its third"});
    QVERIFY(!log.text().contains(QStringLiteral("first")) && log.text().contains(QStringLiteral("its third")));
    log.findChild<QLineEdit*>()->setText(QStringLiteral("its"));
    QCOMPARE(log.text().count(QLatin1Char('\n')), 1);
    log.append(QStringLiteral("info"), QStringLiteral("not wanted"));
    QVERIFY(!log.text().contains(QStringLiteral("not wanted")));
}

void WindowParts::smoothingHasNoBias() {
    const auto curve = [](const QVector<double>& values) { return Curve{.id = {}, .name = {}, .x = QVector<double>(values.size()), .y = values}; };
    QCOMPARE(smoothed(curve({2, 2, 2}), 0.9).y, (QVector<double>{2, 2, 2}));
    QCOMPARE(smoothed(curve({1, 3}), 0).y, (QVector<double>{1, 3}));
    const QVector<double> half = smoothed(curve({1, 3}), 0.5).y;
    QVERIFY(std::abs(half[1] - (0.25 * 1 + 0.5 * 3) / 0.75) < 1e-12);
}

/// The outline of a long series keeps its extremes, and smoothing it gives what smoothing the series gives.
void WindowParts::outlinesKeepTheCurve() {
    MetricCurve series;
    for (int k = 0; k < 100'000; ++k) {
        series.step.push_back(k);
        series.value.push_back(3 * std::exp(-k / 2e4) + ((k * 2654435761U) % 1000) / 1000.0);
    }
    series.value[70'000] = 40;
    series.overview = overviewOf(series.step, series.value);
    const Curve outline = curveOf(series, {}, {}, 0);
    QVERIFY(outline.x.size() <= static_cast<qsizetype>(kOverviewPoints));
    QCOMPARE(*std::max_element(outline.y.begin(), outline.y.end()), 40.0);
    QVERIFY(std::is_sorted(outline.x.begin(), outline.x.end()));
    const Curve whole{.id = {}, .name = {}, .x = QVector<double>(series.step.begin(), series.step.end()), .y = QVector<double>(series.value.begin(), series.value.end())};
    const Curve expected = smoothed(whole, 0.99), smooth = smoothed(outline, 0.99);
    for (qsizetype k = 100; k < smooth.x.size(); k += 50) QVERIFY2(std::abs(smooth.y[k] - valueAt(expected, smooth.x[k])) < 0.2, qPrintable(QString::number(k)));
}

void WindowParts::curvesAndTableAgree() {
    const QVector<Curve> curves{{QStringLiteral("a"), QStringLiteral("A"), 0, {1, 2, 4}, {0.5, 0.25, 0.125}, false}, {QStringLiteral("b"), QStringLiteral("B"), 1, {2}, {7}, false}};
    const QVector<CellRow> rows = curveRows(curves);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(curveColumns(curves).size(), 3);
    for (const CellRow& row : rows) {
        for (int c = 0; c < 2; ++c) {
            const qsizetype at = curves[c].x.indexOf(row.cells[0].sort.value());
            if (at < 0) QCOMPARE(row.cells[c + 1].text, kMissing);
            else QCOMPARE(row.cells[c + 1].sort.value(), curves[c].y[at]);
        }
    }
    QCOMPARE(valueAt(curves[0], 3), 0.25);
    QVERIFY(std::isnan(valueAt(curves[0], 0)));
}

void WindowParts::groupsAreEdited() {
    const NamedGroups groups{{"a", "b"}, {"c"}};
    QCOMPARE(movedTo(groups, "c", 0), (NamedGroups{{"a", "b", "c"}}));
    QCOMPARE(movedTo(groups, "a", 2), (NamedGroups{{"b"}, {"c"}, {"a"}}));
    GroupRequest draft = withPin(withAssigned({}, groups), "a", 2);
    QVERIFY(!draft.assigned);
    draft = withPin(draft, "a", 1);
    QCOMPARE(draft.pinned.size(), std::size_t{1});
    draft = withPair(draft, "a", "c", false);
    QCOMPARE(constraintLines(draft).size(), std::size_t{2});
    draft = withoutConstraint(draft, constraintLines(draft)[0]);
    QVERIFY(draft.cannotLink.empty() && draft.pinned.size() == 1);
}

void WindowParts::numbersReadWell() {
    QCOMPARE(durationText(134), QStringLiteral("2 min 14 s"));
    QCOMPARE(byteText(1'400'000'000), QStringLiteral("1.4 GB"));
    QCOMPARE(flopText(13.3e15), QStringLiteral("13.3 PFLOP"));
    QCOMPARE(signedText(-0.0134), QStringLiteral("−0.013"));
    QCOMPARE(lossText(std::nan("")), kMissing);
}

QTEST_MAIN(WindowParts)
#include "tst_window_parts.moc"
