#include "app/program_start.h"

#include <unistd.h>

#include <cstdlib>

namespace consort {

void restartWithSettings(char** argv) {
    if (std::getenv("CONSORT_RESTARTED")) return;
    ::setenv("CONSORT_RESTARTED", "1", 1);
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
    ::setenv("MIMALLOC_ALLOW_DECOMMIT", "0", 0);  // mimalloc 2.0
    ::setenv("MIMALLOC_PURGE_DELAY", "-1", 0);    // mimalloc 2.1 and later
    ::execv("/proc/self/exe", argv);
}

}  // namespace consort
