#pragma once
// What each stage will take of the machine's memory, before it starts.
#include <cstdint>
#include <vector>

#include "core/pipeline/group_datasets.h"
#include "core/pipeline/project.h"

namespace consort {

/// Peak bytes of the stages.
struct StageBytes {
    double gradients = 0, training = 0, evaluation = 0;
    bool operator==(const StageBytes&) const = default;
};

struct MemoryForecast {
    StageBytes cpu;          ///< of the process, as it runs where memory is no question
    StageBytes gpu;          ///< the least that a GPU needs: codes for weights, one row at a time, blocks computed twice
    std::int64_t total = 0;  ///< what this process may use at most
    bool operator==(const MemoryForecast&) const = default;
};

/// For a project's base, adapter and dataset cards, with the batch that `train` takes by default, `threads` compute threads and the
/// groups to train and to weigh (null: none yet, two are counted with).
MemoryForecast memoryForecast(const ModelInfo& model, const ProjectSettings& settings, const std::vector<Value>& cards, int threads, const GroupingResult* grouping);

}  // namespace consort
