// torch before Qt: Qt's `slots` macro would break it.
#include "core/nn/fused_steps.h"
#include "tests/support/demo_rows.h"
#include "tests/support/random_llama.h"
#undef slots

#include <QtTest>

#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/nn/training_crew.h"

using namespace consort;
namespace fs = std::filesystem;

namespace {

using Metrics = std::map<std::pair<std::int64_t, std::string>, double>;

/// Metrics that a run's course decides; speed and memory are not among them.
bool isDecided(const std::string& name) { return name != "tokens_per_s" && name != "memory"; }

struct Outcome {
    TrainingResult result;
    Metrics metrics;
    std::vector<std::string> notes;
    bool stopped = false;
};

bool sameValues(const Adapter& x, const Adapter& y) {
    for (std::size_t m = 0; m < x.modules.size(); ++m) {
        if (x.modules[m].a.values != y.modules[m].a.values || x.modules[m].b.values != y.modules[m].b.values) return false;
    }
    return x.modules.size() == y.modules.size();
}

}  // namespace

class TestTrainer : public QObject {
    Q_OBJECT
public:
    TestTrainer() {
        torch::manual_seed(3);
        writeRandomLlama(base(), {61, 32, 2, 48, 4});
        rows_ = randomRows(44, 61, 1);
        valid_ = randomRows(12, 61, 2);
    }

private:
    QTemporaryDir temporary_;
    std::vector<Example> rows_, valid_;

    fs::path base() const { return fs::path(temporary_.path().toStdString()) / "base"; }
    fs::path fresh(const std::string& name) const { return fs::path(temporary_.path().toStdString()) / name; }
    Session session() const { return Session::open(base(), {"cpu", "float32", "none", 1}); }

    TrainingPlan plan(const Session& session, const fs::path& folder) const {
        TrainingPlan plan;
        plan.id = "run";
        plan.data = {{"x", std::span(rows_).first(30), std::span(valid_).first(6)}, {"y", std::span(rows_).last(14), std::span(valid_).last(6)}};
        plan.start = freshAdapter(session.info(), {4, 32, 0.1, {}}, 5);
        plan.options.steps = 23;
        plan.options.learningRate = 5e-3;
        plan.options.validEvery = 5;
        plan.options.checkpointEvery = 7;
        plan.folder = folder;
        return plan;
    }

    /// Trains; asks to stop once `stopAfter` metric points have come.
    Outcome run(const TrainingPlan& plan, std::int64_t stopAfter = -1) const {
        Session opened = session();
        std::stop_source source;
        JobContext job(source.get_token());
        Outcome outcome;
        std::int64_t points = 0;
        job.onMetric = [&](const MetricPoint& point) {
            if (isDecided(point.name)) outcome.metrics[{point.step, point.name}] = point.value;
            if (++points == stopAfter) source.request_stop();
        };
        job.onNote = [&](const std::string& note) { outcome.notes.push_back(note); };
        try {
            outcome.result = train(opened, plan, job);
        } catch (const Cancelled&) {
            outcome.stopped = true;
        }
        return outcome;
    }

    /// Folder of a run that was stopped at step 9, after its checkpoint at step 7.
    fs::path stoppedRun(const std::string& name) const {
        const Outcome stopped = run(plan(session(), fresh(name)), 9 * 5 + 3);
        if (!stopped.stopped) throw Error(ErrorCode::Internal, "the run was to stop");
        return fresh(name);
    }

private Q_SLOTS:
    void lossFallsAndTheBestStateIsKept() {
        TrainingPlan longer = plan(session(), fresh("falls"));
        longer.options.steps = 60;
        longer.options.validEvery = 4;
        const Outcome outcome = run(longer);
        QCOMPARE(outcome.result.state, std::string("done"));
        QVERIFY(outcome.result.trainLoss < 0.8 * outcome.metrics.at({1, "train_loss"}));
        double lowest = INFINITY;
        for (const auto& [key, value] : outcome.metrics) {
            if (key.second == "valid_loss") lowest = std::min(lowest, value);
        }
        QCOMPARE(outcome.result.validLoss, lowest);
        QCOMPARE(outcome.metrics.at({outcome.result.bestStep, "valid_loss"}), lowest);
    }

