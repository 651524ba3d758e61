#include "core/export/bundle_files.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/ensemble/merge.h"
#include "core/export/bundle_resources.h"
#include "core/export/bundle_serving.h"
#include "core/export/gguf_lora.h"
#include "core/export/manifest.h"
#include "core/export/report_page.h"
#include "core/nn/merged_model.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr const char* kTokenizerFiles[] = {"tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
                                           "vocab.json", "merges.txt", "tokenizer.model", "chat_template.jinja", "generation_config.json"};

Adapter mergedAdapter(const BundleContent& content) {
    std::vector<Adapter> adapters;
    std::vector<double> weights;
    for (const BundleMember& member : content.members) {
        if (member.kind == "boost") continue;  // its increment to the base is no sum of weights
        adapters.push_back(member.adapter);
        weights.push_back(member.weight);
    }
    return mergeCat(adapters, weights);
}

void writeAdapters(const BundleContent& content, const fs::path& folder) {
    for (const BundleMember& member : content.members) writePeftAdapter(folder / "adapters" / member.id, member.adapter, content.model);
    writePeftAdapter(folder, mergedAdapter(content), content.model);
}

void copyTokenizer(const fs::path& from, const fs::path& to) {
    makeFolder(to);
    for (const char* name : kTokenizerFiles) {
        if (fs::exists(from / name)) writeFileAtomically(to / name, readFile(from / name));
    }
}

/// RFC 4180: quoted where a name needs it.
std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string affinityText(const BundleContent& content) {
    std::string text = "dataset";
    for (const std::string& name : content.datasets) text += "," + csvField(name);
    for (std::int64_t i = 0; i < content.affinity.rows; ++i) {
        text += "\n" + csvField(content.datasets[static_cast<std::size_t>(i)]);
        for (const double value : content.affinity.row(i)) text += "," + toJson(Value(value));
    }
    return text + "\n";
}

}  // namespace

void writeGgufFiles(Session&, const BundleContent& content, const fs::path& folder) {
    makeFolder(folder / "gguf");
    writeGgufLora(folder / kGgufCat, mergedAdapter(content), content.model);
    for (const BundleMember& member : content.members) writeGgufLora(folder / ggufFileOf(member.id), member.adapter, content.model);
    writeGgufScripts(content, folder / "serve");
}

void writeMergedFiles(Session& session, const BundleContent& content, const fs::path& folder) {
    makeFolder(folder / kMergedFolder);
    writeMergedModel(session, content.modelFolder, mergedAdapter(content), folder / kMergedFolder);
}

void writeSvdFiles(Session&, const BundleContent& content, const fs::path& folder) {
    std::int64_t rank = content.svdRank;
    for (const BundleMember& member : content.members) rank = content.svdRank > 0 ? rank : std::max(rank, member.adapter.config.rank);
    const LowRankAdapter low = mergeSvd(mergedAdapter(content), rank);
    writePeftAdapter(folder / kSvdFolder, low.adapter, content.model);
    Value energy;
    energy.set("rank", rank).set("discarded_energy", low.discardedEnergy);
    writeFileAtomically(folder / kSvdFolder / "energy.json", toJson(energy) + "\n");
}

void writeReportFile(Session&, const BundleContent& content, const fs::path& folder) { writeFileAtomically(folder / kReport, reportPage(content, {})); }

void writeBundleFiles(Session&, const BundleContent& content, const fs::path& folder) {
    writeAdapters(content, folder);
    copyTokenizer(content.modelFolder, folder / "tokenizer");
    if (fs::exists(content.modelFolder / "chat_template.jinja")) {
        writeFileAtomically(folder / "chat_template.jinja", readFile(content.modelFolder / "chat_template.jinja"));
    }
    writeFileAtomically(folder / "ensemble.py", ensembleLoaderText());
    writeFileAtomically(folder / "ensemble.schema.json", ensembleSchemaText());
    if (!content.affinity.empty()) writeFileAtomically(folder / "affinity.csv", affinityText(content));
    if (content.gate) writeFileAtomically(folder / kGateFile, toJson(toValue(*content.gate)) + "\n");
    writeFileAtomically(folder / "groups.json", toJson(groupsOf(content), 2) + "\n");
    writeFileAtomically(folder / "metrics.json", toJson(content.results, 2) + "\n");
    writeTemplates(content, folder / "templates");
    writeServingScripts(content, folder / "serve");
    if (content.writeTables) content.writeTables(folder / "runs.sqlite");
}

}  // namespace consort
