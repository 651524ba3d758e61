#include "ui/tour/tour.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>
#include <cstdio>
#include <functional>

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/help_viewer.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/leaving_dialog.h"
#include "ui/dialogs/new_project_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/train_options_dialog.h"
#include "ui/main_window.h"
#include "ui/panels/affinity_panel.h"
#include "ui/panels/evaluate_panel.h"
#include "ui/panels/gains_pane.h"
#include "ui/panels/groups_panel.h"
#include "ui/panels/mixer_pane.h"
#include "ui/panels/target_pane.h"
#include "ui/panels/train_panel.h"
#include "ui/panels/what_if_bench.h"
#include "ui/plots/curve_plot.h"
#include "ui/theme/theme.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/table_view.h"

namespace consort {
namespace {

constexpr int kPatience = 600'000;  ///< ms that a step may take
constexpr std::int64_t kTourSteps = 24;  ///< of trainings that are there to be looked at

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
        welcomeDialogs();
        if (!openSample() || !affinity() || !groups() || !training() || !evaluation() || !bundle()) return 1;
        return problems_ > 0 ? 1 : 0;
    }

private:
    void welcomeDialogs() {
        NewProjectDialog project(place_.path() + QStringLiteral("/my-project"), {}, &window_);
        shootDialog("new-project", project);
        SettingsDialog settings(window_.commands(), &window_);
        shootDialog("settings", settings);
        AboutDialog about(&window_);
        shootDialog("about", about);
        HelpViewer* help = HelpViewer::open(&window_, QStringLiteral("affinity"));
        shootDialog("what-is-affinity", *help);
    }

    bool openSample() {
        workbench_.openSample(place_.path() + QStringLiteral("/customer-voice"));
        if (!until([this] { return workbench_.snapshot() && !workbench_.snapshot()->datasets->empty(); }, "the sample to open")) return false;
        if (!idle("the sample's import")) return false;
        settle();
        shoot("first-hints", false);
        if (Callout* hints = window_.findChild<Callout*>()) Q_EMIT hints->finished();
        settle();
        shoot("data");
        ImportDialog import(workbench_, workbench_.snapshot()->datasets->front(), &window_);
        shootDialog("how-it-is-read", import);
        CommandPalette palette(window_.commands(), workbench_.snapshot().get(), &window_);
        shootDialog("command-palette", palette);
        dropSomething();
        return true;
    }

