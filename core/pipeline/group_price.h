#pragma once
// What training a partition costs, before it is trained.
#include <cstdint>

#include "core/affinity/grouping.h"
#include "core/pipeline/project.h"

namespace consort {

struct GroupPrice {
    double flops = 0;
    double seconds = 0;        ///< at the speed of the runs already trained here, else at 20 GFLOP/s a core
    std::int64_t bytes = 0;    ///< adapters on disk
    std::int64_t rank = 0;     ///< Σ rank: what a merged adapter needs
};

/// Three epochs over every group's own rows, as `train` does by default.
GroupPrice priceOf(Project& project, const Partition& groups);

}  // namespace consort
