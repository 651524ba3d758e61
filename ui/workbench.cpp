#include "ui/workbench.h"

#include <QDir>
#include <QFileInfo>

#include "core/base/error.h"
#include "core/pipeline/copy_project.h"
#include "core/pipeline/run_all.h"

namespace consort {

namespace {

/// Stage that a kind of job belongs to: where its problem is told.
QString placeOf(const QString& kind) {
    static const std::map<QString, QString> places = {
        {"import", "data"},         {"overlap", "data"},     {"preview", "data"},      {"inspect", "data"},    {"edit", "data"},    {"estimate", "affinity"}, {"predict", "affinity"},
        {"conflict", "affinity"},   {"pairwise", "affinity"}, {"select", "affinity"}, {"group", "groups"},     {"price", "groups"},    {"group_table", "groups"}, {"train", "train"},
        {"combine", "evaluate"},    {"evaluate", "evaluate"}, {"mix", "evaluate"},      {"ask", "evaluate"},    {"examples", "evaluate"},  {"export", "export"},
        {"verify", "export"},
    };
    const auto found = places.find(kind);
    return found == places.end() ? QStringLiteral("project") : found->second;
}

}  // namespace

Workbench::Workbench(ComputeSettings compute, std::filesystem::path resources, QObject* parent)
    : QObject(parent), compute_(std::move(compute)), resources_(std::move(resources)) {
    undo_.setUndoLimit(200);
    connect(&jobs_, &JobBridge::ended, this, &Workbench::onEnded);
}

Workbench::~Workbench() { watch_.reset(); }

void Workbench::openProject(const QString& folder) {
    closeProject();
    folder_ = QDir(folder).absolutePath();
    desk_ = std::make_shared<InteractiveProject>(folder_.toStdString(), compute_);
    WatchListener listener;
    listener.onSnapshot = [this](std::shared_ptr<const ProjectSnapshot> snapshot) {
        QMetaObject::invokeMethod(this, [this, snapshot = std::move(snapshot)] { take(snapshot); }, Qt::QueuedConnection);
    };
    listener.onError = [this](ErrorCode, const std::string& message) {
        const QString text = QString::fromStdString(message);
        QMetaObject::invokeMethod(this, [this, text] { Q_EMIT problem({QStringLiteral("project"), tr("The project cannot be read"), text, {}}); }, Qt::QueuedConnection);
    };
    watch_ = std::make_unique<ProjectWatch>(folder_.toStdString(), compute_, std::move(listener));
}

void Workbench::closeProject() {
    if (!watch_) return;
    watch_.reset();
    for (const JobRow& row : jobs_.rows()) {
        if (row.isActive()) jobs_.cancel(row.id);
    }
    undo_.clear();
    snapshot_.reset();
    desk_.reset();
    pricedDraft_.reset();
    draft_ = {};
    folder_.clear();
    Q_EMIT closed();
}

void Workbench::take(std::shared_ptr<const ProjectSnapshot> snapshot) {
    if (!watch_ || QString::fromStdString(snapshot->folder.string()) != folder_) return;
    const bool first = !snapshot_;
    const bool otherGrouping = first || snapshot->grouping != snapshot_->grouping;
    snapshot_ = std::move(snapshot);
    if (otherGrouping && draftIsStored_ && snapshot_->grouping) {
        if (const Value* request = snapshot_->grouping->value.find("request")) draft_ = groupRequestFromStored(*request);
        pricedDraft_ = draft_.assigned ? std::make_shared<const GroupCandidate>(groupCandidateFrom(snapshot_->grouping->value)) : nullptr;
        Q_EMIT draftChanged();
    }
    if (first) Q_EMIT opened();
    if (first && !afterOpening_.isEmpty()) addDatasets(std::exchange(afterOpening_, {}));
    Q_EMIT snapshotChanged();
}

void Workbench::submitOpening(const QString& title, const QString& folder, std::function<void(JobContext&)> work) {
    const JobId id = jobs_.submit({"cpu", "create", std::move(work)}, title);
    opening_[id] = folder;
}

void Workbench::createProject(const QString& folder, const ProjectSettings& settings, const QStringList& datasets) {
    closeProject();
    afterOpening_ = datasets;
    submitOpening(tr("Create %1").arg(QFileInfo(folder).completeBaseName()), folder,
                  [folder = folder.toStdString(), settings, compute = compute_](JobContext&) { Project::create(folder, settings, compute); });
}

void Workbench::openSample(const QString& folder) {
    closeProject();
    submitOpening(tr("Open the sample"), folder,
                  [folder = folder.toStdString(), resources = resources_, compute = compute_](JobContext& job) { createDemo(resources, folder, compute, job); });
}

void Workbench::saveCopy(const QString& folder) {
    jobs_.submit({"cpu", "copy", [from = folder_.toStdString(), to = folder.toStdString()](JobContext& job) { copyProject(from, to, job); }},
                 tr("Save a copy as %1").arg(QFileInfo(folder).fileName()));
}

/// A verb on the device lane, with a project of its own.
void Workbench::run(const char* kind, const QString& title, std::function<void(Project&, JobContext&)> work) {
    if (!isOpen()) return;
    jobs_.submit({"cpu", kind, [folder = folder_.toStdString(), compute = compute_, work = std::move(work)](JobContext& job) {
                      Project project = Project::open(folder, compute);
                      work(project, job);
                  }},
                 title);
}

void Workbench::onEnded(JobId id) {
    const JobRow row = *jobs_.row(id);
    if (watch_) watch_->refresh();
    if (const auto created = opening_.find(id); created != opening_.end()) {
        const QString folder = created->second;
        opening_.erase(created);
        if (row.state == JobState::Done) openProject(folder);
    }
    if (row.state == JobState::Failed) {
        const QString title = row.title.isEmpty() ? tr("This could not be computed") : tr("%1: failed").arg(row.title);
        Q_EMIT problem({placeOf(row.kind), title, row.message, {}});
    } else if (row.state == JobState::Done && row.lane != QLatin1String(kInteractiveLane)) {
        Q_EMIT problemSolved(placeOf(row.kind));
    }
}

void Workbench::cancel(const QString& kind) {
    for (const JobRow& row : jobs_.rows()) {
        if (row.kind == kind && row.isActive()) jobs_.cancel(row.id);
    }
}

}  // namespace consort
