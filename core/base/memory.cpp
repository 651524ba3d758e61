#include "core/base/memory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>

#include "core/base/error.h"

namespace consort {
namespace {

/// A line of the system's account ("MemAvailable:", "MemTotal:").
std::int64_t machineMemory(const char* line, int fallback) {
    std::ifstream in("/proc/meminfo");
    for (std::string word; in >> word;) {
        std::int64_t kib = 0;
        if (word == line && in >> kib) return kib * 1024;
    }
    return static_cast<std::int64_t>(::sysconf(fallback)) * ::sysconf(_SC_PAGESIZE);
}

/// A file that holds one number; nothing where it is absent or says "max".
std::optional<std::int64_t> numberIn(const std::string& file) {
    std::ifstream in(file);
    std::int64_t number = 0;
    if (in >> number) return number;
    return std::nullopt;
}

/// What the group's limit leaves, not counting file pages that the kernel gives back when asked.
std::int64_t groupMemory(const std::string& limitFile, const std::string& usedFile, const std::string& statFile) {
    const auto limit = numberIn(limitFile), used = numberIn(usedFile);
    if (!limit || !used) return std::numeric_limits<std::int64_t>::max();
    std::ifstream in(statFile);
    std::int64_t value = 0, cached = 0;
    for (std::string name; in >> name >> value;) {
        if (name == "inactive_file" || name == "active_file") cached += value;
    }
    return std::max<std::int64_t>(0, *limit - *used + cached);
}

/// RLIMIT_AS; nothing where there is none.
std::optional<std::int64_t> addressLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
    return static_cast<std::int64_t>(limit.rlim_cur);
}

std::int64_t addressSpace() {
    const auto limit = addressLimit();
    if (!limit) return std::numeric_limits<std::int64_t>::max();
    const std::int64_t used = numberIn("/proc/self/statm").value_or(0) * ::sysconf(_SC_PAGESIZE);
    return std::max<std::int64_t>(0, *limit - used);
}

}  // namespace

std::int64_t availableMemory() {
    const std::string v2 = "/sys/fs/cgroup/memory.", v1 = "/sys/fs/cgroup/memory/memory.";
    return std::min({machineMemory("MemAvailable:", _SC_AVPHYS_PAGES), addressSpace(), groupMemory(v2 + "max", v2 + "current", v2 + "stat"),
                     groupMemory(v1 + "limit_in_bytes", v1 + "usage_in_bytes", v1 + "stat")});
}

std::int64_t totalMemory() {
    constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
    return std::min({machineMemory("MemTotal:", _SC_PHYS_PAGES), addressLimit().value_or(none), numberIn("/sys/fs/cgroup/memory.max").value_or(none),
                     numberIn("/sys/fs/cgroup/memory/memory.limit_in_bytes").value_or(none)});
}

void requireMemory(double needed, const std::string& what, const std::string& remedy) {
    requireMemory(needed, static_cast<double>(availableMemory()), what, remedy);
}

void requireMemory(double needed, double available, const std::string& what, const std::string& remedy) {
    if (needed <= available) return;
    const auto text = [](double bytes) { return std::to_string(static_cast<std::int64_t>(std::min(bytes, 9e18))); };
    throw Error(ErrorCode::OutOfMemory, what + " needs about " + text(needed) + " bytes of memory, but only " + text(available) + " bytes are available; " + remedy);
}

}  // namespace consort
