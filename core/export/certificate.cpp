#include "core/export/certificate.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/export/bundle_files.h"
#include "core/export/bundle_logits.h"
#include "core/export/gguf_lora.h"
#include "core/export/logit_distance.h"
#include "core/export/manifest.h"
#include "core/nn/weighted_sum.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kReplayRows = 4;     ///< rows whose logits are kept
constexpr std::int64_t kReplayTokens = 16;  ///< logits kept a row, spread over the vocabulary

/// Largest |Δlogit|, relative to the largest logit (at least 1), that rounding explains.
double tolerance(const SessionOptions& options) { return options.dtype == "bfloat16" ? 0.05 : 1e-4; }

std::vector<Adapter> adaptersOf(const BundleContent& content) {
    std::vector<Adapter> adapters;
    for (const BundleMember& member : content.members) adapters.push_back(member.adapter);
    return adapters;
}

std::vector<std::int64_t> spreadTokens(std::int64_t vocabulary) {
    std::vector<std::int64_t> tokens;
    const std::int64_t count = std::min(kReplayTokens, vocabulary);
    for (std::int64_t k = 0; k < count; ++k) tokens.push_back(k * vocabulary / count);
    return tokens;
}

std::vector<double> lastLogits(const FloatMatrix& logits, const std::vector<std::int64_t>& tokens) {
    std::vector<double> values;
    for (const std::int64_t token : tokens) values.push_back(logits(logits.rows - 1, token));
    return values;
}

/// What the written files give for one probe.
struct ProbeLogits {
    std::vector<FloatMatrix> members;
    FloatMatrix cat, logits;
};

ProbeLogits probeLogits(Session& session, const LoadedBundle& bundle, const Adapter& cat, const std::string& dataset, const TokenIds& ids) {
    ProbeLogits probe;
    probe.members = memberLogits(session, bundle.members, ids);
    probe.cat = session.logits(ids, &cat);
    probe.logits = combinedLogits(session, probe.members, weighingFor(bundle, dataset).of(session, ids), ids);
    return probe;
}

Value replayEntry(const ProbeLogits& probe, const std::string& dataset, const TokenIds& ids) {
    const std::vector<std::int64_t> tokens = spreadTokens(probe.cat.cols);
    Value entry, members = Value::List{};
    for (const FloatMatrix& member : probe.members) members.push(Value(lastLogits(member, tokens)));
    entry.set("dataset", dataset).set("ids", Value(ids)).set("tokens", Value(tokens));
    return entry.set("cat", Value(lastLogits(probe.cat, tokens))).set("logits", Value(lastLogits(probe.logits, tokens))).set("members", members);
}

/// What a member (−1: the merged adapter) became in a further format, read back: an adapter, or a whole model.
struct Twin {
    std::string artefact;
    Adapter adapter;
    int member = -1;
    std::shared_ptr<Session> model = nullptr;  ///< instead of the adapter
    double tolerance = 1;                      ///< times that of rounding; 0: measured only
    LogitDistance distance = {};
    FloatMatrix logits(Session& session, const TokenIds& ids) { return model ? model->logits(ids) : session.logits(ids, &adapter); }
};

constexpr double kBfloat16 = 500;  ///< times float32's tolerance

std::vector<Twin> twinsOf(const BundleContent& content, const fs::path& folder) {
    std::vector<Twin> twins;
    if (fs::exists(folder / kSvdFolder)) twins.push_back({kSvdFolder, readPeftAdapter(folder / kSvdFolder, content.model), -1, nullptr, 0});
    if (fs::exists(folder / kMergedFolder)) {
        SessionOptions options = content.session;
        options.quantize = "none";  // its weights are what NF4 stood for
        auto model = std::make_shared<Session>(Session::open(folder / kMergedFolder, options));
        twins.push_back({kMergedFolder, {}, -1, std::move(model), options.dtype == "bfloat16" ? 2 : kBfloat16});
    }
    if (!fs::exists(folder / kGgufCat)) return twins;
    twins.push_back({kGgufCat, readGgufLora(folder / kGgufCat, content.model)});
    for (std::size_t a = 0; a < content.members.size(); ++a) {
        const std::string file = ggufFileOf(content.members[a].id);
        twins.push_back({file, readGgufLora(folder / file, content.model), static_cast<int>(a)});
    }
    return twins;
}

/// The distances of all artefacts, in the order in which they are reported.
struct Distances {
    explicit Distances(std::size_t count, std::vector<Twin> others) : members(count), twins(std::move(others)) {}
    LogitDistance cat, logits;
    std::vector<LogitDistance> members;
    std::vector<Twin> twins;
};

void requireFaithful(const LogitDistance& distance, const Faithfulness& measured, const SessionOptions& options, double looser = 1) {
    if (measured.maxAbsLogit <= looser * tolerance(options) * std::max(1.0, distance.largestLogit())) return;
    throw Error(ErrorCode::Corrupt, "the written " + measured.artefact + " does not give the logits it should: they are off by " +
                                        toJson(Value(measured.maxAbsLogit)) + "; nothing was exported");
}

