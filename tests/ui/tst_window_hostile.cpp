// The window against a hostile world: thousands of files, a disk that is full, a project that is locked or of a newer version, a base
// nobody knows, a training that explodes.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFileInfo>
#include <csignal>

#include "tests/ui/window_bench.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/train_panel.h"
#include "ui/panels/welcome_page.h"
#include "ui/run_view.h"
#include "ui/widgets/table_view.h"

using namespace consort;

namespace {

/// Another process that holds the lock which writers of the project's database take.
class Locker {
public:
    explicit Locker(const QString& project) {
        int ready[2];
        if (::pipe(ready) != 0) qFatal("pipe");
        child_ = ::fork();
        if (child_ == 0) {
            const int file = ::open((project + QStringLiteral("/project.sqlite-shm")).toUtf8().constData(), O_RDWR);
            struct flock lock{};
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = 120;  // WAL_WRITE_LOCK of SQLite's shared-memory file
            lock.l_len = 1;
            const char answer = file >= 0 && ::fcntl(file, F_SETLKW, &lock) == 0 ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) != 1) ::_exit(1);
            for (;;) ::pause();
        }
        char answer = 'n';
        if (::read(ready[0], &answer, 1) == 1) holds_ = answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Locker() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    bool holds() const { return holds_; }

private:
    pid_t child_ = -1;
    bool holds_ = false;
};

/// No file of this process may grow beyond some bytes while it lives: what a full disk does.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit tight{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

}  // namespace

class WindowHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thousandsOfFilesAreListed();
    void unknownBaseIsTold();
    void lockedProjectIsTold();
    void fullDiskLosesNothing();
    void explodingRunsAreTold();
    void newerVersionIsRefused();

private:
    const ProjectSnapshot& snapshot() { return *bench_->workbench.snapshot(); }
    DataPanel* data() { return static_cast<DataPanel*>(bench_->window.panel(Stage::Data)); }
    std::unique_ptr<Bench> bench_;
    QString project_, data_;
};

