#include "core/base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "core/base/error.h"

namespace consort {
namespace {

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = spdlog::stderr_color_mt("consort");
        made->set_pattern("%^%l%$: %v");
        return made;
    }();
    return *instance;
}

}  // namespace

void setLogLevel(const std::string& level) {
    const auto parsed = spdlog::level::from_str(level);
    if (parsed == spdlog::level::off && level != "off") {
        throw Error(ErrorCode::InvalidInput, "unknown log level '" + level + "': use trace, debug, info, warning, error or off");
    }
    logger().set_level(parsed);
}

void logDebug(const std::string& message) { logger().debug("{}", message); }
void logInfo(const std::string& message) { logger().info("{}", message); }
void logWarning(const std::string& message) { logger().warn("{}", message); }
void logError(const std::string& message) { logger().error("{}", message); }

}  // namespace consort