    void adaptersThatStepTogetherGoWhereTheyGoAlone() {
        Session opened = session();
        std::vector<std::unique_ptr<nn::TrainingState>> alone, together;
        std::vector<nn::TrainingState*> borrowed;
        TrainOptions options;
        for (std::uint64_t k = 0; k < 3; ++k) {
            options.seed = k;
            const Adapter start = freshAdapter(opened.info(), {static_cast<std::int64_t>(2 + k), 32, 0.1, {}}, k);
            for (auto* list : {&alone, &together}) list->push_back(std::make_unique<nn::TrainingState>(opened.impl(), start, options));
            borrowed.push_back(together.back().get());
        }
        nn::FusedSteps fused(borrowed);
        double worst = 0;
        for (std::int64_t step = 1; step <= 5; ++step) {
            std::vector<nn::DueStep> due(3);
            for (std::size_t k = 0; k < 3; ++k) {
                for (std::size_t row = 0; row < 3 + k; ++row) due[k].rows.push_back({&rows_[(7 * k + row + static_cast<std::size_t>(step)) % rows_.size()], row});
                due[k].step = step + static_cast<std::int64_t>(10 * k);  // runs need not be equally far
                due[k].learningRate = 1e-3 * static_cast<double>(k + 1);
            }
            const std::vector<nn::StepOutcome> outcomes = *fused.step(due);
            for (std::size_t k = 0; k < 3; ++k) {
                const nn::StepOutcome own = alone[k]->step(due[k].rows, due[k].step, due[k].learningRate);
                QCOMPARE(outcomes[k].tokens, own.tokens);
                worst = std::max({worst, std::abs(outcomes[k].loss - own.loss), std::abs(outcomes[k].gradientNorm - own.gradientNorm),
                                  (alone[k]->parameters() - together[k]->parameters()).abs().max().item<double>()});
            }
        }
        qInfo("largest difference of losses, gradient norms and parameters: %.1e", worst);
        QVERIFY(worst < 1e-5);
        options.precision = "bfloat16";
        nn::TrainingState other(opened.impl(), freshAdapter(opened.info(), {2, 32, 0.1, {}}, 9), options);
        QVERIFY(!nn::FusedSteps::fit(std::vector<nn::TrainingState*>{borrowed.front(), &other}));
    }

    void aCrewEndsWhereItsRunsEndAlone() {
        Session opened = session();
        std::vector<TrainingPlan> plans;
        std::vector<TrainingResult> alone;
        for (int k = 0; k < 3; ++k) {
            plans.push_back(plan(opened, fresh("crew" + std::to_string(k))));
            plans.back().options.steps = 23 - 5 * k;  // one ends before the other
            plans.back().options.seed = static_cast<std::uint64_t>(k);
            alone.push_back(train(opened, plans.back(), JobContext{}));
            forgetCheckpoint(plans.back().folder);
        }
        std::vector<CrewMember> crew;
        std::stop_source stop;
        JobContext free, stopped(stop.get_token());
        int points = 0;
        stopped.onMetric = [&](const MetricPoint& point) {
            if (point.name == "train_loss" && ++points == 8) stop.request_stop();  // a pause of one run
        };
        for (int k = 0; k < 3; ++k) crew.push_back({&plans[static_cast<std::size_t>(k)], k == 1 ? &stopped : &free});
        std::vector<std::optional<RunEnding>> endings(3);
        const auto keep = [&](std::size_t k, RunEnding ending) { endings[k] = std::move(ending); };
        trainTogether(opened, crew, keep);
        QVERIFY(std::holds_alternative<std::exception_ptr>(*endings[1]));
        const CrewMember again{&plans[1], &free};
        trainTogether(opened, std::span(&again, 1), [&](std::size_t, RunEnding ending) { endings[1] = std::move(ending); });
        for (std::size_t k = 0; k < 3; ++k) {
            const auto& result = std::get<TrainingResult>(*endings[k]);
            QCOMPARE(result.steps, alone[k].steps);
            QCOMPARE(result.bestStep, alone[k].bestStep);
            QCOMPARE(result.tokens, alone[k].tokens);
            QVERIFY(std::abs(result.validLoss - alone[k].validLoss) < 1e-4 && result.seconds > 0);
        }
    }

    void aMemberThatFailsLeavesTheOthers() {
        Session opened = session();
        TrainingPlan good = plan(opened, fresh("good")), bad = plan(opened, fresh("bad"));
        bad.options.learningRate = -1;
        const JobContext job;
        const std::vector<CrewMember> crew{{&bad, &job}, {&good, &job}};
        std::vector<bool> ended(2);
        trainTogether(opened, crew, [&](std::size_t k, const RunEnding& ending) { ended[k] = std::holds_alternative<TrainingResult>(ending); });
        QVERIFY(!ended[0] && ended[1]);
    }

