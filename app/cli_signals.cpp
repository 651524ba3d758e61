#include "app/cli_signals.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>

namespace consort {
namespace {

constexpr int kInterrupted = 130;

sigset_t stopSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGUSR2);  // our own: ends the waiting thread
    return set;
}

}  // namespace

StopOnSignal::StopOnSignal() {
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    waiter_ = std::thread([this] { wait(); });
}

StopOnSignal::~StopOnSignal() {
    pthread_kill(waiter_.native_handle(), SIGUSR2);
    waiter_.join();
}

void StopOnSignal::wait() {
    const sigset_t set = stopSignals();
    for (int signal = 0; sigwait(&set, &signal) == 0 && signal != SIGUSR2;) {
        if (source_.stop_requested()) ::_exit(kInterrupted);
        source_.request_stop();
    }
}

}  // namespace consort
