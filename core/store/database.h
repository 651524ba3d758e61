#pragma once
// Internal to core/store: a SQLite connection and its statements, with errors translated at this door.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace consort {

/// How SQLite names a file; `immutable`: one that nobody writes, in a folder without a write-ahead log.
std::string databaseUri(const std::filesystem::path& file, bool immutable);

/// One prepared statement. Binds by position from 1; columns from 0.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int position, const std::string& text);
    Statement& bind(int position, std::int64_t number);
    Statement& bind(int position, double number);
    Statement& bindNull(int position);
    Statement& bind(int position, const std::optional<double>& number);
    /// True while there is a row. Throws Error as Database does.
    bool step();
    /// Makes the statement ready for other values.
    void reset();
    /// Steps once and makes the statement ready for other values.
    void run();
    std::string text(int column) const;
    std::int64_t integer(int column) const;
    double number(int column) const;
    bool isNull(int column) const;

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

/// Owns the connection. WAL, foreign keys, busy timeout 5 s. Not thread-safe.
class Database {
public:
    enum class Mode { Create, ReadWrite, Immutable };
    /// Throws Error{Io|Corrupt|NotFound} naming the file.
    Database(const std::filesystem::path& file, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    void execute(const std::string& sql);
    Statement prepare(std::string_view sql) { return Statement(handle_, sql); }
    std::int64_t integer(const std::string& sql);  ///< first column of the first row
    sqlite3* handle() { return handle_; }
    /// Copies the whole database into `file` (a backup before a migration).
    void backupTo(const std::filesystem::path& file);

private:
    sqlite3* handle_ = nullptr;
};

/// BEGIN IMMEDIATE … COMMIT; rolled back when left by an exception.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace consort
