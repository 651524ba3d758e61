#pragma once
// From OptionSpec lists to command-line flags.
#include <memory>
#include <string>
#include <vector>

#include "core/base/options.h"

namespace CLI {
class App;
}

namespace consort {

/// Raw texts as the command line gave them, by option name; shared with the callbacks of CLI11.
using GivenOptions = std::shared_ptr<Value>;

/// Adds --name for every spec. `aliases` maps a spec name to another flag text, such as "-m" for "groups".
GivenOptions addOptions(CLI::App& command, const std::vector<OptionSpec>& specs,
                        const std::vector<std::pair<std::string, std::string>>& aliases = {});

}  // namespace consort
