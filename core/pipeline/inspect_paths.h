#pragma once
// What dropped or chosen paths are: datasets, base models, projects, or not understood and why. Nothing is changed and rows are not read.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/job/job_context.h"

namespace consort {

struct FoundPath {
    enum class Kind { Dataset, BaseModel, Project, NotUnderstood };
    Kind kind = Kind::NotUnderstood;
    std::string name;
    std::filesystem::path path;  ///< what to hand to `import`, `new` or `open`
    std::string detail;          ///< "3 files: train, valid, test", "llama, 8.4 M parameters", or the reason
    std::int64_t bytes = 0;
};

inline constexpr std::size_t kUnknownListed = 200;  ///< not understood ones; the last line then says how many more there are

/// One entry a dataset, model, project and unknown file, in the order of `paths`. A bad path never spoils the others.
/// Throws Cancelled alone.
std::vector<FoundPath> inspectPaths(const std::vector<std::filesystem::path>& paths, const JobContext& job);

}  // namespace consort
