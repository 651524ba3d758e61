#include "core/nn/pass_room.h"

#include <algorithm>

#include "core/nn/compute_device.h"
#include "core/nn/pass_memory.h"

namespace consort::nn {
namespace {

constexpr double kShare = 0.8;  ///< of the free memory: others want some too, and a forecast is none too exact

}  // namespace

bool PassRoom::suffices(const Session::Impl& session, const LoraConfig& adapter, std::span<const RunRow> rows, std::size_t micro, bool recompute) {
    std::size_t longest = 0, labels = 0;
    for (const RunRow& row : rows) {
        longest = std::max(longest, row.example->promptIds.size() + row.example->targetIds.size());
        labels = std::max(labels, row.example->targetIds.size());
    }
    const auto count = static_cast<double>(std::min(micro, rows.size()));
    const PassShape shape{count, static_cast<double>(longest), count * static_cast<double>(labels), static_cast<double>(torch::elementSize(session.dtype))};
    const double needed = trainingPassBytes(session.info, adapter, shape, recompute);
    if (needed <= granted_) return true;
    const auto free = freeMemoryOf(session.device);
    if (free && needed - granted_ > kShare * static_cast<double>(*free)) return false;
    granted_ = needed;
    return true;
}

}  // namespace consort::nn
