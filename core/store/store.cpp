#include "core/store/store.h"

#include <unistd.h>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/log.h"
#include "core/store/migrations.h"
#include "core/store/store_impl.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

/// After an unclean end a write-ahead log is left behind: the file is checked before anything builds on it.
void checkAfterUncleanEnd(Database& database, const fs::path& file, bool hadLog) {
    if (!hadLog) return;
    Statement query = database.prepare("PRAGMA quick_check(1)");
    if (!query.step() || query.text(0) != "ok") {
        throw Error(ErrorCode::Corrupt, "the project file " + file.string() + " is damaged (" + query.text(0) + "); restore it from a copy");
    }
}

bool hasWriteAheadLog(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file.string() + "-wal", error);
    return !error && size > 0;
}

}  // namespace

void Store::Impl::requireWritable() const {
    if (readOnly) throw Error(ErrorCode::Io, "the project " + folder.string() + " is read-only: copy it to a folder that you may write to");
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store::~Store() {
    if (!impl_ || impl_->pending.empty()) return;
    try {
        flushMetrics();
    } catch (const Error& e) {
        logWarning(std::string("the last training curve points were not stored: ") + e.what());
    }
}

Store Store::create(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder / "project.sqlite", error)) {
        throw Error(ErrorCode::InvalidInput, "there is already a project in " + folder.string() + "; choose another folder");
    }
    if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
        throw Error(ErrorCode::InvalidInput, folder.string() + " exists and is not an empty folder; choose another one");
    }
    makeFolder(folder);
    auto impl = std::make_unique<Impl>(folder, Database::Mode::Create, false);
    migrate(impl->database, folder / "project.sqlite", false);
    return Store(std::move(impl));
}

Store Store::open(const fs::path& folder) {
    const fs::path file = folder / "project.sqlite";
    std::error_code error;
    if (!fs::exists(file, error)) {
        if (error) throw Error(ErrorCode::Io, "cannot look into " + folder.string() + ": " + error.message());
        throw Error(ErrorCode::NotFound, "there is no project in " + folder.string() + "; create one with `consort new`");
    }
    const bool readOnly = ::access(folder.c_str(), W_OK) != 0 || ::access(file.c_str(), W_OK) != 0;
    const bool hadLog = hasWriteAheadLog(file);
    auto impl = std::make_unique<Impl>(folder, readOnly ? Database::Mode::Immutable : Database::Mode::ReadWrite, readOnly);
    checkAfterUncleanEnd(impl->database, file, hadLog);
    if (impl->database.integer("PRAGMA user_version") == 0) {
        throw Error(ErrorCode::Corrupt, file.string() + " is empty or no project file of this program; restore it from a copy, or delete the folder");
    }
    migrate(impl->database, file, readOnly);
    return Store(std::move(impl));
}

const fs::path& Store::folder() const { return impl_->folder; }
bool Store::readOnly() const { return impl_->readOnly; }

void Store::setMeta(const std::string& name, const Value& value) {
    impl_->requireWritable();
    impl_->database.prepare("INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)").bind(1, name).bind(2, toJson(value)).run();
}

Value Store::meta(const std::string& name) const {
    Statement query = impl_->database.prepare("SELECT value FROM meta WHERE name = ?");
    query.bind(1, name);
    return query.step() ? parseJson(query.text(0), "project value '" + name + "'") : Value();
}

void Store::backupTo(const fs::path& file) const { impl_->database.backupTo(file); }

void Store::log(const std::string& line) {
    if (impl_->readOnly) return;
    impl_->database.prepare("INSERT INTO log(line) VALUES(?)").bind(1, line).run();
}

std::vector<std::string> Store::logLines() const {
    std::vector<std::string> lines;
    Statement query = impl_->database.prepare("SELECT time, line FROM log ORDER BY id");
    while (query.step()) lines.push_back(query.text(0) + " " + query.text(1));
    return lines;
}

}  // namespace consort
