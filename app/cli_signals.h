#pragma once
// Ctrl-C and SIGTERM become a stop request that the running verb meets at its next step.
#include <stop_token>
#include <thread>

namespace consort {

/// Must be made before any other thread, so that all threads have the signals blocked and one waits for them.
/// A second signal ends the program at once.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    std::stop_token token() const { return source_.get_token(); }

private:
    void wait();
    std::stop_source source_;
    std::thread waiter_;
};

}  // namespace consort
