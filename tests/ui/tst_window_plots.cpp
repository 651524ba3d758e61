// Plots by keyboard and mouse, against their table twins, and as files.
#include <QImage>
#include <cmath>

#include "tests/ui/window_bench.h"
#include "ui/matrix_view.h"
#include "ui/plots/choice_curve.h"
#include "ui/plots/distance_plot.h"
#include "ui/plots/plot_file.h"
#include "ui/widgets/export_button.h"
#include "ui/widgets/weight_mixer_view.h"

using namespace consort;

namespace {

MatrixData someMatrix(int n) {
    MatrixData data;
    for (int k = 0; k < n; ++k) {
        data.names << QStringLiteral("set_%1").arg(k);
        data.group << k % 2;
    }
    for (int k = 0; k < n; ++k) {
        if (k % 2 == 0) data.order << k;
    }
    for (int k = 0; k < n; ++k) {
        if (k % 2) data.order << k;
    }
    for (int k = 0; k < n * n; ++k) data.value << (k % (n + 1) == 0 ? std::nan("") : std::sin(k));
    return data;
}

QPoint middleOf(const MatrixPlot& plot, int row, int column) { return plot.cellRect(row, column).center().toPoint(); }

}  // namespace

class WindowPlots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void matrixFollowsKeys();
    void matrixFollowsTheMouse();
    void matrixZooms();
    void matrixAndTableAgree();
    void plotsAreSaved_data();
    void plotsAreSaved();
    void exportsAreCarried();
    void chooserFollowsKeysAndMouse();
    void fadersFollowKeys();
};

void WindowPlots::initTestCase() {
    Settings::ignore(true);
    theme().install(*qApp);
}

void WindowPlots::matrixFollowsKeys() {
    MatrixPlot plot;
    plot.resize(700, 600);
    plot.setData(someMatrix(6));
    plot.sentence = [](int row, int column) { return QStringLiteral("%1 by %2").arg(row).arg(column); };
    plot.show();
    QTest::keyClick(&plot, Qt::Key_Right);  // the first key shows the cursor
    QCOMPARE(plot.currentRow(), 0);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.currentColumn(), 2);  // in the order shown
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.currentColumn(), 5);
    QTest::keyClick(&plot, Qt::Key_Down);
    QCOMPARE(plot.currentRow(), 2);
    QCOMPARE(plot.accessibleDescription(), QStringLiteral("2 by 5"));
    QSignalSpy activated(&plot, &MatrixPlot::activated), ticked(&plot, &MatrixPlot::ticked);
    QTest::keyClick(&plot, Qt::Key_Return);
    QCOMPARE(activated.first(), (QVariantList{2, 5}));
    QTest::keyClick(&plot, Qt::Key_Space);
    QCOMPARE(ticked.first(), (QVariantList{5}));
}

void WindowPlots::matrixFollowsTheMouse() {
    MatrixPlot plot;
    plot.resize(700, 600);
    plot.setData(someMatrix(6));
    plot.show();
    QSignalSpy activated(&plot, &MatrixPlot::activated);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::NoModifier, middleOf(plot, 3, 4));
    QCOMPARE(activated.first(), (QVariantList{3, 4}));
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::NoModifier, {2, 2});
    QCOMPARE(activated.count(), 1);
}

void WindowPlots::matrixZooms() {
    MatrixPlot plot;
    plot.resize(700, 600);
    plot.setData(someMatrix(12));
    plot.show();
    const double cell = plot.cellRect(0, 0).width();
    QTest::keyClick(&plot, Qt::Key_Right);
    for (int press = 0; press < 12; ++press) QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.cellRect(0, 0).width() > 3 * cell);
    for (const int key : {Qt::Key_End, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down}) QTest::keyClick(&plot, static_cast<Qt::Key>(key));
    QVERIFY(plot.rect().contains(middleOf(plot, plot.currentRow(), plot.currentColumn())));  // the cursor is scrolled into sight
    QSignalSpy activated(&plot, &MatrixPlot::activated);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::NoModifier, middleOf(plot, plot.currentRow(), plot.currentColumn()));
    QCOMPARE(activated.first(), (QVariantList{plot.currentRow(), plot.currentColumn()}));
    for (int press = 0; press < 40; ++press) QTest::keyClick(&plot, Qt::Key_Minus);
    QCOMPARE(plot.cellRect(0, 0).width(), cell);
}

