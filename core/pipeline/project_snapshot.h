#pragma once
// Everything the window shows of a project, as one immutable value that a reader thread takes from the project file.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/pipeline/combine_members.h"
#include "core/pipeline/curve_overview.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/group_table.h"
#include "core/pipeline/memory_forecast.h"
#include "core/pipeline/project.h"

namespace consort {

/// One series of a run: equally long, ascending steps.
struct MetricCurve {
    std::vector<double> step, value;
    CurveOverview overview;  ///< of both
};
using RunCurves = std::map<std::string, MetricCurve>;  ///< by metric name

struct RunView {
    RunRecord record;
    std::shared_ptr<const RunCurves> curves;  ///< never null
};

/// Parts are shared with the snapshot before where they did not change: comparing pointers tells what is new.
struct ProjectSnapshot {
    std::filesystem::path folder;
    bool readOnly = false;
    ProjectSettings settings;
    ModelInfo model;
    MemoryForecast memory;
    std::shared_ptr<const std::vector<Value>> datasets;  ///< cards in import order; never null
    std::shared_ptr<const std::map<std::string, std::vector<std::string>>> changedSources;  ///< dataset → files that changed on disk; never null
    std::shared_ptr<const Estimate> estimate;            ///< of exactly these datasets, or null
    bool estimateIsOld = false;                          ///< there is one, but of other datasets
    std::shared_ptr<const GroupTable> groupTable;        ///< of the last request, or null
    std::shared_ptr<const GroupingResult> grouping;      ///< of exactly these datasets, or null
    std::vector<RunView> runs;
    std::shared_ptr<const Combination> combination;      ///< the last one, or null
    bool combinationIsOld = false;                       ///< it weighs members of another grouping
    std::shared_ptr<const Value> scores;                 ///< of the test split as `evaluate` prints them, or null
    bool scoresAreOld = false;                           ///< the weights were changed since
    std::shared_ptr<const Value> selection;              ///< the last one of sources for a target, or null
    std::shared_ptr<const Value> exports;                ///< history of bundles, or null
    std::shared_ptr<const Value> overlap;                ///< of exactly these datasets, as `show overlap` prints it, or null
    std::vector<std::string> log;
    std::int64_t version = 0;                            ///< of the project file, for this reader

    std::vector<std::string> datasetNames() const;
    std::string name() const { return folder.stem().string(); }
    const RunView* run(const std::string& id) const;
    /// Group of a dataset in the current grouping, from 0; −1 where there is none.
    int groupOf(const std::string& dataset) const;
    /// The newest bundle of the history; null where there is none.
    const Value* lastExport() const;
    /// True where every group of the grouping has a finished run on its datasets.
    bool isTrained() const;
};

/// Reads a project for the window. One thread at a time.
class SnapshotReader {
public:
    /// Throws as Project::open.
    SnapshotReader(const std::filesystem::path& folder, const ComputeSettings& compute);
    /// True where something was written since the last read, by whomever.
    bool changed() const;
    /// Throws Error{NotFound} where the project is no longer at its place, {Corrupt}, {Io}.
    std::shared_ptr<const ProjectSnapshot> read();

private:
    void readRuns(ProjectSnapshot& snapshot) const;
    void readResults(ProjectSnapshot& snapshot);
    std::shared_ptr<const RunCurves> curvesOf(const RunRecord& record) const;

    Project project_;
    int threads_;
    std::shared_ptr<const ProjectSnapshot> last_;
    std::map<std::string, std::string> keys_;
    mutable int looks_ = 0;  ///< source files are looked at every eighth time
};

}  // namespace consort
