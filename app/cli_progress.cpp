#include "app/cli_progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/cli_tables.h"

namespace consort {
namespace {

constexpr int kBarWidth = 24;
constexpr auto kInterval = std::chrono::milliseconds(100);

double rateOf(const Progress& progress, double elapsed) { return elapsed > 0 ? static_cast<double>(progress.done) / elapsed : 0; }

}  // namespace

ProgressPrinter::ProgressPrinter(const std::string& mode, bool quiet)
    : json_(mode == "json"), bar_(mode == "auto" && !quiet && ::isatty(STDERR_FILENO) == 1), quiet_(quiet) {}

ProgressPrinter::~ProgressPrinter() { clearBar(); }

void ProgressPrinter::show(const Progress& progress) {
    if (!json_ && !bar_) return;
    const auto now = Clock::now();
    const auto [at, isNew] = stages_.try_emplace(progress.stage, Stage{now, now});
    Stage& stage = at->second;
    if (progress.done < stage.done) stage.begin = now;  // the same work on the next dataset
    stage.done = progress.done;
    if (!isNew && progress.done != progress.total && now - stage.shown < kInterval) return;
    stage.shown = now;
    const double elapsed = std::chrono::duration<double>(now - stage.begin).count();
    if (json_) showJson(progress, elapsed);
    else showBar(progress, elapsed);
}

void ProgressPrinter::showBar(const Progress& progress, double elapsed) {
    const double share = progress.total > 0 ? std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total)) : 0;
    const int filled = static_cast<int>(share * kBarWidth);
    std::string bar;
    for (int i = 0; i < kBarWidth; ++i) bar += i < filled ? "█" : "░";
    const double rate = rateOf(progress, elapsed);
    std::string line = progress.stage + " " + bar + " " + std::to_string(progress.done) + "/" + std::to_string(progress.total) + " " + progress.unit;
    if (rate > 0) line += "  " + countText(rate) + "/s";
    if (rate > 0 && progress.done < progress.total) line += "  " + secondsText(static_cast<double>(progress.total - progress.done) / rate) + " left";
    std::cerr << "\r\x1b[K" << line << std::flush;
    drawn_ = true;
    if (progress.done == progress.total) {
        std::cerr << '\n';
        drawn_ = false;
    }
}

void ProgressPrinter::showJson(const Progress& progress, double elapsed) const {
    const double rate = rateOf(progress, elapsed);
    Value value;
    value.set("stage", progress.stage).set("done", progress.done).set("total", progress.total).set("unit", progress.unit).set("rate", rate);
    value.set("eta", rate > 0 ? Value(static_cast<double>(progress.total - progress.done) / rate) : Value());
    std::cerr << toJson(value) + "\n" << std::flush;
}

void ProgressPrinter::clearBar() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

void ProgressPrinter::note(const std::string& text) {
    if (quiet_) return;
    clearBar();
    std::cerr << text << '\n';
}

}  // namespace consort
