// A bundle checked from the bytes up; damage is told, never thrown.
#include <functional>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/export/bundle.h"
#include "core/export/certificate.h"
#include "core/export/checksums.h"
#include "core/export/manifest.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += (text.empty() ? "" : "; ") + sentence;
    return text;
}

/// Runs one check; its detail is what it returns, or the error's message where it fails.
bool addCheck(BundleVerdict& verdict, const std::string& name, const std::function<std::string()>& body) {
    try {
        verdict.checks.push_back({name, true, body()});
    } catch (const Error& e) {
        verdict.checks.push_back({name, false, e.what()});
    }
    return verdict.checks.back().ok;
}

/// Every key is one of a pair of factors whose ranks are the config's; returns the adapted modules.
std::set<std::string> auditAdapter(const fs::path& folder, const std::string& shownAs) {
    const auto corrupt = [&](const std::string& what) { throw Error(ErrorCode::Corrupt, shownAs + " " + what); };
    const std::string configFile = (folder / "adapter_config.json").string();
    const Value config = parseJson(readFile(configFile), configFile);
    const std::int64_t rank = config.at("r").asInt();
    const SafetensorsFile file(folder / "adapter_model.safetensors");
    std::set<std::string> modules;
    for (const auto& [key, view] : file.tensors()) {
        const bool isA = key.ends_with(".lora_A.weight");
        if (!isA && !key.ends_with(".lora_B.weight")) corrupt("has the unknown key '" + key + "'");
        const std::string other = key.substr(0, key.size() - std::string("A.weight").size()) + (isA ? "B.weight" : "A.weight");
        if (!file.tensors().count(other)) corrupt("lacks the key '" + other + "'");
        if (view.shape.size() != 2 || view.shape[isA ? 0 : 1] != rank) corrupt("has '" + key + "' of another rank than " + std::to_string(rank));
        modules.insert(key.substr(0, key.size() - std::string(".lora_A.weight").size()));
    }
    if (modules.empty()) corrupt("adapts nothing");
    return modules;
}

std::string checkFiles(const fs::path& bundle) {
    const std::vector<std::string> problems = checksumProblems(bundle);
    if (!problems.empty()) throw Error(ErrorCode::Corrupt, joined(problems));
    return std::to_string(filesBelow(bundle).size() - 1) + " files match " + kChecksums;
}

std::string checkAdapters(const fs::path& bundle, const Value& manifest) {
    const std::set<std::string> merged = auditAdapter(bundle, "the merged adapter");
    const std::vector<std::string> members = namesOf(manifest.at("members"));
    std::set<std::string> all;
    for (const std::string& id : members) {
        for (const std::string& module : auditAdapter(bundle / "adapters" / id, "adapters/" + id)) {
            if (!merged.count(module)) throw Error(ErrorCode::Corrupt, "adapters/" + id + " adapts '" + module + "', which the merged adapter does not");
            all.insert(module);
        }
    }
    if (all.size() < merged.size()) throw Error(ErrorCode::Corrupt, "the merged adapter adapts modules that none of the members does");
    return std::to_string(members.size()) + " members and the merged adapter, " + std::to_string(merged.size()) + " modules";
}

std::string checkBase(const Value& manifest, const ModelInfo& model) {
    if (manifest.at("base").at("sha256").asString() != model.sha256) {
        throw Error(ErrorCode::Corrupt, "the bundle belongs to " + manifest.at("base").at("id").asString() + " with other weights than " + model.name);
    }
    return model.name;
}

std::string checkReplay(const fs::path& bundle, const Value& manifest, const fs::path& modelFolder, const JobContext& job) {
    SessionOptions options;
    options.dtype = manifest.at("base").at("dtype").asString();
    if (!manifest.at("quantisation").isNull()) options.quantize = manifest.at("quantisation").at("kind").asString();
    Session session = Session::open(modelFolder, options);
    const std::vector<std::string> problems = replayProblems(session, readBundle(bundle, session.info()), bundle, job);
    if (!problems.empty()) throw Error(ErrorCode::Corrupt, "the replayed rows differ from the certificate: " + joined(problems));
    return "the replayed rows give the certificate's logits";
}

}  // namespace

BundleVerdict verifyBundle(const fs::path& bundle, const std::optional<fs::path>& modelFolder, const JobContext& job) {
    std::error_code error;
    if (!fs::is_directory(bundle, error)) throw Error(ErrorCode::NotFound, "there is no bundle in " + bundle.string());
    BundleVerdict verdict;
    Value manifest;
    addCheck(verdict, "files", [&] { return checkFiles(bundle); });
    const bool readable = addCheck(verdict, "manifest", [&] {
        manifest = readManifest(bundle);
        return std::string(kManifest) + ", format " + manifest.at("schema_version").asString();
    });
    if (readable) addCheck(verdict, "adapters", [&] { return checkAdapters(bundle, manifest); });
    if (readable && modelFolder) {
        const ModelInfo model = inspectModel(*modelFolder);
        const bool same = addCheck(verdict, "base", [&] { return checkBase(manifest, model); });
        if (same) addCheck(verdict, "replay", [&] { return checkReplay(bundle, manifest, *modelFolder, job); });
    }
    verdict.ok = true;
    for (const BundleCheck& check : verdict.checks) verdict.ok = verdict.ok && check.ok;
    return verdict;
}

}  // namespace consort
