#include "ui/job_bridge.h"

#include <algorithm>

namespace consort {

constexpr int kFlushMs = 33;
constexpr std::size_t kRowsKept = 200;

double JobRow::left() const { return rate > 0 && progress.total > 0 ? static_cast<double>(progress.total - progress.done) / rate : -1; }

JobBridge::JobBridge(QObject* parent) : QObject(parent) {
    clock_.start();
    timer_.setSingleShot(true);
    timer_.setInterval(kFlushMs);
    connect(&timer_, &QTimer::timeout, this, &JobBridge::flush);
    JobObserver observer;
    observer.onState = [this](const JobStatus& status) {
        const std::lock_guard lock(mutex_);
        pending_[status.id].status = status;
        arm();
    };
    observer.onProgress = [this](JobId id, const Progress& progress) {
        const std::lock_guard lock(mutex_);
        pending_[id].progress = progress;
        arm();
    };
    observer.onNote = [this](JobId id, const std::string& text) {
        const std::lock_guard lock(mutex_);
        notes_.emplace_back(id, text);
        arm();
    };
    queue_ = std::make_unique<JobQueue>(std::move(observer));
}

JobBridge::~JobBridge() { queue_.reset(); }

/// One queued call wakes the timer on the GUI thread; whatever else happens until it fires is told together.
void JobBridge::arm() {
    if (armed_) return;
    armed_ = true;
    QMetaObject::invokeMethod(this, [this] { timer_.start(); }, Qt::QueuedConnection);
}

JobId JobBridge::submit(JobRequest request, const QString& title) {
    JobRow row;
    row.title = title;
    row.kind = QString::fromStdString(request.kind);
    row.lane = QString::fromStdString(request.lane);
    row.id = queue_->submit(std::move(request));
    rows_.push_back(row);
    if (rows_.size() > kRowsKept) forgetEnded();
    return row.id;
}

void JobBridge::cancel(JobId id) { queue_->cancel(id); }

const JobRow* JobBridge::row(JobId id) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [id](const JobRow& row) { return row.id == id; });
    return found == rows_.end() ? nullptr : &*found;
}

const JobRow* JobBridge::active(const QString& kind) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const JobRow& row) { return row.kind == kind && row.isActive(); });
    return found == rows_.end() ? nullptr : &*found;
}

bool JobBridge::hasActive() const {
    return std::any_of(rows_.begin(), rows_.end(), [](const JobRow& row) { return row.isActive() && row.lane != QLatin1String(kInteractiveLane); });
}

void JobBridge::forgetEnded() {
    std::erase_if(rows_, [](const JobRow& row) { return !row.isActive(); });
    Q_EMIT changed();
}

void JobBridge::applyProgress(JobRow& row, const Progress& progress) {
    const qint64 now = clock_.elapsed();
    auto& [since, done] = stageStart_[row.id];
    if (progress.stage != row.progress.stage || progress.done < done) {
        since = now;
        done = progress.done;
    }
    row.progress = progress;
    if (now - since > 500) row.rate = static_cast<double>(progress.done - done) * 1000.0 / static_cast<double>(now - since);
    else row.rate = 0;
}

void JobBridge::flush() {
    std::map<JobId, Pending> pending;
    std::vector<std::pair<JobId, std::string>> notes;
    {
        const std::lock_guard lock(mutex_);
        pending.swap(pending_);
        notes.swap(notes_);
        armed_ = false;
    }
    std::vector<JobId> over;
    for (JobRow& row : rows_) {
        const auto news = pending.find(row.id);
        if (news == pending.end()) continue;
        if (news->second.progress) applyProgress(row, *news->second.progress);
        if (!news->second.status) continue;
        row.state = news->second.status->state;
        row.message = QString::fromStdString(news->second.status->message);
        if (row.state == JobState::Running && !row.started.isValid()) row.started = QDateTime::currentDateTime();
        if (row.isActive()) continue;
        row.ended = QDateTime::currentDateTime();
        stageStart_.erase(row.id);
        over.push_back(row.id);
    }
    for (const auto& [id, text] : notes) Q_EMIT note(id, QString::fromStdString(text));
    Q_EMIT changed();
    for (const JobId id : over) Q_EMIT ended(id);
}

}  // namespace consort
