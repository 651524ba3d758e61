#include "app/cli_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace consort {
namespace {

std::string formatted(const char* format, double number) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, format, number);
    return buffer;
}

/// Characters, not bytes: what a terminal shows of UTF-8 text.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

std::string joined(const Value& list) {
    std::string text;
    for (const Value& item : list.asList()) text += (text.empty() ? "" : ", ") + item.asString();
    return text;
}

std::string splitCounts(const Value& rows) {
    return std::to_string(rows.intOr("train", 0)) + " / " + std::to_string(rows.intOr("valid", 0)) + " / " + std::to_string(rows.intOr("test", 0));
}

}  // namespace

std::string tableText(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], widthOf(row[c]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string blanks(widths[c] - widthOf(row[c]), ' ');
            line += (c ? "  " : "") + (c ? blanks + row[c] : row[c] + blanks);
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

std::string numberText(const Value& number, int digits) {
    if (!number.isNumber()) return "–";
    return formatted(("%." + std::to_string(digits) + "f").c_str(), number.asDouble());
}

std::string roundedText(const Value& number) { return number.isNumber() ? formatted("%.3g", number.asDouble()) : "–"; }

std::string countText(double count) {
    static const char* const kUnits[] = {"", "k", "M", "G", "T", "P", "E"};
    int unit = 0;
    while (std::abs(count) >= 1000 && unit < 6) {
        count /= 1000;
        ++unit;
    }
    return formatted(unit ? "%.1f" : "%.0f", count) + kUnits[unit];
}

std::string bytesText(std::int64_t bytes) {
    static const char* const kUnits[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    auto size = static_cast<double>(bytes);
    int unit = 0;
    while (size >= 1024 && unit < 4) {
        size /= 1024;
        ++unit;
    }
    return formatted(unit ? "%.1f " : "%.0f ", size) + kUnits[unit];
}

std::string secondsText(double seconds) {
    if (seconds < 90) return formatted("%.1f s", seconds);
    return formatted("%.1f min", seconds / 60);
}

std::string datasetsTable(const Value& datasets) {
    std::vector<std::vector<std::string>> rows{{"dataset", "schema", "train / valid / test", "labels", "tokens", "truncated"}};
    std::string warnings;
    for (const Value& card : datasets.asList()) {
        const std::string name = card.at("name").asString();
        const Value& tokens = card.at("tokens");
        rows.push_back({name, card.at("schema").asString(), splitCounts(card.at("rows")), std::to_string(card.at("labels").asList().size()),
                        numberText(tokens.at("mean"), 0) + " (max " + numberText(tokens.at("max"), 0) + ")",
                        std::to_string(card.intOr("truncated", 0))});
        for (const Value& warning : card.at("warnings").asList()) warnings += "  " + name + ": " + warning.asString() + "\n";
    }
    return tableText(rows) + (warnings.empty() ? "" : "Warnings\n" + warnings);
}

std::string affinityTable(const Value& estimate) {
    const auto& names = estimate.at("datasets").asList();
    std::vector<std::vector<std::string>> rows(1);
    rows[0].push_back("helped by →");
    for (const Value& name : names) rows[0].push_back(name.asString());
    for (std::size_t i = 0; i < names.size(); ++i) {
        rows.push_back({names[i].asString()});
        for (const Value& gain : estimate.at("gain").asList()[i].asList()) rows.back().push_back(gain.isNumber() ? formatted("%+.3f", gain.asDouble()) : "·");
    }
    const Value* error = estimate.at("trust").find("full_displacement_error");
    std::string trust = "\n";
    if (error && error->isNumber()) trust = "first-order error at the full set's displacement " + numberText(*error, 4) + "\n";
    return "Gain: how much the column's dataset lowers the row's loss (nats), over " + std::to_string(estimate.intOr("subsets", 0)) +
           " fitted subsets\n" + tableText(rows) + "expansion point " + estimate.at("expand").asString() + ", lambda " +
           roundedText(estimate.at("lambda")) + ", " + trust;
}

std::string groupsTable(const Value& grouping) {
    std::string text;
    int number = 0;
    for (const Value& group : grouping.at("groups").asList()) text += "g" + std::to_string(++number) + "  " + joined(group) + "\n";
    std::vector<std::vector<std::string>> rows{{"m", "predicted mean", "worst", "density", "FLOPs", ""}};
    for (const Value& row : grouping.at("table").asList()) {
        const bool chosen = row.intOr("m", 0) == grouping.intOr("m", -1);
        rows.push_back({std::to_string(row.intOr("m", 0)), numberText(row.at("mean")), numberText(row.at("worst")), numberText(row.at("density")),
                        countText(row.doubleOr("flops", 0)), std::string(row.boolOr("knee", false) ? "knee" : "") + (chosen ? " ◂" : "")});
    }
    return text + "\n" + tableText(rows);
}

std::string bundleTable(const Value& bundle) {
    std::vector<std::vector<std::string>> rows{{"artefact", "max |Δlogit|", "KL", "Δaccuracy"}};
    for (const Value& f : bundle.at("faithfulness").asList()) {
        rows.push_back({f.at("artefact").asString(), roundedText(f.at("max_abs_logit")), roundedText(f.at("kl")), roundedText(f.at("accuracy_delta"))});
    }
    return "bundle " + bundle.at("bundle").asString() + ", " + std::to_string(bundle.at("files").asList().size()) + " files\n" + tableText(rows);
}

std::string runsTable(const Value& runs) {
    std::vector<std::vector<std::string>> rows{{"run", "steps", "best", "train loss", "valid loss", "tokens", "time", "state"}};
    for (const Value& run : runs.asList()) {
        rows.push_back({run.at("id").asString(), std::to_string(run.intOr("steps", 0)), std::to_string(run.intOr("best_step", 0)),
                        numberText(run.at("train_loss")), numberText(run.at("valid_loss")), countText(run.doubleOr("tokens", 0)),
                        secondsText(run.doubleOr("seconds", 0)), run.at("state").asString()});
    }
    return tableText(rows);
}

std::string selectionTable(const Value& selection) {
    const auto& selected = selection.at("selected").asList();
    std::vector<std::vector<std::string>> rows{{"source", "rows", "score", ""}};
    for (const Value& entry : selection.at("ranking").asList()) {
        const Value& source = entry.at("source");
        const bool kept = std::find(selected.begin(), selected.end(), source) != selected.end();
        rows.push_back({source.asString(), std::to_string(selection.at("sources").at(source.asString()).intOr("rows", 0)), numberText(entry.at("score"), 4), kept ? "selected" : ""});
    }
    std::vector<std::vector<std::string>> systems{{"trained on", "sources", "estimated loss", "valid loss", "valid accuracy", "test loss", "test accuracy"}};
    const auto add = [&](const std::string& name, const Value& sources, const Value& estimated, const Value& trained) {
        systems.push_back({name, sources.asList().empty() ? "the target alone" : joined(sources), numberText(estimated, 4)});
        for (const char* split : {"valid", "test"}) {
            for (const char* figure : {"loss", "accuracy"}) {
                const bool there = trained.isObject() && trained.at(split).isObject();
                systems.back().push_back(there ? numberText(trained.at(split).at(figure)) : "·");
            }
        }
    };
    add("selection", selection.at("selected"), selection.at("estimated"), selection.at("trained"));
    for (const auto& [name, entry] : selection.at("baselines").asObject()) add(name, entry.at("sources"), entry.at("estimated"), entry.at("trained"));
    return "Sources for " + selection.at("target").asString() + " (score: larger helps more)\n" + tableText(rows) + "\n" + tableText(systems);
}

std::string weightsTable(const Value& combination) {
    std::vector<std::vector<std::string>> rows(1, {"dataset"});
    for (const Value& member : combination.at("members").asList()) rows[0].push_back(member.at("id").asString());
    for (const auto& [dataset, weights] : combination.at("weights").asObject()) {
        rows.push_back({dataset});
        for (const Value& weight : weights.asList()) rows.back().push_back(numberText(weight));
    }
    rows.push_back({"(all, for the merged adapter)"});
    for (const Value& member : combination.at("members").asList()) rows.back().push_back(numberText(member.at("weight")));
    return tableText(rows);
}

std::string ledgerTable(const Value& evaluation) {
    const auto& systems = evaluation.at("systems").asList();
    std::vector<std::vector<std::string>> rows(1, {"accuracy, " + evaluation.at("split").asString()});
    for (const Value& system : systems) rows[0].push_back(system.at("name").asString());
    const auto line = [&](const std::string& title, auto cell) {
        rows.push_back({title});
        for (const Value& system : systems) rows.back().push_back(cell(system));
    };
    if (!systems.empty()) {
        for (const auto& member : systems.front().at("datasets").asObject()) {
            line(member.first, [&](const Value& system) { return numberText(system.at("datasets").at(member.first).at("accuracy")); });
        }
    }
    if (!systems.empty()) {
        for (const auto& [name, score] : systems.front().at("datasets").asObject()) {
            const Value* answers = score.find("answers");
            if (!answers || answers->isNull()) continue;
            line(name + ", answers (" + answers->at("kind").asString() + ")",
                 [&](const Value& system) { return numberText(system.at("datasets").at(name).at("answers").at("right")); });
        }
    }
    line("mean accuracy", [](const Value& system) { return numberText(system.at("mean").at("accuracy")); });
    line("mean macro-F1", [](const Value& system) { return numberText(system.at("mean").at("macro_f1")); });
    line("mean loss", [](const Value& system) { return numberText(system.at("mean").at("loss")); });
    line("FLOPs", [](const Value& system) { return countText(system.doubleOr("flops", 0)); });
    line("time", [](const Value& system) { return secondsText(system.doubleOr("seconds", 0)); });
    line("on disk", [](const Value& system) { return bytesText(system.intOr("bytes", 0)); });
    return tableText(rows);
}

}  // namespace consort
