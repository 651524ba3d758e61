// Grouping: the exact programme and the semidefinite relaxation, the latter against `csdp` on the same problem (X ≥ 0 as slacks).
// One thread, process CPU time, interleaved, medians.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <string>

#include "core/base/files.h"
#include "tests/core/affinity/grouping_cases.h"

using namespace consort;

namespace {

constexpr int kRounds = 5;

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double childSeconds() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

double timed(const std::function<double()>& clock, const std::function<void()>& work) {
    const double start = clock();
    work();
    return clock() - start;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// SDPA sparse: max ⟨T,X⟩ with row sums 1, trace m and X_ij = slack_ij ≥ 0 in a diagonal block.
void writeSdpa(const std::filesystem::path& file, const Matrix& affinity, int groups) {
    const auto n = static_cast<int>(affinity.rows);
    const int slacks = n * (n - 1) / 2;
    std::ostringstream text;
    text.precision(17);
    text << n + 1 + slacks << "\n2\n" << n << ' ' << -slacks << '\n';
    for (int i = 0; i < n; ++i) text << "1 ";
    text << groups;
    for (int k = 0; k < slacks; ++k) text << " 0";
    text << '\n';
    const auto entry = [&](int matrix, int block, int i, int j, double value) {
        text << matrix << ' ' << block << ' ' << i + 1 << ' ' << j + 1 << ' ' << value << '\n';
    };
    int slack = 0;
    for (int i = 0; i < n; ++i) {
        for (int j = i; j < n; ++j) entry(0, 1, i, j, affinity(i, j));
    }
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j) entry(i + 1, 1, std::min(i, j), std::max(i, j), i == j ? 1 : 0.5);
        entry(n + 1, 1, i, i, 1);
    }
    for (int i = 0; i < n; ++i) {
        for (int j = i + 1; j < n; ++j, ++slack) {
            entry(n + 2 + slack, 1, i, j, 0.5);
            entry(n + 2 + slack, 2, slack, slack, -1);
        }
    }
    std::ofstream(file) << text.str();
}

/// The objective that csdp prints; nothing where it is not installed or did not solve.
std::optional<double> runCsdp(const std::filesystem::path& problem, const std::filesystem::path& log) {
    const std::string command = "OMP_NUM_THREADS=1 csdp '" + problem.string() + "' > '" + log.string() + "' 2>&1";
    const int status = std::system(command.c_str());
    const std::string text = readFile(log);
    const std::string label = "Primal objective value:";
    const std::size_t place = text.find(label);
    if (status != 0 || place == std::string::npos) return std::nullopt;
    return std::stod(text.substr(place + label.size()));
}

bool report(const char* promise, double measured, double limit, bool largerIsBetter) {
    const bool passed = largerIsBetter ? measured >= limit : measured <= limit;
    std::printf("%-52s %10.4g %10.4g   %s\n", promise, limit, measured, passed ? "pass" : "FAIL");
    return passed;
}

bool benchExact() {
    const Matrix affinity = randomSymmetric(16, 1);
    std::vector<double> seconds;
    for (int round = 0; round < kRounds; ++round) {
        seconds.push_back(timed(cpuSeconds, [&] { exactPartitions(16, [&](const Subset& group) { return densityOf(affinity, {group}); }); }));
    }
    return report("exact, n = 16, every m: seconds at most", median(seconds), 0.3, false);
}

bool benchSdp(int n, int m, double limit) {
    const Matrix affinity = plantedBlocks(n, m, 0.5, 3);
    std::vector<double> milliseconds;
    SdpSolution solution;
    for (int round = 0; round < kRounds; ++round) milliseconds.push_back(1e3 * timed(cpuSeconds, [&] { solution = solveSdp(affinity, m); }));
    const std::string name = "sdp, n = " + std::to_string(n) + ", m = " + std::to_string(m) + ": ms at most";
    const bool fast = report(name.c_str(), median(milliseconds), limit, false);
    return report("  its gap to the dual bound, relative, at most", std::abs(solution.upperBound / solution.objective - 1), 1e-4, false) && fast;
}

bool benchAgainstCsdp(double noise) {
    const int n = 50, m = 5;
    const Matrix affinity = plantedBlocks(n, m, noise, 3);
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("bench_grouping_" + std::to_string(getpid()));
    makeFolder(folder);
    writeSdpa(folder / "problem.dat-s", affinity, m);
    std::vector<double> ours, theirs;
    double objective = 0;
    std::optional<double> reference;
    for (int round = 0; round < kRounds; ++round) {
        ours.push_back(timed(cpuSeconds, [&] { objective = solveSdp(affinity, m).objective; }));
        theirs.push_back(timed(childSeconds, [&] { reference = runCsdp(folder / "problem.dat-s", folder / "log"); }));
    }
    std::filesystem::remove_all(folder);
    if (!reference) {
        std::printf("csdp did not solve the problem: is it installed (Debian package coinor-csdp)?\n");
        return false;
    }
    const std::string name = "sdp, n = 50, noise " + std::to_string(noise).substr(0, 3) + ": times faster than csdp, at least";
    const bool fast = report(name.c_str(), median(theirs) / median(ours), 10, true);
    return report("  objectives differ, relative, at most", std::abs(objective / *reference - 1), 1e-4, false) && fast;
}

}  // namespace

int main() {
    std::printf("%-52s %10s %10s\n", "promise", "limit", "measured");
    bool passed = benchExact();
    passed = benchSdp(50, 5, 60) && passed;
    passed = benchSdp(100, 5, 300) && passed;
    for (const double noise : {0.5, 2.0}) passed = benchAgainstCsdp(noise) && passed;
    return passed ? 0 : 1;
}
