#include "core/pipeline/conflicts.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/pipeline/loss_gradient.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {
namespace {

struct Effect {
    std::size_t row;
    double effect;
};

/// −⟨each row's own loss gradient, pull⟩, largest first.
std::vector<Effect> effectsOf(const LinearRows& rows, const std::vector<double>& pull) {
    std::vector<Effect> effects;
    for (std::size_t s = 0; s < static_cast<std::size_t>(rows.sketch.rows); ++s) {
        const auto sketch = rows.sketch.row(static_cast<std::int64_t>(s));
        const double slope = -sigmoid(-static_cast<double>(rows.h0[s]));
        double inner = 0;
        for (std::size_t c = 0; c < pull.size(); ++c) inner += slope * static_cast<double>(sketch[c]) * pull[c];
        effects.push_back({s, -inner});
    }
    std::stable_sort(effects.begin(), effects.end(), [](const Effect& x, const Effect& y) { return x.effect > y.effect; });
    return effects;
}

void requirePlainRows(const LinearRows& rows) {
    if (!rows.choiceOffsets.empty()) throw Error(ErrorCode::Unsupported, "conflicts need an estimate with --row-mode answer or mean; this one has choice rows");
}

Value examplesValue(const std::vector<Example>& rows, const std::vector<Effect>& effects, std::int64_t limit) {
    Value examples = Value::List{}, value;
    const auto count = static_cast<std::int64_t>(effects.size());
    for (std::int64_t k = 0; k < count; ++k) {
        if (k >= limit && k < count - limit) continue;
        const Example& row = rows.at(effects[static_cast<std::size_t>(k)].row);
        Value entry;
        entry.set("id", row.id).set("text", row.text).set("effect", effects[static_cast<std::size_t>(k)].effect);
        examples.push(entry);
    }
    return value.set("examples", examples);
}

}  // namespace

Value explainConflict(Project& project, const std::string& a, const std::string& b, std::int64_t limit, const JobContext& job,
                      SubsetEstimator* estimator) {
    const std::size_t from = project.indexOf(a), to = project.indexOf(b);
    std::optional<SubsetEstimator> own;
    if (!estimator) estimator = &own.emplace(loadEstimator(project, job));
    const DatasetRows& rows = estimator->datasets()[from];
    requirePlainRows(rows.train);
    return examplesValue(rows.trainExamples, effectsOf(rows.train, meanLossGradient(estimator->datasets()[to].valid)), limit);
}

Value misledRows(Project& project, const std::string& a, const std::string& b, std::int64_t limit, const JobContext& job, SubsetEstimator* estimator) {
    const std::size_t from = project.indexOf(a), to = project.indexOf(b);
    std::optional<SubsetEstimator> own;
    if (!estimator) estimator = &own.emplace(loadEstimator(project, job));
    const LinearRows& pulling = estimator->datasets()[from].train;
    requirePlainRows(pulling);
    const DatasetRows& misled = estimator->datasets()[to];
    return examplesValue(misled.validExamples, effectsOf(misled.valid, meanLossGradient(pulling)), limit);
}

}  // namespace consort