    void crewsAreOfShortStepsAndLikeLength() {
        using Crews = std::vector<std::vector<std::size_t>>;
        const std::vector<RunLength> demo{{1000, 120}, {300, 120}, {310, 120}, {290, 120}, {100, 120}, {100, 120}, {100, 120}};
        QCOMPARE(crewsOf(demo, 2), (Crews{{0}, {2, 1, 3}, {4, 5, 6}}));
        QCOMPARE(crewsOf(std::vector<RunLength>(2, {100, 50}), 2), (Crews{{0}, {1}}));  // lanes first
        QCOMPARE(crewsOf(std::vector<RunLength>(6, {100, 16}), 1), (Crews{{0, 1, 2, 3}, {4, 5}}));
        QCOMPARE(crewsOf(std::vector<RunLength>(2, {100, 600}), 1), (Crews{{0}, {1}}));
    }

    void theFasterPrecisionIsOneOfThem() {
        Session opened = session();
        const TrainingPlan some = plan(opened, fresh("precision"));
        const std::string faster = fasterPrecision(opened, some.start, some.data, some.options);
        QVERIFY(faster == "float32" || faster == "bfloat16");
        Session wide = Session::open(base(), {"cpu", "bfloat16", "none", 1});
        QCOMPARE(fasterPrecision(wide, some.start, some.data, some.options), std::string("float32"));
    }

    void sameSeedGivesTheSameRunAndAnotherSeedAnother() {
        const Outcome one = run(plan(session(), fresh("same1"))), two = run(plan(session(), fresh("same2")));
        QVERIFY(sameValues(one.result.adapter, two.result.adapter));
        QVERIFY(one.metrics == two.metrics);
        TrainingPlan other = plan(session(), fresh("same3"));
        other.options.seed = 1;
        QVERIFY(!sameValues(one.result.adapter, run(other).result.adapter));
    }

    void stoppedAndResumedEqualsUndisturbed() {
        const Outcome whole = run(plan(session(), fresh("whole")));
        for (const std::int64_t points : {1, 4, 24, 27, 29, 33, 38, 52, 81, 112}) {
            const fs::path folder = fresh("stopped" + std::to_string(points));
            Outcome first = run(plan(session(), folder), points);
            QVERIFY(first.stopped);
            const Outcome second = run(plan(session(), folder));
            QVERIFY(!second.stopped);
            QVERIFY2(sameValues(second.result.adapter, whole.result.adapter), std::to_string(points).c_str());
            QCOMPARE(second.result.bestStep, whole.result.bestStep);
            QCOMPARE(second.result.tokens, whole.result.tokens);
            QCOMPARE(second.result.trainLoss, whole.result.trainLoss);
            for (const auto& [key, value] : second.metrics) first.metrics[key] = value;
            QVERIFY(first.metrics == whole.metrics);
        }
    }

    /// A killed process leaves the last periodic checkpoint, not one of its last step.
    void killedBetweenCheckpointsEqualsUndisturbed() {
        const Outcome whole = run(plan(session(), fresh("undisturbed")));
        const fs::path kept = fresh("kept"), folder = fresh("killed");
        TrainingPlan killed = plan(session(), folder);
        Session opened = session();
        JobContext job;
        bool copied = false;
        job.onMetric = [&](const MetricPoint& point) {
            if (point.step != 16 || copied) return;
            fs::copy(folder, kept);
            copied = true;
        };
        train(opened, killed, job);
        const Outcome resumed = run(plan(session(), kept));
        QCOMPARE(resumed.metrics.begin()->first.first, std::int64_t{15});
        QVERIFY(sameValues(resumed.result.adapter, whole.result.adapter));
    }

    void anotherPlanDoesNotResume() {
        TrainingPlan other = plan(session(), stoppedRun("other"));
        other.options.weightDecay = 0.1;
        QCOMPARE(run(other).metrics.begin()->first.first, std::int64_t{1});
    }

