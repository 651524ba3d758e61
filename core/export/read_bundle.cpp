// A bundle on disk back to members and weights.
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/export/bundle.h"
#include "core/export/checksums.h"
#include "core/export/manifest.h"

namespace consort {
namespace fs = std::filesystem;

LoadedBundle readBundle(const fs::path& bundle, const ModelInfo& model) {
    if (!fs::is_directory(bundle)) throw Error(ErrorCode::NotFound, "there is no bundle in " + bundle.string());
    if (const auto problems = checksumProblems(bundle); !problems.empty()) {
        throw Error(ErrorCode::Corrupt, "the bundle in " + bundle.string() + " is damaged: " + problems.front());
    }
    const Value manifest = readManifest(bundle);
    if (manifest.at("base").at("sha256").asString() != model.sha256) {
        throw Error(ErrorCode::Corrupt, "the bundle in " + bundle.string() + " belongs to another base: " + manifest.at("base").at("id").asString() +
                                            " with other weights than " + model.name);
    }
    LoadedBundle loaded;
    loaded.memberIds = namesOf(manifest.at("members"));
    for (const std::string& id : loaded.memberIds) loaded.members.push_back(readPeftAdapter(bundle / "adapters" / id, model));
    const Value& weights = manifest.at("combine").at("weights");
    loaded.global = numbersOf(weights.at("global"));
    for (const auto& [name, list] : weights.at("per_dataset").asObject()) {
        loaded.datasets.push_back(name);
        loaded.weights.push_back(numbersOf(list));
        const Value* base = manifest.at("combine").find("base_weights");
        loaded.baseWeights.push_back(base ? base->doubleOr(name, 0) : 0);
    }
    if (manifest.at("combine").find("gate")) {
        loaded.gate = gateFrom(parseJson(readFile(bundle / kGateFile), kGateFile), loaded.members.size(), model.hiddenSize, kGateFile);
    }
    return loaded;
}

}  // namespace consort
