// Step results, and the views other programs read.
#include "core/store/store_impl.h"

namespace consort {
namespace {

StepResult resultOf(const Statement& row, const std::string& step) {
    StepResult result;
    result.step = step;
    result.key = row.text(0);
    result.value = parseJson(row.text(1), "stored result of '" + step + "'");
    result.seconds = row.number(2);
    result.flops = row.number(3);
    return result;
}

std::optional<double> numberIn(const Value& object, const char* key) {
    const Value* value = object.find(key);
    return value && value->isNumber() ? std::optional<double>(value->asDouble()) : std::nullopt;
}

}  // namespace

std::optional<StepResult> Store::result(const std::string& step) const {
    Statement query = impl_->database.prepare("SELECT key, value, seconds, flops FROM result WHERE step = ? ORDER BY serial DESC LIMIT 1");
    query.bind(1, step);
    if (!query.step()) return std::nullopt;
    return resultOf(query, step);
}

std::optional<StepResult> Store::result(const std::string& step, const std::string& key) const {
    Statement query = impl_->database.prepare("SELECT key, value, seconds, flops FROM result WHERE step = ? AND key = ?");
    query.bind(1, step).bind(2, key);
    if (!query.step()) return std::nullopt;
    return resultOf(query, step);
}

std::optional<std::string> Store::resultKey(const std::string& step) const {
    Statement query = impl_->database.prepare("SELECT key FROM result WHERE step = ? ORDER BY serial DESC LIMIT 1");
    query.bind(1, step);
    return query.step() ? std::optional<std::string>(query.text(0)) : std::nullopt;
}

std::int64_t Store::resultSerial(const std::string& step) const {
    Statement query = impl_->database.prepare("SELECT COALESCE(MAX(serial), 0) FROM result WHERE step = ?");
    query.bind(1, step).step();
    return query.integer(0);
}

std::int64_t Store::dataVersion() const { return impl_->database.integer("PRAGMA data_version"); }

void Store::putResult(const StepResult& result) {
    impl_->requireWritable();
    Transaction transaction(impl_->database);
    impl_->database
        .prepare("INSERT OR REPLACE INTO result(step, key, value, seconds, flops, serial) "
                 "VALUES(?, ?, ?, ?, ?, (SELECT COALESCE(MAX(serial), 0) + 1 FROM result))")
        .bind(1, result.step)
        .bind(2, result.key)
        .bind(3, toJson(result.value))
        .bind(4, result.seconds)
        .bind(5, result.flops)
        .run();
    transaction.commit();
}

void Store::putAffinityView(const std::vector<std::string>& datasets, const AffinityView& view) {
    impl_->requireWritable();
    Transaction transaction(impl_->database);
    impl_->database.execute("DELETE FROM affinity_cell");
    Statement insert = impl_->database.prepare("INSERT INTO affinity_cell VALUES(?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        for (std::size_t l = 0; l < datasets.size(); ++l) {
            const auto r = static_cast<std::int64_t>(i), c = static_cast<std::int64_t>(l);
            insert.bind(1, datasets[i]).bind(2, datasets[l]).bind(3, view.value(r, c)).bind(4, view.low(r, c)).bind(5, view.high(r, c));
            insert.bind(6, view.gain(r, c)).run();
        }
    }
    transaction.commit();
}

void Store::putGroupsView(const std::vector<std::vector<std::string>>& groups) {
    impl_->requireWritable();
    Transaction transaction(impl_->database);
    impl_->database.execute("DELETE FROM group_member");
    Statement insert = impl_->database.prepare("INSERT INTO group_member VALUES(?, ?)");
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::string& dataset : groups[g]) insert.bind(1, "g" + std::to_string(g + 1)).bind(2, dataset).run();
    }
    transaction.commit();
}

void Store::putScoresView(const std::string& split, const Value& systems) {
    impl_->requireWritable();
    Transaction transaction(impl_->database);
    impl_->database.prepare("DELETE FROM score WHERE split = ?").bind(1, split).run();
    Statement insert = impl_->database.prepare("INSERT INTO score VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Value& system : systems.asList()) {
        for (const auto& [dataset, score] : system.at("datasets").asObject()) {
            insert.bind(1, split).bind(2, system.at("name").asString()).bind(3, dataset).bind(4, score.intOr("rows", 0));
            insert.bind(5, numberIn(score, "accuracy")).bind(6, numberIn(score, "low")).bind(7, numberIn(score, "high"));
            insert.bind(8, numberIn(score, "macro_f1")).bind(9, numberIn(score, "loss")).run();
        }
    }
    transaction.commit();
}

}  // namespace consort
