// The commands that start work: estimates, groups, trainings, members, bundles.
#include <QDesktopServices>
#include <QFileDialog>
#include <QInputDialog>
#include <QStandardPaths>
#include <QUrl>

#include "ui/main_window.h"
#include "ui/panels/stage_panel.h"

namespace consort {
namespace {

constexpr std::int64_t kProbes = 6;  ///< of a check from the window

}  // namespace

void MainWindow::addRunCommands() {
    const auto add = [this](const char* id, const QString& text, const char* icon, const char* keys, const QString& help, std::function<void()> work) {
        commands_->add({QLatin1String(id), text, QLatin1String(icon), QKeySequence(QLatin1String(keys)), help}, std::move(work));
    };
    add("run.estimate", tr("&Estimate affinity"), "play", "F5", tr("One gradient per row, then every mixture is predicted"), [this] {
        workbench_.estimate({});
        showStage(Stage::Affinity);
    });
    add("run.probe", tr("Check the estimate by &fine-tuning"), "certificate", "", tr("Six sets of datasets are really trained on, and the estimate is held against them"), [this] {
        workbench_.probe(kProbes);
        showStage(Stage::Affinity);
    });
    add("run.group", tr("&Group datasets again"), "wand", "Ctrl+G", tr("Group by the present method and constraints"), [this] {
        GroupRequest draft = workbench_.draft();
        draft.assigned.reset();
        workbench_.editGroups(draft, tr("Group datasets again"));
        showStage(Stage::Groups);
    });
    add("run.train", tr("&Train the groups"), "play", "Ctrl+R", tr("One adapter a group, in the background"), [this] {
        showStage(Stage::Train);
        panel(Stage::Train)->setFocus();
        workbench_.trainPlan();
    });
    add("run.stop", tr("&Stop and save"), "stop", "Ctrl+.", tr("Stop training within one step; what was learned is kept"), [this] { workbench_.stopTraining(); });
    add("run.evaluate", tr("E&valuate"), "scale", "Ctrl+E", tr("Fit the weights and score every system on the test rows"), [this] {
        showStage(Stage::Evaluate);
        workbench_.combineAndEvaluate();
    });
    add("run.export", tr("E&xport bundle"), "export", "Ctrl+Shift+E", tr("Write the weighted ensemble as files that others load"), [this] {
        showStage(Stage::Export);
        workbench_.exportBundle(workbench_.exportFolder());
    });
    add("run.all", tr("Run every &open step"), "play", "Ctrl+Shift+R", tr("Estimate, group, train, evaluate and export in a row"), [this] { workbench_.runAll(workbench_.exportFolder()); });
    add("run.verify", tr("Check the bundle's &files"), "certificate", "", tr("Every hash and shape, and a replayed batch"), [this] { workbench_.verifyBundle(lastExport()); });
    add("export.open", tr("Open the bundle's fol&der"), "external", "", tr("Show the last bundle in the file manager"), [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(lastExport())); });
}

void MainWindow::addMemberCommands() {
    const auto add = [this](const char* id, const QString& text, const char* icon, const QString& help, std::function<void()> work) {
        commands_->add({QLatin1String(id), text, QLatin1String(icon), {}, help}, std::move(work));
    };
    add("run.boost", tr("Add a &boosting member"), "plus", tr("One more member for the group of the highest training loss; then everything is scored again"), [this] {
        showStage(Stage::Evaluate);
        workbench_.addBoostingMember();
    });
    add("run.gate", tr("Weigh by the &prompt"), "sliders", tr("A small gate reads each prompt and weighs the members anew; then everything is scored again"), [this] {
        showStage(Stage::Evaluate);
        workbench_.weighByPrompt();
    });
    add("run.worth", tr("&Worth of the members"), "certificate", tr("How sure the weights are, and what the ensemble loses without each member"), [this] {
        showStage(Stage::Evaluate);
        workbench_.measureWorth();
    });
    add("members.adopt", tr("Take in an &adapter…"), "folder-plus", tr("A PEFT folder from elsewhere becomes a member of the ensemble"), [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Take in an adapter"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        if (folder.isEmpty()) return;
        showStage(Stage::Evaluate);
        workbench_.adoptMember(folder);
    });
    add("members.dismiss", tr("Re&move an adapter…"), "close", tr("A member that was taken in from elsewhere leaves the ensemble"), [this] {
        const QString id = QInputDialog::getItem(this, tr("Remove an adapter"), tr("Member"), adoptedMembers(), 0, false);
        if (!id.isEmpty()) workbench_.dismissMember(id);
    });
}

QStringList MainWindow::adoptedMembers() const {
    QStringList ids;
    const ProjectSnapshot* s = workbench_.snapshot().get();
    if (!s) return ids;
    for (const RunView& run : s->runs) {
        if (run.record.kind == "adopted") ids << QString::fromStdString(run.record.id);
    }
    return ids;
}

QString MainWindow::lastExport() const {
    const auto& snapshot = workbench_.snapshot();
    const Value* last = snapshot ? snapshot->lastExport() : nullptr;
    return last ? QString::fromStdString(last->stringOr("folder", "")) : QString();
}

}  // namespace consort
