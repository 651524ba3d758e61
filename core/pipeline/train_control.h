#pragma once
// What a person may still say while runs are trained: which to put aside, and which comes first.
#include <map>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace consort {

/// Shared between the thread that trains and the one that a person sits at. All functions may be called from any thread.
class TrainControl {
public:
    /// A run that is being trained stops within one step, writes its checkpoint and gives its place to the next.
    void pause(const std::string& run);
    /// A paused run is taken up again where it stopped, as soon as a place is free.
    void resume(const std::string& run);
    bool isPaused(const std::string& run) const;
    /// Runs that are named come first, in that order; the others follow as they are.
    void setOrder(std::vector<std::string> order);
    /// Place in that order; the number of named runs for one that is not named.
    std::size_t rank(const std::string& run) const;

    /// For `train`: registers a run while it is trained, so that `pause` reaches it.
    class Running {
    public:
        Running(TrainControl* control, std::string run, std::stop_source& stop);
        ~Running();
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;

    private:
        TrainControl* control_;
        std::string run_;
    };

private:
    mutable std::mutex mutex_;
    std::set<std::string> paused_;
    std::vector<std::string> order_;
    std::map<std::string, std::stop_source> running_;
};

}  // namespace consort