    /// A drop of a dataset that is there already, a file that is none, and what the window says to them.
    void dropSomething() {
        const QString odd = place_.path() + QStringLiteral("/holiday.xyz");
        QFile file(odd);
        if (file.open(QIODevice::WriteOnly)) file.write("no dataset");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(workbench_.snapshot()->settings.model)), QUrl::fromLocalFile(odd)});
        QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window_, &enter);
        idle("the look at the drop");
        shoot("drop");
        QDragLeaveEvent leave;
        QApplication::sendEvent(&window_, &leave);
        window_.takePaths({odd});
        idle("the look at the file");
        shoot("data-not-understood", false);
        window_.panel(Stage::Data)->bar()->clear();
    }

    bool affinity() {
        window_.showStage(Stage::Affinity);
        shoot("affinity-empty");
        trigger("run.estimate");
        if (!until([this] { return !workbench_.jobs().rows().empty() && workbench_.jobs().rows().back().progress.done > 0; }, "the estimate to begin")) return false;
        shoot("affinity-loading", false);
        if (!idle("the estimate") || !until([this] { return workbench_.snapshot()->estimate != nullptr; }, "the affinity")) return false;
        auto* panel = static_cast<AffinityPanel*>(window_.panel(Stage::Affinity));
        CellTableModel* bench = panel->bench()->table()->cells();
        for (const int row : {0, 5, 6}) bench->setData(bench->index(row, 0), Qt::Checked, Qt::CheckStateRole);
        panel->matrix()->setCurrent(0, 6);
        idle("the bench");
        shoot("affinity");
        Q_EMIT panel->matrix()->activated(0, 8);
        idle("the conflict");
        shoot("affinity-conflict");
        panel->views()->setCurrent(QStringLiteral("gains"));
        panel->refresh();
        if (!until([panel] { return panel->gains()->table()->cells()->rowCount() > 0; }, "the gains")) return false;
        shoot("affinity-gains");
        return target();
    }

    /// One dataset as the target, and a check of the estimate by a few short fine-tunings.
    bool target() {
        auto* panel = static_cast<AffinityPanel*>(window_.panel(Stage::Affinity));
        panel->views()->setCurrent(QStringLiteral("target"));
        panel->refresh();
        shoot("affinity-target-empty", false);
        SelectRequest request = panel->target()->request();
        request.steps = kTourSteps;
        workbench_.selectSources(request);
        if (!idle("the selection") || !until([this] { return workbench_.snapshot()->selection != nullptr; }, "the sources")) return false;
        shoot("affinity-target");
        panel->views()->setCurrent(QStringLiteral("gain"));
        panel->refresh();
        EstimateRequest probes;
        probes.mode = "probe";
        probes.probes.count = 4;
        probes.probes.steps = kTourSteps;
        workbench_.estimate(probes);
        if (!idle("the probes") || !until([this] { return workbench_.snapshot()->estimate && !workbench_.snapshot()->estimate->probes.empty(); }, "the probes' figures")) return false;
        shoot("affinity-probed");
        return true;
    }

    bool groups() {
        window_.showStage(Stage::Groups);
        if (!until([this] { return workbench_.draftCandidate() && workbench_.snapshot()->grouping; }, "the groups")) return false;
        idle("the groups");
        shoot("groups");
        auto* panel = static_cast<GroupsPanel*>(window_.panel(Stage::Groups));
        QMimeData data;
        data.setData(kDatasetMime, QByteArray(workbench_.draftCandidate()->groups.front().front().c_str()));
        QDragEnterEvent enter(QPoint(20, 40), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(panel->cards()[1], &enter);
        idle("the price");
        shoot("groups-price-before-the-drop");
        QDragLeaveEvent leave;
        QApplication::sendEvent(panel->cards()[1], &leave);
        return true;
    }

    bool training() {
        window_.showStage(Stage::Train);
        shoot("train-empty", false);
        TrainRequest request;
        request.baselines = {"single", "per-dataset"};
        TrainOptionsDialog options(request, &window_);
        shootDialog("train-options", options);
        workbench_.setTrainRequest(request);
        trigger("run.train");
        if (!until([this] { return trainedSteps() > 200; }, "training to begin")) return false;
        shoot("train-running");
        LeavingDialog leaving(workbench_, &window_);
        shootDialog("leaving", leaving);
        if (!idle("training") || !until([this] { return workbench_.snapshot()->isTrained(); }, "the runs")) return false;
        static_cast<TrainPanel*>(window_.panel(Stage::Train))->plot()->showStep(200);
        shoot("train");
        return true;
    }

    bool evaluation() {
        window_.showStage(Stage::Evaluate);
        shoot("evaluate-empty", false);
        trigger("run.evaluate");
        if (!idle("the evaluation") || !until([this] { return workbench_.snapshot()->scores != nullptr; }, "the scores")) return false;
        auto* panel = static_cast<EvaluatePanel*>(window_.panel(Stage::Evaluate));
        idle("the mixer");
        panel->mixer()->question()->setText(QStringLiteral("A gloomy letter came at noon for a hundred ladies."));
        QMetaObject::invokeMethod(panel->mixer()->question(), "returnPressed");
        idle("the answers");
        shoot("evaluate");
        trigger("run.worth");
        if (!idle("the worth") || !until([this] { return !workbench_.snapshot()->combination->worth.isNull(); }, "the members' worth")) return false;
        idle("the mixer");
        shoot("evaluate-worth", false);
        trigger("run.gate");
        if (!idle("the gate") || !until([this] { return workbench_.snapshot()->combination->gate.has_value(); }, "the gate")) return false;
        idle("the mixer");
        shoot("evaluate-by-prompt", false);
        trigger("view.compare");
        shoot("run-compare", false);
        window_.dock(QStringLiteral("compare"))->hide();
        return true;
    }

    bool bundle() {
        window_.showStage(Stage::Export);
        shoot("export-empty", false);
        trigger("run.export");
        if (!idle("the export") || !until([this] { return workbench_.snapshot()->exports != nullptr; }, "the bundle")) return false;
        trigger("run.verify");
        if (!idle("the check of the bundle")) return false;
        shoot("export");
        window_.dock(QStringLiteral("jobs"))->show();
        shoot("jobs", false);
        window_.showLog();
        shoot("log", false);
        return true;
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
            if (problems_ > 0 && isIdle()) return false;
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

    void shootDialog(const char* name, QWidget& dialog) {
        dialog.show();
        settle();
        idle("the dialog");
        save(dialog, name, "");
        ++number_;
        dialog.hide();
    }

    void shoot(const char* name, bool bothThemes = true) {
        const ThemeMode before = theme().mode();
        for (const auto& [mode, suffix] : {std::pair{ThemeMode::Light, ""}, std::pair{ThemeMode::Dark, "-dark"}}) {
            if (mode == ThemeMode::Dark && !bothThemes) continue;
            theme().setMode(mode);
            settle();
            save(window_, name, suffix);
        }
        ++number_;
        theme().setMode(before);
    }

    void save(QWidget& widget, const char* name, const char* suffix) {
        const QString file = QStringLiteral("%1/%2-%3%4.png").arg(folder_).arg(number_, 2, 10, QLatin1Char('0')).arg(QLatin1String(name), QLatin1String(suffix));
        if (!widget.grab().save(file)) std::fprintf(stderr, "tour: cannot write %s\n", qPrintable(file));
    }

    MainWindow& window_;
    Workbench& workbench_;
    QString folder_;
    QTemporaryDir place_;
    int number_ = 1, problems_ = 0;
};

}  // namespace

int runTour(MainWindow& window, const QString& folder) { return Tour(window, folder).run(); }

}  // namespace consort
