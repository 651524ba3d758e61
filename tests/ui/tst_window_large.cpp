// A project as large as promised (200 datasets, 100 runs of 100,000 points each): the window opens it, shows every stage and follows a
// run without a stall, and plots are drawn seldom and quickly.
#include <cmath>
#include <thread>

#include "core/pipeline/import_datasets.h"
#include "tests/ui/window_bench.h"
#include "ui/panels/affinity_panel.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/groups_panel.h"
#include "ui/panels/train_panel.h"
#include "ui/plots/choice_curve.h"
#include "ui/plots/curve_plot.h"
#include "ui/run_view.h"
#include "ui/widgets/table_view.h"

using namespace consort;

namespace {

constexpr int kDatasets = 200, kGroups = 32, kRuns = 100, kPoints = 100'000;

std::string datasetName(int i) { return "set_" + std::to_string(1000 + i); }

/// Families of ten that help each other, with some noise.
double gainAt(int r, int c) { return (r / 10 == c / 10 ? 0.05 : -0.01) + 0.001 * ((r * 31 + c * 17) % 13 - 6); }

Estimate largeEstimate() {
    Estimate estimate;
    for (int i = 0; i < kDatasets; ++i) estimate.datasets.push_back(datasetName(i));
    estimate.subsets = 600;
    estimate.dim = 400;
    estimate.lambda = 0.1;
    estimate.expand = "fresh";
    estimate.rowMode = "answer";
    AffinityMatrix& affinity = estimate.affinity;
    for (Matrix* matrix : {&affinity.value, &affinity.low, &affinity.high, &affinity.gain, &affinity.gainLow, &affinity.gainHigh, &affinity.standardError}) *matrix = Matrix(kDatasets, kDatasets, 0.01);
    affinity.pairs = MatrixOf<std::int64_t>(kDatasets, kDatasets, 40);
    for (int r = 0; r < kDatasets; ++r) {
        for (int c = 0; c < kDatasets; ++c) {
            affinity.gain(r, c) = r == c ? std::nan("") : gainAt(r, c);
            affinity.gainLow(r, c) = affinity.gain(r, c) - 0.01;
            affinity.gainHigh(r, c) = affinity.gain(r, c) + 0.01;
            affinity.value(r, c) = -0.5 + gainAt(r, c);
        }
    }
    estimate.single.assign(kDatasets, {0.6, 0.7, 0.7});
    estimate.alone.assign(kDatasets, {0.5, 0.8, 0.8});
    return estimate;
}

std::vector<std::vector<std::string>> groupsInto(int m) {
    std::vector<std::vector<std::string>> groups(static_cast<std::size_t>(m));
    for (int i = 0; i < kDatasets; ++i) groups[static_cast<std::size_t>(i * m / kDatasets)].push_back(datasetName(i));
    return groups;
}

Value largeGroupTable() {
    std::vector<std::string> names;
    for (int i = 0; i < kDatasets; ++i) names.push_back(datasetName(i));
    Value rows = Value::List{}, table;
    for (int m = 1; m <= kGroups; ++m) {
        GroupCandidate candidate;
        candidate.groups = groupsInto(m);
        candidate.mean = 0.6 - 0.1 * (1 - std::exp(-m / 6.0));
        candidate.low = candidate.mean - 0.02;
        candidate.high = candidate.mean + 0.02;
        candidate.worst = 0.8;
        candidate.worstDataset = names.front();
        candidate.outcome.assign(kDatasets, {candidate.mean, 0.8, 0.8});
        candidate.price = {1e15 * m, 100.0 * m, 1'000'000 * m, 16 * m};
        rows.push(toValue(candidate, names).set("knee", m == kGroups));
    }
    GroupRequest request;
    request.metric = "loss";
    return table.set("rows", rows).set("request", tableRequestValue(request));
}

void addRun(Store& store, const std::string& id, const std::string& kind, const std::vector<std::string>& datasets) {
    RunRecord run;
    run.id = id;
    run.kind = kind;
    run.datasets = datasets;
    run.key = id;
    run.state = "done";
    run.steps = run.bestStep = kPoints;
    run.trainLoss = run.validLoss = 0.3;
    run.seconds = 100;
    run.options.set("epochs", 3).set("batch", 8);
    store.putRun(run);
    for (int step = 0; step < kPoints; ++step) store.addMetric({id, step, "train_loss", 0.3 + std::exp(-step / 2e4) + 1e-4 * ((step * 7919) % 1000)});
    store.flushMetrics();
}

}  // namespace

