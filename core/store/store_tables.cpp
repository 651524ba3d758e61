// A copy of what others may read: plain tables without the program's own bookkeeping (formats.md §7, §8).
#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/store_impl.h"

namespace consort {

void Store::writeTables(const std::filesystem::path& file) const {
    Database copy(file, Database::Mode::Create);
    copy.execute("PRAGMA journal_mode = DELETE");
    copy.prepare("ATTACH ?1 AS project").bind(1, databaseUri(folder() / "project.sqlite", readOnly())).run();
    copy.execute("CREATE TABLE datasets AS SELECT name, sha256, json_extract(card, '$.schema') AS schema, json_extract(card, '$.rows.train') AS train_rows, "
                 "json_extract(card, '$.rows.valid') AS valid_rows, json_extract(card, '$.rows.test') AS test_rows FROM project.dataset ORDER BY position");
    for (const char* table : {"runs", "metrics", "affinity", "groups", "scores"}) {
        copy.execute("CREATE TABLE " + std::string(table) + " AS SELECT * FROM project." + table);
    }
    copy.execute("DETACH project");
}

}  // namespace consort
