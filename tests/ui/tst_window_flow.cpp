// The whole road on the built window with real events: drop, estimate, slider, drag between groups, undo, train, pause, mixer, export,
// reopen; and how long the event loop was ever kept waiting.
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>

#include "core/pipeline/project.h"
#include "tests/ui/window_bench.h"
#include "ui/panels/affinity_panel.h"
#include "ui/panels/data_panel.h"
#include "ui/number_format.h"
#include "ui/panels/evaluate_panel.h"
#include "ui/panels/export_panel.h"
#include "ui/panels/gains_pane.h"
#include "ui/panels/groups_panel.h"
#include "ui/panels/mixer_pane.h"
#include "ui/panels/train_panel.h"
#include "ui/panels/what_if_bench.h"
#include "ui/plots/choice_curve.h"
#include "ui/plots/curve_plot.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/weight_mixer_view.h"

using namespace consort;

class WindowFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void dropsMakeAProject();
    void unknownFilesAreListed();
    void estimates();
    void predictsOnTheBench();
    void sliderMovesAreOneEdit();
    void dragsBetweenGroups();
    void trainsPausesAndResumes();
    void evaluatesAndMixes();
    void answersAText();
    void gainsAreListed();
    void membersComeFromElsewhere();
    void weighsByThePrompt();
    void exportsAndVerifies();
    void reopens();
    void neverFrozen();

private:
    template <typename Panel>
    Panel* panel(Stage stage) { return static_cast<Panel*>(bench_->window.panel(stage)); }
    const ProjectSnapshot& snapshot() { return *bench_->workbench.snapshot(); }
    QStringList problems_;
    std::unique_ptr<Bench> bench_;
    StallClock stalls_;
    QString project_;
};

void WindowFlow::initTestCase() {
    Settings::ignore(true);
    theme().install(*qApp);
    bench_ = std::make_unique<Bench>();
    QVERIFY(QTest::qWaitForWindowExposed(&bench_->window));
    connect(&bench_->workbench, &Workbench::problem, this, [this](const Problem& problem) { problems_ << problem.title + QStringLiteral(": ") + problem.text; });
    project_ = bench_->place.path() + QStringLiteral("/flow");
    stalls_.restart();
}

