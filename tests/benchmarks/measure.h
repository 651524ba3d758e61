#pragma once
// What every benchmark does: works take turns in one process, medians are compared, and a report says promise, measured, pass or fail.
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/value.h"

namespace consort::bench {

using Work = std::function<void()>;
using Clock = std::function<double()>;

double cpuSeconds();   ///< of this process, all threads
double wallSeconds();
double median(std::vector<double> values);

/// Medians of works that take turns, A B C A B C …, after one round that is not counted. Seconds on `clock`.
std::vector<double> takingTurns(int rounds, const std::vector<Work>& works, const Clock& clock = cpuSeconds);

enum class Bound { AtMost, AtLeast };

/// All cases; those that fit into three minutes; or a GPU's cases on the CPU, with bases so small that no figure means anything.
enum class Extent { Full, Short, Rehearsal };

/// Everything measured in one run of the program.
class Report {
public:
    Report(Extent extent, std::filesystem::path folder) : extent_(extent), folder_(std::move(folder)) {}
    bool isShort() const { return extent_ != Extent::Full; }
    bool rehearses() const { return extent_ == Extent::Rehearsal; }
    int rounds() const { return rehearses() ? 1 : isShort() ? 3 : 5; }
    const std::filesystem::path& folder() const { return folder_; }  ///< scratch space that goes away with the run

    void begin(const std::string& section, const std::string& setting);
    /// A figure that was promised. `isRatio`: comparable between machines, so that a later run may be held against it. A rehearsal holds
    /// no ratio against its promise.
    void promised(const std::string& what, double measured, Bound bound, double promise, bool isRatio = true);
    void fact(const std::string& what, double measured, const std::string& unit);
    /// Something that cannot be measured here, and why.
    void skipped(const std::string& what, const std::string& why);

    bool passed() const { return passed_; }
    Value document() const;

private:
    void add(Value row);
    Extent extent_;
    bool passed_ = true;
    std::filesystem::path folder_;
    Value sections_ = Value::List{};
};

/// Ratios of `now` that are more than `loss` worse than in `before`, one sentence each. Other machines have other ratios (a library that is tuned
/// for one processor is slower on another): where `before` is of another one, the promises themselves are what counts.
std::vector<std::string> regressions(const Value& now, const Value& before, double loss);

// The benchmarks; THE TABLE is in consort_bench.cpp.
void benchGradients(Report& report);
void benchSubsetFits(Report& report);
void benchGrouping(Report& report);
void benchTraining(Report& report);
void benchEvaluation(Report& report);
void benchStorage(Report& report);
void benchTokenizer(Report& report);
void benchEstimate(Report& report);
void benchDevice(Report& report);
void benchDeviceModels(Report& report);

}  // namespace consort::bench
