#pragma once
// Internal to core/store: what a Store holds.
#include <chrono>
#include <filesystem>
#include <vector>

#include "core/store/database.h"
#include "core/store/store.h"

namespace consort {

struct Store::Impl {
    Impl(const std::filesystem::path& projectFolder, Database::Mode mode, bool isReadOnly)
        : folder(projectFolder), database(projectFolder / "project.sqlite", mode), readOnly(isReadOnly) {}

    std::filesystem::path folder;
    Database database;
    bool readOnly;
    std::vector<MetricPoint> pending;  ///< metrics not yet written
    std::chrono::steady_clock::time_point oldestPending{};

    /// Throws Error{Io} in a read-only project.
    void requireWritable() const;
};

}  // namespace consort
