#pragma once
// SHA-256 of bytes and files; the only place that knows OpenSSL.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace consort {

/// Incremental SHA-256. Not thread-safe.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void update(const void* data, std::size_t size);
    void update(std::string_view text) { update(text.data(), text.size()); }
    /// 64 lower-case hex digits; the object may not be used afterwards.
    std::string hexDigest();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

std::string sha256Hex(std::string_view bytes);
/// Throws Error{NotFound} or {Io} naming the file.
std::string sha256OfFile(const std::filesystem::path& file);

}  // namespace consort
