#pragma once
// What every stage of the window is: a panel that shows the snapshot, and perhaps a column in the Properties dock.
#include <QVBoxLayout>
#include <QWidget>

#include "ui/commands.h"
#include "ui/widgets/parts.h"
#include "ui/workbench.h"

namespace consort {

class StagePanel : public QWidget {
    Q_OBJECT
public:
    StagePanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr) : QWidget(parent), workbench_(workbench), commands_(commands), bar_(new InlineBar(this)) {}
    /// Shows what the workbench knows now; called for every snapshot while the panel is in sight, and when it comes into sight.
    virtual void refresh() = 0;
    /// A job's progress or state changed, at most 30 a second; also called after every refresh().
    virtual void refreshJobs() {}
    /// What the Properties dock shows at this stage; null: the dock is hidden.
    virtual QWidget* properties() { return nullptr; }
    /// Names a dataset, run or group that was chosen elsewhere (tree, palette).
    virtual void reveal(const QString& object) { Q_UNUSED(object); }
    InlineBar* bar() const { return bar_; }
    /// A file that the person chose could not be written.
    void tellUnwritable(const QString& file) { bar_->tell(QStringLiteral("error"), tr("%1 could not be written").arg(file), tr("Nothing else changed. Choose a folder in which you may write.")); }

protected:
    const ProjectSnapshot* snapshot() const { return workbench_.snapshot().get(); }
    Workbench& workbench_;
    Commands& commands_;

private:
    InlineBar* bar_;
};

}  // namespace consort
