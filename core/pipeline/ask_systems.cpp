#include "core/pipeline/ask_systems.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/data/row_renderer.h"
#include "core/ensemble/weight_fit.h"
#include "core/nn/evaluator.h"
#include "core/nn/generator.h"
#include "core/pipeline/combination.h"
#include "core/pipeline/member_gate.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

constexpr std::int64_t kAnswerTokens = 64;

/// The systems as columns of members with a weight vector each.
struct Columns {
    std::vector<Adapter> adapters;
    std::vector<const Adapter*> members;  ///< nullptr: the frozen base
    std::vector<std::pair<std::string, std::vector<double>>> systems;
};

Columns columnsOf(Project& project, const std::string& dataset, const Example& asked, const JobContext& job) {
    const auto combination = currentCombination(project);
    const auto single = project.store().run("single");
    const bool hasSingle = single && isFinished(*single);
    Columns columns;
    if (hasSingle) columns.adapters.push_back(adapterOf(project, *single));
    const bool combined = combination && combination->mixedMembers() == memberRuns(project).size();
    const auto members = combined ? combinedRuns(project, combination) : std::vector<RunRecord>{};
    for (const RunRecord& run : members) columns.adapters.push_back(adapterOf(project, run));
    columns.members.push_back(nullptr);
    for (const Adapter& adapter : columns.adapters) columns.members.push_back(&adapter);
    const std::size_t count = columns.members.size();
    columns.systems.emplace_back("frozen", ownerWeights(count, 0));
    if (hasSingle) columns.systems.emplace_back("single", ownerWeights(count, 1));
    if (!combined) return columns;
    const auto at = std::find(combination->datasets.begin(), combination->datasets.end(), dataset);
    if (at == combination->datasets.end()) return columns;
    const auto row = static_cast<std::size_t>(at - combination->datasets.begin());
    std::vector<double> weights = combination->weights[row];
    if (combination->gate) weights = gateWeights(project, *combination->gate, std::span(&asked, 1), job).values;
    std::vector<double> all(count, 0.0);
    std::copy(weights.begin(), weights.end(), all.end() - static_cast<std::ptrdiff_t>(weights.size()));
    all.front() = combination->baseWeight(row);
    columns.systems.emplace_back("ensemble", all);
    return columns;
}

/// The prompt that a row with this text would have.
std::string promptFor(const Dataset& dataset, const Value& card, const std::string& text) {
    const Value *mapping = card.find("mapping"), *ownTemplate = card.find("template");
    if (dataset.schema != Schema::Classification || !mapping || !mapping->isObject() || (ownTemplate && !ownTemplate->isNull())) return text;
    const FieldMapping fields = FieldMapping::from(dataset.schema, *mapping);
    if (fields.prompt.size() != 1 || dataset.labels.empty()) return text;
    Record record;
    record.fields.set(fields.prompt.front(), text).set(fields.target, dataset.labels.front());
    const auto row = RowRenderer({fields, dataset.labels, std::nullopt, std::nullopt}).render(record);
    return row ? row->prompt : text;
}

void addChoices(SystemAnswer& answer, const RowScore& score, const std::vector<std::string>& texts) {
    const std::vector<double> probabilities = choiceProbabilities(score.choiceScores);
    for (std::size_t c = 0; c < texts.size(); ++c) answer.choices.push_back({texts[c], probabilities[c]});
    std::stable_sort(answer.choices.begin(), answer.choices.end(), [](const auto& a, const auto& b) { return a.probability > b.probability; });
}

}  // namespace

std::vector<SystemAnswer> askSystems(Project& project, const std::string& dataset, const std::string& text, const JobContext& job) {
    const Dataset& rows = project.dataset(dataset);
    const Tokenizer& tokenizer = project.tokenizer();
    Example example;
    example.id = "asked";
    example.text = promptFor(rows, project.store().datasetCard(dataset), text);
    example.promptIds = tokenizer.encode(example.text, true);
    if (example.promptIds.empty()) throw Error(ErrorCode::InvalidInput, "there is nothing to answer: write a text first");
    if (rows.schema == Schema::Classification && !rows.split(Split::Train).empty()) example.choices = rows.split(Split::Train).front().choices;
    const Columns columns = columnsOf(project, dataset, example, job);
    std::vector<SystemAnswer> answers;
    if (example.choices.empty()) {
        for (const auto& [name, weights] : columns.systems) {
            GenerateOptions options;
            options.maxNewTokens = kAnswerTokens;
            answers.push_back({name, {}, tokenizer.decode(generate(project.session(), example.promptIds, options, speaking(columns.members, weights), job))});
        }
        return answers;
    }
    example.gold = 0;
    example.targetIds = example.choices.front();
    const MemberStates states = MemberStates::compute(project.session(), columns.members, std::span(&example, 1), job);
    std::vector<std::string> texts;
    for (const TokenIds& choice : example.choices) texts.push_back(tokenizer.decode(choice));
    for (const auto& [name, weights] : columns.systems) {
        answers.push_back({name, {}, {}});
        addChoices(answers.back(), states.scores(weights).front(), texts);
    }
    return answers;
}

}  // namespace consort
