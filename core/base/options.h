#pragma once
// One description of an option, from which command-line flags, forms and stored configurations are made.
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"

namespace consort {

/// Names: a list separated by commas. Links: such lists, separated by semicolons or given by repeating the option.
enum class OptionKind { Integer, Number, Text, Names, Links, Flag };

struct OptionSpec {
    std::string name;                  ///< without dashes: "subset-size"
    OptionKind kind = OptionKind::Text;
    Value fallback;                    ///< null: decided at run time, as `help` says
    std::string help;                  ///< one line, with unit
    std::optional<double> low, high;   ///< inclusive bounds of numbers
    std::vector<std::string> choices;  ///< of a text
    std::string alternative;           ///< a word that a number option also takes: "auto", "all"
};

/// Checks `given` (an object of raw texts by option name, true for flags) against the specs and fills in fallbacks.
/// Throws Error{InvalidInput} naming option, value and what is allowed.
Value checkedOptions(const std::vector<OptionSpec>& specs, const Value& given);

/// "a,b , c" as names without blanks; empty ones dropped.
std::vector<std::string> namesIn(const std::string& text);

}  // namespace consort
