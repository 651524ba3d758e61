// What reaches the window from outside: drops, closing while work goes on, diagnostics.
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QUrl>

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/leaving_dialog.h"
#include "ui/docks/log_dock.h"
#include "ui/main_window.h"
#include "ui/panels/stage_panel.h"
#include "ui/panels/welcome_page.h"
#include "ui/save_text.h"
#include "ui/settings.h"
#include "ui/stage_bar.h"
#include "ui/theme/icons.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/drop_overlay.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/status_line.h"

namespace consort {
namespace {

QStringList pathsIn(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls()) paths << (url.isLocalFile() ? url.toLocalFile() : url.toString());
    return paths;
}

QStringList namesIn(const QStringList& paths) {
    QStringList names;
    for (const QString& path : paths) names << QFileInfo(path).fileName();
    return names;
}

}  // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return;
    event->acceptProposedAction();
    const QStringList paths = pathsIn(event->mimeData());
    overlay_->showNames(namesIn(paths));
    workbench_.inspectPaths(paths, {overlay_, [this](const std::vector<FoundPath>& found) {
        if (overlay_->isVisible()) overlay_->showLines(dropTitle(found), dropLines(found));
    }});
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { overlay_->hide(); }

void MainWindow::dropEvent(QDropEvent* event) {
    overlay_->hide();
    event->acceptProposedAction();
    takePaths(pathsIn(event->mimeData()));
}

void MainWindow::takePaths(const QStringList& paths) {
    workbench_.inspectPaths(paths, {this, [this](const std::vector<FoundPath>& found) { takeFound(found); }});
}

/// Datasets are added, a project is opened, a model makes a project; what was not understood is listed with its reason.
void MainWindow::takeFound(const std::vector<FoundPath>& found) {
    QStringList datasets, unknown;
    QString model;
    for (const FoundPath& one : found) {
        const QString path = QString::fromStdString(one.path.string());
        if (one.kind == FoundPath::Kind::Project) return workbench_.openProject(path);
        if (one.kind == FoundPath::Kind::BaseModel) model = path;
        if (one.kind == FoundPath::Kind::Dataset) datasets << path;
        if (one.kind == FoundPath::Kind::NotUnderstood) unknown << QStringLiteral("%1: %2").arg(QString::fromStdString(one.name), QString::fromStdString(one.detail));
    }
    datasets.removeDuplicates();
    if (!workbench_.isOpen() || !model.isEmpty()) {
        if (!datasets.isEmpty() || !model.isEmpty()) startProject(model, datasets);
    } else if (!datasets.isEmpty()) {
        showStage(Stage::Data);
        workbench_.addDatasets(datasets);
    }
    if (unknown.isEmpty()) return;
    InlineBar* bar = workbench_.snapshot() ? panel(Stage::Data)->bar() : welcome_->bar();
    const QStringList shown = unknown.mid(0, 6);
    QString text = shown.join(QLatin1Char('\n'));
    if (unknown.size() > shown.size()) text += QLatin1Char('\n') + tr("and %n more", nullptr, static_cast<int>(unknown.size() - shown.size()));
    bar->tell(QStringLiteral("warn"), tr("%n items were not understood and not added", nullptr, static_cast<int>(unknown.size())), text);
    bar->setDetails(unknown.join(QLatin1Char('\n')));
}

QString MainWindow::dropTitle(const std::vector<FoundPath>& found) {
    int datasets = 0, models = 0, projects = 0;
    for (const FoundPath& one : found) {
        datasets += one.kind == FoundPath::Kind::Dataset;
        models += one.kind == FoundPath::Kind::BaseModel;
        projects += one.kind == FoundPath::Kind::Project;
    }
    if (projects > 0) return tr("Open a project");
    if (models > 0) return tr("New project");  // a project keeps its base: a model begins another one
    return datasets == 0 ? tr("Nothing here can be added") : tr("Add %1").arg(tr("%n datasets", nullptr, datasets));
}

QVector<DropLine> MainWindow::dropLines(const std::vector<FoundPath>& found) {
    static constexpr const char* kIcons[] = {"dataset", "model", "folder", "file"};
    QVector<DropLine> lines;
    for (const FoundPath& one : found) {
        lines.push_back({QLatin1String(kIcons[static_cast<int>(one.kind)]), QString::fromStdString(one.name), QString::fromStdString(one.detail), one.kind != FoundPath::Kind::NotUnderstood});
    }
    return lines;
}

/// True where the window may go: nothing runs, or the person said what is to become of it.
bool MainWindow::confirmLeaving() {
    if (!workbench_.isOpen() || !workbench_.jobs().hasActive()) return true;
    LeavingDialog dialog(workbench_, this);
    dialog.exec();
    if (dialog.choice() == LeavingDialog::Choice::KeepRunning) {
        showMinimized();
        return false;
    }
    return dialog.choice() == LeavingDialog::Choice::StopAndSave;
}

void MainWindow::startCallouts() {
    const auto widget = [this](QWidget* target) { return [target]() -> QWidget* { return target && target->isVisible() ? target : nullptr; }; };
    auto* callout = new Callout(this, {
        {widget(stageBar_), tr("Six stages"), tr("A project goes from data to a bundle. Every stage can be opened at any time; its mark says whether it is done, open or needs you.")},
        {widget(stages_), tr("Drop anything here"), tr("Files, folders and base models can be dropped anywhere in the window. Nothing is sent anywhere.")},
        {widget(stageBar_->nextButton()), tr("The next step"), tr("This button is always what comes next. The whole sample takes about five minutes.")},
        {widget(status_), tr("What runs"), tr("Jobs run in the background. You can look around, change groups and weigh members meanwhile.")},
    });
    connect(callout, &Callout::finished, this, [] { Settings::setTourSeen(true); });
    callout->start();
}

/// A plan that ended while the person looked elsewhere is told outside the window.
void MainWindow::tellEnd(JobId id) {
    static const QStringList kTold{QStringLiteral("train"), QStringLiteral("estimate"), QStringLiteral("evaluate"), QStringLiteral("export")};
    const JobRow* row = workbench_.jobs().row(id);
    if (!row || isActiveWindow() || !kTold.contains(row->kind) || row->state == JobState::Cancelled) return;
    QApplication::alert(this);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) return;
    if (!tray_) {
        tray_ = new QSystemTrayIcon(icon(QStringLiteral("box")), this);
        connect(tray_, &QSystemTrayIcon::messageClicked, this, [this] {
            showNormal();
            activateWindow();
        });
    }
    tray_->show();
    const bool failed = row->state == JobState::Failed;
    tray_->showMessage(failed ? tr("%1 failed").arg(row->title) : tr("%1 is done").arg(row->title), failed ? row->message : QString::fromStdString(workbench_.snapshot() ? workbench_.snapshot()->name() : std::string()),
                       failed ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

void MainWindow::saveDiagnostics() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save diagnostics"), QStringLiteral("consort-diagnostics.txt"));
    if (file.isEmpty()) return;
    const QString why = saveText(file, diagnosticsText(workbench_, logDock_->text()));
    if (!why.isEmpty()) tellProblem({QStringLiteral("project"), tr("The diagnostics could not be saved"), tr("%1: %2").arg(file, why), {}});
}

}  // namespace consort
