#include "core/base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include "core/base/error.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void failOn(const std::string& action, const fs::path& file, int error) {
    const ErrorCode code = error == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
    const char* remedy = error == ENOSPC ? "; free some disk space and run the command again"
                         : error == EACCES || error == EROFS || error == EPERM ? "; check the permissions of the folder" : "";
    throw Error(code, action + " " + file.string() + " failed: " + std::strerror(error) + remedy);
}

/// Closes a descriptor on scope exit.
struct Descriptor {
    int fd;
    ~Descriptor() { if (fd >= 0) ::close(fd); }
};

void writeAll(int fd, std::string_view bytes, const fs::path& file) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) failOn("writing", file, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

}  // namespace

std::string readFile(const fs::path& file) {
    if (fs::is_directory(file)) throw Error(ErrorCode::NotFound, file.string() + " is a folder, not a file");
    std::ifstream in(file, std::ios::binary);
    if (!in) failOn("opening", file, errno ? errno : ENOENT);
    std::ostringstream out;
    out << in.rdbuf();
    if (in.bad()) failOn("reading", file, EIO);
    return std::move(out).str();
}

void writeFileAtomically(const fs::path& file, std::string_view bytes) { writeFileAtomically(file, std::span(&bytes, 1)); }

void writeFileAtomically(const fs::path& file, std::span<const std::string_view> parts) {
    const fs::path part = file.string() + ".part" + std::to_string(::getpid());
    try {
        Descriptor out{::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
        if (out.fd < 0) failOn("creating", file, errno);
        for (const std::string_view bytes : parts) writeAll(out.fd, bytes, file);
        if (::fsync(out.fd) != 0) failOn("writing", file, errno);
        if (::rename(part.c_str(), file.c_str()) != 0) failOn("renaming to", file, errno);
    } catch (const Error&) {
        ::unlink(part.c_str());
        throw;
    }
    const Descriptor folder{::open(file.has_parent_path() ? file.parent_path().c_str() : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.fd >= 0) ::fsync(folder.fd);
}

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) failOn("creating folder", folder, error.value());
}

MappedFile::MappedFile(const fs::path& file) {
    const Descriptor in{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (in.fd < 0) failOn("opening", file, errno);
    struct stat info {};
    if (::fstat(in.fd, &info) != 0) failOn("reading", file, errno);
    if (S_ISDIR(info.st_mode)) throw Error(ErrorCode::NotFound, file.string() + " is a folder, not a file");
    size_ = static_cast<std::size_t>(info.st_size);
    if (size_ == 0) return;
    void* map = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, in.fd, 0);
    if (map == MAP_FAILED) failOn("mapping", file, errno);
    data_ = static_cast<const std::byte*>(map);
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
}

void MappedFile::forget(std::span<const std::byte> part) const {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = (reinterpret_cast<std::uintptr_t>(part.data()) + page - 1) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(part.data() + part.size()) / page * page;
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

}  // namespace consort
