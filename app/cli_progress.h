#pragma once
// Progress on stderr: a bar on a terminal, one JSON object a line on demand, nothing otherwise.
#include <chrono>
#include <map>
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
    /// Stages alternate where several runs train side by side.
    struct Stage {
        Clock::time_point begin, shown;
        std::int64_t done = 0;
    };
    std::map<std::string, Stage> stages_;
};

}  // namespace consort