void WindowFlow::dropsMakeAProject() {
    ProjectSettings settings;
    settings.model = (demoFolder() + QStringLiteral("/public-domain-8m")).toStdString();
    bench_->workbench.createProject(project_, settings);
    VERIFY_IN(bench_->workbench.snapshot() != nullptr, 60'000);
    QStringList paths;
    for (const char* name : {"alder", "birch", "cedar", "juniper"}) paths << smallDataset(QLatin1String(name), bench_->place.path() + QStringLiteral("/data"));
    dropUrls(bench_->window, paths);
    VERIFY_IN(snapshot().datasets->size() == 4, 60'000);
    const auto& rows = panel<DataPanel>(Stage::Data)->table()->cells()->rowsShown();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.front().cells[3].text, QStringLiteral("48"));
}

void WindowFlow::unknownFilesAreListed() {
    const QString path = bench_->place.path() + QStringLiteral("/picture.xyz");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a dataset") > 0);
    file.close();
    dropUrls(bench_->window, {path});
    VERIFY_IN(panel<DataPanel>(Stage::Data)->bar()->text().contains(QStringLiteral("picture.xyz")), 10'000);
    QCOMPARE(snapshot().datasets->size(), std::size_t{4});
}

void WindowFlow::estimates() {
    QTest::keyClick(&bench_->window, Qt::Key_F5);
    VERIFY_IN(snapshot().estimate != nullptr, 240'000);
    bench_->window.showStage(Stage::Affinity);
    const MatrixPlot* matrix = panel<AffinityPanel>(Stage::Affinity)->matrix();
    QCOMPARE(matrix->data().names.size(), 4);
    QVERIFY(matrix->sentence(0, 3).contains(QStringLiteral("juniper")));
    QCOMPARE(matrix->data().value[3], snapshot().estimate->affinity.gain.row(0)[3]);
}

void WindowFlow::predictsOnTheBench() {
    TableView* table = panel<AffinityPanel>(Stage::Affinity)->bench()->table();
    CellTableModel* cells = table->cells();
    QVERIFY(cells->setData(cells->index(cells->rowOf(QStringLiteral("alder")), 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(cells->setData(cells->index(cells->rowOf(QStringLiteral("juniper")), 0), Qt::Checked, Qt::CheckStateRole));
    VERIFY_IN(cells->rowsShown()[0].cells[2].text != QStringLiteral("–"), 20'000);
}

void WindowFlow::sliderMovesAreOneEdit() {
    bench_->window.showStage(Stage::Groups);
    VERIFY_IN(bench_->workbench.draftCandidate() && snapshot().grouping, 60'000);
    GroupRequest two = bench_->workbench.draft();
    two.groups = 2;  // wherever the knee of four small datasets happens to be
    bench_->workbench.editGroups(two, QStringLiteral("two groups"));
    VERIFY_IN(bench_->workbench.draftCandidate() && bench_->workbench.draftCandidate()->m() == 2 && snapshot().grouping->groups.size() == 2, 60'000);
    ChoiceCurve* curve = panel<GroupsPanel>(Stage::Groups)->curve();
    const int before = curve->value(), edits = bench_->workbench.undo().count();
    curve->setFocus();
    QCOMPARE(before, 2);
    QTest::keyClick(curve, Qt::Key_Right);
    QVERIFY(curve->value() != before);
    QTest::keyClick(curve, Qt::Key_End);
    QCOMPARE(curve->value(), 4);
    QCOMPARE(bench_->workbench.undo().count(), edits + 1);
    QCOMPARE(bench_->workbench.draftCandidate()->m(), 4);
    VERIFY_IN(snapshot().grouping->groups.size() == 4, 20'000);
    bench_->trigger("edit.undo");
    QCOMPARE(bench_->workbench.draftCandidate()->m(), before);
    VERIFY_IN(snapshot().grouping->groups.size() == static_cast<std::size_t>(before), 20'000);
    QTest::keyClick(curve, Qt::Key_Home);
    VERIFY_IN(snapshot().grouping->groups.size() == 2, 20'000);
}

void WindowFlow::dragsBetweenGroups() {
    auto* groups = panel<GroupsPanel>(Stage::Groups);
    const auto before = bench_->workbench.draftCandidate()->groups;
    const std::size_t from = before[0].size() > 1 ? 0 : 1;
    const QString dataset = QString::fromStdString(before[from].front());
    GroupCard* target = groups->cards()[1 - from];
    QMimeData data;
    data.setData(kDatasetMime, dataset.toUtf8());
    QDragEnterEvent enter(QPoint(10, 10), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    VERIFY_IN(groups->dropPrice().contains(QStringLiteral("Mean")), 20'000);
    QCOMPARE(bench_->workbench.draftCandidate()->groups, before);
    QDropEvent drop(QPointF(10, 10), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    VERIFY_IN(bench_->workbench.draftCandidate() && bench_->workbench.draftCandidate()->groups != before, 20'000);
    QVERIFY(groups->dropPrice().isEmpty());
    bench_->trigger("edit.undo");
    VERIFY_IN(bench_->workbench.draftCandidate() && bench_->workbench.draftCandidate()->groups == before, 20'000);
    VERIFY_IN(bench_->isIdle(), 20'000);
    VERIFY_IN(snapshot().grouping->groups == before, 20'000);
}

void WindowFlow::trainsPausesAndResumes() {
    bench_->window.showStage(Stage::Train);
    TrainRequest request;
    request.options.steps = 60;
    request.learningRate = 1e-3;
    request.baselines = {"single"};
    bench_->workbench.setTrainRequest(request);
    bench_->trigger("run.train");
    const auto stateOf = [this](const char* run) { return snapshot().run(run) ? snapshot().run(run)->record.state : std::string(); };
    VERIFY_IN(stateOf("g1") == "running" || stateOf("g2") == "running" || stateOf("single") == "running", 60'000);
    bench_->workbench.pauseTraining();
    VERIFY_IN(!bench_->workbench.isTraining(), 60'000);
    VERIFY_IN(stateOf("g1") == "paused" || stateOf("g2") == "paused" || stateOf("single") == "paused", 10'000);
    bench_->workbench.trainPlan();
    VERIFY_IN(snapshot().isTrained() && stateOf("single") == "done", 240'000);
    QCOMPARE(snapshot().run("g1")->record.steps, std::int64_t{60});
    auto* train = panel<TrainPanel>(Stage::Train);
    QCOMPARE(train->plot()->curves().size(), 3);
    train->plot()->showStep(30);
    QVERIFY(train->plot()->cardText().contains(QStringLiteral("Step 30")));
    QVERIFY2(snapshot().run("g1")->curves->count("valid_loss/" + snapshot().grouping->groups[0][0]), "no validation loss of a dataset");
    VERIFY_IN(bench_->isIdle(), 60'000);
}

void WindowFlow::evaluatesAndMixes() {
    bench_->window.showStage(Stage::Evaluate);
    bench_->trigger("run.evaluate");
    VERIFY_IN(snapshot().scores != nullptr && bench_->isIdle(), 120'000);
    auto* evaluate = panel<EvaluatePanel>(Stage::Evaluate);
    QVERIFY(evaluate->ledger()->cells()->rowOf(QStringLiteral("ensemble")) >= 0);
    WeightFaders* faders = evaluate->mixer()->faders();
    VERIFY_IN(faders->faders().size() == 2, 20'000);
    const auto key = snapshot().combination->key;
    faders->faders()[0]->setFocus();
    QTest::keyClick(faders->faders()[0], Qt::Key_PageUp);
    QTest::keyClick(faders->faders()[0], Qt::Key_Home);
    VERIFY_IN(snapshot().combination->key != key && snapshot().combination->method == "manual", 20'000);
    VERIFY_IN(snapshot().scoresAreOld, 20'000);
    bench_->workbench.undo().undo();
    VERIFY_IN(bench_->isIdle(), 20'000);
}

void WindowFlow::answersAText() {
    auto* mixer = panel<EvaluatePanel>(Stage::Evaluate)->mixer();
    QTest::keyClicks(mixer->question(), QStringLiteral("A noble letter came at noon."));
    QTest::keyClick(mixer->question(), Qt::Key_Return);
    VERIFY_IN(mixer->answers()->cells()->rowOf(QStringLiteral("ensemble")) >= 0, 20'000);
    QVERIFY(mixer->answers()->cells()->rowOf(QStringLiteral("frozen")) >= 0);
    QVERIFY(mixer->answers()->cells()->rowOf(QStringLiteral("single")) >= 0);
}

void WindowFlow::gainsAreListed() {
    bench_->window.showStage(Stage::Affinity);
    auto* affinity = panel<AffinityPanel>(Stage::Affinity);
    affinity->views()->setCurrent(QStringLiteral("gains"));
    affinity->refresh();
    VERIFY_IN(affinity->gains()->table()->cells()->rowCount() == static_cast<int>(snapshot().datasets->size()), 60'000);
    const CellTableModel* cells = affinity->gains()->table()->cells();
    QVERIFY(!cells->index(0, 1).data().toString().isEmpty() && cells->index(0, 6).data().toString() != kMissing);
    affinity->views()->setCurrent(QStringLiteral("gain"));
    affinity->refresh();
}

void WindowFlow::membersComeFromElsewhere() {
    bench_->window.showStage(Stage::Evaluate);
    WeightFaders* faders = panel<EvaluatePanel>(Stage::Evaluate)->mixer()->faders();
    const QString elsewhere = bench_->place.path() + QStringLiteral("/elsewhere");
    QVERIFY(QDir().mkpath(elsewhere));
    for (const char* file : {"adapter_config.json", "adapter_model.safetensors"}) {
        QVERIFY(QFile::copy(QString::fromStdString((snapshot().folder / snapshot().run("g1")->record.adapterBlob).string()) + QLatin1Char('/') + QLatin1String(file), elsewhere + QLatin1Char('/') + QLatin1String(file)));
    }
    bench_->workbench.adoptMember(elsewhere);
    VERIFY_IN(snapshot().run("elsewhere") && !snapshot().combinationIsOld && bench_->isIdle(), 120'000);
    VERIFY_IN(faders->faders().size() == 3, 20'000);
    bench_->trigger("run.worth");
    VERIFY_IN(!snapshot().combination->worth.isNull() && bench_->isIdle(), 120'000);
    VERIFY_IN(!snapshot().scoresAreOld, 20'000);
    VERIFY_IN(faders->faders()[0]->toolTip().contains(QStringLiteral("Without this member")), 20'000);
    bench_->workbench.dismissMember(QStringLiteral("elsewhere"));
    VERIFY_IN(!snapshot().run("elsewhere") && !snapshot().combinationIsOld && bench_->isIdle(), 120'000);
    VERIFY_IN(faders->faders().size() == 2, 20'000);
}

void WindowFlow::weighsByThePrompt() {
    bench_->trigger("run.gate");
    VERIFY_IN(snapshot().combination->gate.has_value() && !snapshot().scoresAreOld && bench_->isIdle(), 120'000);
    auto* mixer = panel<EvaluatePanel>(Stage::Evaluate)->mixer();
    const auto saysGate = [mixer] {
        const auto& facts = mixer->facts()->facts();
        return std::any_of(facts.begin(), facts.end(), [](const FactList::Fact& fact) { return fact.value == QLatin1String("by the prompt"); });
    };
    VERIFY_IN(saysGate(), 20'000);
    mixer->faders()->faders()[0]->setFocus();
    QTest::keyClick(mixer->faders()->faders()[0], Qt::Key_Home);
    VERIFY_IN(snapshot().combination->method == "manual", 20'000);
    bench_->workbench.undo().undo();
    VERIFY_IN(snapshot().combination->gate.has_value() && bench_->isIdle(), 20'000);
    bench_->trigger("run.evaluate");
    VERIFY_IN(!snapshot().scoresAreOld && bench_->isIdle(), 120'000);
}

void WindowFlow::exportsAndVerifies() {
    bench_->window.showStage(Stage::Export);
    for (QCheckBox* format : panel<ExportPanel>(Stage::Export)->findChildren<QCheckBox*>()) QTest::keyClick(format, Qt::Key_Space);
    QCOMPARE(bench_->workbench.exportFormats(), (QStringList{QStringLiteral("gguf"), QStringLiteral("merged"), QStringLiteral("svd"), QStringLiteral("report")}));
    bench_->trigger("run.export");
    VERIFY_IN(snapshot().exports != nullptr && bench_->isIdle(), 120'000);
    QVERIFY(panel<ExportPanel>(Stage::Export)->certificate()->cells()->rowOf(QStringLiteral("cat")) >= 0);
    QVERIFY(panel<ExportPanel>(Stage::Export)->certificate()->cells()->rowOf(QStringLiteral("gguf/g1.gguf")) >= 0);
    QVERIFY(QFile::exists(project_ + QStringLiteral("/bundle/SHA256SUMS")));
    bench_->trigger("run.verify");
    VERIFY_IN(bench_->isIdle(), 120'000);
    QCOMPARE(problems_, QStringList());
}

void WindowFlow::reopens() {
    const auto groups = snapshot().grouping->groups;
    bench_->workbench.closeProject();
    QVERIFY(!bench_->workbench.snapshot());
    bench_->workbench.openProject(project_);
    VERIFY_IN(bench_->workbench.snapshot() != nullptr, 20'000);
    QCOMPARE(snapshot().grouping->groups, groups);
    QVERIFY(snapshot().exports && snapshot().scores && snapshot().isTrained());
    for (const Stage stage : kStages) bench_->window.showStage(stage);
    QCOMPARE(bench_->window.windowTitle(), QStringLiteral("flow — Consort"));
}

void WindowFlow::neverFrozen() {
    qInfo("longest stall of the event loop: %s", qPrintable(stalls_.told()));
    QVERIFY2(stalls_.isSmooth(), qPrintable(stalls_.told()));
}

QTEST_MAIN(WindowFlow)
#include "tst_window_flow.moc"
