#pragma once
// The one error type of the engine; foreign errors are translated into it at their library's door.
#include <stdexcept>
#include <string>

namespace consort {

enum class ErrorCode {
    InvalidInput,  ///< what the person gave cannot be used as it is
    NotFound,      ///< a named file, dataset, step or option does not exist
    Unsupported,   ///< understood, but this version cannot do it
    Corrupt,       ///< a file is damaged, of a newer version, or belongs to something else
    Io,            ///< disk full, no permission, device gone
    OutOfMemory,   ///< memory too small, forecast or met
    NoDevice,      ///< no such compute device, driver or library
    Internal,      ///< our bug
};

/// `message` says what failed, on which object, and what to do.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    ErrorCode code() const noexcept { return code_; }

private:
    ErrorCode code_;
};

/// Thrown by JobContext::throwIfStopped; not a failure.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error("interrupted") {}
};

/// Process exit code of an error (cli.md): 2 input, 3 corrupt, 4 memory, disk or device, 5 our bug.
int exitCodeOf(ErrorCode code) noexcept;

/// Throws Error{Internal} when `condition` is false: a check of our own assumptions.
void check(bool condition, const char* what);

}  // namespace consort
