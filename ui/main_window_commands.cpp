// The commands of the main window, its menus, and what they ask.
#include <QActionGroup>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>
#include <QWhatsThis>

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/help_viewer.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/new_project_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/main_window.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/welcome_page.h"
#include "ui/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

QString documents() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

/// NAME, NAME-2 … that does not exist yet.
QString freshFolder(const QString& folder) {
    QString free = folder;
    for (int number = 2; QFileInfo::exists(free); ++number) free = QStringLiteral("%1-%2").arg(folder).arg(number);
    return free;
}

}  // namespace

void MainWindow::addFileCommands() {
    const auto add = [this](const char* id, const QString& text, const char* icon, const QKeySequence& keys, const QString& help, std::function<void()> work) {
        return commands_->add({QLatin1String(id), text, QLatin1String(icon), keys, help}, std::move(work));
    };
    add("file.new", tr("&New project…"), "folder-plus", QKeySequence::New, tr("Make a project for a base model"), [this] { askNewProject(); });
    add("file.open", tr("&Open project…"), "folder", QKeySequence::Open, tr("Open a project folder"), [this] { askOpenProject(); });
    add("file.sample", tr("Open &sample"), "flask", QKeySequence(QStringLiteral("Ctrl+Shift+O")), tr("Copy the embedded sample into a new project"), [this] { askSample(); });
    add("file.copy", tr("Save a &copy…"), "copy", QKeySequence::SaveAs, tr("Copy the whole project to another folder"), [this] { askCopy(); });
    add("file.close", tr("C&lose project"), "close", QKeySequence::Close, tr("Back to the welcome page"), [this] {
        if (confirmLeaving()) workbench_.closeProject();
    });
    QAction* quit = add("file.quit", tr("&Quit"), "", QKeySequence(QStringLiteral("Ctrl+Q")), tr("End the program"), [this] { close(); });
    quit->setMenuRole(QAction::QuitRole);
    QAction* undo = add("edit.undo", tr("&Undo"), "undo", QKeySequence::Undo, tr("Take the last edit back"), [this] { workbench_.undo().undo(); });
    QAction* redo = add("edit.redo", tr("&Redo"), "redo", QKeySequence::Redo, tr("Do the edit again"), [this] { workbench_.undo().redo(); });
    const auto name = [this, undo, redo] {
        QUndoStack& stack = workbench_.undo();
        undo->setEnabled(stack.canUndo());
        redo->setEnabled(stack.canRedo());
        undo->setText(stack.canUndo() ? tr("&Undo %1").arg(stack.undoText()) : tr("&Undo"));
        redo->setText(stack.canRedo() ? tr("&Redo %1").arg(stack.redoText()) : tr("&Redo"));
        undo->setToolTip(undo->text().remove(QLatin1Char('&')));
        redo->setToolTip(redo->text().remove(QLatin1Char('&')));
    };
    connect(&workbench_.undo(), &QUndoStack::indexChanged, this, name);
    name();
    add("data.add", tr("&Add datasets…"), "file-plus", QKeySequence(QStringLiteral("Ctrl+D")), tr("Files or folders of rows"), [this] {
        const QStringList files = QFileDialog::getOpenFileNames(this, tr("Add datasets"), documents(), tr("Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)"));
        if (!files.isEmpty()) workbench_.addDatasets(files);
    });
    add("data.addFolder", tr("Add dataset &folder…"), "folder-plus", {}, tr("A folder with train, valid and test files, or a folder of such folders"), [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Add dataset folder"), documents());
        if (!folder.isEmpty()) workbench_.addDatasets({folder});
    });
}

void MainWindow::addStageCommands() {
    for (const Stage one : kStages) {
        static constexpr const char* kIcons[] = {"dataset", "matrix", "groups", "chart", "scale", "export"};
        const int at = static_cast<int>(one);
        commands_->add({QStringLiteral("stage.") + stageId(one), tr("Go to %1").arg(stageTitle(one)), QLatin1String(kIcons[at]), QKeySequence(QStringLiteral("Ctrl+%1").arg(at + 1)),
                        tr("Show the stage %1").arg(stageTitle(one))},
                       [this, one] { showStage(one); });
    }
}

