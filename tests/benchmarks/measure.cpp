#include "tests/benchmarks/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace consort::bench {

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wallSeconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

std::vector<double> takingTurns(int rounds, const std::vector<Work>& works, const Clock& clock) {
    std::vector<std::vector<double>> times(works.size());
    for (int round = -1; round < rounds; ++round) {
        for (std::size_t w = 0; w < works.size(); ++w) {
            const double start = clock();
            works[w]();
            if (round >= 0) times[w].push_back(clock() - start);
        }
    }
    std::vector<double> medians;
    for (auto& one : times) medians.push_back(median(std::move(one)));
    return medians;
}

void Report::begin(const std::string& section, const std::string& setting) {
    std::printf("\n%s\n  %s\n", section.c_str(), setting.c_str());
    Value entry;
    sections_.push(entry.set("section", section).set("setting", setting).set("rows", Value::List{}));
}

void Report::add(Value row) {
    Value& section = sections_.asList().back();
    Value rows = section.at("rows");
    section.set("rows", rows.push(std::move(row)));
}

void Report::promised(const std::string& what, double measured, Bound bound, double promise, bool isRatio) {
    const bool atMost = bound == Bound::AtMost, keeps = atMost ? measured <= promise : measured >= promise, passes = keeps || (rehearses() && isRatio);
    std::printf("  %-72s promise %s %-7.3g measured %-8.3g %s\n", what.c_str(), atMost ? "<=" : ">=", promise, measured, passes ? "pass" : "FAIL");
    passed_ = passed_ && passes;
    Value row;
    row.set("what", what).set("measured", measured).set("bound", atMost ? "<=" : ">=").set("promise", promise);
    add(row.set("ratio", isRatio).set("passes", passes));
}

void Report::fact(const std::string& what, double measured, const std::string& unit) {
    std::printf("  %-72s                  measured %-8.3g %s\n", what.c_str(), measured, unit.c_str());
    Value row;
    add(row.set("what", what).set("measured", measured).set("unit", unit));
}

void Report::skipped(const std::string& what, const std::string& why) {
    std::printf("  %-72s not measured: %s\n", what.c_str(), why.c_str());
    Value row;
    add(row.set("what", what).set("skipped", why));
}

Value Report::document() const {
    Value document;
    return document.set("short", isShort()).set("sections", sections_);
}

std::vector<std::string> regressions(const Value& now, const Value& before, double loss) {
    const auto ratioOf = [](const Value& document, const std::string& section, const std::string& what) -> const Value* {
        for (const Value& one : document.at("sections").asList()) {
            if (one.at("section").asString() != section) continue;
            for (const Value& row : one.at("rows").asList()) {
                if (row.at("what").asString() == what && row.boolOr("ratio", false)) return &row;
            }
        }
        return nullptr;
    };
    const bool sameMachine = toJson(now.at("machine")) == toJson(before.at("machine"));
    std::vector<std::string> found;
    for (const Value& section : now.at("sections").asList()) {
        const std::string name = section.at("section").asString();
        for (const Value& row : section.at("rows").asList()) {
            if (!row.boolOr("ratio", false)) continue;
            const Value* then = ratioOf(before, name, row.at("what").asString());
            if (!then) continue;
            const double a = row.at("measured").asDouble(), b = sameMachine ? then->at("measured").asDouble() : row.at("promise").asDouble();
            const bool worse = row.at("bound").asString() == "<=" ? a > b * (1 + loss) && !row.boolOr("passes", false) : a < b / (1 + loss);
            if (worse) found.push_back(name + ": " + row.at("what").asString() + (sameMachine ? " was " : " was promised as ") + toJson(Value(b)) + ", is " + toJson(Value(a)));
        }
    }
    return found;
}

}  // namespace consort::bench
