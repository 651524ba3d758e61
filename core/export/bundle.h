#pragma once
// The ensemble bundle on disk (formats.md §8): written, certified, verified.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/ensemble/gate.h"
#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

struct BundleMember {
    std::string id;       ///< "g1"
    std::string kind = "group";  ///< "group", "boost": a boosting member, which has no part in the cat form
    std::string group;    ///< "g1"
    std::vector<std::string> datasets;
    Adapter adapter;
    double weight = 0;    ///< global ω of the cat form
    std::int64_t steps = 0, bestStep = 0;
    std::uint64_t seed = 0;
};

/// Everything a bundle says; a value made by the pipeline from the project.
struct BundleContent {
    ModelInfo model;
    std::filesystem::path modelFolder;           ///< tokenizer files are copied from there
    SessionOptions session;                      ///< dtype and quantisation that the members were trained on
    std::vector<BundleMember> members;
    std::vector<std::string> datasets;           ///< import order
    std::vector<std::vector<double>> weights;    ///< per dataset, in the order of members: the logits form
    std::vector<double> baseWeights;             ///< per dataset: of the frozen base's logits, minus the sum of the boosting steps; empty: 0
    double baseWeight(std::size_t dataset) const { return baseWeights.empty() ? 0 : baseWeights[dataset]; }
    std::optional<Gate> gate;                    ///< weights of the logits form by the prompt, instead of those per dataset
    std::int64_t svdRank = 0;                    ///< of the format "svd"; 0: the largest of the members
    Value method;                                ///< projection dim, seed, lambda, subsets, estimator, expand
    Value datasetCards;                          ///< list of {name, sha256, rows, schema, template, splits}
    Value results;                               ///< the ledger (as `evaluate --json`), or null
    Matrix affinity;
    Value licences;                              ///< {name of the base or of a dataset: licence}, "unknown" where none is stated
    std::function<void(const std::filesystem::path&)> writeTables;  ///< writes runs.sqlite; may be empty
    std::vector<std::pair<std::string, TokenIds>> probes;  ///< dataset and prompt+target ids of rows that the certificate replays
};

struct BundleFile { std::string path; std::int64_t bytes = 0; std::string sha256; };
/// How far an exported artefact is from the engine's own result, over the probe rows.
struct Faithfulness { std::string artefact; double maxAbsLogit = 0, kl = 0, accuracyDelta = 0; };

struct BundleReport {
    std::filesystem::path folder;
    std::vector<BundleFile> files;               ///< path relative to the folder, all files
    std::vector<Faithfulness> faithfulness;
};

/// One kind of file set; THE TABLE is in exporters.cpp.
struct Exporter {
    const char* name;
    const char* summary;
    void (*write)(Session&, const BundleContent&, const std::filesystem::path& folder);
};
const std::vector<Exporter>& exporters();

/// Writes into a temporary sibling and renames; then re-reads everything with the engine's own reader and measures faithfulness.
/// Throws Error{InvalidInput} where `out` exists and is no bundle of ours or not empty, {Io}, {Corrupt} where the certificate fails.
BundleReport exportBundle(Session& session, const BundleContent& content, const std::filesystem::path& out,
                          const std::vector<std::string>& formats, const JobContext& job);

struct BundleCheck { std::string name; bool ok = false; std::string detail; };
struct BundleVerdict { bool ok = false; std::vector<BundleCheck> checks; };
/// Every hash, shape and the manifest's schema; with `modelFolder` also a replayed batch. A damaged file is named, never thrown.
BundleVerdict verifyBundle(const std::filesystem::path& bundle, const std::optional<std::filesystem::path>& modelFolder,
                           const JobContext& job);

/// A bundle read back for use: members and weights. Throws Error{Corrupt|NotFound}; any hash mismatch is an error.
struct LoadedBundle {
    std::vector<std::string> memberIds;
    std::vector<Adapter> members;
    std::vector<std::string> datasets;
    std::vector<std::vector<double>> weights;
    std::vector<double> baseWeights;             ///< per dataset
    std::vector<double> global;
    std::optional<Gate> gate;                    ///< in the place of weights per dataset
};
LoadedBundle readBundle(const std::filesystem::path& bundle, const ModelInfo& model);

}  // namespace consort
