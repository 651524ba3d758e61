#pragma once
// How much memory this process may still take, and the forecast that is held against it before work starts.
#include <cstdint>
#include <string>

namespace consort {

/// Bytes that are free for this process: of the machine, of its control group (version 1 or 2) and of its address space
/// (RLIMIT_AS), whichever is least.
std::int64_t availableMemory();

/// Bytes that this process could take if nothing else ran: of the machine, of its control group and of its address space.
std::int64_t totalMemory();

/// Throws Error{OutOfMemory} naming `what`, the needed and the available memory and the `remedy` where `needed` bytes are too many.
void requireMemory(double needed, const std::string& what, const std::string& remedy);
/// The same where `available` bytes are free, of whichever memory.
void requireMemory(double needed, double available, const std::string& what, const std::string& remedy);

}  // namespace consort
