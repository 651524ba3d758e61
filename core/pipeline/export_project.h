#pragma once
// The verb `export`: a project's ensemble as a bundle (formats.md §8).
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/export/bundle.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

struct ExportRequest {
    std::vector<std::string> formats{"bundle"};  ///< names of exporters(); the bundle is always among them
    std::int64_t svdRank = 0;                    ///< of the format "svd"; 0: the members'
};

/// Throws Error{InvalidInput} naming the step to run first.
BundleReport exportProject(Project& project, const std::filesystem::path& out, const ExportRequest& request,
                           const JobContext& job);

/// verifyBundle against the project's base; a bundle of the project's own list gets the time of a passed check (`verified`, seconds since 1970).
BundleVerdict verifyExport(Project& project, const std::filesystem::path& bundle, const JobContext& job);

Value toValue(const BundleReport& report);
Value toValue(const BundleVerdict& verdict);

}  // namespace consort
