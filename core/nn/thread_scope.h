#pragma once
// Internal to core/nn. LibTorch's threads for one call.
#include <torch/torch.h>

#include <algorithm>

namespace consort::nn {

/// Sets the number of compute threads of the calling thread and puts it back when destroyed.
class ThreadScope {
public:
    explicit ThreadScope(int threads) : before_(torch::get_num_threads()) { torch::set_num_threads(std::max(threads, 1)); }
    ~ThreadScope() { torch::set_num_threads(before_); }
    ThreadScope(const ThreadScope&) = delete;
    ThreadScope& operator=(const ThreadScope&) = delete;

private:
    int before_;
};

}  // namespace consort::nn
