#include "core/pipeline/combination.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/pipeline/adopt_adapter.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/member_gate.h"
#include "core/pipeline/train_runs.h"

namespace consort {

Combination combinationFrom(const Project& project, const Value& value, const std::string& key) {
    Combination combination;
    combination.key = key;
    combination.method = value.at("method").asString();
    for (const Value& member : value.at("members").asList()) {
        combination.members.push_back({member.at("id").asString(), member.at("kind").asString(), member.at("group").asString(),
                                       member.at("weight").asDouble()});
    }
    for (const auto& [dataset, weights] : value.at("weights").asObject()) {
        combination.datasets.push_back(dataset);
        combination.weights.emplace_back();
        for (const Value& weight : weights.asList()) combination.weights.back().push_back(weight.asDouble());
    }
    for (const Value& step : value.at("boosting").asList()) {
        combination.boosting.push_back({step.at("id").asString(), step.at("group").asString(), step.at("eta").asDouble(),
                                        step.at("train_loss_before").asDouble(), step.at("train_loss_after").asDouble()});
    }
    combination.losses = value.at("losses");
    if (const Value* worth = value.find("worth")) combination.worth = *worth;
    if (const Value* gate = value.find("gate")) combination.gateFacts = *gate;
    if (combination.method == "gate") combination.gate = storedGate(project, key, combination.members.size());
    return combination;
}

std::vector<RunRecord> memberRuns(const Project& project) {
    const auto grouping = currentGrouping(project);
    const std::string folder = project.store().folder().string();
    if (!grouping) missingStep("the datasets are not grouped yet", "group " + folder);
    std::vector<RunRecord> members;
    for (std::size_t g = 0; g < grouping->groups.size(); ++g) {
        const auto run = project.store().run("g" + std::to_string(g + 1));
        if (!run || !isFinished(*run) || run->datasets != grouping->groups[g]) {
            missingStep("group " + std::to_string(g + 1) + " of the current grouping is not trained", "train " + folder);
        }
        members.push_back(*run);
    }
    const std::vector<RunRecord> adopted = adoptedRuns(project);
    members.insert(members.end(), adopted.begin(), adopted.end());
    return members;
}

std::vector<RunRecord> combinedRuns(const Project& project, const std::optional<Combination>& combination) {
    std::vector<RunRecord> runs = memberRuns(project);
    const auto isCombined = [&](std::size_t a) { return combination->members[a].id == runs[a].id; };
    bool current = combination && combination->mixedMembers() == runs.size();
    for (std::size_t a = 0; current && a < runs.size(); ++a) current = isCombined(a);
    if (!current) missingStep("the members are not combined yet", "combine " + project.store().folder().string());
    for (std::size_t a = runs.size(); a < combination->members.size(); ++a) {
        const auto run = project.store().run(combination->members[a].id);
        if (!run) missingStep("the boosting member " + combination->members[a].id + " is gone", "combine " + project.store().folder().string());
        runs.push_back(*run);
    }
    return runs;
}

double Combination::baseWeight(std::size_t dataset) const {
    double sum = 0;
    for (std::size_t a = mixedMembers(); a < members.size(); ++a) sum += weights[dataset][a];
    return sum == 0 ? 0 : -sum;
}

std::size_t Combination::mixedMembers() const {
    return static_cast<std::size_t>(std::count_if(members.begin(), members.end(), [](const CombinedMember& member) { return member.kind != "boost"; }));
}

std::optional<Combination> currentCombination(const Project& project) {
    const auto stored = project.store().result("combine");
    if (!stored) return std::nullopt;
    return combinationFrom(project, stored->value, stored->key);
}

Value toValue(const Combination& combination) {
    Value members = Value::List{}, weights = Value::Object{}, boosting = Value::List{}, value;
    for (const CombinedMember& member : combination.members) {
        Value entry;
        entry.set("id", member.id).set("kind", member.kind).set("group", member.group).set("weight", member.weight);
        members.push(entry);
    }
    for (std::size_t i = 0; i < combination.datasets.size(); ++i) weights.set(combination.datasets[i], Value(combination.weights[i]));
    for (const BoostRecord& step : combination.boosting) {
        Value entry;
        entry.set("id", step.id).set("group", step.group).set("eta", step.eta);
        entry.set("train_loss_before", step.trainLossBefore).set("train_loss_after", step.trainLossAfter);
        boosting.push(entry);
    }
    value.set("method", combination.method).set("members", members).set("weights", weights).set("boosting", boosting);
    value.set("losses", combination.losses);
    if (!combination.worth.isNull()) value.set("worth", combination.worth);
    if (!combination.gateFacts.isNull()) value.set("gate", combination.gateFacts);
    return value;
}

}  // namespace consort
