#pragma once
// Where the program finds what it ships, and where it may put a new folder.
#include <filesystem>

namespace consort {

/// The resources folder: CONSORT_RESOURCES, else share/consort beside the installed program, else the source tree's.
std::filesystem::path resourcesFolder();

/// A folder NAME, NAME-2, NAME-3 … in the current folder that does not exist yet.
std::filesystem::path freshFolder(const std::string& name);

}  // namespace consort
