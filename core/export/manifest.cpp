#include "core/export/manifest.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/export/checksums.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr const char* kSchema = "consort-ensemble";
constexpr const char* kVersion = "1.0";
constexpr const char* kRequired[] = {"schema", "schema_version", "created_by", "base", "quantisation", "method", "datasets", "affinity",
                                     "m", "members", "groups", "combine", "results", "faithfulness", "licences", "hashes"};

Value baseOf(const BundleContent& content) {
    const fs::path file = content.modelFolder / "config.json";
    const Value config = parseJson(readFile(file), file.string());
    Value base;
    base.set("id", content.model.name).set("revision", Value()).set("family", content.model.family);
    base.set("config_sha256", sha256OfFile(file)).set("sha256", content.model.sha256);
    base.set("dtype", content.session.dtype).set("tie", config.boolOr("tie_word_embeddings", content.model.family == "gpt2"));
    return base;
}

Value quantisationOf(const SessionOptions& session) {
    if (session.quantize == "none") return {};
    Value value;
    value.set("kind", session.quantize).set("block", 64).set("double", true).set("compute_dtype", session.dtype);
    return value;
}

Value datasetsOf(const BundleContent& content) {
    Value list = Value::List{};
    for (const std::string& name : content.datasets) {
        Value entry;
        entry.set("name", name);
        if (content.datasetCards.isList()) {
            for (const Value& card : content.datasetCards.asList()) {
                if (card.stringOr("name", "") == name) entry = card;
            }
        }
        list.push(entry);
    }
    return list;
}

Value memberOf(const BundleMember& member) {
    std::set<std::string> targets;
    for (const LoraWeights& module : member.adapter.modules) targets.insert(module.path.substr(module.path.rfind('.') + 1));
    Value value;
    value.set("id", member.id).set("kind", member.kind).set("path", "adapters/" + member.id).set("r", member.adapter.config.rank).set("alpha", member.adapter.config.alpha);
    value.set("targets", Value(std::vector<std::string>(targets.begin(), targets.end()))).set("weight", member.weight);
    value.set("steps", member.steps).set("seed", member.seed).set("best_step", member.bestStep);
    return value;
}

Value combineOf(const BundleContent& content) {
    Value global = Value::List{}, perDataset = Value::Object{}, base = Value::Object{}, weights, combine;
    for (const BundleMember& member : content.members) global.push(member.weight);
    for (std::size_t d = 0; d < content.datasets.size(); ++d) perDataset.set(content.datasets[d], Value(content.weights[d]));
    for (std::size_t d = 0; d < content.datasets.size(); ++d) base.set(content.datasets[d], content.baseWeight(d));
    weights.set("global", global).set("per_dataset", perDataset);
    combine.set("default", "logits").set("weights", weights).set("base_weight", 0.0).set("base_weights", base);
    if (content.gate) combine.set("gate", kGateFile);
    return combine;
}

Value hashesBelow(const fs::path& folder) {
    Value hashes = Value::Object{};
    for (const BundleFile& file : filesBelow(folder)) {
        if (file.path != kManifest && file.path != kChecksums) hashes.set(file.path, sha256OfFile(folder / file.path));
    }
    return hashes;
}

[[noreturn]] void corrupt(const std::string& what) { throw Error(ErrorCode::Corrupt, std::string(kManifest) + " " + what); }

void requireKeys(const Value& manifest) {
    for (const char* key : kRequired) {
        if (!manifest.find(key)) corrupt("lacks the key '" + std::string(key) + "'");
    }
    if (manifest.at("schema").asString() != kSchema) corrupt("is of the kind '" + manifest.at("schema").asString() + "'");
    const std::string version = manifest.at("schema_version").asString();
    if (version.rfind("1.", 0) != 0) corrupt("has the format " + version + "; this program reads 1.x");
}

void requireWeights(const Value& list, std::size_t members, const std::string& name) {
    const std::vector<double> weights = numbersOf(list);
    if (weights.size() != members) corrupt("has " + std::to_string(weights.size()) + " weights for " + name + ", but " + std::to_string(members) + " members");
}

