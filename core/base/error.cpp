#include "core/base/error.h"

namespace consort {

int exitCodeOf(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::InvalidInput:
        case ErrorCode::NotFound:
        case ErrorCode::Unsupported: return 2;
        case ErrorCode::Corrupt: return 3;
        case ErrorCode::Io:
        case ErrorCode::OutOfMemory:
        case ErrorCode::NoDevice: return 4;
        case ErrorCode::Internal: return 5;
    }
    return 5;
}

void check(bool condition, const char* what) {
    if (!condition) throw Error(ErrorCode::Internal, std::string("internal check failed: ") + what + " (please report this)");
}

}  // namespace consort
