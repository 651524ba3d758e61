#include "core/nn/pass_room.h"

#include "core/nn/compute_device.h"

namespace consort::nn {
namespace {

constexpr double kShare = 0.8;  ///< of the free memory: others want some too, and a forecast is none too exact

}  // namespace

bool PassRoom::suffices(double needed) {
    if (needed <= granted_) return true;
    const auto free = freeMemoryOf(session_->device);
    if (free && needed - granted_ > kShare * static_cast<double>(*free) / lanes_) return false;
    granted_ = needed;
    return true;
}

}  // namespace consort::nn
