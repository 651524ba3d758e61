#include "core/pipeline/forward_penalty.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/data/row_draw.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/dual_displacement.h"

namespace consort {
namespace {

constexpr std::size_t kJudges = 3;              ///< subsets of the affinity's size that λ is judged on, beside the full set
constexpr std::int64_t kValidRowsEach = 24;

std::vector<double> lambdaSteps() {
    std::vector<double> steps;
    for (int step = -6; step <= 6; ++step) steps.push_back(std::pow(10.0, step / 2.0));
    return steps;
}

std::vector<Subset> judges(std::span<const Subset> subsets, std::size_t datasets) {
    Subset full;
    for (std::size_t i = 0; i < datasets; ++i) full.push_back(static_cast<int>(i));
    std::vector<Subset> chosen{full};
    for (std::size_t k = 0; k < kJudges && !subsets.empty(); ++k) {
        const Subset& subset = subsets[k * subsets.size() / kJudges];
        if (!subset.empty() && std::find(chosen.begin(), chosen.end(), subset) == chosen.end()) chosen.push_back(subset);
    }
    return chosen;
}

/// Mean over the subset's judging datasets of the loss at θ* + Δ, for every Δ.
std::vector<double> forwardLosses(Session& session, const ExpansionPoint& point, std::span<const Adapter> deltas,
                                  const std::vector<const std::vector<Example>*>& judging, const JobContext& job) {
    std::vector<Adapter> moved;
    std::vector<const Adapter*> members;
    for (const Adapter& delta : deltas) moved.push_back(displaced(point.adapter, delta, 1.0));
    for (const Adapter& adapter : moved) members.push_back(&adapter);
    std::vector<double> losses(deltas.size(), 0.0);
    for (const std::vector<Example>* rows : judging) {
        job.throwIfStopped();
        const MemberStates states = MemberStates::compute(session, members, *rows, job);
        for (std::size_t k = 0; k < losses.size(); ++k) {
            std::vector<double> one(losses.size(), 0.0);
            one[k] = 1;
            losses[k] += states.loss(one, nullptr) / static_cast<double>(judging.size());
        }
    }
    return losses;
}

/// The lengths of the full set's fits, longest first, each with the λ that gives it.
std::vector<Penalty> radiiOf(std::span<const DatasetRows> datasets, const Subset& full, const JobContext& job) {
    std::vector<LinearRows> rows;
    for (const DatasetRows& dataset : datasets) rows.push_back(dataset.train);
    const std::vector<Subset> subsets{full};
    std::vector<Penalty> radii;
    for (const double lambda : lambdaSteps()) {
        FitOptions options;
        options.lambda = lambda;
        const std::vector<double> w = fitSubsets(rows, subsets, options, JobContext(job.stopToken())).front().w;
        const double length = std::sqrt(std::inner_product(w.begin(), w.end(), w.begin(), 0.0));
        if (length > 0) radii.push_back({lambda, length, kReach});
    }
    if (radii.empty()) throw Error(ErrorCode::InvalidInput, "all gradients are zero: nothing can be estimated from these rows");
    return radii;
}

std::vector<const std::vector<Example>*> judgingOf(const JudgingRows& rows, const Subset& subset) {
    std::vector<const std::vector<Example>*> judging;
    for (const int i : subset) {
        if (!rows[static_cast<std::size_t>(i)].empty()) judging.push_back(&rows[static_cast<std::size_t>(i)]);
    }
    return judging;
}

}  // namespace

std::vector<Example> judgingRows(Project& project, const std::string& dataset) {
    return withoutChoices(drawnRows(project.dataset(dataset).split(Split::Valid), kValidRowsEach, project.settings().seed));
}

std::vector<Adapter> subsetDisplacements(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                         const EstimateRequest& request, std::span<const Subset> subsets, std::span<const Penalty> penalties,
                                         const JobContext& job) {
    DualCoefficients all(datasets, subsets.size() * penalties.size());
    for (std::size_t p = 0; p < penalties.size(); ++p) {
        const auto fits = fitSubsets(all.rows(), subsets, penalties[p].options(), JobContext(job.stopToken()));
        for (std::size_t s = 0; s < subsets.size(); ++s) all.set(s * penalties.size() + p, subsets[s], {penalties[p].shortened(fits[s].w), penalties[p].reach});
    }
    return all.displacements(project.session(), point, request, job);
}

PenaltyChoice forwardPenalty(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                             const JudgingRows& rows, std::span<const Subset> subsets, const JobContext& job) {
    const std::vector<Subset> chosen = judges(subsets, datasets.size());
    const std::vector<Penalty> grid = radiiOf(datasets, chosen.front(), job);
    const double bytes = static_cast<double>(point.adapter.bytes());
    const auto at = std::clamp<std::size_t>(static_cast<std::size_t>(kDisplacementBytes / (bytes * static_cast<double>(chosen.size()))), 1, grid.size());
    PenaltyChoice choice;
    for (const Penalty& penalty : grid) choice.curve.push_back({penalty, 0});
    for (std::size_t begin = 0; begin < grid.size(); begin += at) {
        const std::span<const Penalty> penalties = std::span(grid).subspan(begin, std::min(at, grid.size() - begin));
        const auto deltas = subsetDisplacements(project, point, datasets, request, chosen, penalties, job);
        for (std::size_t s = 0; s < chosen.size(); ++s) {
            job.progress("length", static_cast<std::int64_t>(s), static_cast<std::int64_t>(chosen.size()), "subsets");
            const auto losses = forwardLosses(project.session(), point, std::span(deltas).subspan(s * penalties.size(), penalties.size()),
                                              judgingOf(rows, chosen[s]), job);
            for (std::size_t p = 0; p < penalties.size(); ++p) choice.curve[begin + p].loss += losses[p] / static_cast<double>(chosen.size());
        }
    }
    const auto best = std::min_element(choice.curve.rbegin(), choice.curve.rend(), [](const PenaltyPoint& a, const PenaltyPoint& b) { return a.loss < b.loss; });
    choice.penalty = best->penalty;
    return choice;
}

}  // namespace consort
