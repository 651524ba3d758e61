#pragma once
// Follows a project file from a thread of its own, so that work done here, by the command line or on a cluster appears alike.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "core/base/error.h"
#include "core/pipeline/project_snapshot.h"

namespace consort {

/// Called on the watch's own thread, never under a lock.
struct WatchListener {
    std::function<void(std::shared_ptr<const ProjectSnapshot>)> onSnapshot;
    std::function<void(ErrorCode, const std::string&)> onError;  ///< the same message is told once
};

/// Looks every 250 ms, or at once when told to.
class ProjectWatch {
public:
    ProjectWatch(std::filesystem::path folder, ComputeSettings compute, WatchListener listener);
    /// Any thread: reads again without waiting for the next look.
    void refresh();

private:
    void work(std::stop_token stop);
    void look(std::unique_ptr<SnapshotReader>& reader);

    std::filesystem::path folder_;
    ComputeSettings compute_;
    WatchListener listener_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    bool asked_ = false;
    std::string lastError_;
    std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace consort
