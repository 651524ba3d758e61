#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/store/store.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

std::string holderOf(const fs::path& file) {
    try {
        const std::string text = readFile(file);
        return text.empty() ? "an unknown process" : text;
    } catch (const Error&) {
        return "an unknown process";
    }
}

std::string thisProcess() {
    char host[256] = "unknown";
    ::gethostname(host, sizeof host - 1);
    return "process " + std::to_string(::getpid()) + " on " + host;
}

/// A lock that belongs to the open file, not the process, and that can be asked after without being taken.
struct flock wholeFile() {
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

}  // namespace

bool StageLock::isHeld(const fs::path& project, const std::string& stage) {
    const int file = ::open((project / "locks" / (stage + ".lock")).c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) return false;
    struct flock lock = wholeFile();
    const bool held = ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(file);
    return held;
}

StageLock::StageLock(const fs::path& project, const std::string& stage) {
    const fs::path folder = project / "locks";
    makeFolder(folder);
    const fs::path file = folder / (stage + ".lock");
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw Error(ErrorCode::Io, "cannot lock " + file.string() + ": " + std::strerror(errno));
    struct flock whole = wholeFile();
    if (::fcntl(descriptor_, F_OFD_SETLK, &whole) != 0) {
        ::close(descriptor_);
        descriptor_ = -1;
        throw Error(ErrorCode::InvalidInput, "the step '" + stage + "' of " + project.string() + " is being run by " + holderOf(file) +
                                                 "; wait for it to finish or stop it first");
    }
    const std::string holder = thisProcess();
    if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, holder.data(), holder.size(), 0) < 0) {
        // The lock itself holds; only its label is missing.
    }
}

StageLock::~StageLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace consort
