#include "core/nn/training_crew.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>

#include "core/nn/compute_lanes.h"
#include "core/nn/fused_steps.h"
#include "core/nn/thread_scope.h"
#include "core/nn/training_run.h"

namespace consort {
namespace {

// Measured on 8M and 17M parameters (docs/performance.md): pairs and fours of 64 tokens a step gain a third, of 128 a sixth, of 256 a twentieth.
constexpr double kCrewTokens = 512;   ///< of all members together
constexpr double kStepTokens = 192;   ///< beyond this a step fills the machine alone
constexpr double kAlike = 1.5;        ///< the longest of a crew against the shortest
constexpr std::size_t kMostMembers = 4;

class Crew {
public:
    Crew(Session& session, std::span<const CrewMember> members, const std::function<void(std::size_t, RunEnding)>& ended)
        : session_(session), members_(members), ended_(ended), runs_(members.size()) {}

    void train() {
        for (std::size_t k = 0; k < members_.size(); ++k) {
            attempt(k, [&] { runs_[k] = std::make_unique<nn::TrainingRun>(session_, *members_[k].plan, *members_[k].job); });
        }
        while (turn()) {}
    }

private:
    /// Ends the member with what is thrown.
    void attempt(std::size_t k, const std::function<void()>& work) {
        std::exception_ptr thrown;
        try {
            return work();
        } catch (const std::exception&) {
            thrown = std::current_exception();
        }
        end(k, thrown);
    }

    void end(std::size_t k, RunEnding ending) {
        runs_[k].reset();
        fused_.reset();
        ended_(k, std::move(ending));
    }

    /// One step of every run that is not at its end; false where there is none.
    bool turn() {
        const std::vector<std::size_t> active = needy();
        if (active.empty()) return false;
        std::vector<nn::DueStep> due;
        for (const std::size_t k : active) due.push_back(runs_[k]->due());
        if (active.size() == 1 || !stepTogether(active, due)) {
            for (std::size_t i = 0; i < active.size(); ++i) stepAlone(active[i], due[i]);
        }
        return true;
    }

    /// Runs that need a step; the others have ended.
    std::vector<std::size_t> needy() {
        std::vector<std::size_t> active;
        for (std::size_t k = 0; k < runs_.size(); ++k) {
            if (!runs_[k]) continue;
            std::optional<TrainingResult> result;
            attempt(k, [&] {
                if (runs_[k]->needsStep()) active.push_back(k);
                else result = runs_[k]->result();
            });
            if (result) end(k, std::move(*result));
        }
        return active;
    }

    /// False where the runs do not fit together, or memory ran out.
    bool stepTogether(const std::vector<std::size_t>& active, const std::vector<nn::DueStep>& due) {
        if (!together_) return false;
        if (!fused_) {
            std::vector<nn::TrainingState*> states;
            for (const std::size_t k : active) states.push_back(&runs_[k]->state());
            together_ = nn::FusedSteps::fit(states);
            if (!together_) return false;
            fused_ = std::make_unique<nn::FusedSteps>(std::move(states));
        }
        const auto begin = std::chrono::steady_clock::now();
        const auto outcomes = fused_->step(due);
        together_ = outcomes.has_value();
        if (!together_) return false;
        const double seconds = secondsSince(begin);
        const double tokens = std::accumulate(outcomes->begin(), outcomes->end(), 0.0, [](double sum, const nn::StepOutcome& one) { return sum + static_cast<double>(one.tokens); });
        for (std::size_t i = 0; i < active.size(); ++i) {
            const nn::StepOutcome& outcome = (*outcomes)[i];
            attempt(active[i], [&] { runs_[active[i]]->took(due[i], outcome, seconds * static_cast<double>(outcome.tokens) / tokens); });
        }
        return true;
    }

    void stepAlone(std::size_t k, const nn::DueStep& due) {
        attempt(k, [&] {
            const auto begin = std::chrono::steady_clock::now();
            const nn::StepOutcome outcome = runs_[k]->state().step(due.rows, due.step, due.learningRate);
            runs_[k]->took(due, outcome, secondsSince(begin));
        });
    }

    static double secondsSince(std::chrono::steady_clock::time_point begin) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); }

    Session& session_;
    std::span<const CrewMember> members_;
    const std::function<void(std::size_t, RunEnding)>& ended_;
    std::vector<std::unique_ptr<nn::TrainingRun>> runs_;  ///< null where ended
    std::unique_ptr<nn::FusedSteps> fused_;               ///< of the runs that are active; made anew when one ends
    bool together_ = true;
};

}  // namespace

void trainTogether(Session& session, std::span<const CrewMember> crew, const std::function<void(std::size_t, RunEnding)>& ended) {
    double flops = 0;
    for (const CrewMember& member : crew) flops += stepFlops(session.info(), member.plan->data, member.plan->options.batch);
    const nn::ThreadScope threads(lanesFor(1, flops).threadsEach);
    Crew(session, crew, ended).train();
}

std::vector<std::vector<std::size_t>> crewsOf(std::span<const RunLength> runs, int lanes) {
    std::vector<std::size_t> order(runs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return runs[x].steps > runs[y].steps; });
    const std::size_t perLane = (runs.size() + static_cast<std::size_t>(lanes) - 1) / static_cast<std::size_t>(lanes);
    const std::size_t most = std::min(kMostMembers, std::max<std::size_t>(1, perLane));
    std::vector<std::vector<std::size_t>> crews;
    double tokens = 0;
    for (const std::size_t run : order) {
        const bool fits = !crews.empty() && crews.back().size() < most && tokens + runs[run].stepTokens <= kCrewTokens && runs[run].stepTokens <= kStepTokens &&
                          runs[crews.back().front()].stepTokens <= kStepTokens && runs[crews.back().front()].steps <= kAlike * runs[run].steps;
        if (!fits) {
            crews.emplace_back();
            tokens = 0;
        }
        crews.back().push_back(run);
        tokens += runs[run].stepTokens;
    }
    return crews;
}

}  // namespace consort