void MainWindow::addDataCommands() {
    const auto add = [this](const char* id, const QString& text, const char* icon, const char* keys, const QString& help, std::function<void()> work) {
        commands_->add({QLatin1String(id), text, QLatin1String(icon), QKeySequence(QLatin1String(keys)), help}, std::move(work));
    };
    add("data.change", tr("&Change how it is read…"), "settings", "F2", tr("Schema, columns, template and limits of the chosen dataset"), [this] { changeImport(); });
    add("data.reread", tr("&Read again from its files"), "reset", "", tr("Takes over what changed on disk"), [this] {
        for (const QString& name : chosenDatasets()) workbench_.reimport(name, Value(Value::Object{}));
    });
    add("data.remove", tr("Remo&ve dataset"), "close", "Del", tr("Takes the chosen datasets out of the project; can be undone"), [this] { workbench_.removeDatasets(chosenDatasets()); });
    add("data.overlap", tr("Scan for &overlap"), "layers", "", tr("Rows that datasets share, and test rows seen in training"), [this] { workbench_.findOverlap(); });
}

void MainWindow::addViewCommands() {
    const auto add = [this](const char* id, const QString& text, const char* keys, const QString& help, std::function<void()> work) {
        return commands_->add({QLatin1String(id), text, {}, QKeySequence(QLatin1String(keys)), help}, std::move(work));
    };
    const std::pair<const char*, ThemeMode> modes[] = {{"view.system", ThemeMode::System}, {"view.light", ThemeMode::Light}, {"view.dark", ThemeMode::Dark}};
    const QString titles[] = {tr("&System theme"), tr("&Light theme"), tr("&Dark theme")};
    auto* group = new QActionGroup(this);
    for (int k = 0; k < 3; ++k) {
        QAction* action = add(modes[k].first, titles[k], "", tr("Colours of the window"), [mode = modes[k].second] {
            Settings::setThemeMode(mode);
            theme().setMode(mode);
        });
        action->setCheckable(true);
        action->setChecked(theme().mode() == modes[k].second);
        group->addAction(action);
    }
    add("view.larger", tr("L&arger text"), "Ctrl++", tr("One point more"), [this] { changeSize(1); });
    add("view.smaller", tr("S&maller text"), "Ctrl+-", tr("One point less"), [this] { changeSize(-1); });
    add("view.reset", tr("&Reset layout"), "Ctrl+0", tr("Docks and sizes as they were at first"), [this] {
        restoreState(defaultState_, 1);
        propertiesWanted_.fill(true);
        Settings::setPointSize(0);
        theme().setPointSize(0);
        showProject(workbench_.snapshot() != nullptr);
    });
    add("view.log", tr("Show the &log"), "Ctrl+L", tr("Open the Log dock"), [this] { showLog(); });
    add("view.compare", tr("Compare &runs"), "", tr("Curves and configuration of runs side by side"), [this] { showCompare(); });
    add("tools.palette", tr("&Command palette…"), "Ctrl+Shift+P", tr("Every command and every object by name"), [this] { openPalette(); });
    add("tools.settings", tr("&Settings…"), "Ctrl+,", tr("Language, text size, motion, shortcuts"), [this] { SettingsDialog(*commands_, this).exec(); });
    add("tools.diagnostics", tr("Save &diagnostics…"), "", tr("Versions, log and settings in one file, without any text of your datasets"), [this] { saveDiagnostics(); });
    add("window.full", tr("&Full screen"), "F11", tr("The window without a frame"), [this] { isFullScreen() ? showNormal() : showFullScreen(); });
}

void MainWindow::changeSize(double points) {
    const double size = std::clamp(theme().body().pointSizeF() + points, 8.0, 20.0);
    Settings::setPointSize(size);
    theme().setPointSize(size);
}

