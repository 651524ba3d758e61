#include "core/pipeline/train_control.h"

#include <algorithm>

namespace consort {

void TrainControl::pause(const std::string& run) {
    std::stop_source stop{std::nostopstate};
    {
        const std::lock_guard lock(mutex_);
        paused_.insert(run);
        if (const auto found = running_.find(run); found != running_.end()) stop = found->second;
    }
    stop.request_stop();
}

void TrainControl::resume(const std::string& run) {
    const std::lock_guard lock(mutex_);
    paused_.erase(run);
}

bool TrainControl::isPaused(const std::string& run) const {
    const std::lock_guard lock(mutex_);
    return paused_.count(run) > 0;
}

void TrainControl::setOrder(std::vector<std::string> order) {
    const std::lock_guard lock(mutex_);
    order_ = std::move(order);
}

std::size_t TrainControl::rank(const std::string& run) const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), run) - order_.begin());
}

TrainControl::Running::Running(TrainControl* control, std::string run, std::stop_source& stop) : control_(control), run_(std::move(run)) {
    if (!control_) return;
    const std::lock_guard lock(control_->mutex_);
    control_->running_.insert_or_assign(run_, stop);
    if (control_->paused_.count(run_)) stop.request_stop();
}

TrainControl::Running::~Running() {
    if (!control_) return;
    const std::lock_guard lock(control_->mutex_);
    control_->running_.erase(run_);
}

}  // namespace consort
