#include "core/base/error.h"
#include "core/export/bundle.h"

namespace consort {

BundleReport exportBundle(Session&, const BundleContent&, const std::filesystem::path&, const std::vector<std::string>&, const JobContext&) {
    throw Error(ErrorCode::Unsupported, "bundles come with a later version of this program");
}

BundleVerdict verifyBundle(const std::filesystem::path&, const std::optional<std::filesystem::path>&, const JobContext&) {
    throw Error(ErrorCode::Unsupported, "bundles come with a later version of this program");
}

}  // namespace consort
