#include "core/export/report_page.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/export/svg_plots.h"

namespace consort {
namespace {

constexpr const char* kStyle =
    "body{font:15px/1.5 sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222}table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #ccc;padding:.25em .6em;text-align:right}th:first-child,td:first-child{text-align:left}thead th{background:#f3f3f3}"
    "svg{max-width:100%;height:auto}h2{margin-top:2em}";

std::string number(double value) {
    if (!std::isfinite(value)) return "·";
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

double numberAt(const Value& object, const char* key) {
    const Value* value = object.find(key);
    return value && value->isNumber() ? value->asDouble() : std::nan("");
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::string text = "<table>";
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::string tag = r == 0 ? "th" : "td";
        text += r == 0 ? "<thead><tr>" : "<tr>";
        for (const std::string& cell : rows[r]) text += "<" + tag + ">" + escaped(cell) + "</" + tag + ">";
        text += r == 0 ? "</tr></thead>" : "</tr>";
    }
    return text + "</table>\n";
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string datasetsSection(const BundleContent& content) {
    std::vector<std::vector<std::string>> rows{{"dataset", "schema", "train", "valid", "test", "licence"}};
    for (const Value& card : content.datasetCards.isList() ? content.datasetCards.asList() : Value::List{}) {
        const std::string name = card.stringOr("name", "");
        const Value* counts = card.find("rows");
        const auto count = [&](const char* split) { return counts && counts->isObject() ? std::to_string(counts->intOr(split, 0)) : std::string("·"); };
        rows.push_back({name, card.stringOr("schema", ""), count("train"), count("valid"), count("test"),
                        content.licences.isObject() ? content.licences.stringOr(name, "unknown") : "unknown"});
    }
    return "<h2>Datasets</h2>\n" + table(rows);
}

std::string affinitySection(const BundleContent& content) {
    if (content.affinity.empty()) return "";
    return "<h2>Affinity</h2>\n<p>Estimated −loss of the row's dataset, mean over the subsets that hold the row's and the column's dataset.</p>\n" +
           heatMapSvg(content.datasets, content.affinity);
}

std::string membersSection(const BundleContent& content) {
    std::vector<std::vector<std::string>> rows{{"member", "kind", "datasets", "rank", "steps", "best step", "weight in the merged adapter"}};
    std::vector<std::string> ids;
    for (const BundleMember& member : content.members) {
        ids.push_back(member.id);
        rows.push_back({member.id, member.kind, joined(member.datasets), std::to_string(member.adapter.config.rank), std::to_string(member.steps),
                        std::to_string(member.bestStep), number(member.weight)});
    }
    const std::string note = content.gate ? "<p>A gate derives them from the prompt; shown is the mean over a dataset's validation rows.</p>\n" : "";
    return "<h2>Members</h2>\n" + table(rows) + "<h2>Weights of the members' logits</h2>\n" + note + shareBarsSvg(content.datasets, ids, content.weights);
}

std::vector<BarSeries> accuracySeries(const BundleContent& content) {
    std::vector<BarSeries> series;
    for (const Value& system : content.results.at("systems").asList()) {
        const std::string name = system.at("name").asString();
        const bool member = std::any_of(content.members.begin(), content.members.end(), [&](const BundleMember& m) { return m.id == name; });
        if (member) continue;
        series.push_back({name, {}, {}, {}});
        for (const std::string& dataset : content.datasets) {
            const Value* score = system.at("datasets").find(dataset);
            series.back().value.push_back(score ? numberAt(*score, "accuracy") : std::nan(""));
            series.back().low.push_back(score ? numberAt(*score, "low") : std::nan(""));
            series.back().high.push_back(score ? numberAt(*score, "high") : std::nan(""));
        }
    }
    return series;
}

std::string resultsSection(const BundleContent& content) {
    if (!content.results.isObject()) return "<h2>Results</h2>\n<p>The systems were not evaluated before the export.</p>\n";
    std::vector<std::vector<std::string>> rows{{"system", "mean accuracy", "mean macro-F1", "mean loss", "FLOPs", "seconds", "bytes"}};
    for (const Value& system : content.results.at("systems").asList()) {
        const Value& mean = system.at("mean");
        rows.push_back({system.at("name").asString(), number(numberAt(mean, "accuracy")), number(numberAt(mean, "macro_f1")), number(numberAt(mean, "loss")),
                        number(numberAt(system, "flops")), number(numberAt(system, "seconds")), number(numberAt(system, "bytes"))});
    }
    return "<h2>Results, " + escaped(content.results.stringOr("split", "test")) + " split</h2>\n" + table(rows) +
           "<p>Accuracy by dataset, with 95 % bootstrap intervals.</p>\n" + groupedBarsSvg(content.datasets, accuracySeries(content));
}

std::string certificateSection(const std::vector<Faithfulness>& faithfulness) {
    std::vector<std::vector<std::string>> rows{{"artefact", "max |Δlogit|", "KL", "Δaccuracy"}};
    for (const Faithfulness& one : faithfulness) rows.push_back({one.artefact, number(one.maxAbsLogit), number(one.kl), number(one.accuracyDelta)});
    return "<h2>Certificate</h2>\n<p>Every artefact was read again after writing and compared with the program's own logits.</p>\n" + table(rows);
}

}  // namespace

std::string reportPage(const BundleContent& content, const std::vector<Faithfulness>& faithfulness) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ensemble for " + escaped(content.model.name) + "</title><style>" + kStyle +
           "</style></head><body>\n<h1>Ensemble of " + std::to_string(content.members.size()) + " adapters for " + escaped(content.model.name) + "</h1>\n" +
           resultsSection(content) + membersSection(content) + affinitySection(content) + datasetsSection(content) + certificateSection(faithfulness) +
           "</body></html>\n";
}

}  // namespace consort