void requireShape(const Value& manifest) {
    requireKeys(manifest);
    const std::vector<std::string> members = namesOf(manifest.at("members"));
    if (members.empty()) corrupt("names no members");
    for (const std::string& id : members) {
        if (!isMemberId(id)) corrupt("has the member id '" + id + "'");
    }
    for (const char* key : {"id", "config_sha256", "sha256", "dtype"}) manifest.at("base").at(key).asString();
    const Value& weights = manifest.at("combine").at("weights");
    requireWeights(weights.at("global"), members.size(), "the global combination");
    for (const auto& [name, list] : weights.at("per_dataset").asObject()) requireWeights(list, members.size(), name);
    const Value* gate = manifest.at("combine").find("gate");
    if (gate && gate->asString() != kGateFile) corrupt("names the gate '" + gate->asString() + "'; it belongs in " + kGateFile);
}

}  // namespace

bool isMemberId(const std::string& id) {
    const bool shaped = !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    return shaped && id.rfind("lora", 0) != 0 && id != "default";
}

std::vector<std::string> namesOf(const Value& list) {
    std::vector<std::string> names;
    for (const Value& name : list.asList()) names.push_back(name.asString());
    return names;
}

std::vector<double> numbersOf(const Value& list) {
    std::vector<double> numbers;
    for (const Value& number : list.asList()) numbers.push_back(number.asDouble());
    return numbers;
}

Value groupsOf(const BundleContent& content) {
    Value groups = Value::List{};
    for (const BundleMember& member : content.members) {
        auto& list = groups.asList();
        auto found = std::find_if(list.begin(), list.end(), [&](const Value& group) { return group.at("id").asString() == member.group; });
        if (found == list.end()) {
            Value group;
            group.set("id", member.group).set("datasets", Value(member.datasets)).set("members", Value::List{memberOf(member)});
            groups.push(group);
            continue;
        }
        Value members = found->at("members");
        found->set("members", members.push(memberOf(member)));
    }
    return groups;
}

Value toValue(const std::vector<Faithfulness>& faithfulness) {
    Value list = Value::List{};
    for (const Faithfulness& one : faithfulness) {
        Value entry;
        entry.set("artefact", one.artefact).set("max_abs_logit", one.maxAbsLogit).set("kl", one.kl).set("accuracy_delta", one.accuracyDelta);
        list.push(entry);
    }
    return list;
}

Value manifestOf(const BundleContent& content, const std::vector<Faithfulness>& faithfulness, const fs::path& folder) {
    Value manifest, createdBy, ids = Value::List{};
    for (const BundleMember& member : content.members) ids.push(member.id);
    createdBy.set("name", "Consort").set("version", CONSORT_VERSION);
    const Value groups = groupsOf(content);
    manifest.set("schema", kSchema).set("schema_version", kVersion).set("created_by", createdBy);
    manifest.set("base", baseOf(content)).set("quantisation", quantisationOf(content.session)).set("method", content.method);
    manifest.set("datasets", datasetsOf(content)).set("affinity", content.affinity.empty() ? Value() : Value("affinity.csv"));
    const auto ofDatasets = std::count_if(groups.asList().begin(), groups.asList().end(), [](const Value& group) { return !group.at("datasets").asList().empty(); });
    manifest.set("m", static_cast<std::int64_t>(ofDatasets)).set("members", ids).set("groups", groups);
    manifest.set("combine", combineOf(content)).set("results", content.results).set("faithfulness", toValue(faithfulness));
    return manifest.set("licences", content.licences.isObject() ? content.licences : Value(Value::Object{})).set("hashes", hashesBelow(folder));
}

Value readManifest(const fs::path& folder) {
    const std::string text = readFile(folder / kManifest);
    try {
        Value manifest = parseJson(text, kManifest);
        requireShape(manifest);
        return manifest;
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidInput) throw;
        corrupt(std::string("cannot be read: ") + e.what());
    }
}

}  // namespace consort
