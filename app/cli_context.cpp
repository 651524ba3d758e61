#include <iostream>

#include "app/cli_commands.h"

namespace consort {

void CliContext::printJson(const Value& value) const { std::cout << toJson(value) << '\n'; }

void CliContext::print(const std::string& text) const { std::cout << text; }

}  // namespace consort
