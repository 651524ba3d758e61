#pragma once
// The window of a project: menus, stage bar, panels, docks, status. It wires; panels show; the workbench acts.
#include <QMainWindow>
#include <array>

#include "ui/commands.h"
#include "ui/stages.h"
#include "ui/workbench.h"

class QStackedWidget;
class QLabel;
class QDockWidget;
class QSystemTrayIcon;
class QToolBar;
class QMenu;

namespace consort {

class DropOverlay;
struct DropLine;
class JobsDock;
class LogDock;
class ProjectTree;
class RunCompareDock;
class StageBar;
class StagePanel;
class StatusLine;
class Toast;
class WelcomePage;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workbench& workbench, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showStage(Stage stage);
    Stage stage() const;
    StagePanel* panel(Stage stage) const { return panels_[static_cast<std::size_t>(stage)]; }
    Commands& commands() { return *commands_; }
    Workbench& workbench() { return workbench_; }
    QDockWidget* dock(const QString& name) const;
    /// What a drop does, also for paths from the command line.
    void takePaths(const QStringList& paths);
    /// Opens the Log dock at its end.
    void showLog();
    void showCompare();
    /// Hints at the parts of the window; offered once by itself, later by the Help menu.
    void startCallouts();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPages();
    void buildDocks();
    void buildProperties();
    void buildMenus();
    void buildRecentMenu(QMenu* menu);
    void addFileCommands();
    void addStageCommands();
    void addRunCommands();
    void addDataCommands();
    void addMemberCommands();
    void addViewCommands();
    void addHelpCommands();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void connectWorkbench();
    void showProject(bool open);
    void refresh();
    void refreshJobs();
    void placeDocks();
    void tellEnd(JobId id);
    void tellProblem(const Problem& problem);
    void updateTitle();
    void updateCommands();
    void updateMemberCommands();
    bool confirmLeaving();
    QStringList chosenDatasets() const;
    QStringList adoptedMembers() const;  ///< their ids
    void changeImport();
    void askNewProject();
    void askOpenProject();
    void askSample();
    void askCopy();
    void openPalette();
    QString lastExport() const;
    void changeSize(double points);
    void saveDiagnostics();
    void takeFound(const std::vector<FoundPath>& found);
    void startProject(const QString& model, const QStringList& datasets);
    static QString dropTitle(const std::vector<FoundPath>& found);
    static QVector<DropLine> dropLines(const std::vector<FoundPath>& found);

    Workbench& workbench_;
    Commands* commands_;
    QStackedWidget *pages_ = nullptr, *stages_ = nullptr, *properties_ = nullptr;
    StageBar* stageBar_ = nullptr;
    QToolBar* stageTool_ = nullptr;
    WelcomePage* welcome_ = nullptr;
    std::array<StagePanel*, 6> panels_{};
    ProjectTree* tree_ = nullptr;
    JobsDock* jobsDock_ = nullptr;
    LogDock* logDock_ = nullptr;
    RunCompareDock* compareDock_ = nullptr;
    StatusLine* status_ = nullptr;
    Toast* toast_ = nullptr;
    DropOverlay* overlay_ = nullptr;
    QSystemTrayIcon* tray_ = nullptr;
    QByteArray defaultState_;
    std::array<bool, 6> propertiesWanted_{true, true, true, true, true, true};
};

}  // namespace consort
