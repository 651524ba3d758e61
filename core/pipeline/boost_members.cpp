#include "core/pipeline/boost_members.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>

#include "core/ensemble/boosting.h"
#include "core/nn/evaluator.h"
#include "core/nn/gradients.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {
namespace {

constexpr std::int64_t kTrainRows = 500;
constexpr std::int64_t kDim = 400;

/// The rows of one dataset, and its weights over [base, members, boosting members so far, candidates].
struct BoostRows {
    std::string name;
    std::vector<Example> train, valid;
    std::vector<double> weights;
};

/// Mean losses of a group along one candidate: training over its rows, validation over its datasets.
class GroupLoss {
public:
    /// One entry a dataset; a dataset without rows has none.
    void add(MemberStates states, std::vector<double> weights, double share) {
        parts_.push_back({std::move(states), std::move(weights), share});
    }
    double along(std::size_t candidate, double eta) const {
        double sum = 0, total = 0;
        for (const Part& part : parts_) {
            std::vector<double> weights = part.weights;
            weights.front() -= eta;
            weights[candidate] += eta;
            sum += part.share * part.states.loss(weights, nullptr);
            total += part.share;
        }
        return total > 0 ? sum / total : 0;
    }
    bool empty() const { return parts_.empty(); }

private:
    struct Part {
        MemberStates states;
        std::vector<double> weights;
        double share;
    };
    std::vector<Part> parts_;
};

/// What one step tries: adapters of several penalties, and where the new one stands among the weights.
struct Candidates {
    std::vector<Adapter> adapters;
    std::size_t first = 0;
};

struct Found {
    std::size_t candidate = 0;
    EtaChoice eta;
};

class Booster {
public:
    Booster(Project& project, const MemberMixture& mixture) : project_(project), mixture_(mixture), start_(project.startAdapter()) {
        for (const Adapter& adapter : mixture.adapters) columns_.push_back(&adapter);
        const auto names = project.datasetNames();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Dataset& dataset = project.dataset(names[i]);
            std::vector<double> weights{0.0};
            weights.insert(weights.end(), mixture.weights[i].begin(), mixture.weights[i].end());
            rows_[names[i]] = {names[i], withoutChoices(drawnTrainRows(project, dataset, kTrainRows)), withoutChoices(drawnValidRows(project, dataset)), weights};
        }
    }

    BoostStep step(std::optional<double> eta, const JobContext& job) {
        const auto begin = std::chrono::steady_clock::now();
        flops_ = 0;
        const std::size_t group = worstGroup(job);
        const RunRecord& owner = mixture_.runs[group];
        const Candidates candidates = candidatesFor(owner, job);
        const Found found = judged(owner, candidates, eta, job);
        if (found.eta.eta == 0) exhausted_.insert(group);
        losses_[group] = found.eta.kept;
        BoostStep step{recordOf(owner, group), owner.id, found.eta.eta, found.eta.keptBefore, found.eta.kept};
        step.run.trainLoss = found.eta.kept;
        step.run.validLoss = found.eta.judged;
        step.run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        step.run.flops = flops_;
        boosted_.push_back(candidates.adapters[found.candidate]);
        store(step.run);
        take(owner, found.eta.eta);
        return step;
    }

private:
    std::vector<const Adapter*> allColumns(const std::vector<Adapter>& more) const {
        std::vector<const Adapter*> columns{nullptr};
        columns.insert(columns.end(), columns_.begin(), columns_.end());
        for (const Adapter& adapter : boosted_) columns.push_back(&adapter);
        for (const Adapter& adapter : more) columns.push_back(&adapter);
        return columns;
    }

    MemberStates states(const std::vector<Example>& rows, const std::vector<Adapter>& more, const JobContext& job) {
        MemberStates states = MemberStates::compute(project_.session(), allColumns(more), rows, job);
        flops_ += states.flops();
        return states;
    }

    /// The group of the highest training loss of the combined system; groups whose last member found nothing come after the others.
    std::size_t worstGroup(const JobContext& job) {
        if (losses_.empty()) {
            const double none = -std::numeric_limits<double>::infinity();  // an adopted member has no rows to be boosted on
            for (const RunRecord& run : mixture_.runs) losses_.push_back(run.datasets.empty() ? none : lossOver(run, true, {}, job).along(0, 0));
            for (std::size_t g = 0; g < losses_.size(); ++g) {
                if (losses_[g] == none) exhausted_.insert(g);
            }
        }
        std::size_t worst = 0;
        const auto before = [&](std::size_t a, std::size_t b) {
            const bool spentA = exhausted_.count(a) > 0, spentB = exhausted_.count(b) > 0;
            return spentA != spentB ? !spentA : losses_[a] > losses_[b];
        };
        for (std::size_t g = 1; g < losses_.size(); ++g) {
            if (before(g, worst)) worst = g;
        }
        return worst;
    }

    GroupLoss lossOver(const RunRecord& run, bool train, const std::vector<Adapter>& more, const JobContext& job) {
        GroupLoss loss;
        for (const std::string& name : run.datasets) {
            const BoostRows& rows = rows_.at(name);
            const std::vector<Example>& used = train ? rows.train : rows.valid;
            if (used.empty()) continue;
            job.throwIfStopped();
            std::vector<double> weights = rows.weights;
            weights.resize(weights.size() + more.size(), 0.0);
            loss.add(states(used, more, job), std::move(weights), train ? static_cast<double>(used.size()) : 1.0);
        }
        return loss;
    }

