#pragma once
// Core's job queue as seen from the window: states and progress as signals on the GUI thread, at most 30 a second.
#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "core/job/job_queue.h"

namespace consort {

/// A job as the Jobs dock shows it.
struct JobRow {
    JobId id = 0;
    QString title, kind, lane;
    JobState state = JobState::Queued;
    Progress progress;
    QString message;            ///< of the error, or the last note
    QDateTime started, ended;   ///< invalid before
    double rate = 0;            ///< units a second over the present stage
    /// Seconds until the stage ends at this rate; negative where unknown.
    double left() const;
    double share() const { return progress.total > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : 0; }
    bool isActive() const { return state == JobState::Queued || state == JobState::Running; }
};

/// Lives on the GUI thread.
class JobBridge : public QObject {
    Q_OBJECT
public:
    explicit JobBridge(QObject* parent = nullptr);
    ~JobBridge() override;

    JobId submit(JobRequest request, const QString& title);
    void cancel(JobId id);
    const std::vector<JobRow>& rows() const { return rows_; }
    const JobRow* row(JobId id) const;
    /// The running or waiting job of a kind that is not on the interactive lane, or null.
    const JobRow* active(const QString& kind) const;
    bool hasActive() const;  ///< on a device lane
    void forgetEnded();

Q_SIGNALS:
    void changed();                        ///< rows() changed; at most 30 a second
    void ended(consort::JobId id);         ///< after changed() of the same flush
    void note(consort::JobId id, const QString& text);

private:
    struct Pending {
        std::optional<JobStatus> status;
        std::optional<Progress> progress;
    };
    void arm();
    void flush();
    void applyProgress(JobRow& row, const Progress& progress);

    std::mutex mutex_;
    std::map<JobId, Pending> pending_;
    std::vector<std::pair<JobId, std::string>> notes_;
    bool armed_ = false;
    std::vector<JobRow> rows_;
    std::map<JobId, std::pair<qint64, std::int64_t>> stageStart_;  ///< ms and units done when the stage began
    QElapsedTimer clock_;
    QTimer timer_;
    std::unique_ptr<JobQueue> queue_;
};

}  // namespace consort
