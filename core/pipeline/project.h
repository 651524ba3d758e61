#pragma once
// Names and folders that every verb of the pipeline shares.
#include <string>

namespace consort {

/// Version of the engine, as `consort --version` prints it.
std::string versionText();

}  // namespace consort