class WindowLarge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opens();
    void showsEveryStage();
    void slides();
    void followsARun();
    void neverFrozen();
    void redrawsGroups();
    void drawsLargePlots();

private:
    template <typename Panel>
    Panel* panel(Stage stage) { return static_cast<Panel*>(bench_->window.panel(stage)); }
    std::unique_ptr<Bench> bench_;
    StallClock stalls_;
    QString project_;
};

void WindowLarge::initTestCase() {
    Settings::ignore(true);
    theme().install(*qApp);
    bench_ = std::make_unique<Bench>();
    project_ = bench_->place.path() + QStringLiteral("/large");
    ProjectSettings settings;
    settings.model = (qEnvironmentVariable("CONSORT_SOURCE") + QStringLiteral("/resources/demo/public-domain-8m")).toStdString();
    Project project = Project::create(project_.toStdString(), settings, {});
    importDatasets(project, {smallDataset(QStringLiteral("alder"), bench_->place.path(), 8, 4).toStdString()}, {}, JobContext());
    Store& store = project.store();
    Dataset dataset = store.dataset("alder");
    Value card = store.datasetCard("alder");
    store.removeDataset("alder");
    for (int i = 0; i < kDatasets; ++i) {
        dataset.name = datasetName(i);
        store.putDataset(dataset, card.set("name", dataset.name));
    }
    store.putResult({"estimate", "large", toValue(largeEstimate()), 0, 0});
    store.putResult({"group_table", "large", largeGroupTable(), 0, 0});
    Value groups = Value::List{}, grouping;
    for (const auto& group : groupsInto(kGroups)) groups.push(Value(group));
    Value request = tableRequestValue({});
    store.putResult({"group", "large", grouping.set("method", "refined").set("groups", groups).set("request", request.set("metric", "loss").set("m", kGroups).set("assigned", Value())), 0, 0});
    for (int g = 0; g < kGroups; ++g) addRun(store, "g" + std::to_string(g + 1), "group", groupsInto(kGroups)[static_cast<std::size_t>(g)]);
    addRun(store, "single", "single", project.datasetNames());
    for (int i = 0; i + kGroups + 1 < kRuns; ++i) addRun(store, "alone_" + datasetName(i), "per_dataset", {datasetName(i)});
    QVERIFY(QTest::qWaitForWindowExposed(&bench_->window));
    stalls_.restart();
}

