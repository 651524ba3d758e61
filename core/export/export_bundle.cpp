// From a project's members to a sealed bundle: everything or nothing appears at the given place.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/export/bundle.h"
#include "core/export/bundle_card.h"
#include "core/export/bundle_files.h"
#include "core/export/certificate.h"
#include "core/export/checksums.h"
#include "core/export/manifest.h"
#include "core/export/report_page.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void ioError(const std::string& what, const fs::path& path, const std::error_code& error) {
    throw Error(ErrorCode::Io, "cannot " + what + " " + path.string() + ": " + error.message());
}

/// A folder that goes away with this object unless it was moved to its place.
class TemporaryFolder {
public:
    explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
        makeFolder(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

fs::path sibling(const fs::path& out, const char* ending) { return out.parent_path() / ("." + out.filename().string() + ending); }

/// The exporters named by `formats`, the bundle always among them.
std::vector<const Exporter*> chosenExporters(const std::vector<std::string>& formats) {
    std::string known;
    for (const Exporter& exporter : exporters()) known += (known.empty() ? "" : ", ") + std::string(exporter.name);
    std::set<std::string> names(formats.begin(), formats.end());
    names.insert("bundle");
    std::vector<const Exporter*> chosen;
    for (const std::string& name : names) {
        const auto& table = exporters();
        const auto found = std::find_if(table.begin(), table.end(), [&](const Exporter& exporter) { return name == exporter.name; });
        if (found != table.end()) chosen.push_back(&*found);
        else throw Error(ErrorCode::InvalidInput, "there is no export format '" + name + "'; known are " + known);
    }
    return chosen;
}

void requireFinite(double weight, const std::string& whose) {
    if (!std::isfinite(weight)) throw Error(ErrorCode::InvalidInput, "a weight of " + whose + " is not a finite number");
}

void requireContent(const BundleContent& content) {
    if (content.members.empty()) throw Error(ErrorCode::InvalidInput, "there are no members to export; train first");
    std::set<std::string> ids;
    for (const BundleMember& member : content.members) {
        if (!isMemberId(member.id) || !ids.insert(member.id).second) {
            throw Error(ErrorCode::InvalidInput, "the member id '" + member.id + "' is taken or cannot name an adapter (a-z, 0-9 and _, not default or lora…)");
        }
        requireFinite(member.weight, member.id);
    }
    check(content.weights.size() == content.datasets.size(), "one weight vector a dataset");
    for (std::size_t d = 0; d < content.weights.size(); ++d) {
        check(content.weights[d].size() == content.members.size(), "one weight a member");
        for (const double weight : content.weights[d]) requireFinite(weight, content.datasets[d]);
    }
    check(content.affinity.empty() || content.affinity.rows == static_cast<std::int64_t>(content.datasets.size()), "one affinity row a dataset");
}

/// Absolute, without a trailing separator; refuses what would destroy something that is no bundle.
fs::path checkedPlace(const fs::path& given) {
    fs::path out = fs::absolute(given).lexically_normal();
    if (!out.has_filename()) out = out.parent_path();
    std::error_code error;
    if (!fs::exists(fs::symlink_status(out, error))) return out;
    if (!fs::is_directory(out, error)) throw Error(ErrorCode::InvalidInput, out.string() + " exists and is no folder; give another place");
    const bool empty = fs::is_empty(out, error);
    if (error) ioError("look into", out, error);
    if (empty) return out;
    try {
        readManifest(out);
    } catch (const Error&) {
        throw Error(ErrorCode::InvalidInput, out.string() + " is not empty and no bundle; give another place");
    }
    return out;
}

void seal(const BundleContent& content, const std::vector<Faithfulness>& faithfulness, const fs::path& folder) {
    writeFileAtomically(folder / kManifest, toJson(manifestOf(content, faithfulness, folder), 2) + "\n");
    writeChecksums(folder);
}

/// An older bundle steps aside first and comes back where the new one cannot take its place.
void moveIntoPlace(const fs::path& from, const fs::path& out) {
    std::error_code error;
    const bool replaces = fs::exists(out, error);
    const fs::path old = sibling(out, ".old");
    if (replaces) {
        fs::remove_all(old, error);
        fs::rename(out, old, error);
    }
    if (error) ioError("replace", out, error);
    fs::rename(from, out, error);
    if (!error) {
        fs::remove_all(old, error);
        return;
    }
    std::error_code ignored;
    if (replaces) fs::rename(old, out, ignored);
    ioError("write", out, error);
}

BundleReport reportOf(const fs::path& folder, std::vector<Faithfulness> faithfulness) {
    BundleReport report{folder, filesBelow(folder), std::move(faithfulness)};
    for (BundleFile& file : report.files) file.sha256 = sha256OfFile(folder / file.path);
    return report;
}

}  // namespace

BundleReport exportBundle(Session& session, const BundleContent& content, const fs::path& out, const std::vector<std::string>& formats,
                          const JobContext& job) {
    const std::vector<const Exporter*> chosen = chosenExporters(formats);
    requireContent(content);
    const fs::path place = checkedPlace(out);
    const TemporaryFolder folder(sibling(place, ".part"));
    for (const Exporter* exporter : chosen) exporter->write(session, content, folder.path());
    seal(content, {}, folder.path());
    const Certificate certificate = certify(session, content, folder.path(), job);
    writeFileAtomically(folder.path() / kCertificate, toJson(toValue(certificate)) + "\n");
    writeFileAtomically(folder.path() / "README.md", bundleCard(content, certificate.faithfulness));
    if (fs::exists(folder.path() / kReport)) writeFileAtomically(folder.path() / kReport, reportPage(content, certificate.faithfulness));
    seal(content, certificate.faithfulness, folder.path());
    BundleReport report = reportOf(folder.path(), certificate.faithfulness);
    moveIntoPlace(folder.path(), place);
    report.folder = place;
    return report;
}

}  // namespace consort