void WindowHostile::initTestCase() {
    Settings::ignore(true);
    theme().install(*qApp);
    bench_ = std::make_unique<Bench>();
    project_ = bench_->place.path() + QStringLiteral("/hostile");
    data_ = bench_->place.path() + QStringLiteral("/data");
    ProjectSettings settings;
    settings.model = (demoFolder() + QStringLiteral("/public-domain-8m")).toStdString();
    bench_->workbench.createProject(project_, settings, {smallDataset(QStringLiteral("alder"), data_), smallDataset(QStringLiteral("birch"), data_)});
    VERIFY_IN(bench_->workbench.snapshot() && snapshot().datasets->size() == 2 && bench_->isIdle(), 60'000);
}

void WindowHostile::thousandsOfFilesAreListed() {
    const QString folder = bench_->place.path() + QStringLiteral("/many");
    QDir().mkpath(folder);
    QStringList paths{smallDataset(QStringLiteral("cedar"), data_)};
    for (int k = 0; k < 10'000; ++k) {
        paths << folder + QStringLiteral("/picture-%1.bin").arg(k);
        QFile file(paths.back());
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    StallClock stalls;
    dropUrls(bench_->window, paths);
    VERIFY_IN(data()->bar()->text().contains(QStringLiteral("picture-0.bin")), 60'000);
    VERIFY_IN(snapshot().datasets->size() == 3 && bench_->isIdle(), 60'000);
    QVERIFY2(stalls.isSmooth(), qPrintable(stalls.told()));
    data()->bar()->clear();
    dropUrls(bench_->window, {folder});
    VERIFY_IN(data()->bar()->isVisible(), 60'000);
    QVERIFY2(stalls.isSmooth(), qPrintable(stalls.told()));
}

void WindowHostile::unknownBaseIsTold() {
    const QString folder = bench_->place.path() + QStringLiteral("/strange-base");
    QDir().mkpath(folder);
    QFile config(folder + QStringLiteral("/config.json")), weights(folder + QStringLiteral("/model.safetensors"));
    QVERIFY(config.open(QIODevice::WriteOnly) && weights.open(QIODevice::WriteOnly));
    config.write(R"({"model_type": "mamba", "architectures": ["MambaForCausalLM"]})");
    config.close();
    data()->bar()->clear();
    dropUrls(bench_->window, {folder});
    VERIFY_IN(data()->bar()->isVisible(), 20'000);
    QVERIFY2(data()->bar()->text().contains(QStringLiteral("mamba")), qPrintable(data()->bar()->title() + data()->bar()->text()));
    QCOMPARE(static_cast<int>(snapshot().datasets->size()), 3);
}

void WindowHostile::lockedProjectIsTold() {
    QSignalSpy problems(&bench_->workbench, &Workbench::problem);
    {
        const Locker locker(project_);
        QVERIFY(locker.holds());
        bench_->workbench.removeDatasets({QStringLiteral("cedar")});
        VERIFY_IN(problems.count() > 0 && bench_->isIdle(), 90'000);
        const Problem told = problems.first().first().value<Problem>();
        QVERIFY2(told.text.contains(QStringLiteral("lock")) || told.text.contains(QStringLiteral("busy")), qPrintable(told.text));
        QCOMPARE(static_cast<int>(snapshot().datasets->size()), 3);
    }
    bench_->workbench.removeDatasets({QStringLiteral("cedar")});
    VERIFY_IN(snapshot().datasets->size() == 2 && bench_->isIdle(), 30'000);
}

void WindowHostile::fullDiskLosesNothing() {
    QSignalSpy problems(&bench_->workbench, &Workbench::problem);
    {
        const FullDisk full(2048);
        bench_->workbench.addDatasets({smallDataset(QStringLiteral("elm"), QFileInfo(data_).path() + QStringLiteral("/data"), 4, 2)});
        VERIFY_IN(problems.count() > 0 && bench_->isIdle(), 60'000);
    }
    QVERIFY(problems.first().first().value<Problem>().text.size() > 10);
    QCOMPARE(snapshot().datasetNames(), (std::vector<std::string>{"alder", "birch"}));
    bench_->workbench.addDatasets({data_ + QStringLiteral("/elm")});
    VERIFY_IN(snapshot().datasets->size() == 3 && bench_->isIdle(), 60'000);
}

void WindowHostile::explodingRunsAreTold() {
    EstimateRequest estimate;
    estimate.rows = 16;
    estimate.subsets = 3;
    bench_->workbench.estimate(estimate);
    VERIFY_IN(snapshot().estimate && bench_->isIdle(), 120'000);
    bench_->window.showStage(Stage::Groups);
    VERIFY_IN(snapshot().grouping && bench_->isIdle(), 60'000);
    TrainRequest request;
    request.group = 1;
    request.learningRate = 1e30;
    request.options.steps = 12;
    bench_->workbench.train(request);
    bench_->window.showStage(Stage::Train);
    VERIFY_IN(bench_->isIdle() && snapshot().run("g1") && !isLive(snapshot().run("g1")->record), 120'000);
    const std::string state = snapshot().run("g1")->record.state;
    QVERIFY2(state == "diverged" || state == "failed", state.c_str());
    QVERIFY(stateOf(Stage::Train, bench_->workbench) == StageState::Attention);
}

void WindowHostile::newerVersionIsRefused() {
    bench_->workbench.closeProject();
    VERIFY_IN(!bench_->workbench.isOpen(), 10'000);
    QFile file(project_ + QStringLiteral("/project.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60));  // user_version of SQLite's header
    QVERIFY(file.write(QByteArray::fromHex("00ffffff")) == 4);
    file.close();
    QFile::remove(project_ + QStringLiteral("/project.sqlite-wal"));
    QSignalSpy problems(&bench_->workbench, &Workbench::problem);
    bench_->workbench.openProject(project_);
    VERIFY_IN(problems.count() > 0, 20'000);
    const QString told = bench_->window.findChild<WelcomePage*>()->bar()->text();
    QVERIFY2(told.contains(QStringLiteral("newer")), qPrintable(told));
}

QTEST_MAIN(WindowHostile)
#include "tst_window_hostile.moc"
