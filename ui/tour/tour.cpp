#include "ui/tour/tour.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <functional>

#include "ui/main_window.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

constexpr int kPatience = 600'000;  ///< ms that a step may take

class Tour : public QObject {
public:
    Tour(MainWindow& window, const QString& folder) : window_(window), workbench_(window.workbench()), folder_(folder) {
        connect(&workbench_, &Workbench::problem, this, [this](const Problem& problem) {
            std::fprintf(stderr, "tour: %s: %s\n", qPrintable(problem.title), qPrintable(problem.text));
            ++problems_;
        });
    }

    int run() {
        QDir().mkpath(folder_);
        window_.resize(1440, 900);
        settle();
        shoot("welcome");
        workbench_.openSample(place_.path() + QStringLiteral("/customer-voice"));
        if (!until([this] { return workbench_.snapshot() && !workbench_.snapshot()->datasets->empty(); }, "the sample to open")) return 1;
        if (!until([this] { return !workbench_.jobs().hasActive(); }, "the sample's import")) return 1;
        settle();
        shoot("data");
        window_.showStage(Stage::Affinity);
        shoot("affinity-empty");
        return stages();
    }

private:
    int stages() {
        trigger("run.estimate");
        if (!until([this] { return !workbench_.jobs().rows().empty() && workbench_.jobs().rows().back().progress.done > 0; }, "the estimate to begin")) return 1;
        shoot("affinity-loading", false);
        if (!idle("the estimate") || !until([this] { return workbench_.snapshot()->estimate != nullptr; }, "the affinity")) return 1;
        shoot("affinity");
        window_.showStage(Stage::Groups);
        if (!until([this] { return workbench_.draftCandidate() && workbench_.snapshot()->grouping; }, "the groups")) return 1;
        shoot("groups");
        window_.showStage(Stage::Train);
        shoot("train-empty", false);
        TrainRequest request;
        request.baselines = {"single", "per-dataset"};
        workbench_.setTrainRequest(request);
        trigger("run.train");
        if (!until([this] { return trainedSteps() > 20; }, "training to begin")) return 1;
        shoot("train-running");
        if (!idle("training") || !until([this] { return workbench_.snapshot()->isTrained(); }, "the runs")) return 1;
        shoot("train");
        window_.showStage(Stage::Evaluate);
        trigger("run.evaluate");
        if (!idle("the evaluation") || !until([this] { return workbench_.snapshot()->scores != nullptr; }, "the scores")) return 1;
        idle("the mixer");
        shoot("evaluate");
        window_.showStage(Stage::Export);
        shoot("export-empty", false);
        trigger("run.export");
        if (!idle("the export") || !until([this] { return workbench_.snapshot()->exports != nullptr; }, "the bundle")) return 1;
        trigger("run.verify");
        if (!idle("the check of the bundle")) return 1;
        shoot("export");
        return problems_ > 0 ? 1 : 0;
    }

    std::int64_t trainedSteps() const {
        std::int64_t steps = 0;
        for (const RunView& run : workbench_.snapshot()->runs) {
            const auto found = run.curves->find("train_loss");
            if (found != run.curves->end() && !found->second.step.empty()) steps += static_cast<std::int64_t>(found->second.step.back());
        }
        return steps;
    }

    void trigger(const char* command) { window_.commands().action(QLatin1String(command))->trigger(); }

    bool isIdle() const {
        for (const JobRow& row : workbench_.jobs().rows()) {
            if (row.isActive()) return false;
        }
        return true;
    }

    bool idle(const char* what) { return until([this] { return isIdle(); }, what); }

    /// Waits for a condition on the signals that can change it.
    bool until(const std::function<bool()>& done, const char* what) {
        QElapsedTimer clock;
        clock.start();
        while (!done()) {
            if (clock.elapsed() > kPatience) {
                std::fprintf(stderr, "tour: waited too long for %s\n", what);
                return false;
            }
            QEventLoop loop;
            connect(&workbench_, &Workbench::snapshotChanged, &loop, &QEventLoop::quit);
            connect(&workbench_, &Workbench::draftChanged, &loop, &QEventLoop::quit);
            connect(&workbench_.jobs(), &JobBridge::changed, &loop, &QEventLoop::quit);
            QTimer::singleShot(500, &loop, &QEventLoop::quit);
            loop.exec();
        }
        return true;
    }

    /// Lets layouts, queued answers and replots come to rest.
    void settle() {
        QEventLoop loop;
        QTimer::singleShot(250, &loop, &QEventLoop::quit);
        loop.exec();
    }

    void shoot(const char* name, bool bothThemes = true) {
        const ThemeMode before = theme().mode();
        ++number_;
        for (const auto& [mode, suffix] : {std::pair{ThemeMode::Light, ""}, std::pair{ThemeMode::Dark, "-dark"}}) {
            if (mode == ThemeMode::Dark && !bothThemes) continue;
            theme().setMode(mode);
            settle();
            const QString file = QStringLiteral("%1/%2-%3%4.png").arg(folder_).arg(number_, 2, 10, QLatin1Char('0')).arg(QLatin1String(name), QLatin1String(suffix));
            if (!window_.grab().save(file)) std::fprintf(stderr, "tour: cannot write %s\n", qPrintable(file));
        }
        theme().setMode(before);
    }

    MainWindow& window_;
    Workbench& workbench_;
    QString folder_;
    QTemporaryDir place_;
    int number_ = 0, problems_ = 0;
};

}  // namespace

int runTour(MainWindow& window, const QString& folder) { return Tour(window, folder).run(); }

}  // namespace consort