void WindowPlots::matrixAndTableAgree() {
    const MatrixData data = someMatrix(5);
    const QVector<CellRow> rows = matrixRows(data);
    QCOMPARE(rows.size(), 5);
    QCOMPARE(matrixColumns(data).size(), 6);
    const QStringList lines = matrixAsCsv(data).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    for (int r = 0; r < 5; ++r) {
        const QStringList cells = lines[r + 1].split(QLatin1Char(','));
        const int row = data.order[r];
        QCOMPARE(cells[0], QStringLiteral("\"%1\"").arg(data.names[row]));
        for (int c = 0; c < 5; ++c) {
            const double value = data.value[row * 5 + data.order[c]];
            if (std::isfinite(value)) QVERIFY(std::abs(cells[c + 1].toDouble() - value) < 1e-8);
            else QVERIFY(cells[c + 1].isEmpty());
            const double shown = rows[row].cells[data.order[c] + 1].sort.value();
            QVERIFY(shown == value || (std::isnan(shown) && std::isnan(value)));
        }
    }
}

void WindowPlots::plotsAreSaved_data() {
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"png", "svg", "pdf", "csv"}) QTest::newRow(ending) << QString::fromLatin1(ending);
}

void WindowPlots::plotsAreSaved() {
    QFETCH(QString, ending);
    const QTemporaryDir place;
    MatrixPlot plot;
    plot.resize(700, 600);
    plot.setData(someMatrix(6));
    const QString file = place.filePath(QStringLiteral("matrix.") + ending);
    QVERIFY(savePlot(plot, QStringLiteral("a,b\n1,2\n"), file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    if (ending == QLatin1String("png")) {
        const QImage picture(file);
        QCOMPARE(picture.size(), plot.size() * 2);
        const QPoint cell = middleOf(plot, 0, 1) * 2;
        QVERIFY(picture.pixelColor(cell + QPoint(20, 20)) != picture.pixelColor(2, picture.height() - 3));
    }
    if (ending == QLatin1String("svg")) QVERIFY(content.contains("<svg") && content.contains("set_3") && !QImage(file).isNull());
    if (ending == QLatin1String("pdf")) QVERIFY(content.startsWith("%PDF-"));
    if (ending == QLatin1String("csv")) QCOMPARE(content, QByteArray("a,b\n1,2\n"));
    QVERIFY(!savePlot(plot, {}, QStringLiteral("/no/such/folder/matrix.") + ending));
}

void WindowPlots::exportsAreCarried() {
    bool works = true;
    ExportButton button(QStringLiteral("Export"), QStringLiteral("plot.csv"), [&works](const QString& file) {
        QFile out(file);
        return works && out.open(QIODevice::WriteOnly) && out.write("x") == 1;
    });
    const QString file = button.carried();
    QVERIFY(QFile::exists(file) && file.endsWith(QLatin1String("/plot.csv")));
    works = false;
    QVERIFY(button.carried().isEmpty());
}

void WindowPlots::chooserFollowsKeysAndMouse() {
    ChoiceCurve curve;
    curve.resize(600, 240);
    QVector<ChoicePoint> points;
    for (int m = 2; m <= 10; ++m) points.push_back({m, 1.0 / m, 0.9 / m, 1.1 / m, m == 4});
    curve.setPoints(points, 0.7, QStringLiteral("one for all"), [](double value) { return QString::number(value); });
    curve.setValue(4);
    curve.show();
    QTest::keyClick(&curve, Qt::Key_Right);
    QCOMPARE(curve.value(), 5);
    QTest::keyClick(&curve, Qt::Key_End);
    QCOMPARE(curve.value(), 10);
    QTest::keyClick(&curve, Qt::Key_Home);
    QCOMPARE(curve.value(), 2);
    QTest::mouseClick(&curve, Qt::LeftButton, Qt::NoModifier, {curve.width() - 12, curve.height() / 2});
    QCOMPARE(curve.value(), 10);
}

void WindowPlots::fadersFollowKeys() {
    WeightFaders faders;
    faders.setMembers({QStringLiteral("Group 1"), QStringLiteral("Group 2")});
    faders.setWeights({0.5, 0.5});
    faders.show();
    QSignalSpy moved(&faders, &WeightFaders::moved);
    QTest::keyClick(faders.faders()[0], Qt::Key_Up);
    QVERIFY(moved.count() > 0);
    const auto weights = faders.weights();
    QVERIFY(weights[0] > 0.5 && std::abs(weights[0] + weights[1] - 1) < 1e-9);
    QVERIFY(faders.faders()[1]->accessibleName().contains(QStringLiteral("Group 2")));
}

QTEST_MAIN(WindowPlots)
#include "tst_window_plots.moc"
