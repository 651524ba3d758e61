// Training runs and their curves.
#include <span>

#include "core/store/store_impl.h"

namespace consort {
namespace {

constexpr std::size_t kMetricBatch = 1000;
constexpr std::size_t kMetricsAStatement = 100;
constexpr auto kMetricDelay = std::chrono::milliseconds(50);
constexpr const char* kRunColumns =
    "id, kind, group_id, datasets, key, state, steps, best_step, tokens, peak_bytes, train_loss, valid_loss, seconds, flops, adapter, options";

RunRecord runOf(const Statement& row) {
    RunRecord run;
    run.id = row.text(0);
    run.kind = row.text(1);
    if (!row.isNull(2)) run.group = row.text(2);
    const Value names = parseJson(row.text(3), "run");
    for (const Value& name : names.asList()) run.datasets.push_back(name.asString());
    run.key = row.text(4);
    run.state = row.text(5);
    run.steps = row.integer(6);
    run.bestStep = row.integer(7);
    run.tokens = row.integer(8);
    run.peakBytes = row.integer(9);
    run.trainLoss = row.number(10);
    run.validLoss = row.number(11);
    run.seconds = row.number(12);
    run.flops = row.number(13);
    run.adapterBlob = row.text(14);
    run.options = parseJson(row.text(15), "run options");
    return run;
}

/// So many points a statement, which must divide their number: one statement of many rows costs less than many of one.
void insertMetrics(Database& database, std::span<const MetricPoint> points, std::size_t each) {
    if (points.empty()) return;
    std::string sql = "INSERT OR REPLACE INTO metric(run, step, name, value) VALUES(?, ?, ?, ?)";
    for (std::size_t k = 1; k < each; ++k) sql += ", (?, ?, ?, ?)";
    Statement insert = database.prepare(sql);
    for (std::size_t begin = 0; begin < points.size(); begin += each) {
        int at = 0;
        for (const MetricPoint& point : points.subspan(begin, each)) {
            insert.bind(at + 1, point.run).bind(at + 2, point.step).bind(at + 3, point.name).bind(at + 4, point.value);
            at += 4;
        }
        insert.run();
    }
}

}  // namespace

bool isFinished(const RunRecord& run) { return run.state == "done" || run.state == "stopped_early" || run.state == "diverged"; }
bool isLive(const RunRecord& run) { return run.state == "running" || run.state == "queued"; }

void Store::putRun(const RunRecord& run) {
    impl_->requireWritable();
    Statement insert = impl_->database.prepare(std::string("INSERT OR REPLACE INTO run(") + kRunColumns +
                                               ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, run.id).bind(2, run.kind);
    if (run.group) insert.bind(3, *run.group);
    insert.bind(4, toJson(Value(run.datasets))).bind(5, run.key).bind(6, run.state).bind(7, run.steps).bind(8, run.bestStep);
    insert.bind(9, run.tokens).bind(10, run.peakBytes).bind(11, run.trainLoss).bind(12, run.validLoss).bind(13, run.seconds);
    insert.bind(14, run.flops).bind(15, run.adapterBlob).bind(16, toJson(run.options));
    insert.run();
}

void Store::removeRun(const std::string& id) {
    impl_->requireWritable();
    dropMetrics(id);
    Statement remove = impl_->database.prepare("DELETE FROM run WHERE id = ?");
    remove.bind(1, id).run();
}

std::vector<RunRecord> Store::runs() const {
    std::vector<RunRecord> runs;
    Statement query = impl_->database.prepare(std::string("SELECT ") + kRunColumns + " FROM run ORDER BY rowid");
    while (query.step()) runs.push_back(runOf(query));
    return runs;
}

std::optional<RunRecord> Store::run(const std::string& id) const {
    Statement query = impl_->database.prepare(std::string("SELECT ") + kRunColumns + " FROM run WHERE id = ?");
    query.bind(1, id);
    if (!query.step()) return std::nullopt;
    return runOf(query);
}

void Store::dropMetrics(const std::string& run) {
    impl_->requireWritable();
    impl_->database.prepare("DELETE FROM metric WHERE run = ?").bind(1, run).run();
}

std::vector<MetricPoint> Store::metrics(const std::string& run) const {
    std::vector<MetricPoint> points;
    Statement query = impl_->database.prepare("SELECT step, name, value FROM metric WHERE run = ? ORDER BY step, name");
    query.bind(1, run);
    while (query.step()) points.push_back({run, query.integer(0), query.text(1), query.number(2)});
    return points;
}

std::vector<MetricPoint> Store::metricsAfter(const std::string& run, const std::map<std::string, std::int64_t>& known) const {
    std::vector<MetricPoint> points;
    Statement next = impl_->database.prepare("SELECT MIN(name) FROM metric WHERE run = ? AND name > ?");
    Statement query = impl_->database.prepare("SELECT step, value FROM metric WHERE run = ? AND name = ? AND step > ? ORDER BY step");
    std::string name;
    while (next.bind(1, run).bind(2, name).step() && !next.isNull(0)) {
        name = next.text(0);
        next.reset();
        const auto last = known.find(name);
        query.bind(1, run).bind(2, name).bind(3, last == known.end() ? std::int64_t{-1} : last->second);
        while (query.step()) points.push_back({run, query.integer(0), name, query.number(1)});
        query.reset();
    }
    return points;
}

void Store::addMetric(const MetricPoint& point) {
    const auto now = std::chrono::steady_clock::now();
    if (impl_->pending.empty()) impl_->oldestPending = now;
    impl_->pending.push_back(point);
    if (impl_->pending.size() >= kMetricBatch || now - impl_->oldestPending >= kMetricDelay) flushMetrics();
}

void Store::flushMetrics() {
    if (impl_->pending.empty()) return;
    impl_->requireWritable();
    Transaction transaction(impl_->database);
    const std::span<const MetricPoint> points(impl_->pending);
    const std::size_t whole = points.size() / kMetricsAStatement * kMetricsAStatement;
    insertMetrics(impl_->database, points.first(whole), kMetricsAStatement);
    insertMetrics(impl_->database, points.subspan(whole), 1);
    transaction.commit();
    impl_->pending.clear();
}

}  // namespace consort
