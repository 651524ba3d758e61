#include "core/pipeline/project_view.h"

#include "core/base/error.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/import_datasets.h"
#include "core/pipeline/memory_forecast.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

Value::List cardsOf(const Project& project) {
    Value::List cards;
    for (const std::string& name : project.datasetNames()) cards.push_back(project.store().datasetCard(name));
    return cards;
}

Value datasetsView(Project& project) {
    Value value;
    value.set("datasets", Value(cardsOf(project)));
    return value;
}

Value affinityView(Project& project) { return toValue(requireEstimate(project)); }

Value groupsView(Project& project) {
    const auto grouping = currentGrouping(project);
    if (!grouping) missingStep("the datasets are not grouped yet", "group " + project.store().folder().string());
    return grouping->value;
}

Value runsView(Project& project) {
    Value runs = Value::List{}, value;
    for (const RunRecord& run : runsNow(project.store())) runs.push(toValue(run));
    value.set("runs", runs);
    return value;
}

Value scoresView(Project& project) {
    const auto scores = storedEvaluation(project, Split::Test);
    if (!scores) missingStep("nothing is evaluated yet", "evaluate " + project.store().folder().string());
    return *scores;
}

Value memoryView(Project& project) {
    const auto grouping = currentGrouping(project);
    const MemoryForecast forecast = memoryForecast(project.model(), project.settings(), cardsOf(project), project.threads(), grouping ? &*grouping : nullptr);
    const auto stages = [](const StageBytes& stage) {
        Value bytes;
        return bytes.set("gradients", stage.gradients).set("training", stage.training).set("evaluation", stage.evaluation);
    };
    Value bytes = stages(forecast.cpu), value;
    bytes.set("total", forecast.total).set("gpu", stages(forecast.gpu));
    return value.set("memory", bytes);
}

Value logView(Project& project) {
    Value value;
    value.set("log", Value(project.store().logLines()));
    return value;
}

/// THE TABLE of sections.
struct Section {
    const char* name;
    Value (*view)(Project&);
};
constexpr Section kSections[] = {
    {"datasets", datasetsView}, {"overlap", overlapValue}, {"affinity", affinityView}, {"groups", groupsView},
    {"runs", runsView},         {"scores", scoresView},    {"memory", memoryView},     {"log", logView},
};

}  // namespace

Value projectView(Project& project, const std::string& section) {
    std::string names;
    for (const Section& one : kSections) {
        if (section == one.name) return one.view(project);
        names += std::string(names.empty() ? "" : ", ") + one.name;
    }
    throw Error(ErrorCode::InvalidInput, "there is no section '" + section + "': use one of " + names);
}

}  // namespace consort
