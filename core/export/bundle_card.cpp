#include "core/export/bundle_card.h"

#include <cstdio>

namespace consort {
namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

std::string loadingText(const BundleContent& content) {
    const std::string dataset = content.datasets.empty() || content.gate ? "" : ", dataset=\"" + content.datasets.front() + "\"";
    return "## Load\n\nAs one ordinary PEFT adapter (the weighted sum of the members' weights):\n\n"
           "```python\nfrom transformers import AutoModelForCausalLM; from peft import PeftModel\n"
           "base = AutoModelForCausalLM.from_pretrained(\"" + content.model.name + "\")\n"
           "model = PeftModel.from_pretrained(base, \".\")\n```\n\n"
           "As the weighted sum of the members' logits, with " + (content.gate ? "weights that `gate.json` derives from the prompt" : "the weights of one dataset") + ":\n\n"
           "```python\nfrom ensemble import load\nmodel = load(\".\", base)\nids = model.generate(input_ids" + dataset + ")\n```\n\n"
           "The paths are those seen from this folder. `consort verify .` checks every file.\n";
}

std::string membersTable(const BundleContent& content) {
    std::string text = "## Members\n\n| member | group | datasets | rank | weight |\n|---|---|---|---|---|\n";
    for (const BundleMember& member : content.members) {
        std::string datasets;
        for (const std::string& name : member.datasets) datasets += (datasets.empty() ? "" : ", ") + name;
        text += "| " + member.id + " | " + member.group + " | " + datasets + " | " + std::to_string(member.adapter.config.rank) + " | " + number(member.weight) + " |\n";
    }
    return text;
}

std::string certificateTable(const std::vector<Faithfulness>& faithfulness, std::size_t probes) {
    std::string text = "## Certificate\n\nAll files were read again after writing; " + std::to_string(probes) +
                       " rows went through both the files and the program's own members.\n`cat` is compared with the members' weighted sum "
                       "applied one by one, `logits` with the weighted logits.\n\n"
                       "| artefact | max abs Δlogit | KL | Δaccuracy |\n|---|---|---|---|\n";
    for (const Faithfulness& one : faithfulness) {
        text += "| " + one.artefact + " | " + number(one.maxAbsLogit) + " | " + number(one.kl) + " | " + number(one.accuracyDelta) + " |\n";
    }
    return text;
}

}  // namespace

std::string bundleCard(const BundleContent& content, const std::vector<Faithfulness>& faithfulness) {
    std::string datasets;
    for (const std::string& name : content.datasets) datasets += "- " + name + "\n";
    return "---\nbase_model: " + content.model.name + "\nlibrary_name: peft\n---\n# Ensemble of " + std::to_string(content.members.size()) +
           " LoRA adapters\n\nTrained by Consort for the base `" + content.model.name + "` on the datasets\n\n" + datasets + "\n" + loadingText(content) +
           "\n" + membersTable(content) + "\n" + certificateTable(faithfulness, content.probes.size());
}

}  // namespace consort
