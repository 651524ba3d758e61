#pragma once
// What each stage will take of the machine's memory, before it starts.
#include <cstdint>
#include <vector>

#include "core/pipeline/project.h"

namespace consort {

/// Peak bytes of the process on a CPU.
struct MemoryForecast {
    double gradients = 0, training = 0, evaluation = 0;
    std::int64_t total = 0;  ///< what this process may use at most
    bool operator==(const MemoryForecast&) const = default;
};

/// For a project's base, adapter and dataset cards, with the batch that `train` takes by default and `threads` compute threads.
MemoryForecast memoryForecast(const ModelInfo& model, const ProjectSettings& settings, const std::vector<Value>& cards, int threads);

}  // namespace consort
