#include "core/store/migrations.h"

#include <iterator>
#include <string>

#include "core/base/error.h"

namespace consort {
namespace {

/// Step k brings version k to k + 1. Steps that have been released never change.
constexpr const char* kSteps[] = {
    R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE dataset(name TEXT PRIMARY KEY, position INTEGER NOT NULL, sha256 TEXT NOT NULL, card TEXT NOT NULL, rows_file TEXT NOT NULL);
CREATE TABLE result(step TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, seconds REAL NOT NULL, flops REAL NOT NULL,
                    serial INTEGER NOT NULL, created TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY(step, key));
CREATE TABLE run(id TEXT PRIMARY KEY, kind TEXT NOT NULL, group_id TEXT, datasets TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL,
                 steps INTEGER, best_step INTEGER, tokens INTEGER, peak_bytes INTEGER, train_loss REAL, valid_loss REAL, seconds REAL,
                 flops REAL, adapter TEXT, options TEXT, updated TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE metric(run TEXT NOT NULL, name TEXT NOT NULL, step INTEGER NOT NULL, value REAL, PRIMARY KEY(run, name, step)) WITHOUT ROWID;
CREATE TABLE affinity_cell(dataset TEXT NOT NULL, other TEXT NOT NULL, value REAL, low REAL, high REAL, gain REAL,
                           PRIMARY KEY(dataset, other));
CREATE TABLE group_member(group_id TEXT NOT NULL, dataset TEXT NOT NULL);
CREATE TABLE score(split TEXT NOT NULL, system TEXT NOT NULL, dataset TEXT NOT NULL, rows INTEGER, accuracy REAL, low REAL, high REAL,
                   macro_f1 REAL, loss REAL, PRIMARY KEY(split, system, dataset));
CREATE TABLE log(id INTEGER PRIMARY KEY, time TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, line TEXT NOT NULL);
CREATE VIEW runs AS SELECT id, kind, group_id, datasets, state, steps, best_step, train_loss, valid_loss, tokens, seconds, flops, peak_bytes
                    FROM run;
CREATE VIEW metrics AS SELECT run, step, name, value FROM metric;
CREATE VIEW affinity AS SELECT dataset, other AS helped_by, value, low, high, gain FROM affinity_cell;
CREATE VIEW groups AS SELECT group_id, dataset FROM group_member;
CREATE VIEW scores AS SELECT split, system, dataset, rows, accuracy, low, high, macro_f1, loss FROM score;
)sql",
};

}  // namespace

int schemaVersion() { return static_cast<int>(std::size(kSteps)); }

void migrate(Database& database, const std::filesystem::path& file, bool readOnly) {
    const auto found = static_cast<int>(database.integer("PRAGMA user_version"));
    if (found > schemaVersion()) {
        throw Error(ErrorCode::Corrupt, "the project file " + file.string() + " has version " + std::to_string(found) +
                                            ", written by a newer program (this one knows " + std::to_string(schemaVersion()) +
                                            "); use that program, the file was not touched");
    }
    if (found == schemaVersion()) return;
    if (readOnly) throw Error(ErrorCode::Io, "the project " + file.string() + " must be upgraded first, but its folder is read-only");
    if (found > 0) database.backupTo(file.string() + ".v" + std::to_string(found) + ".backup");
    for (int version = found; version < schemaVersion(); ++version) {
        Transaction step(database);
        database.execute(kSteps[version]);
        database.execute("PRAGMA user_version=" + std::to_string(version + 1));
        step.commit();
    }
}

}  // namespace consort
