#include <unistd.h>

#include <climits>
#include <cstddef>
#include <cstring>
#include <iterator>

// Before anything else, in both programs. Some libraries read their settings when they are loaded, so the program starts itself once more
// with them set: idle OpenMP threads must sleep, not spin; the allocator must keep freed buffers, or every training step faults all its
// pages in again (a third of its time). This stands in .preinit_array, which runs ahead of the initialisers of all libraries: those of
// LibTorch take longer than most commands, and would run twice. Nothing is initialised yet, so nothing here may allocate.
namespace {

const char* const kSettings[] = {
    "CONSORT_RESTARTED=1",
    "OMP_WAIT_POLICY=passive",
    "MIMALLOC_ALLOW_DECOMMIT=0",  // mimalloc 2.0
    "MIMALLOC_PURGE_DELAY=-1",    // mimalloc 2.1 and later
};
constexpr std::size_t kCount = std::size(kSettings), kMostVariables = 4096;

bool sameName(const char* variable, const char* setting) {
    const char* const end = std::strchr(setting, '=');
    return std::strncmp(variable, setting, static_cast<std::size_t>(end - setting) + 1) == 0;
}

bool isSet(char** variables, const char* setting) {
    for (; *variables; ++variables) {
        if (sameName(*variables, setting)) return true;
    }
    return false;
}

/// By its own path, so that it keeps its name among the processes. Returns where the system refuses.
void startAgain(char** arguments, char** variables) {
    char path[PATH_MAX] = {};
    if (::readlink("/proc/self/exe", path, sizeof(path) - 1) > 0) ::execve(path, arguments, variables);
    ::execve("/proc/self/exe", arguments, variables);
}

/// Goes on where this is the second start already, or none is possible.
void restartWithSettings(int, char** arguments, char** variables) {
    if (isSet(variables, kSettings[0])) return;
    char* all[kMostVariables + kCount + 1];
    std::size_t count = 0;
    for (; variables[count]; ++count) {
        if (count == kMostVariables) return;
        all[count] = variables[count];
    }
    for (const char* setting : kSettings) {
        if (!isSet(variables, setting)) all[count++] = const_cast<char*>(setting);
    }
    all[count] = nullptr;
    startAgain(arguments, all);
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const kRestart)(int, char**, char**) = restartWithSettings;

}  // namespace
