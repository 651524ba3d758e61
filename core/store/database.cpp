#include "core/store/database.h"

#include <sqlite3.h>

#include "core/base/error.h"

namespace consort {
namespace {

ErrorCode codeOf(int result) {
    switch (result & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return ErrorCode::Corrupt;
        case SQLITE_NOMEM: return ErrorCode::OutOfMemory;
        case SQLITE_MISUSE:
        case SQLITE_ERROR:
        case SQLITE_CONSTRAINT: return ErrorCode::Internal;
        default: return ErrorCode::Io;
    }
}

const char* remedyOf(int result) {
    switch (result & 0xff) {
        case SQLITE_FULL: return "; free some disk space and run the command again (nothing that was finished is lost)";
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM: return "; check the permissions of the project folder";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "; another process is writing to the project: wait for it and run the command again";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return "; the file is damaged: restore it from a copy, or from a backup beside it if there is one";
        default: return "";
    }
}

[[noreturn]] void fail(sqlite3* database, int result) {
    const char* file = database ? sqlite3_db_filename(database, "main") : nullptr;
    throw Error(codeOf(result), std::string("project file ") + (file ? file : "") + ": " +
                                    (database ? sqlite3_errmsg(database) : sqlite3_errstr(result)) + remedyOf(result));
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    const int result = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
    if (result != SQLITE_OK) fail(database, result);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(int position, const std::string& text) {
    sqlite3_bind_text(statement_, position, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int position, std::int64_t number) {
    sqlite3_bind_int64(statement_, position, number);
    return *this;
}

Statement& Statement::bind(int position, double number) {
    sqlite3_bind_double(statement_, position, number);
    return *this;
}

Statement& Statement::bindNull(int position) {
    sqlite3_bind_null(statement_, position);
    return *this;
}

Statement& Statement::bind(int position, const std::optional<double>& number) {
    return number ? bind(position, *number) : bindNull(position);
}

bool Statement::step() {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail(database_, result);
    return result == SQLITE_ROW;
}

void Statement::reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

void Statement::run() {
    step();
    reset();
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::number(int column) const { return sqlite3_column_double(statement_, column); }
bool Statement::isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::string databaseUri(const std::filesystem::path& file, bool immutable) {
    std::string uri = "file:";
    for (const char c : file.string()) {
        static const char* const kDigits = "0123456789ABCDEF";
        if (c == '%' || c == '?' || c == '#') (uri += '%') += {kDigits[(c >> 4) & 15], kDigits[c & 15]};
        else uri += c;
    }
    return immutable ? uri + "?immutable=1" : uri;
}

Database::Database(const std::filesystem::path& file, Mode mode) {
    int flags = SQLITE_OPEN_URI | (mode == Mode::Immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    if (mode == Mode::Create) flags |= SQLITE_OPEN_CREATE;
    const std::string uri = databaseUri(file, mode == Mode::Immutable);
    const int result = sqlite3_open_v2(uri.c_str(), &handle_, flags, nullptr);
    if (result != SQLITE_OK) {
        const Error error(codeOf(result), "cannot open the project file " + file.string() + ": " + sqlite3_errstr(result) + remedyOf(result));
        sqlite3_close(handle_);
        throw error;
    }
    sqlite3_busy_timeout(handle_, 5000);
    if (mode != Mode::Immutable) execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON");
}

Database::~Database() { sqlite3_close(handle_); }

void Database::execute(const std::string& sql) {
    const int result = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(handle_, result);
}

std::int64_t Database::integer(const std::string& sql) {
    Statement query = prepare(sql);
    return query.step() ? query.integer(0) : 0;
}

void Database::backupTo(const std::filesystem::path& file) {
    Database target(file, Mode::Create);
    sqlite3_backup* backup = sqlite3_backup_init(target.handle_, "main", handle_, "main");
    if (!backup) fail(target.handle_, sqlite3_errcode(target.handle_));
    const int result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) fail(handle_, result);
}

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const Error&) {
        // SQLite has already rolled back where this fails; the error that brought us here is the one to report.
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

}  // namespace consort
