#include "core/pipeline/project_watch.h"

#include <chrono>

namespace consort {

constexpr auto kInterval = std::chrono::milliseconds(250);

ProjectWatch::ProjectWatch(std::filesystem::path folder, ComputeSettings compute, WatchListener listener)
    : folder_(std::move(folder)), compute_(std::move(compute)), listener_(std::move(listener)), thread_([this](std::stop_token stop) { work(std::move(stop)); }) {}

void ProjectWatch::refresh() {
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    wake_.notify_one();
}

void ProjectWatch::work(std::stop_token stop) {
    std::unique_ptr<SnapshotReader> reader;
    while (!stop.stop_requested()) {
        look(reader);
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, kInterval, [this] { return asked_; });
        asked_ = false;
    }
}

void ProjectWatch::look(std::unique_ptr<SnapshotReader>& reader) {
    try {
        if (!reader) reader = std::make_unique<SnapshotReader>(folder_, compute_);
        if (reader->changed() || !lastError_.empty()) listener_.onSnapshot(reader->read());
        lastError_.clear();
    } catch (const Error& e) {
        reader.reset();
        if (lastError_ == e.what()) return;
        lastError_ = e.what();
        listener_.onError(e.code(), e.what());
    }
}

}  // namespace consort
