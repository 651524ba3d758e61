#include "core/pipeline/adapter_meter.h"

#include <cmath>

#include "core/ensemble/ledger.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {
namespace {

const std::vector<double> kAlone{1.0};

double orNaN(const std::optional<double>& value) { return value ? *value : std::nan(""); }

std::vector<RowScore> scoresOf(Session& session, const Adapter* adapter, const std::vector<Example>& rows, double& flops, const JobContext& job) {
    const MemberStates states = MemberStates::compute(session, {&adapter, 1}, rows, job);
    flops += states.flops();
    return states.scores(kAlone);
}

}  // namespace

AdapterMeter::AdapterMeter(Project& project, std::int64_t validRows) : session_(project.session()) {
    for (const std::string& name : project.datasetNames()) {
        Rows rows{name, drawnValidRows(project, project.dataset(name), validRows), {}};
        rows.choices = drawnChoiceRows(project, rows.valid);
        const bool apart = rows.choices.size() != rows.valid.size();  // choices then are scored on fewer rows than losses
        if (apart) rows.valid = withoutChoices(std::move(rows.valid));
        else rows.choices.clear();
        datasets_.push_back(std::move(rows));
    }
}

MeasuredOutcome AdapterMeter::measure(const Adapter* adapter, const JobContext& job) const {
    MeasuredOutcome measured;
    for (const Rows& rows : datasets_) {
        job.throwIfStopped();
        const std::vector<RowScore> scores = scoresOf(session_, adapter, rows.valid, measured.flops, job);
        DatasetScore score = pointScoreOf(rows.name, rows.valid, scores);
        const double loss = score.loss;
        if (!rows.choices.empty()) score = pointScoreOf(rows.name, rows.choices, scoresOf(session_, adapter, rows.choices, measured.flops, job));
        measured.outcome.push_back({loss, orNaN(score.accuracy), orNaN(score.macroF1)});
        measured.rowLoss.emplace_back();
        for (const RowScore& row : scores) measured.rowLoss.back().push_back(static_cast<float>(row.loss));
    }
    return measured;
}

}  // namespace consort
