// The window when things go wrong or change behind its back: other processes, a second window, dead runs, projects that cannot be read.
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <csignal>

#include "tests/ui/window_bench.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/leaving_dialog.h"
#include "ui/dialogs/new_project_dialog.h"
#include "ui/models/cell_table.h"
#include "ui/options_form.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/row_preview_pane.h"
#include "ui/panels/train_panel.h"
#include "ui/panels/welcome_page.h"
#include "ui/widgets/table_view.h"

using namespace consort;

class WindowTrouble : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void importsOfTheCommandLineAppear();
    void secondWindowSeesTheSame();
    void removingCanBeUndone();
    void otherOptionsCanBeUndone();
    void wrongOptionsAreToldInTheDialog();
    void changedFilesAreTold();
    void deadRunsAreInterruptedAndResumed();
    void leavingAsks();
    void movedProjectIsTold();
    void foreignFoldersAreRefused_data();
    void foreignFoldersAreRefused();
    void oddDropsAreListed();
    void wrongNumbersStay();

private:
    const ProjectSnapshot& snapshot() { return *bench_->workbench.snapshot(); }
    DataPanel* data() { return static_cast<DataPanel*>(bench_->window.panel(Stage::Data)); }
    QString cli(const QStringList& arguments);
    std::unique_ptr<Bench> bench_;
    QString project_, data_;
};

