#pragma once
// A second copy of a project at another place, also of one that is read-only or in use.
#include <filesystem>

#include "core/job/job_context.h"

namespace consort {

/// Copies the database by its own means, so that it is whole while others write, and every blob file. Nothing is left behind on failure.
/// Throws Error{InvalidInput} where `to` exists, {Io}, Cancelled between files.
void copyProject(const std::filesystem::path& from, const std::filesystem::path& to, const JobContext& job);

}  // namespace consort
