#include "core/export/bundle_serving.h"

#include <algorithm>

#include "core/base/files.h"
#include "core/data/row_renderer.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kServedRanks[] = {8, 16, 32, 64, 128, 256, 320, 512};  ///< what vLLM accepts as --max-lora-rank

/// JSON is YAML: strings, lists and null need no other quoting.
void line(std::string& text, const char* key, const Value& value) { text += std::string(key) + ": " + toJson(value) + "\n"; }

std::string joinedWithBars(const Value& words) {
    std::string text;
    for (const Value& word : words.asList()) text += (text.empty() ? "" : " ||| ") + word.asString();
    return text;
}

/// The default prompt of a classification as a template of its own; other schemas' defaults say more than a template can.
std::string classificationTemplate(const Value& mapping) {
    std::string text;
    for (const Value& field : mapping.at("prompt").asList()) text += "{{ " + field.asString() + " }}\n";
    return text + "Label: ||| {{ " + mapping.at("target").asString() + " | replace('_', ' ') }}";
}

/// True where the answer words are what the default makes of the labels.
bool hasDefaultWords(const Value& card) {
    const auto& labels = card.at("labels").asList();
    const auto& words = card.at("answer_words").asList();
    bool same = labels.size() == words.size() && !words.empty();
    for (std::size_t i = 0; same && i < labels.size(); ++i) same = answerWord(labels[i].asString()) == words[i].asString();
    return same;
}

std::string templateText(const Value& card) {
    std::string text;
    for (const char* key : {"name", "schema", "mapping", "labels", "answer_words"}) {
        if (const Value* value = card.find(key)) line(text, key, *value);
    }
    const Value* given = card.find("template");
    const Value* choices = card.find("answer_choices");
    if (given && given->isString()) {
        if (choices && choices->isString()) line(text, "answer_choices", *choices);
        line(text, "jinja", *given);
    } else if (card.stringOr("schema", "") == "classification" && card.find("answer_words") && hasDefaultWords(card)) {
        line(text, "answer_choices", Value(joinedWithBars(card.at("answer_words"))));
        line(text, "jinja", Value(classificationTemplate(card.at("mapping"))));
    }
    return text;
}

/// Names of datasets are free text; files are not.
std::string fileNameOf(const std::string& name) {
    std::string file = name;
    for (char& c : file) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!plain) c = '_';
    }
    return file;
}

/// A file that can be run; its folder is made.
void writeScript(const fs::path& file, const std::string& text) {
    makeFolder(file.parent_path());
    writeFileAtomically(file, text);
    fs::permissions(file, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
}

}  // namespace

void writeTemplates(const BundleContent& content, const fs::path& folder) {
    if (!content.datasetCards.isList() || content.datasetCards.asList().empty()) return;
    makeFolder(folder);
    int number = 0;
    for (const Value& card : content.datasetCards.asList()) {
        fs::path file = folder / (fileNameOf(card.at("name").asString()) + ".yaml");
        if (fs::exists(file)) file = folder / (fileNameOf(card.at("name").asString()) + "_" + std::to_string(++number) + ".yaml");
        writeFileAtomically(file, templateText(card));
    }
}

void writeServingScripts(const BundleContent& content, const fs::path& folder) {
    std::int64_t total = 0;
    std::string modules = "ensemble=\"$HERE\"";
    for (const BundleMember& member : content.members) {
        if (member.kind != "boost") total += member.adapter.config.rank;
        modules += " " + member.id + "=\"$HERE/adapters/" + member.id + "\"";
    }
    const auto* rank = std::find_if(std::begin(kServedRanks), std::end(kServedRanks), [&](std::int64_t r) { return r >= total; });
    std::string text =
        "#!/usr/bin/env bash\n"
        "# Serves the base with the ensemble merged into one adapter, and every member, as models of an OpenAI-compatible server (vLLM).\n"
        "# One request uses one adapter: the weighted logits of the members are what ensemble.py computes.\n"
        "# usage: serve/vllm.sh BASE [OPTION…]    BASE: folder or hub id of the base model\n"
        "set -euo pipefail\n"
        "HERE=$(cd \"$(dirname \"${BASH_SOURCE[0]}\")/..\" && pwd)\n"
        "BASE=${1:?usage: serve/vllm.sh BASE}; shift\n";
    if (rank == std::end(kServedRanks)) {
        text += "# The merged adapter has rank " + std::to_string(total) + ", above the 512 that vLLM accepts: members only.\n";
        modules = modules.substr(modules.find(' ') + 1);
        rank = std::find_if(std::begin(kServedRanks), std::end(kServedRanks), [&](std::int64_t r) { return r >= content.members.front().adapter.config.rank; });
    }
    const std::int64_t largest = rank == std::end(kServedRanks) ? 512 : *rank;
    text += "exec vllm serve \"$BASE\" --enable-lora --max-lora-rank " + std::to_string(largest) + " --max-loras " +
            std::to_string(content.members.size() + 1) + " --lora-modules " + modules + " \"$@\"\n";
    writeScript(folder / "vllm.sh", text);
}

void writeGgufScripts(const BundleContent& content, const fs::path& folder) {
    std::string members;
    for (const BundleMember& member : content.members) members += ",\"$HERE/gguf/" + member.id + ".gguf:0\"";
    const std::string script =
        "#!/usr/bin/env bash\n"
        "# Serves a base in GGUF with the merged ensemble on, and every member loaded but off; a request may set other scales:\n"
        "# \"lora\": [{\"id\": 0, \"scale\": 0}, {\"id\": 1, \"scale\": 1}]. Ids count from the merged ensemble.\n"
        "# usage: serve/llama-server.sh BASE.gguf [OPTION…]\n"
        "set -euo pipefail\n"
        "HERE=$(cd \"$(dirname \"${BASH_SOURCE[0]}\")/..\" && pwd)\n"
        "BASE=${1:?usage: serve/llama-server.sh BASE.gguf}; shift\n"
        "exec llama-server -m \"$BASE\" --lora-scaled \"$HERE/gguf/cat.gguf:1\"" + members + " \"$@\"\n";
    writeScript(folder / "llama-server.sh", script);
    writeFileAtomically(folder / "Modelfile", "# ollama create my-ensemble -f Modelfile; put the base in GGUF beside this file or name it here.\nFROM ./base.gguf\nADAPTER ../gguf/cat.gguf\n");
}

}  // namespace consort
