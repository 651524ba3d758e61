#include "core/export/checksums.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDigits = 64;

bool isDigest(std::string_view text) {
    return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// A path that stays inside the bundle: relative, without "..", in its normal form.
bool staysInside(const std::string& path) {
    const fs::path given(path);
    if (path.empty() || given.is_absolute() || given.lexically_normal() != given) return false;
    return std::none_of(given.begin(), given.end(), [](const fs::path& part) { return part == ".."; });
}

struct Sums {
    std::map<std::string, std::string> digests;
    std::vector<std::string> problems;
};

Sums parseSums(const std::string& text) {
    Sums sums;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        const bool shaped = end < text.size() && line.size() > kDigits + 2 && isDigest(std::string_view(line).substr(0, kDigits)) && line.compare(kDigits, 2, "  ") == 0;
        const std::string path = shaped ? line.substr(kDigits + 2) : std::string();
        if (!shaped || !staysInside(path) || !sums.digests.emplace(path, line.substr(0, kDigits)).second) {
            sums.problems.push_back(std::string(kChecksums) + " has a malformed line " + std::to_string(number + 1));
        }
    }
    return sums;
}

/// Sentence about one file that the list names, or nothing.
std::string problemOf(const fs::path& folder, const std::string& path, const std::string& digest) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(folder / path, error);
    if (!fs::exists(status)) return path + " is missing";
    if (!fs::is_regular_file(status)) return path + " is no plain file";
    try {
        return sha256OfFile(folder / path) == digest ? std::string() : path + " does not match its line in " + kChecksums;
    } catch (const Error& e) {
        return path + " cannot be read: " + e.what();
    }
}

}  // namespace

std::vector<BundleFile> filesBelow(const fs::path& folder) {
    std::vector<BundleFile> files;
    try {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_symlink() && entry.is_directory()) continue;
            BundleFile file{entry.path().lexically_relative(folder).generic_string(), 0, {}};
            if (!entry.is_symlink() && entry.is_regular_file()) file.bytes = static_cast<std::int64_t>(entry.file_size());
            files.push_back(std::move(file));
        }
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::Io, "cannot list the files of " + folder.string() + ": " + e.code().message());
    }
    std::sort(files.begin(), files.end(), [](const BundleFile& a, const BundleFile& b) { return a.path < b.path; });
    return files;
}

void writeChecksums(const fs::path& folder) {
    std::string text;
    for (const BundleFile& file : filesBelow(folder)) {
        if (file.path != kChecksums) text += sha256OfFile(folder / file.path) + "  " + file.path + "\n";
    }
    writeFileAtomically(folder / kChecksums, text);
}

std::vector<std::string> checksumProblems(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_regular_file(folder / kChecksums, error)) return {std::string(kChecksums) + " is missing"};
    std::vector<std::string> problems;
    try {
        Sums sums = parseSums(readFile(folder / kChecksums));
        problems = std::move(sums.problems);
        for (const auto& [path, digest] : sums.digests) {
            if (std::string problem = problemOf(folder, path, digest); !problem.empty()) problems.push_back(std::move(problem));
        }
        for (const BundleFile& file : filesBelow(folder)) {
            if (file.path != kChecksums && !sums.digests.count(file.path)) problems.push_back(file.path + " is not listed in " + kChecksums);
        }
    } catch (const Error& e) {
        problems.push_back(e.what());
    }
    return problems;
}

}  // namespace consort
