#pragma once
// Internal to core/pipeline. The runs of one `train`: those that are reused, and those that lanes train, in crews.
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/nn/compute_lanes.h"
#include "core/nn/training_crew.h"
#include "core/pipeline/project.h"
#include "core/pipeline/train_control.h"

namespace consort {

/// A run before it is trained.
struct RunPlan {
    std::string id, kind;
    std::optional<std::string> group;
    std::vector<std::string> datasets;
};

/// Where every run begins; the key is empty for a fresh adapter.
struct RunStart {
    Adapter adapter;
    std::string key;
    double flops = 0;  ///< of what was trained before
};

class RunList {
public:
    /// Borrows the project, the options and the control, which may be null.
    RunList(Project& project, const TrainOptions& options, RunStart start, TrainControl* control);
    /// Takes a finished run of the same datasets and options, or plans to train it.
    void add(const RunPlan& plan, const JobContext& job);
    /// Trains what is pending, the longest runs first: several side by side where one would not keep all threads busy, and in one pass
    /// where one would not keep a thread busy.
    void train(const JobContext& job);
    /// As they are stored, in the order of `add`.
    std::vector<RunRecord> records() const;

private:
    /// A run on its way: what will be stored, and the rows it learns from.
    struct PendingRun {
        RunPlan plan;
        RunRecord record;
        std::vector<TrainingData> data;
        std::size_t crew = 0;  ///< runs of one crew are trained together
        bool waits = true;     ///< for a lane
    };
    struct LiveRun;

    RunRecord recordOf(const RunPlan& plan) const;
    RunLength lengthOf(const RunPlan& plan) const;
    void reuse(const RunPlan& plan, const RunRecord& finished, const JobContext& job);
    void announce(PendingRun& run);
    void formCrews(int lanes);
    bool isFree(const PendingRun& run) const;
    std::vector<PendingRun*> takeNext();
    void trainCrew(Session& session, const std::vector<PendingRun*>& crew, const JobContext& job);
    std::unique_ptr<LiveRun> begun(PendingRun& run, const JobContext& job);
    void keep(Session& session, LiveRun& live, const TrainingResult& result);
    void put(PendingRun& run, const std::string& state);
    void setAside(PendingRun& run);

    Project& project_;
    Store& store_;
    const TrainOptions& options_;
    RunStart start_;
    TrainControl* control_;
    std::mutex storing_;  ///< the store belongs to one thread at a time; it guards `waits` too
    std::vector<RunPlan> order_;  ///< all runs, as they were added
    std::vector<PendingRun> pending_;
    std::vector<RunPlan> twins_;  ///< same datasets and options as a pending run
};

}  // namespace consort
