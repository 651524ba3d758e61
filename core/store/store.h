#pragma once
// The project folder: one SQLite file plus blob files. The only place with SQL.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/value.h"
#include "core/data/dataset.h"
#include "core/job/job_context.h"

namespace consort {

/// One training run as stored.
struct RunRecord {
    std::string id;                     ///< "g1", "single", "alone_mr"
    std::string kind;                   ///< "group", "single", "per_dataset", "boost", "adopted"
    std::optional<std::string> group;   ///< group id for members
    std::vector<std::string> datasets;
    std::string key;                    ///< hash of inputs and options
    std::string state;                  ///< queued, running, paused, done, failed, cancelled, interrupted, stopped_early, diverged
    std::int64_t steps = 0, bestStep = 0, tokens = 0, peakBytes = 0;
    double trainLoss = 0, validLoss = 0, seconds = 0, flops = 0;
    std::string adapterBlob;            ///< folder below the project, PEFT format
    Value options;
};

/// It reached its end and has an adapter: done, stopped_early or diverged.
bool isFinished(const RunRecord& run);
/// It is trained, or waits for it: running or queued.
bool isLive(const RunRecord& run);

/// A step's stored result: looked up by `key`, the hash of its inputs and options.
struct StepResult {
    std::string step;   ///< "estimate", "range_test", "group", "weights", "evaluate/test", …
    std::string key;
    Value value;
    double seconds = 0, flops = 0;
};

/// A dataset as the project file has it; rows stay in their blob file when it is removed, so that it can be put back.
struct DatasetRecord {
    std::string name, sha256, rowsFile;
    std::int64_t position = 0;
    Value card;
};

/// What the view `affinity` shows, each (n, n).
struct AffinityView {
    const Matrix& value;
    const Matrix& low;
    const Matrix& high;
    const Matrix& gain;
};

/// Opens, migrates and locks one project. One writer; reading is possible beside it. Not thread-safe: one Store per thread.
class Store {
public:
    /// Throws Error{InvalidInput} where the folder exists and is not empty, {Io} on rights or disk.
    static Store create(const std::filesystem::path& folder);
    /// Throws Error{NotFound} (no project there), {Corrupt} (damaged, or of a newer version), {Io}. An unwritable folder opens
    /// read-only (immutable); writing then throws Error{Io} that says so.
    static Store open(const std::filesystem::path& folder);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    const std::filesystem::path& folder() const;
    bool readOnly() const;

    void setMeta(const std::string& name, const Value& value);
    Value meta(const std::string& name) const;  ///< null where absent

    /// Rows go to a blob file; the card (statistics, mapping, template) to a table. A dataset of that name is replaced.
    void putDataset(const Dataset& dataset, const Value& card);
    std::vector<std::string> datasetNames() const;  ///< import order
    Dataset dataset(const std::string& name) const; ///< throws Error{NotFound} naming those that exist
    Value datasetCard(const std::string& name) const;
    DatasetRecord datasetRecord(const std::string& name) const;  ///< throws Error{NotFound}
    /// Puts a record back at its position; one of the same name is replaced.
    void putDatasetRecord(const DatasetRecord& record);
    void removeDataset(const std::string& name);  ///< throws Error{NotFound}

    /// The latest result of a step, or the one with that key.
    std::optional<StepResult> result(const std::string& step) const;
    std::optional<StepResult> result(const std::string& step, const std::string& key) const;
    std::optional<std::string> resultKey(const std::string& step) const;  ///< key of the latest, without reading its value
    std::int64_t resultSerial(const std::string& step) const;              ///< grows with every stored result; 0 where there is none
    /// A number that changes whenever another connection, also of another process, has written.
    std::int64_t dataVersion() const;
    /// Stores a result and makes it the latest of its step.
    void putResult(const StepResult& result);

    void putRun(const RunRecord& run);  ///< insert or replace by id
    void removeRun(const std::string& id);  ///< its record and points; files stay. Nothing where there is none
    std::vector<RunRecord> runs() const;
    std::optional<RunRecord> run(const std::string& id) const;
    /// Points recorded for a run by step; a step that was repeated after a resume is there once.
    std::vector<MetricPoint> metrics(const std::string& run) const;
    /// Points of a run behind the step that is known of each name (all, of a name that is not known), ordered by name, then step.
    std::vector<MetricPoint> metricsAfter(const std::string& run, const std::map<std::string, std::int64_t>& known) const;
    /// Forgets the points of a run that starts afresh.
    void dropMetrics(const std::string& run);
    /// Queues a point; committed at least every 50 ms of calls or 1,000 points, and by flushMetrics.
    void addMetric(const MetricPoint& point);
    void flushMetrics();

    /// Fill the readable views (`affinity`, `groups`, `scores`) for other programs.
    void putAffinityView(const std::vector<std::string>& datasets, const AffinityView& view);
    void putGroupsView(const std::vector<std::vector<std::string>>& groups);
    void putScoresView(const std::string& split, const Value& systems);

    /// Writes the tables datasets, runs, metrics, affinity, groups and scores into a new SQLite file, for programs that know nothing of
    /// a project. No text of a dataset is in it.
    void writeTables(const std::filesystem::path& file) const;

    /// A whole copy of the project file as it is now; blob files are not part of it.
    void backupTo(const std::filesystem::path& file) const;

    void log(const std::string& line);
    std::vector<std::string> logLines() const;

    /// Blob files: float matrices, written atomically, mapped when read.
    void putMatrix(const std::string& name, const FloatMatrix& matrix);
    std::optional<FloatMatrix> matrix(const std::string& name) const;
    std::filesystem::path blobPath(const std::string& name) const;  ///< parent folders exist

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Advisory lock of a stage: one writer a stage and project. Held until destroyed.
class StageLock {
public:
    /// Throws Error{InvalidInput} naming stage, pid and host of the holder.
    StageLock(const std::filesystem::path& project, const std::string& stage);
    ~StageLock();
    /// True where somebody holds it, here or in another process; takes nothing.
    static bool isHeld(const std::filesystem::path& project, const std::string& stage);
    StageLock(const StageLock&) = delete;
    StageLock& operator=(const StageLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace consort
