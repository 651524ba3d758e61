#include "core/pipeline/estimate_rows.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/data/row_draw.h"
#include "core/pipeline/linear_rows_file.h"

namespace consort {
namespace {

constexpr std::size_t kManyChoices = 10;       ///< above this, choice rows for fewer of them
constexpr std::int64_t kValidRowsManyChoices = 50;

std::size_t mostChoices(const std::vector<Example>& rows) {
    std::size_t most = 0;
    for (const Example& row : rows) most = std::max(most, row.choices.size());
    return most;
}

GradientOptions optionsFor(const Project& project, const ExpansionPoint& point, const EstimateRequest& request, RowMode mode) {
    GradientOptions options;
    options.mode = mode;
    options.dim = request.dim;
    options.sketchSeed = project.settings().seed;
    options.factorA = point.factorA();
    return options;
}

/// Collects one kind of rows and adds up the cost.
class Collector {
public:
    Collector(Project& project, const ExpansionPoint& point, const EstimateRequest& request, const JobContext& job)
        : project_(project), point_(point), request_(request), job_(job) {}
    GradientRows operator()(const std::vector<Example>& examples, RowMode mode) {
        GradientRows rows = collectGradients(project_.session(), point_.adapter, examples, optionsFor(project_, point_, request_, mode), job_);
        flops += rows.flops;
        return rows;
    }
    double flops = 0;

private:
    Project& project_;
    const ExpansionPoint& point_;
    const EstimateRequest& request_;
    const JobContext& job_;
};

/// `answer` rows from choice rows: the gold choice's score is −length · ℓ, so h and ∇h follow without another pass.
LinearRows answersFromChoices(const LinearRows& choices) {
    LinearRows rows;
    const std::int64_t count = choices.examples();
    rows.sketch = FloatMatrix(count, choices.sketch.cols);
    for (std::int64_t s = 0; s < count; ++s) {
        const std::int64_t gold = choices.choiceOffsets[static_cast<std::size_t>(s)] + choices.gold[static_cast<std::size_t>(s)];
        const double length = choices.length[static_cast<std::size_t>(s)];
        const double loss = -static_cast<double>(choices.h0[static_cast<std::size_t>(gold)]) / length;
        const double wrong = -std::expm1(-loss);  // 1 − p̄
        rows.h0.push_back(static_cast<float>(-loss - std::log(wrong)));
        const auto from = choices.sketch.row(gold);
        const auto to = rows.sketch.row(s);
        for (std::size_t c = 0; c < from.size(); ++c) to[c] = static_cast<float>(from[c] / (length * wrong));
    }
    return rows;
}

Value rowsInputs(const Project& project, const std::string& name, const ExpansionPoint& point, const EstimateRequest& request) {
    Value inputs = projectInputs(project, {name});
    inputs.set("rows", request.rows).set("valid_rows", request.validRows).set("row_mode", request.rowMode).set("dim", request.dim).set("point", point.key);
    return inputs;
}

/// Train rows in the mode asked for; `choice` falls back to `answer` where there are no choices.
LinearRows trainRows(const std::vector<Example>& examples, const EstimateRequest& request, Collector& collect) {
    const bool byChoice = request.rowMode == "choice" && mostChoices(examples) > 0;
    const RowMode mode = byChoice ? RowMode::Choice : request.rowMode == "mean" ? RowMode::Mean : RowMode::Answer;
    return linearRows(collect(examples, mode), examples, mode);
}


}  // namespace

std::vector<Example> drawnValidRows(const Project& project, const Dataset& dataset, std::int64_t rows) {
    return drawnRows(dataset.split(Split::Valid), rows, project.settings().seed);
}

std::vector<Example> drawnTrainRows(const Project& project, const Dataset& dataset, std::int64_t rows) {
    return drawnRows(dataset.split(Split::Train), rows, project.settings().seed);
}

std::vector<Example> drawnChoiceRows(const Project& project, const std::vector<Example>& valid) {
    const std::size_t choices = mostChoices(valid);
    if (choices == 0) return {};
    return choices > kManyChoices ? drawnRows(valid, kValidRowsManyChoices, project.settings().seed) : valid;
}

std::vector<Example> withoutChoices(std::vector<Example> rows) {
    for (Example& row : rows) row.choices.clear();
    return rows;
}

DatasetRows collectRows(Project& project, const std::string& name, const ExpansionPoint& point, const EstimateRequest& request,
                        const JobContext& job) {
    const Dataset& dataset = project.dataset(name);
    DatasetRows rows;
    rows.name = name;
    rows.trainExamples = drawnTrainRows(project, dataset, request.rows);
    rows.validExamples = drawnValidRows(project, dataset, request.validRows);
    const std::string key = stepKey(rowsInputs(project, name, point, request));
    const std::string blob = "sketches/" + key.substr(0, 24);
    if (const auto known = project.reusable("gradients/" + name, key)) {
        rows.flops = known->flops;
        rows.train = readLinearRows(project.store().blobPath(blob + ".train"));
        rows.valid = readLinearRows(project.store().blobPath(blob + ".valid"));
        rows.choices = readLinearRows(project.store().blobPath(blob + ".choices"));
        rows.reused = true;
        return rows;
    }
    Collector collect(project, point, request, job);
    rows.train = trainRows(rows.trainExamples, request, collect);
    const std::vector<Example> choices = drawnChoiceRows(project, rows.validExamples);
    if (!choices.empty()) rows.choices = linearRows(collect(choices, RowMode::Choice), choices, RowMode::Choice);
    if (choices.size() == rows.validExamples.size()) rows.valid = answersFromChoices(rows.choices);
    else rows.valid = linearRows(collect(rows.validExamples, RowMode::Answer), rows.validExamples, RowMode::Answer);
    rows.flops = collect.flops;
    writeLinearRows(project.store().blobPath(blob + ".train"), rows.train);
    writeLinearRows(project.store().blobPath(blob + ".valid"), rows.valid);
    writeLinearRows(project.store().blobPath(blob + ".choices"), rows.choices);
    project.store().putResult({"gradients/" + name, key, Value(blob), 0, rows.flops});
    return rows;
}

}  // namespace consort