QString WindowTrouble::cli(const QStringList& arguments) {
    QProcess process;
    process.start(qEnvironmentVariable("CONSORT_BINARY"), arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) return QStringLiteral("FAILED ") + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

void WindowTrouble::initTestCase() {
    if (qEnvironmentVariable("CONSORT_BINARY").isEmpty()) QSKIP("needs the command line: set CONSORT_BINARY");
    Settings::ignore(true);
    theme().install(*qApp);
    bench_ = std::make_unique<Bench>();
    project_ = bench_->place.path() + QStringLiteral("/trouble");
    data_ = bench_->place.path() + QStringLiteral("/data");
    ProjectSettings settings;
    settings.model = (demoFolder() + QStringLiteral("/public-domain-8m")).toStdString();
    bench_->workbench.createProject(project_, settings, {smallDataset(QStringLiteral("alder"), data_, 200), smallDataset(QStringLiteral("birch"), data_, 200)});
    VERIFY_IN(bench_->workbench.snapshot() && snapshot().datasets->size() == 2 && bench_->isIdle(), 60'000);
}

void WindowTrouble::importsOfTheCommandLineAppear() {
    const QString said = cli({QStringLiteral("import"), project_, smallDataset(QStringLiteral("cedar"), data_)});
    QVERIFY2(!said.startsWith(QLatin1String("FAILED")), qPrintable(said));
    VERIFY_IN(snapshot().datasets->size() == 3, 10'000);
    QVERIFY(data()->table()->cells()->rowOf(QStringLiteral("cedar")) >= 0);
}

void WindowTrouble::secondWindowSeesTheSame() {
    Bench other;
    other.workbench.openProject(project_);
    VERIFY_IN(other.workbench.snapshot() && other.workbench.snapshot()->datasets->size() == 3, 20'000);
    other.workbench.addDatasets({smallDataset(QStringLiteral("elm"), data_)});
    VERIFY_IN(snapshot().datasets->size() == 4, 30'000);
}

void WindowTrouble::removingCanBeUndone() {
    bench_->window.showStage(Stage::Data);
    data()->table()->selectKey(QStringLiteral("cedar"));
    bench_->trigger("data.remove");
    VERIFY_IN(snapshot().datasets->size() == 3, 20'000);
    QVERIFY(data()->table()->cells()->rowOf(QStringLiteral("cedar")) < 0);
    bench_->trigger("edit.undo");
    VERIFY_IN(snapshot().datasets->size() == 4, 20'000);
    QCOMPARE(snapshot().datasetNames()[2], std::string("cedar"));
}

void WindowTrouble::otherOptionsCanBeUndone() {
    const auto rows = [this] { return (*snapshot().datasets)[0].at("rows").intOr("train", 0); };
    QCOMPARE(rows(), std::int64_t{200});
    Value changes;
    bench_->workbench.reimport(QStringLiteral("alder"), changes.set("max-rows", "32"));
    VERIFY_IN(rows() == 32, 20'000);
    bench_->trigger("edit.undo");
    VERIFY_IN(rows() == 200, 20'000);
}

void WindowTrouble::wrongOptionsAreToldInTheDialog() {
    ImportDialog dialog(bench_->workbench, (*snapshot().datasets)[0]);
    dialog.show();
    VERIFY_IN(dialog.preview()->shownText().contains(QStringLiteral("Label:")), 20'000);
    dialog.form()->setText(QStringLiteral("choices"), QStringLiteral("certainly ||| never"));
    VERIFY_IN(dialog.preview()->shownText().contains(QStringLiteral("certainly")) || dialog.preview()->shownText().contains(QStringLiteral("never")), 20'000);
    dialog.form()->setText(QStringLiteral("choices"), QString());
    dialog.form()->setText(QStringLiteral("template"), QStringLiteral("Someone wrote:\n{{ text }}\nWas it so? ||| {{ label }}"));
    VERIFY_IN(dialog.preview()->shownText().contains(QStringLiteral("Someone wrote:\n")) && dialog.preview()->shownText().contains(QStringLiteral("Was it so?")), 20'000);
    dialog.form()->setText(QStringLiteral("template"), QString());
    dialog.form()->setText(QStringLiteral("target-field"), QStringLiteral("no_such_column"));
    InlineBar* bar = dialog.findChild<InlineBar*>();
    VERIFY_IN(bar->text().contains(QStringLiteral("no_such_column")), 20'000);
}

void WindowTrouble::changedFilesAreTold() {
    QFile file(data_ + QStringLiteral("/elm/train.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray first = file.readLine();
    file.close();
    QVERIFY(file.open(QIODevice::Append) && file.write(first) > 0);
    file.close();
    VERIFY_IN(snapshot().changedSources->count("elm") == 1, 20'000);
    VERIFY_IN(data()->bar()->title().contains(QStringLiteral("elm")), 5'000);
    data()->bar()->fixButton()->click();
    VERIFY_IN(snapshot().changedSources->empty(), 30'000);
    QCOMPARE((*snapshot().datasets)[3].at("rows").intOr("train", 0), std::int64_t{49});
}

void WindowTrouble::deadRunsAreInterruptedAndResumed() {
    QVERIFY(!cli({QStringLiteral("estimate"), project_, QStringLiteral("--rows"), QStringLiteral("32")}).startsWith(QLatin1String("FAILED")));
    QVERIFY(!cli({QStringLiteral("group"), project_, QStringLiteral("-m"), QStringLiteral("2")}).startsWith(QLatin1String("FAILED")));
    QProcess training;
    training.start(qEnvironmentVariable("CONSORT_BINARY"), {QStringLiteral("train"), project_, QStringLiteral("--steps"), QStringLiteral("400"), QStringLiteral("--lr"), QStringLiteral("1e-3")});
    QVERIFY(training.waitForStarted());
    const auto state = [this] { return snapshot().run("g1") ? snapshot().run("g1")->record.state : std::string(); };
    VERIFY_IN(state() == "running", 60'000);
    VERIFY_IN(snapshot().run("g1")->curves->count("train_loss") > 0, 60'000);
    ::kill(static_cast<pid_t>(training.processId()), SIGKILL);
    training.waitForFinished();
    VERIFY_IN(state() == "interrupted", 10'000);
    TrainRequest request;
    request.options.steps = 20;
    request.learningRate = 1e-3;
    bench_->workbench.setTrainRequest(request);
    bench_->trigger("run.train");
    VERIFY_IN(snapshot().isTrained() && bench_->isIdle(), 120'000);
}

void WindowTrouble::leavingAsks() {
    TrainRequest request;
    request.options.steps = 2000;
    request.learningRate = 1e-3;
    bench_->workbench.train(request);
    VERIFY_IN(bench_->workbench.isTraining() && snapshot().run("g1")->record.state == "running", 60'000);
    QString asked;
    QTimer::singleShot(0, &bench_->window, [&asked] {
        auto* dialog = qobject_cast<LeavingDialog*>(QApplication::activeModalWidget());
        asked = dialog ? dialog->windowTitle() : QStringLiteral("no dialog");
        if (dialog) dialog->reject();
    });
    bench_->window.close();
    QVERIFY(!asked.isEmpty() && asked != QLatin1String("no dialog"));
    QVERIFY(bench_->window.isVisible());
    bench_->workbench.stopTraining();
    VERIFY_IN(bench_->isIdle(), 60'000);
    VERIFY_IN(snapshot().run("g1")->record.state == "interrupted", 10'000);
}

void WindowTrouble::movedProjectIsTold() {
    QSignalSpy problems(&bench_->workbench, &Workbench::problem);
    QVERIFY(QDir().rename(project_, project_ + QStringLiteral("-away")));
    QFile marker(project_ + QStringLiteral("-away/project.sqlite"));
    bench_->workbench.addDatasets({data_ + QStringLiteral("/cedar")});
    VERIFY_IN(problems.count() > 0, 20'000);
    QVERIFY(QDir().rename(project_ + QStringLiteral("-away"), project_));
    bench_->workbench.closeProject();
}

void WindowTrouble::foreignFoldersAreRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty file") << QByteArray();
    QTest::newRow("no database") << QByteArray("this is not a database at all, but it is long enough to be looked at");
    QTest::newRow("no folder") << QByteArray("-");
}

void WindowTrouble::foreignFoldersAreRefused() {
    QFETCH(QByteArray, content);
    const QString folder = bench_->place.path() + QStringLiteral("/foreign-") + QString::number(qHash(content));
    if (content != "-") {
        QDir().mkpath(folder);
        QFile file(folder + QStringLiteral("/project.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QSignalSpy problems(&bench_->workbench, &Workbench::problem);
    bench_->workbench.openProject(folder);
    VERIFY_IN(problems.count() > 0, 20'000);
    QVERIFY(!bench_->workbench.snapshot());
    QVERIFY(bench_->window.findChild<WelcomePage*>()->bar()->text().size() > 10);
    bench_->workbench.closeProject();
}

void WindowTrouble::oddDropsAreListed() {
    WelcomePage* welcome = bench_->window.findChild<WelcomePage*>();
    welcome->bar()->clear();
    const QString folder = bench_->place.path() + QStringLiteral("/empty");
    QDir().mkpath(folder);
    dropUrls(bench_->window, {folder, QStringLiteral("/no/such/file.jsonl")});
    VERIFY_IN(welcome->bar()->text().contains(QStringLiteral("empty")) && welcome->bar()->text().contains(QStringLiteral("file.jsonl")), 20'000);
}

void WindowTrouble::wrongNumbersStay() {
    NewProjectDialog dialog(bench_->place.path() + QStringLiteral("/new"), demoFolder() + QStringLiteral("/public-domain-8m"));
    OptionsForm* form = dialog.findChild<OptionsForm*>();
    form->setText(QStringLiteral("rank"), QStringLiteral("minus two"));
    QVERIFY(!form->complaint().isEmpty());
    form->setText(QStringLiteral("rank"), QStringLiteral("8"));
    QVERIFY2(form->complaint().isEmpty(), qPrintable(form->complaint()));
    QCOMPARE(dialog.settings().adapter.rank, std::int64_t{8});
}

QTEST_MAIN(WindowTrouble)
#include "tst_window_trouble.moc"
