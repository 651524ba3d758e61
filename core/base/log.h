#pragma once
// The program's log: to stderr, never to stdout (stdout belongs to results).
#include <string>

namespace consort {

/// "trace", "debug", "info", "warning", "error", "off"; throws Error{InvalidInput} on another word.
void setLogLevel(const std::string& level);
void logDebug(const std::string& message);
void logInfo(const std::string& message);
void logWarning(const std::string& message);
void logError(const std::string& message);

}  // namespace consort
