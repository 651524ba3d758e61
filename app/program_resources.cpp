#include "app/program_resources.h"

#include <cstdlib>

namespace consort {
namespace fs = std::filesystem;

fs::path resourcesFolder() {
    if (const char* given = std::getenv("CONSORT_RESOURCES")) return given;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path installed = program.parent_path().parent_path() / "share" / "consort";
    if (!error && fs::exists(installed, error)) return installed;
    return CONSORT_SOURCE_RESOURCES;
}

fs::path freshFolder(const std::string& name) {
    fs::path folder = fs::absolute(name);
    for (int number = 2; fs::exists(folder); ++number) folder = fs::absolute(name + "-" + std::to_string(number));
    return folder;
}

}  // namespace consort
