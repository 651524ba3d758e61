#include "core/pipeline/weight_mixer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/ensemble/ledger.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

std::vector<double> onSimplex(std::vector<double> weights) {
    for (double& weight : weights) weight = std::isfinite(weight) ? std::max(0.0, weight) : 0;
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight = sum > 0 ? weight / sum : 1.0 / static_cast<double>(weights.size());
    return weights;
}

/// The boosting members of the current combination with their steps for a dataset.
struct Boosting {
    std::vector<RunRecord> runs;
    std::vector<double> steps;
};

Boosting boostingOf(const Project& project, const std::string& dataset) {
    const auto combination = currentCombination(project);
    if (!combination || combination->mixedMembers() == combination->members.size()) return {};
    const auto at = std::find(combination->datasets.begin(), combination->datasets.end(), dataset);
    if (at == combination->datasets.end() || combination->mixedMembers() != memberRuns(project).size()) return {};
    const std::vector<RunRecord> runs = combinedRuns(project, combination);
    const auto& weights = combination->weights[static_cast<std::size_t>(at - combination->datasets.begin())];
    const auto own = static_cast<std::ptrdiff_t>(combination->mixedMembers());
    return {{runs.begin() + own, runs.end()}, {weights.begin() + own, weights.end()}};
}

}  // namespace

std::string mixerKey(const Project& project, const std::string& dataset) {
    Value inputs = projectInputs(project, {dataset});
    for (const RunRecord& run : memberRuns(project)) inputs.set("run_" + run.id, run.key);
    const Boosting boosting = boostingOf(project, dataset);
    for (std::size_t b = 0; b < boosting.runs.size(); ++b) inputs.set("boost_" + boosting.runs[b].key, boosting.steps[b]);
    return stepKey(inputs);
}

std::vector<double> WeightMixer::whole(std::vector<double> weights) const {
    weights = onSimplex(std::move(weights));
    weights.insert(weights.end(), fixed_.begin(), fixed_.end());
    return weights;
}

WeightMixer WeightMixer::open(Project& project, const std::string& dataset, const JobContext& job) {
    const std::vector<RunRecord> members = memberRuns(project);
    const std::vector<Example>& rows = project.dataset(dataset).split(Split::Valid);
    if (rows.empty()) throw Error(ErrorCode::InvalidInput, "the dataset '" + dataset + "' has no validation rows, so weights cannot be judged on it; give it a validation split");
    std::vector<Adapter> adapters;
    std::vector<const Adapter*> borrowed;
    const Boosting boosting = boostingOf(project, dataset);
    for (const RunRecord& run : members) adapters.push_back(adapterOf(project, run));
    for (const RunRecord& run : boosting.runs) adapters.push_back(adapterOf(project, run));
    for (const Adapter& adapter : adapters) borrowed.push_back(&adapter);
    if (!boosting.runs.empty()) borrowed.push_back(nullptr);
    WeightMixer mixer(MemberStates::compute(project.session(), borrowed, rows, job));
    mixer.fixed_ = boosting.steps;
    if (!boosting.runs.empty()) mixer.fixed_.push_back(-std::accumulate(boosting.steps.begin(), boosting.steps.end(), 0.0));
    mixer.dataset_ = dataset;
    mixer.key_ = mixerKey(project, dataset);
    mixer.seed_ = project.settings().seed;
    mixer.rows_ = rows;
    for (std::size_t a = 0; a < members.size(); ++a) {
        mixer.members_.push_back(members[a].id);
        if (std::find(members[a].datasets.begin(), members[a].datasets.end(), dataset) != members[a].datasets.end()) mixer.owner_ = a;
    }
    for (const Example& row : rows) {
        mixer.choiceTexts_.emplace_back();
        for (const TokenIds& choice : row.choices) mixer.choiceTexts_.back().push_back(project.tokenizer().decode(choice));
    }
    return mixer;
}

MixOutcome WeightMixer::outcome(const std::vector<double>& weights) const {
    MixOutcome outcome;
    outcome.weights = onSimplex(weights);
    const DatasetScore score = scoreOf(dataset_, rows_, states_.scores(whole(weights)), seed_);
    outcome.loss = score.loss;
    outcome.accuracy = score.accuracy;
    outcome.low = score.low;
    outcome.high = score.high;
    return outcome;
}

std::vector<double> WeightMixer::fit() const { return fittedWeights(states_, fixed_); }

std::vector<RankedRow> WeightMixer::rankedRows(const std::vector<double>& weights) const {
    const std::vector<RowScore> scores = states_.scores(whole(weights));
    std::vector<RankedRow> ranked;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        RankedRow row{rows_[r].id, rows_[r].text, {}, {}, std::exp(-scores[r].loss)};
        if (rows_[r].gold && !scores[r].choiceScores.empty()) {
            row.right = choiceTexts_[r][static_cast<std::size_t>(*rows_[r].gold)];
            row.answer = choiceTexts_[r][static_cast<std::size_t>(scores[r].answer)];
            row.probability = choiceProbabilities(scores[r].choiceScores)[static_cast<std::size_t>(*rows_[r].gold)];
        }
        ranked.push_back(std::move(row));
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const RankedRow& a, const RankedRow& b) { return a.probability < b.probability; });
    return ranked;
}

Combination setWeights(Project& project, const std::string& dataset, const std::vector<double>& weights) {
    const StageLock lock(project.store().folder(), "combine");
    auto combination = currentCombination(project);
    if (!combination) missingStep("the members are not combined yet", "combine " + project.store().folder().string());
    const auto at = std::find(combination->datasets.begin(), combination->datasets.end(), dataset);
    if (at == combination->datasets.end()) throw Error(ErrorCode::NotFound, "the combination knows no dataset '" + dataset + "'; combine again");
    const std::size_t own = combination->mixedMembers();
    if (weights.size() != own && weights.size() != combination->members.size()) {
        throw Error(ErrorCode::InvalidInput, "weights for " + std::to_string(weights.size()) + " members, but the ensemble has " + std::to_string(own));
    }
    const std::vector<double> mixed = onSimplex({weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(own)});
    std::copy(mixed.begin(), mixed.end(), combination->weights[static_cast<std::size_t>(at - combination->datasets.begin())].begin());
    combination->method = "manual";
    combination->gate.reset();
    combination->gateFacts = {};
    Value inputs;
    inputs.set("before", combination->key).set("dataset", dataset).set("weights", Value(mixed));
    combination->key = stepKey(inputs);
    project.store().putResult({"combine", combination->key, toValue(*combination), 0, 0});
    return *combination;
}

void restoreCombination(Project& project, const std::string& key) {
    const StageLock lock(project.store().folder(), "combine");
    const auto stored = project.store().result("combine", key);
    if (!stored) throw Error(ErrorCode::NotFound, "the earlier weights are not stored any more; combine again");
    project.store().putResult(*stored);
}

}  // namespace consort
