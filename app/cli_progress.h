#pragma once
// Progress on stderr: a bar on a terminal, one JSON object a line on demand, nothing otherwise.
#include <chrono>
#include <string>

#include "core/job/job_context.h"

namespace consort {

class ProgressPrinter {
public:
    /// `mode`: "auto", "json", "off".
    ProgressPrinter(const std::string& mode, bool quiet);
    ~ProgressPrinter();
    void show(const Progress& progress);
    void note(const std::string& text);

private:
    using Clock = std::chrono::steady_clock;
    void showBar(const Progress& progress, double elapsed);
    void showJson(const Progress& progress, double elapsed) const;
    void clearBar();

    bool json_, bar_, quiet_, drawn_ = false;
    std::string stage_;
    Clock::time_point stageBegin_{}, lastShown_{};
};

}  // namespace consort
