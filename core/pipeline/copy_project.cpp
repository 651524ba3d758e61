#include "core/pipeline/copy_project.h"

#include "core/base/error.h"
#include "core/store/store.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

bool isDatabase(const fs::path& file) { return file.filename().string().rfind("project.sqlite", 0) == 0; }

/// Removes what was copied unless everything was.
class PartialFolder {
public:
    explicit PartialFolder(fs::path folder) : folder_(std::move(folder)) {}
    ~PartialFolder() {
        std::error_code ignored;
        if (!whole_) fs::remove_all(folder_, ignored);
    }
    void keep() { whole_ = true; }

private:
    fs::path folder_;
    bool whole_ = false;
};

void copyBlobs(const fs::path& from, const fs::path& to, const JobContext& job) {
    std::int64_t done = 0;
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        job.throwIfStopped();
        const fs::path place = to / fs::relative(entry.path(), from);
        if (entry.is_directory()) fs::create_directories(place);
        else if (!isDatabase(entry.path())) fs::copy_file(entry.path(), place);
        job.progress("copy", ++done, 0, "files");
    }
}

}  // namespace

void copyProject(const fs::path& from, const fs::path& to, const JobContext& job) {
    if (fs::exists(to)) throw Error(ErrorCode::InvalidInput, to.string() + " exists already; choose another name");
    try {
        fs::create_directories(to);
        PartialFolder partial(to);
        copyBlobs(from, to, job);
        Store::open(from).backupTo(to / "project.sqlite");
        partial.keep();
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::Io, "the project could not be copied to " + to.string() + ": " + e.code().message());
    }
}

}  // namespace consort
