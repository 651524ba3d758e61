#pragma once
// Where a GPU is wanted and none is there, a test says why and is skipped; with CONSORT_REQUIRE_GPU=1 that is a failure.
#include <QtTest>

#define SKIP_WITHOUT_GPU(reason)                                                                     \
    do {                                                                                             \
        if (qEnvironmentVariable("CONSORT_REQUIRE_GPU") == "1") QFAIL(reason);                       \
        QSKIP(reason);                                                                               \
    } while (false)
