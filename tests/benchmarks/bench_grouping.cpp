// Grouping: the exact programme and the semidefinite relaxation, the latter against `csdp` on the same problem (X ≥ 0 as slacks).
// One thread, process CPU time, interleaved, medians.
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "core/base/files.h"
#include "tests/benchmarks/measure.h"
#include "tests/core/affinity/grouping_cases.h"

namespace consort::bench {
namespace {

double childSeconds() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
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

void benchExact(Report& report) {
    const Matrix affinity = randomSymmetric(16, 1);
    const auto work = [&] { exactPartitions(16, [&](const Subset& group) { return densityOf(affinity, {group}); }); };
    report.promised("exact, n = 16, every m: seconds", takingTurns(report.rounds(), {work})[0], Bound::AtMost, 0.3, false);
}

void benchSdp(Report& report, int n, int m, double limit) {
    const Matrix affinity = plantedBlocks(n, m, 0.5, 3);
    SdpSolution solution;
    const double seconds = takingTurns(report.rounds(), {[&] { solution = solveSdp(affinity, m); }})[0];
    const std::string name = "sdp, n = " + std::to_string(n) + ", m = " + std::to_string(m);
    report.promised(name + ": ms", 1e3 * seconds, Bound::AtMost, limit, false);
    report.promised(name + ": relative gap to the dual bound", std::abs(solution.upperBound / solution.objective - 1), Bound::AtMost, 1e-4, false);
}

void benchAgainstCsdp(Report& report, double noise) {
    const int n = 50, m = 5;
    const Matrix affinity = plantedBlocks(n, m, noise, 3);
    const std::string name = "sdp, n = 50, noise " + std::to_string(noise).substr(0, 3) + ": csdp / ours";
    writeSdpa(report.folder() / "problem.dat-s", affinity, m);
    std::vector<double> ours, theirs;
    double objective = 0;
    std::optional<double> reference;
    for (int round = 0; round < report.rounds(); ++round) {
        const double begin = cpuSeconds();
        objective = solveSdp(affinity, m).objective;
        ours.push_back(cpuSeconds() - begin);
        const double childBegin = childSeconds();
        reference = runCsdp(report.folder() / "problem.dat-s", report.folder() / "csdp.log");
        theirs.push_back(childSeconds() - childBegin);
    }
    if (!reference) return report.skipped(name, "csdp did not solve the problem: is it installed (Debian package coinor-csdp)?");
    report.promised(name, median(theirs) / median(ours), Bound::AtLeast, 10);
    report.promised("  relative difference of the objectives", std::abs(objective / *reference - 1), Bound::AtMost, 1e-4, false);
}

}  // namespace

void benchGrouping(Report& report) {
    report.begin("Grouping", "planted blocks with noise; one thread, process CPU time");
    benchExact(report);
    benchSdp(report, 50, 5, 60);
    benchSdp(report, 100, 5, 300);
    benchAgainstCsdp(report, 0.5);
    if (!report.isShort()) benchAgainstCsdp(report, 2.0);
}

}  // namespace consort::bench