void MainWindow::addHelpCommands() {
    const auto add = [this](const char* id, const QString& text, const char* icon, const char* keys, const QString& help, std::function<void()> work) {
        return commands_->add({QLatin1String(id), text, QLatin1String(icon), QKeySequence(QLatin1String(keys)), help}, std::move(work));
    };
    add("help.manual", tr("&Manual"), "book", "F1", tr("The offline manual"), [this] { HelpViewer::open(this, QStringLiteral("index")); });
    add("help.affinity", tr("&What is dataset affinity?"), "book", "", tr("An illustrated page of two minutes"), [this] { HelpViewer::open(this, QStringLiteral("affinity")); });
    add("help.tour", tr("&Tour of the window"), "info", "", tr("Hints at the parts of the window"), [this] { startCallouts(); });
    add("help.whats", tr("What's &this?"), "info", "Shift+F1", tr("Click on anything to learn what it is"), [] { QWhatsThis::enterWhatsThisMode(); });
    add("help.about", tr("&About Consort"), "info", "", tr("Versions and licences"), [this] { AboutDialog(this).exec(); })->setMenuRole(QAction::AboutRole);
}

void MainWindow::buildMenus() {
    const auto fill = [this](const QString& title, std::initializer_list<const char*> ids) {
        QMenu* menu = menuBar()->addMenu(title);
        for (const char* id : ids) {
            if (*id) menu->addAction(commands_->action(QLatin1String(id)));
            else menu->addSeparator();
        }
        return menu;
    };
    QMenu* file = fill(tr("&File"), {"file.new", "file.open", "file.sample"});
    QMenu* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { buildRecentMenu(recent); });
    file->addSeparator();
    for (const char* id : {"file.copy", "file.close"}) file->addAction(commands_->action(QLatin1String(id)));
    file->addSeparator();
    file->addAction(commands_->action(QStringLiteral("file.quit")));
    fill(tr("&Edit"), {"edit.undo", "edit.redo"});
    QMenu* view = fill(tr("&View"), {"view.system", "view.light", "view.dark", "", "view.larger", "view.smaller", "view.reset", ""});
    for (const char* name : {"project", "properties", "jobs", "log", "compare"}) view->addAction(dock(QLatin1String(name))->toggleViewAction());
    fill(tr("&Project"), {"data.add", "data.addFolder", "data.change", "data.reread", "data.remove", "data.overlap", "", "stage.data", "stage.affinity", "stage.groups", "stage.train", "stage.evaluate", "stage.export"});
    fill(tr("&Run"), {"run.estimate", "run.probe", "run.group", "run.train", "run.stop", "run.evaluate", "run.boost", "run.gate", "run.worth", "members.adopt", "members.dismiss", "run.export", "", "run.verify", "export.open", "", "run.all"});
    fill(tr("&Tools"), {"tools.palette", "tools.settings", "tools.diagnostics"});
    fill(tr("&Window"), {"window.full", "view.log", "view.compare"});
    fill(tr("&Help"), {"help.manual", "help.affinity", "help.tour", "help.whats", "", "help.about"});
    connect(dock(QStringLiteral("properties"))->toggleViewAction(), &QAction::triggered, this, [this](bool on) { propertiesWanted_[static_cast<std::size_t>(stage())] = on; });
}

void MainWindow::buildRecentMenu(QMenu* menu) {
    menu->clear();
    int number = 1;
    for (const QString& folder : Settings::recent()) {
        QAction* action = menu->addAction(QStringLiteral("&%1 %2").arg(number % 10).arg(QFileInfo(folder).completeBaseName()), this, [this, folder] { workbench_.openProject(folder); });
        action->setToolTip(folder);
        ++number;
    }
    menu->addSeparator();
    menu->addAction(tr("&Clear list"), this, [this] {
        Settings::clearRecent();
        welcome_->refreshRecent();
    });
}