std::vector<Faithfulness> reported(const Distances& distances, const BundleContent& content) {
    std::vector<Faithfulness> list{distances.cat.result("cat"), distances.logits.result("logits")};
    requireFaithful(distances.cat, list[0], content.session);
    requireFaithful(distances.logits, list[1], content.session);
    for (std::size_t a = 0; a < content.members.size(); ++a) {
        list.push_back(distances.members[a].result("adapters/" + content.members[a].id));
        requireFaithful(distances.members[a], list.back(), content.session);
    }
    for (const Twin& twin : distances.twins) {
        list.push_back(twin.distance.result(twin.artefact));
        if (twin.tolerance > 0) requireFaithful(twin.distance, list.back(), content.session, twin.tolerance);
    }
    return list;
}

/// Largest |stored − now| over one list of a replayed row.
double distanceTo(const Value& stored, const std::vector<double>& now) {
    const auto& list = stored.asList();
    if (list.size() != now.size()) throw Error(ErrorCode::InvalidInput, "a replayed row has lists of different lengths");
    double largest = 0;
    for (std::size_t k = 0; k < now.size(); ++k) largest = std::max(largest, std::abs(list[k].asDouble() - now[k]) / std::max(1.0, std::abs(now[k])));
    return largest;
}

/// A row that can go through this model, as stored.
struct StoredRow {
    TokenIds ids;
    std::vector<std::int64_t> tokens;
};

StoredRow storedRow(const Value& entry, const ModelInfo& model) {
    StoredRow row;
    for (const Value& id : entry.at("ids").asList()) row.ids.push_back(static_cast<std::int32_t>(std::clamp<std::int64_t>(id.asInt(), -1, INT32_MAX)));
    for (const Value& token : entry.at("tokens").asList()) {
        row.tokens.push_back(token.asInt());
        if (row.tokens.back() < 0 || row.tokens.back() >= model.vocabularySize) throw Error(ErrorCode::InvalidInput, "a replayed row has a token outside the vocabulary");
    }
    return row;
}

}  // namespace

Certificate certify(Session& session, const BundleContent& content, const fs::path& folder, const JobContext& job) {
    if (content.probes.empty()) throw Error(ErrorCode::InvalidInput, "there are no rows to check the exported files with");
    const LoadedBundle bundle = readBundle(folder, content.model);
    const Adapter cat = readPeftAdapter(folder, content.model);
    const std::vector<Adapter> own = adaptersOf(content);
    Distances distances(own.size(), twinsOf(content, folder));
    Certificate certificate;
    certificate.replay = Value::List{};
    for (std::size_t p = 0; p < content.probes.size(); ++p) {
        job.throwIfStopped();
        const auto& [dataset, ids] = content.probes[p];
        const std::vector<FloatMatrix> expected = memberLogits(session, own, ids);
        const ProbeLogits found = probeLogits(session, bundle, cat, dataset, ids);
        const FloatMatrix merged = weightedSumLogits(session, own, bundle.global, ids);
        distances.cat.add(merged, found.cat, ids);
        for (Twin& twin : distances.twins) twin.distance.add(twin.member < 0 ? merged : expected[static_cast<std::size_t>(twin.member)], twin.logits(session, ids), ids);
        const auto row = static_cast<std::size_t>(std::find(content.datasets.begin(), content.datasets.end(), dataset) - content.datasets.begin());
        const Weighing weighing{{content.weights[row], content.baseWeight(row)}, content.gate};
        distances.logits.add(combinedLogits(session, expected, weighing.of(session, ids), ids), found.logits, ids);
        for (std::size_t a = 0; a < own.size(); ++a) distances.members[a].add(expected[a], found.members[a], ids);
        if (p < kReplayRows) certificate.replay.push(replayEntry(found, dataset, ids));
        job.progress("certificate", static_cast<std::int64_t>(p + 1), static_cast<std::int64_t>(content.probes.size()), "rows");
    }
    certificate.faithfulness = reported(distances, content);
    return certificate;
}

std::vector<std::string> replayProblems(Session& session, const LoadedBundle& bundle, const fs::path& folder, const JobContext& job) {
    const Adapter cat = readPeftAdapter(folder, session.info());
    const Value certificate = parseJson(readFile(folder / kCertificate), kCertificate);
    double catOff = 0, logitsOff = 0, membersOff = 0;
    for (const Value& entry : certificate.at("replay").asList()) {
        job.throwIfStopped();
        const StoredRow row = storedRow(entry, session.info());
        const ProbeLogits now = probeLogits(session, bundle, cat, entry.at("dataset").asString(), row.ids);
        catOff = std::max(catOff, distanceTo(entry.at("cat"), lastLogits(now.cat, row.tokens)));
        logitsOff = std::max(logitsOff, distanceTo(entry.at("logits"), lastLogits(now.logits, row.tokens)));
        const auto& members = entry.at("members").asList();
        if (members.size() != now.members.size()) throw Error(ErrorCode::InvalidInput, "a replayed row has logits of another number of members");
        for (std::size_t a = 0; a < members.size(); ++a) membersOff = std::max(membersOff, distanceTo(members[a], lastLogits(now.members[a], row.tokens)));
    }
    std::vector<std::string> problems;
    for (const auto& [name, off] : {std::pair{"cat", catOff}, std::pair{"logits", logitsOff}, std::pair{"members", membersOff}}) {
        if (!(off <= tolerance(session.options()))) problems.push_back(std::string(name) + " is off by " + toJson(Value(off)));
    }
    return problems;
}

Value toValue(const Certificate& certificate) {
    Value value;
    return value.set("faithfulness", toValue(certificate.faithfulness)).set("replay", certificate.replay);
}

}  // namespace consort