    /// Residuals of the combined system by stable example id.
    std::map<std::string, double> residualsOf(const RunRecord& owner, const JobContext& job) {
        std::map<std::string, double> residuals;
        for (const std::string& name : owner.datasets) {
            const BoostRows& rows = rows_.at(name);
            if (rows.train.empty()) continue;
            const std::vector<RowScore> scores = states(rows.train, {}, job).scores(rows.weights);
            for (std::size_t s = 0; s < scores.size(); ++s) residuals[rows.train[s].id] = residualOf(scores[s].loss);
        }
        return residuals;
    }

    /// Ridge fits of the residuals on gradients at the fresh adapter, where a member's increment to the base begins.
    Candidates candidatesFor(const RunRecord& owner, const JobContext& job) {
        const std::map<std::string, double> residualById = residualsOf(owner, job);
        std::vector<Example> examples;
        std::vector<double> residuals;
        for (const std::string& name : owner.datasets) {
            for (const Example& row : rows_.at(name).train) {
                examples.push_back(row);
                residuals.push_back(residualById.at(row.id));
            }
        }
        GradientOptions options;
        options.dim = kDim;
        options.sketchSeed = project_.settings().seed;
        const GradientRows gradients = collectGradients(project_.session(), start_, examples, options, job);
        const Matrix coefficients = ridgeCoefficients(gradients.sketch, residuals, ridgePenalties(gradients.sketch));
        flops_ += 2 * gradients.flops;  // once more for the displacements
        Candidates candidates;
        candidates.first = 1 + columns_.size() + boosted_.size();
        for (const Adapter& delta : displacements(project_.session(), start_, examples, RowMode::Answer, coefficients, false, job)) {
            candidates.adapters.push_back(displaced(start_, delta, 1.0));
        }
        return candidates;
    }

    /// The candidate and the step that lower the validation loss most; without validation rows the training loss decides.
    Found judged(const RunRecord& owner, const Candidates& candidates, std::optional<double> eta, const JobContext& job) {
        const GroupLoss train = lossOver(owner, true, candidates.adapters, job);
        const GroupLoss valid = lossOver(owner, false, candidates.adapters, job);
        const GroupLoss& judge = valid.empty() ? train : valid;
        Found best;
        for (std::size_t k = 0; k < candidates.adapters.size(); ++k) {
            job.throwIfStopped();
            const std::size_t column = candidates.first + k;
            const LossAlong kept = [&](double step) { return train.along(column, step); };
            const LossAlong judgedLoss = [&](double step) { return judge.along(column, step); };
            const EtaChoice choice = eta ? cautiousEta(*eta, judgedLoss, kept) : searchEta(judgedLoss, kept);
            if (k == 0 || choice.judged < best.eta.judged) best = {k, choice};
        }
        return best;
    }

    RunRecord recordOf(const RunRecord& owner, std::size_t group) {
        RunRecord record;
        record.id = owner.id + "_b" + std::to_string(++count_[group]);
        record.kind = "boost";
        record.group = owner.group;
        record.datasets = owner.datasets;
        record.state = "done";
        return record;
    }

    void store(RunRecord& record) {
        Value inputs;
        for (const RunRecord& run : mixture_.runs) inputs.set("run_" + run.id, run.key);
        inputs.set("id", record.id).set("members", static_cast<std::int64_t>(boosted_.size())).set("loss", record.trainLoss).set("valid", record.validLoss);
        record.key = stepKey(inputs);
        record.adapterBlob = "runs/" + record.key.substr(0, 16) + "/adapter";
        std::filesystem::create_directories(project_.store().blobPath(record.adapterBlob));
        writePeftAdapter(project_.store().blobPath(record.adapterBlob), boosted_.back(), project_.model());
        record.options = Value(Value::Object{});
        project_.store().putRun(record);
    }

    /// The new member stands behind the others, with its step on the datasets of its group.
    void take(const RunRecord& owner, double eta) {
        for (auto& [name, rows] : rows_) {
            const bool own = std::find(owner.datasets.begin(), owner.datasets.end(), name) != owner.datasets.end();
            rows.weights.push_back(own ? eta : 0.0);
            if (own) rows.weights.front() -= eta;
        }
    }

    Project& project_;
    const MemberMixture& mixture_;
    Adapter start_;
    std::vector<const Adapter*> columns_;
    std::vector<Adapter> boosted_;
    std::map<std::string, BoostRows> rows_;
    std::vector<double> losses_;           ///< training loss of every group
    std::set<std::size_t> exhausted_;      ///< groups whose last member found nothing
    std::map<std::size_t, int> count_;
    double flops_ = 0;
};

}  // namespace

std::vector<BoostStep> boostMembers(Project& project, const MemberMixture& mixture, std::int64_t count, std::optional<double> eta,
                                    const JobContext& job) {
    std::vector<BoostStep> steps;
    Booster booster(project, mixture);
    for (std::int64_t b = 0; b < count; ++b) {
        job.throwIfStopped();
        job.progress("boost", b, count, "members");
        steps.push_back(booster.step(eta, job));
        if (steps.back().eta == 0) job.note(steps.back().run.id + ": no step lowers the loss of its group any further; it joins with weight 0");
    }
    job.progress("boost", count, count, "members");
    return steps;
}

}  // namespace consort