void WindowLarge::opens() {
    bench_->workbench.openProject(project_);
    VERIFY_IN(bench_->workbench.snapshot() != nullptr, 120'000);
    QCOMPARE(static_cast<int>(bench_->workbench.snapshot()->datasets->size()), kDatasets);
    QCOMPARE(static_cast<int>(bench_->workbench.snapshot()->runs.size()), kRuns);
}

void WindowLarge::showsEveryStage() {
    for (const Stage stage : kStages) {
        bench_->window.showStage(stage);
        QTRY_VERIFY(bench_->window.panel(stage)->isVisible());
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(static_cast<int>(panel<GroupsPanel>(Stage::Groups)->cards().size()), kGroups + 1);
    QCOMPARE(panel<DataPanel>(Stage::Data)->table()->cells()->rowCount(), kDatasets);
    QCOMPARE(panel<AffinityPanel>(Stage::Affinity)->matrix()->data().names.size(), kDatasets);
    QCOMPARE(panel<TrainPanel>(Stage::Train)->plot()->curves().size(), kGroups + 1);
}

void WindowLarge::slides() {
    bench_->window.showStage(Stage::Groups);
    auto* groups = panel<GroupsPanel>(Stage::Groups);
    QTRY_VERIFY(groups->curve()->isVisible());
    groups->curve()->setFocus();
    const int before = groups->curve()->value();
    for (int move = 0; move < 8; ++move) {
        QTest::keyClick(groups->curve(), Qt::Key_Left);
        QCoreApplication::processEvents();
    }
    QCOMPARE(groups->curve()->value(), before - 8);
}

void WindowLarge::followsARun() {
    bench_->window.showStage(Stage::Train);
    auto* plot = panel<TrainPanel>(Stage::Train)->plot();
    QElapsedTimer clock;
    clock.start();
    const int before = plot->replots();
    std::jthread another([folder = project_.toStdString()] {
        Store other = Store::open(folder);
        RunRecord run = *other.run("single");
        run.id = "single_again";
        run.state = "running";
        other.putRun(run);
        for (int step = 0; step < 20'000; ++step) other.addMetric({run.id, step, "train_loss", 1.0 / (1 + step)});
        other.flushMetrics();
    });
    const auto seen = [this]() -> std::size_t {
        const RunView* run = bench_->workbench.snapshot()->run("single_again");
        return run && run->curves->count("train_loss") ? run->curves->at("train_loss").step.size() : 0;
    };
    VERIFY_IN(seen() == 20'000, 60'000);
    QTRY_VERIFY(plot->curves().size() == kGroups + 2);
    QTRY_VERIFY(plot->replots() > before);
    QVERIFY2(plot->replots() - before <= 1 + clock.elapsed() * 30 / 1000, qPrintable(QStringLiteral("%1 replots in %2 ms").arg(plot->replots() - before).arg(clock.elapsed())));
}

void WindowLarge::neverFrozen() {
    qInfo("longest stall of the event loop: %s", qPrintable(stalls_.told()));
    QVERIFY2(stalls_.isSmooth(), qPrintable(stalls_.told()));
}

/// By itself, after the stalls were judged: a grab draws once more what the window draws anyway.
void WindowLarge::redrawsGroups() {
    auto* groups = panel<GroupsPanel>(Stage::Groups);
    bench_->window.showStage(Stage::Groups);
    QTRY_VERIFY(groups->curve()->isVisible());
    QVector<double> times;
    for (int move = 0; move < 9; ++move) {
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(groups->curve(), move % 2 ? Qt::Key_Left : Qt::Key_Right);
        groups->grab();
        times << static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QTRY_VERIFY(bench_->isIdle());
    }
    std::sort(times.begin(), times.end());
    qInfo("redraw of the groups after a move of the slider: median %.1f ms, longest %.1f ms", times[4], times[8]);
    QVERIFY(times[8] < 100);
}

void WindowLarge::drawsLargePlots() {
    const auto median = [](QWidget& widget) {
        QVector<double> times;
        for (int k = 0; k < 5; ++k) {
            QElapsedTimer clock;
            clock.start();
            widget.grab();
            times << static_cast<double>(clock.nsecsElapsed()) / 1e6;
        }
        std::sort(times.begin(), times.end());
        return times[2];
    };
    MatrixPlot matrix;
    matrix.resize(900, 800);
    MatrixData data;
    for (int k = 0; k < 1000; ++k) data.names << QString::number(k), data.group << k / 100;
    for (int k = 0; k < 1'000'000; ++k) data.value << std::sin(k * 0.001);
    matrix.setData(data);
    matrix.grab();
    const double heat = median(matrix);
    CurvePlot plot(QStringLiteral("line"));
    plot.resize(900, 500);
    MetricCurve series;
    for (int k = 0; k < 1'000'000; ++k) series.step.push_back(k), series.value.push_back(std::sin(k * 1e-5) + 1e-4 * (k % 1000));
    series.overview = overviewOf(series.step, series.value);
    plot.setCurves({curveOf(series, QStringLiteral("line"), QStringLiteral("Line"), 0)});
    plot.grab();
    QVector<double> times;
    for (int k = 0; k < 5; ++k) {
        const int before = plot.replots();
        plot.setSmoothing(0.9 + 0.01 * k);
        QTRY_VERIFY(plot.replots() > before);
        plot.grab();
        times << plot.replotTime();
    }
    std::sort(times.begin(), times.end());
    const double line = times[2];
    qInfo("replot: a heat map of 1000 × 1000 cells %.1f ms, a line of 1,000,000 points %.1f ms", heat, line);
    QVERIFY(heat < 50 && line < 50);  // the promise is 16 ms on a quiet machine
}

QTEST_MAIN(WindowLarge)
#include "tst_window_large.moc"