    void damagedCheckpointIsToldAndTheRunBeginsAnew() {
        const Outcome whole = run(plan(session(), fresh("for damage")));
        const fs::path folder = stoppedRun("damaged");
        const std::string bytes = readFile(folder / "checkpoint.safetensors");
        std::vector<std::string> damaged{"", bytes.substr(0, 5), bytes.substr(0, bytes.size() / 2), bytes.substr(0, bytes.size() - 1)};
        for (const std::size_t at : {bytes.size() / 2, bytes.size() - 3, bytes.find("best_step")}) {
            damaged.push_back(bytes);
            damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 1);
        }
        for (const std::string& content : damaged) {
            writeFileAtomically(folder / "checkpoint.safetensors", content);
            const Outcome outcome = run(plan(session(), folder));
            QCOMPARE(outcome.metrics.begin()->first.first, std::int64_t{1});
            QVERIFY(!outcome.notes.empty() && outcome.notes.front().find("begins anew") != std::string::npos);
            QVERIFY(sameValues(outcome.result.adapter, whole.result.adapter));
        }
    }

    void accumulationAndRecomputingChangeOnlyRounding() {
        Session opened = session();
        const TrainingPlan of = plan(opened, fresh("unused"));
        const auto stepped = [&](std::int64_t micro, bool recompute) {
            TrainOptions options = of.options;
            options.microBatch = micro;
            options.gradientCheckpointing = recompute;
            options.clip = 0;
            nn::TrainingState state(opened.impl(), of.start, options);
            std::vector<nn::RunRow> batch;
            for (std::size_t i = 0; i < 8; ++i) batch.push_back({&rows_[i], i});
            double loss = 0;
            for (std::int64_t step = 1; step <= 3; ++step) loss = state.step(batch, step, 1e-2).loss;
            return std::make_pair(state.firstMoment().clone(), loss);
        };
        const auto [moment, loss] = stepped(0, false);
        for (const auto& [micro, recompute] : {std::pair<std::int64_t, bool>{2, false}, {3, false}, {1, false}, {0, true}, {3, true}}) {
            const auto [other, otherLoss] = stepped(micro, recompute);
            QVERIFY2((other - moment).norm().item<double>() < 1e-4 * moment.norm().item<double>(), std::to_string(micro).c_str());
            QVERIFY(std::abs(otherLoss - loss) < 1e-5);
        }
    }

    void divergenceKeepsTheLastGoodState() {
        TrainingPlan wild = plan(session(), fresh("wild"));
        wild.options.learningRate = 1e18;
        wild.options.warmup = 0;
        const Outcome outcome = run(wild);
        QCOMPARE(outcome.result.state, std::string("diverged"));
        QVERIFY(sameValues(outcome.result.adapter, wild.start));
        QVERIFY(std::isfinite(outcome.result.validLoss) && outcome.result.validLoss > 0);
    }

    void stopsEarlyWithoutGain() {
        TrainingPlan plan = this->plan(session(), fresh("early"));
        plan.options.steps = 400;
        plan.options.validEvery = 2;
        plan.options.patience = 3;
        plan.options.learningRate = 2e-2;
        const Outcome outcome = run(plan);
        QCOMPARE(outcome.result.state, std::string("stopped_early"));
        QCOMPARE(outcome.result.steps, outcome.result.bestStep + 3 * 2);
    }

    void rangeTestFindsARateThatLearns() {
        Session opened = session();
        TrainingPlan found = plan(opened, fresh("found"));
        const RangeTest test = rangeTest(opened, found.start, found.data, found.options, JobContext{});
        QVERIFY(test.learningRate > 1e-5 && test.learningRate < 0.3);
        QVERIFY(test.curve.size() > 10);
        found.options.learningRate = test.learningRate;
        found.options.steps = 60;
        const Outcome outcome = run(found);
        QCOMPARE(outcome.result.state, std::string("done"));
        QVERIFY(outcome.result.trainLoss < outcome.metrics.at({1, "train_loss"}));
    }

    void impossiblePlansAreRefused() {
        Session opened = session();
        const auto refused = [&](auto change) {
            TrainingPlan plan = this->plan(opened, fresh("refused"));
            change(plan);
            try {
                train(opened, plan, JobContext{});
            } catch (const Error& e) {
                return e.code() == ErrorCode::InvalidInput;
            }
            return false;
        };
        QVERIFY(refused([](TrainingPlan& p) { p.data.clear(); }));
        QVERIFY(refused([](TrainingPlan& p) { p.data.front().train = {}; }));
        QVERIFY(refused([](TrainingPlan& p) { p.options.batch = 0; }));
        QVERIFY(refused([](TrainingPlan& p) { p.options.learningRate = NAN; }));
        QVERIFY(refused([](TrainingPlan& p) { p.options.schedule = "wild"; }));
        QVERIFY(refused([](TrainingPlan& p) { p.start.modules.front().path = "model.layers.9.self_attn.q_proj"; }));
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
