// Edits of the datasets that can be undone: reading again with other options, and removing.
#include <QUndoCommand>

#include "core/pipeline/edit_datasets.h"
#include "ui/workbench.h"

namespace consort {

/// Redo computes and keeps what was there; undo puts it back.
class DatasetEdit : public QUndoCommand {
public:
    using Work = std::function<DatasetRecord(Project&, const JobContext&)>;
    DatasetEdit(Workbench& workbench, const QString& title, Work work) : workbench_(workbench), title_(title), work_(std::move(work)) {}
    void redo() override {
        workbench_.run("edit", title_, [work = work_, before = before_](Project& project, JobContext& job) { *before = work(project, job); });
    }
    void undo() override {
        workbench_.run("edit", Workbench::tr("Undo: %1").arg(title_), [before = before_](Project& project, JobContext&) {
            if (before->name.empty()) return;
            restoreDataset(project, *before);
        });
    }

private:
    Workbench& workbench_;
    QString title_;
    Work work_;
    std::shared_ptr<DatasetRecord> before_ = std::make_shared<DatasetRecord>();
};

void Workbench::previewReimport(const QString& dataset, const Value& changes, Split split, std::int64_t index, Reply<RowPreview> reply) {
    askInteractive<RowPreview>("preview", [name = dataset.toStdString(), changes, split, index](InteractiveProject& desk, JobContext& job) {
        return consort::previewReimport(desk.project(), name, changes, split, index, job);
    }, std::move(reply));
}

void Workbench::reimport(const QString& dataset, const Value& changes) {
    if (!canWrite()) return;
    const QString title = tr("Read %1 again").arg(dataset);
    auto* edit = new DatasetEdit(*this, title, [name = dataset.toStdString(), changes](Project& project, const JobContext& job) { return reimportDataset(project, name, changes, job); });
    edit->setText(title);
    undo_.push(edit);
}

void Workbench::removeDatasets(const QStringList& datasets) {
    if (!canWrite() || datasets.isEmpty()) return;
    if (datasets.size() > 1) undo_.beginMacro(tr("Remove %n datasets", nullptr, static_cast<int>(datasets.size())));
    for (const QString& dataset : datasets) {
        const QString title = tr("Remove %1").arg(dataset);
        auto* edit = new DatasetEdit(*this, title, [name = dataset.toStdString()](Project& project, const JobContext&) { return removeDataset(project, name); });
        edit->setText(title);
        undo_.push(edit);
    }
    if (datasets.size() > 1) undo_.endMacro();
    Q_EMIT told(datasets.size() == 1 ? tr("%1 removed").arg(datasets.first()) : tr("%n datasets removed", nullptr, static_cast<int>(datasets.size())), true);
}

}  // namespace consort