void MainWindow::updateCommands() {
    const bool open = workbench_.snapshot() != nullptr, writable = open && workbench_.canWrite();
    const auto enable = [this](const char* id, bool on) { commands_->action(QLatin1String(id))->setEnabled(on); };
    for (const char* id : {"file.copy", "file.close", "stage.data", "stage.affinity", "stage.groups", "stage.train", "stage.evaluate", "stage.export", "view.log", "view.compare"}) enable(id, open);
    for (const char* id : {"data.add", "data.addFolder"}) enable(id, writable);
    for (const char* id : {"data.change", "data.reread", "data.remove"}) enable(id, writable && stage() == Stage::Data);
    const ProjectSnapshot* s = workbench_.snapshot().get();
    enable("run.estimate", writable && s->datasets->size() >= 2 && !workbench_.jobs().active(QStringLiteral("estimate")));
    enable("data.overlap", writable && !s->datasets->empty());
    enable("run.group", writable && s->estimate != nullptr);
    enable("run.train", writable && s->grouping != nullptr && !workbench_.isTraining());
    enable("run.stop", open && workbench_.isTraining());
    enable("run.evaluate", writable && s->isTrained() && !workbench_.jobs().active(QStringLiteral("evaluate")));
    enable("run.probe", writable && s->estimate != nullptr && !s->estimateIsOld);
    updateMemberCommands();
    enable("run.export", writable && s->combination != nullptr && !s->combinationIsOld);
    enable("run.all", writable && s->datasets->size() >= 2);
    enable("run.verify", !lastExport().isEmpty());
    enable("export.open", !lastExport().isEmpty());
    enable("help.tour", open);
}

void MainWindow::updateMemberCommands() {
    const ProjectSnapshot* s = workbench_.snapshot().get();
    const bool free = s && workbench_.canWrite() && !workbench_.jobs().active(QStringLiteral("evaluate"));
    const auto enable = [this](const char* id, bool on) { commands_->action(QLatin1String(id))->setEnabled(on); };
    for (const char* id : {"run.boost", "run.gate", "run.worth"}) enable(id, free && s->combination && !s->combinationIsOld);
    enable("members.adopt", free && s->isTrained());
    enable("members.dismiss", free && !adoptedMembers().isEmpty());
}

QStringList MainWindow::chosenDatasets() const { return static_cast<DataPanel*>(panel(Stage::Data))->chosen(); }

void MainWindow::changeImport() {
    const QStringList chosen = chosenDatasets();
    if (chosen.isEmpty() || !workbench_.snapshot()) return;
    for (const Value& card : *workbench_.snapshot()->datasets) {
        if (card.at("name").asString() != chosen.first().toStdString()) continue;
        ImportDialog dialog(workbench_, card, this);
        if (dialog.exec() == QDialog::Accepted) workbench_.reimport(chosen.first(), dialog.changes());
        return;
    }
}

void MainWindow::askNewProject() { startProject({}, {}); }

void MainWindow::startProject(const QString& model, const QStringList& datasets) {
    NewProjectDialog dialog(freshFolder(documents() + QStringLiteral("/consort-project")), model, this);
    if (dialog.exec() == QDialog::Accepted) workbench_.createProject(dialog.folder(), dialog.settings(), datasets);
}

void MainWindow::askOpenProject() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open project"), documents());
    if (!folder.isEmpty()) workbench_.openProject(folder);
}

void MainWindow::askSample() { workbench_.openSample(freshFolder(documents() + QStringLiteral("/consort-sample"))); }

void MainWindow::askCopy() {
    const QString folder = QFileDialog::getSaveFileName(this, tr("Save a copy"), workbench_.folder() + QStringLiteral("-copy"));
    if (!folder.isEmpty()) workbench_.saveCopy(folder);
}

void MainWindow::openPalette() {
    CommandPalette palette(*commands_, workbench_.snapshot().get(), this);
    if (palette.exec() != QDialog::Accepted) return;
    if (QAction* action = palette.chosenAction()) return action->trigger();
    for (const Stage one : kStages) {
        if (stageId(one) != palette.chosenSection()) continue;
        showStage(one);
        panel(one)->reveal(palette.chosenObject());
    }
}

}  // namespace consort
