#pragma once
// Public packages driven from within a benchmark: peers.py answers one JSON line a request, so that both sides take turns.
#include <string>

#include "core/base/value.h"

namespace consort::bench {

/// A running peers.py. CONSORT_TEST_PYTHON names the interpreter that has the packages.
class PeerProcess {
public:
    PeerProcess();
    ~PeerProcess();
    PeerProcess(const PeerProcess&) = delete;
    PeerProcess& operator=(const PeerProcess&) = delete;
    /// Why there is no peer; empty where there is one.
    const std::string& problem() const { return problem_; }
    /// Sends a request and waits for its answer. Throws Error{Internal} with the peer's own words where it fails.
    Value ask(const Value& request);

private:
    void start(const std::string& python, const std::string& script);
    std::string problem_;
    int pid_ = -1;
    std::FILE *to_ = nullptr, *from_ = nullptr;
};

}  // namespace consort::bench
