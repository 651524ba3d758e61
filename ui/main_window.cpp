#include "ui/main_window.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include "ui/docks/jobs_dock.h"
#include "ui/docks/log_dock.h"
#include "ui/docks/project_tree.h"
#include "ui/docks/run_compare_dock.h"
#include "ui/panels/panels.h"
#include "ui/panels/welcome_page.h"
#include "ui/settings.h"
#include "ui/stage_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/drop_overlay.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/status_line.h"

namespace consort {

constexpr int kStateVersion = 1;

MainWindow::MainWindow(Workbench& workbench, QWidget* parent) : QMainWindow(parent), workbench_(workbench), commands_(new Commands(this)) {
    setObjectName(QStringLiteral("main"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setMinimumSize(theme().u(256), theme().u(170));
    addFileCommands();
    addStageCommands();
    addRunCommands();
    addDataCommands();
    addMemberCommands();
    addViewCommands();
    addHelpCommands();
    buildPages();
    buildDocks();
    buildMenus();
    connectWorkbench();
    resize(theme().u(360), theme().u(225));
    defaultState_ = saveState(kStateVersion);
    const QByteArray geometry = Settings::geometry();
    if (!geometry.isEmpty()) {
        restoreGeometry(geometry);
        if (!screen() || !screen()->geometry().intersects(frameGeometry())) resize(theme().u(360), theme().u(225));
    }
    showProject(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages() {
    stageBar_ = new StageBar(workbench_, *commands_);
    stageTool_ = new QToolBar(tr("Stages"));
    stageTool_->setObjectName(QStringLiteral("stages"));
    stageTool_->setMovable(false);
    stageTool_->setStyleSheet(QStringLiteral("QToolBar { border: none; padding: 0px; spacing: 0px; }"));
    stageBar_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    stageTool_->addWidget(stageBar_);
    stageTool_->toggleViewAction()->setVisible(false);
    addToolBar(Qt::TopToolBarArea, stageTool_);
    pages_ = new PageStack;
    welcome_ = new WelcomePage(*commands_);
    stages_ = new PageStack;
    panels_ = makePanels(workbench_, *commands_);
    for (StagePanel* panel : panels_) stages_->addWidget(panel);
    pages_->addWidget(welcome_);
    pages_->addWidget(stages_);
    setCentralWidget(pages_);
    overlay_ = new DropOverlay(this);
    toast_ = new Toast(this);
    connect(stageBar_, &StageBar::chosen, this, &MainWindow::showStage);
    connect(welcome_, &WelcomePage::openWanted, this, [this](const QString& folder) { workbench_.openProject(folder); });
    connect(welcome_, &WelcomePage::locateWanted, this, [this](const QString& folder) {
        Settings::forgetRecent(folder);
        askOpenProject();
    });
    connect(toast_, &Toast::undoWanted, &workbench_.undo(), &QUndoStack::undo);
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::buildProperties() {
    properties_ = new QStackedWidget;
    keepWidth(properties_, 68, 0);
    for (StagePanel* panel : panels_) {
        QWidget* content = panel->properties();
        auto* scroll = new QScrollArea;
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(content ? content : new QWidget);
        properties_->addWidget(scroll);
    }
    addDock(QStringLiteral("properties"), tr("Properties"), properties_, Qt::RightDockWidgetArea);
}

void MainWindow::buildDocks() {
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    tree_ = new ProjectTree;
    keepWidth(tree_, 40, 0);
    addDock(QStringLiteral("project"), tr("Project"), tree_, Qt::LeftDockWidgetArea);
    buildProperties();
    jobsDock_ = new JobsDock(workbench_);
    logDock_ = new LogDock;
    QDockWidget* jobs = addDock(QStringLiteral("jobs"), tr("Jobs"), jobsDock_, Qt::BottomDockWidgetArea);
    QDockWidget* log = addDock(QStringLiteral("log"), tr("Log"), logDock_, Qt::BottomDockWidgetArea);
    compareDock_ = new RunCompareDock;
    QDockWidget* compare = addDock(QStringLiteral("compare"), tr("Run compare"), compareDock_, Qt::BottomDockWidgetArea);
    tabifyDockWidget(jobs, log);
    tabifyDockWidget(log, compare);
    for (QDockWidget* closed : {jobs, log, compare}) closed->hide();
    resizeDocks({dock(QStringLiteral("project")), dock(QStringLiteral("properties"))}, {theme().u(60), theme().u(75)}, Qt::Horizontal);
    status_ = new StatusLine(workbench_);
    statusBar()->addPermanentWidget(status_, 1);
    statusBar()->setSizeGripEnabled(false);
    for (const auto& [button, owner] : {std::pair{status_->jobsButton(), jobs}, std::pair{status_->logButton(), log}}) {
        connect(button, &QToolButton::clicked, owner, [owner = owner](bool on) {
            owner->setVisible(on);
            if (on) owner->raise();
        });
        connect(owner, &QDockWidget::visibilityChanged, button, [button = button, owner = owner] { button->setChecked(owner->isVisible()); });
    }
    connect(tree_, &ProjectTree::chosen, this, [this](const QString& section, const QString& object) {
        for (const Stage one : kStages) {
            if (stageId(one) == section || (section == QLatin1String("model") && one == Stage::Data)) {
                showStage(one);
                panel(one)->reveal(object);
            }
        }
    });
}

QDockWidget* MainWindow::dock(const QString& name) const { return findChild<QDockWidget*>(name); }

void MainWindow::connectWorkbench() {
    connect(&workbench_, &Workbench::opened, this, [this] {
        showProject(true);
        showStage(Stage::Data);
        if (!Settings::tourSeen()) startCallouts();
    });
    connect(&workbench_, &Workbench::closed, this, [this] { showProject(false); });
    connect(&workbench_, &Workbench::snapshotChanged, this, &MainWindow::refresh);
    connect(&workbench_, &Workbench::draftChanged, this, &MainWindow::refresh);
    connect(&workbench_, &Workbench::problem, this, &MainWindow::tellProblem);
    connect(&workbench_, &Workbench::problemSolved, this, [this](const QString& place) {
        for (const Stage one : kStages) {
            if (stageId(one) == place) panel(one)->bar()->clear();
        }
    });
    connect(&workbench_, &Workbench::told, this, [this](const QString& text, bool undoable) { toast_->say(text, undoable); });
    connect(&workbench_.jobs(), &JobBridge::ended, this, &MainWindow::tellEnd);
    connect(&workbench_.jobs(), &JobBridge::changed, this, &MainWindow::refreshJobs);
    connect(&workbench_.jobs(), &JobBridge::note, this, [this](JobId, const QString& text) { logDock_->append(QStringLiteral("info"), text); });
    for (StagePanel* one : panels_) connect(one->bar(), &InlineBar::logWanted, this, &MainWindow::showLog);
    connect(welcome_->bar(), &InlineBar::logWanted, this, &MainWindow::showLog);
}

void MainWindow::showProject(bool open) {
    pages_->setCurrentIndex(open ? 1 : 0);
    stageTool_->setVisible(open);
    statusBar()->setVisible(open);
    dock(QStringLiteral("project"))->setVisible(open);
    if (!open) {
        for (const char* name : {"properties", "jobs", "log", "compare"}) dock(QLatin1String(name))->hide();
        tree_->setSnapshot(nullptr);
        compareDock_->setSnapshot(nullptr);
        welcome_->refreshRecent();
    }
    updateTitle();
    updateCommands();
    if (open) placeDocks();
}

void MainWindow::showStage(Stage stage) {
    if (!workbench_.isOpen()) return;
    stageBar_->setCurrent(stage);
    stages_->setCurrentIndex(static_cast<int>(stage));
    properties_->setCurrentIndex(static_cast<int>(stage));
    placeDocks();
    panel(stage)->refresh();
    panel(stage)->refreshJobs();
    updateCommands();
}

Stage MainWindow::stage() const { return stageBar_->current(); }

/// Properties belongs to stages that have something to show there; what a person closed stays closed at that stage.
void MainWindow::placeDocks() {
    const auto at = static_cast<std::size_t>(stage());
    dock(QStringLiteral("properties"))->setVisible(pages_->currentIndex() == 1 && panel(stage())->properties() && propertiesWanted_[at]);
    resizeDocks({dock(QStringLiteral("project")), dock(QStringLiteral("properties"))}, {theme().u(60), theme().u(75)}, Qt::Horizontal);
}

void MainWindow::refresh() {
    if (!workbench_.snapshot()) return;
    tree_->setSnapshot(workbench_.snapshot().get());
    compareDock_->setSnapshot(workbench_.snapshot());
    logDock_->setProjectLines(workbench_.snapshot()->log);
    panel(stage())->refresh();
    Settings::addRecent(workbench_.folder(), projectSummary(*workbench_.snapshot()));
    updateTitle();
    refreshJobs();
}

void MainWindow::refreshJobs() {
    jobsDock_->refresh();
    dock(QStringLiteral("jobs"))->setWindowTitle(jobsDock_->activeCount() > 0 ? tr("Jobs %1").arg(jobsDock_->activeCount()) : tr("Jobs"));
    stageBar_->refresh();
    status_->refresh();
    panel(stage())->refreshJobs();
    updateCommands();
}

void MainWindow::tellProblem(const Problem& problem) {
    logDock_->append(QStringLiteral("error"), problem.title + QStringLiteral(": ") + problem.text);
    InlineBar* bar = workbench_.snapshot() ? panel(stage())->bar() : welcome_->bar();
    for (const Stage one : kStages) {
        if (workbench_.snapshot() && stageId(one) == problem.place) bar = panel(one)->bar();
    }
    QAction* fix = commands_->action(problem.fix);
    bar->tell(QStringLiteral("error"), problem.title, problem.text, fix ? plainText(*fix) : QString(), fix ? std::function<void()>([fix] { fix->trigger(); }) : nullptr);
}

void MainWindow::showLog() {
    QDockWidget* log = dock(QStringLiteral("log"));
    log->show();
    log->raise();
    logDock_->showEnd();
}

void MainWindow::showCompare() {
    QDockWidget* compare = dock(QStringLiteral("compare"));
    compare->show();
    compare->raise();
    compareDock_->setSnapshot(workbench_.snapshot());
}

void MainWindow::updateTitle() {
    const auto& snapshot = workbench_.snapshot();
    setWindowTitle(snapshot ? tr("%1 — Consort").arg(QString::fromStdString(snapshot->name())) : QStringLiteral("Consort"));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!confirmLeaving()) {
        event->ignore();
        return;
    }
    Settings::setWindow(saveGeometry(), saveState(kStateVersion));
    workbench_.closeProject();
    event->accept();
}

}  // namespace consort
