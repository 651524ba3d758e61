// torch before Qt: Qt's `slots` macro would break it.
#include "core/nn/state_collector.h"
#include "tests/support/demo_rows.h"
#include "tests/support/random_llama.h"
#undef slots

#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/nn/evaluator.h"

using namespace consort;

namespace {

/// Σ log p of a continuation under softmax(Σ ω_a z_a), from whole logits, one sequence at a time.
double oracle(Session& session, std::span<const Adapter* const> members, std::span<const double> weights, const TokenIds& prompt, const TokenIds& target) {
    TokenIds ids = prompt;
    ids.insert(ids.end(), target.begin(), target.end());
    std::vector<FloatMatrix> logits;
    for (const Adapter* member : members) logits.push_back(session.logits(ids, member));
    double sum = 0;
    for (std::size_t t = 0; t < target.size(); ++t) {
        const auto row = static_cast<std::int64_t>(prompt.size() + t) - 1;
        std::vector<double> z(static_cast<std::size_t>(logits.front().cols), 0.0);
        for (std::size_t a = 0; a < members.size(); ++a) {
            for (std::size_t v = 0; v < z.size(); ++v) z[v] += weights[a] * logits[a](row, static_cast<std::int64_t>(v));
        }
        double total = 0;
        for (const double value : z) total += std::exp(value);
        sum += z[static_cast<std::size_t>(target[t])] - std::log(total);
    }
    return sum;
}

}  // namespace

class TestEvaluator : public QObject {
    Q_OBJECT
public:
    TestEvaluator() {
        torch::manual_seed(3);
        writeRandomLlama(base(), {61, 32, 3, 48, 4});
        Session opened = session("float32");
        torch::manual_seed(4);
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            Adapter adapter = freshAdapter(opened.info(), {2 + static_cast<std::int64_t>(seed), 16, 0, {}}, seed);
            for (LoraWeights& module : adapter.modules) {
                const torch::Tensor values = torch::randn({static_cast<std::int64_t>(module.b.values.size())}) * 0.1;
                std::copy_n(values.data_ptr<float>(), module.b.values.size(), module.b.values.begin());
            }
            adapters_.push_back(adapter);
        }
        members_ = {nullptr, &adapters_[0], &adapters_[1], &adapters_[2]};
    }

private:
    QTemporaryDir temporary_;
    std::vector<Adapter> adapters_;
    std::vector<const Adapter*> members_;

    std::filesystem::path base() const { return std::filesystem::path(temporary_.path().toStdString()) / "base"; }
    Session session(const std::string& dtype) const { return Session::open(base(), {"cpu", dtype, "none", 1}); }

    /// Largest difference of choice scores from the oracle, over one-hot and mixed weights.
    double worstDifference(const std::vector<Example>& rows) const {
        Session opened = session("float32");
        const MemberStates states = MemberStates::compute(opened, members_, rows, JobContext{});
        double worst = 0;
        for (const std::vector<double>& weights : {std::vector<double>{1, 0, 0, 0}, {0, 0, 1, 0}, {0.1, 0.2, 0.3, 0.4}, {-0.2, 0, 0.7, 0.5}}) {
            const std::vector<RowScore> scores = states.scores(weights);
            for (std::size_t e = 0; e < rows.size(); ++e) {
                for (std::size_t c = 0; c < rows[e].choices.size(); ++c) {
                    worst = std::max(worst, std::abs(scores[e].choiceScores[c] - oracle(opened, members_, weights, rows[e].promptIds, rows[e].choices[c])));
                }
                const double loss = -oracle(opened, members_, weights, rows[e].promptIds, rows[e].targetIds) / static_cast<double>(rows[e].targetIds.size());
                worst = std::max(worst, std::abs(scores[e].loss - loss));
            }
        }
        return worst;
    }

private Q_SLOTS:
    void scoresEqualLogProbabilitiesOfWholeLogits() {
        std::vector<Example> shortPrompts = randomRows(9, 61, 4);
        for (Example& row : shortPrompts) row.promptIds.resize(1);
        const double shared = worstDifference(randomRows(9, 61, 4)), apart = worstDifference(shortPrompts), few = worstDifference(randomRows(1, 61, 6));
        qInfo("largest difference of scores: shared prompts %.1e, whole sequences %.1e, one row %.1e", shared, apart, few);
        QVERIFY(shared <= 1e-4 && apart <= 1e-4 && few <= 1e-4);
    }

    void sharedPromptsGoThroughTheModelOnce() {
        Session opened = session("float32");
        const std::vector<Example> rows = randomRows(9, 61, 4);
        std::int64_t expected = 0;
        for (const Example& row : rows) expected += static_cast<std::int64_t>(row.promptIds.size() + 3 + row.targetIds.size() - 1 + 1);
        QCOMPARE(MemberStates::compute(opened, members_, rows, JobContext{}).tokens(), expected);
    }

    void membersTogetherEqualEachAlone() {
        Session opened = session("float32");
        std::vector<Example> rows = randomRows(2, 61, 5);
        for (Example& row : rows) row.choices.clear();
        const MemberStates together = MemberStates::compute(opened, members_, rows, JobContext{});
        for (std::size_t a = 0; a < members_.size(); ++a) {
            const MemberStates alone = MemberStates::compute(opened, std::span(members_).subspan(a, 1), rows, JobContext{});
            std::vector<double> weights(members_.size(), 0.0);
            weights[a] = 1;
            for (std::size_t e = 0; e < rows.size(); ++e) {
                QVERIFY(std::abs(together.scores(weights)[e].loss - alone.scores(std::vector<double>{1})[e].loss) < 1e-5);
            }
        }
    }

    void freeTextHasALossAndNoAnswer() {
        Session opened = session("float32");
        std::vector<Example> rows = randomRows(3, 61, 7);
        rows[1].choices.clear();
        const auto scores = MemberStates::compute(opened, members_, rows, JobContext{}).scores(std::vector<double>{0, 1, 0, 0});
        for (const RowScore& score : scores) QVERIFY(score.choiceScores.empty() && score.answer == -1 && score.loss > 0);
    }

    void combinedLossIsTheMeanOfTheScoresAndItsGradientIsRight() {
        Session opened = session("float64");
        const std::vector<Example> rows = randomRows(20, 61, 8);
        const MemberStates states = MemberStates::compute(opened, members_, rows, JobContext{});
        const std::vector<double> weights{0.1, 0.2, 0.3, 0.4};
        Derivatives derivatives;
        const double loss = states.loss(weights, &derivatives);
        double mean = 0;
        for (const RowScore& score : states.scores(weights)) mean += score.loss / 20;
        QVERIFY(std::abs(loss - mean) < 1e-9);
        QVERIFY(std::abs(states.loss(weights, nullptr) - loss) < 1e-12);
        double worst = 0, worstCurvature = 0;
        for (std::size_t a = 0; a < weights.size(); ++a) {
            std::vector<double> up = weights, down = weights;
            up[a] += 1e-5;
            down[a] -= 1e-5;
            Derivatives above, below;
            const double slope = (states.loss(up, &above) - states.loss(down, &below)) / 2e-5;
            worst = std::max(worst, std::abs(slope - derivatives.gradient[a]));
            for (std::size_t b = 0; b < weights.size(); ++b) {
                const double change = (above.gradient[b] - below.gradient[b]) / 2e-5;
                const double curvature = derivatives.curvature(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
                worstCurvature = std::max(worstCurvature, std::abs(change - curvature));
            }
        }
        qInfo("largest difference from finite differences: gradient %.1e, Hessian %.1e", worst, worstCurvature);
        QVERIFY(worst < 1e-8 && worstCurvature < 1e-7);
    }

    void weightsOfEveryRowsOwnGiveEveryRowItsOwnScore() {
        Session opened = session("float64");
        const std::vector<Example> rows = randomRows(12, 61, 9);
        const MemberStates states = MemberStates::compute(opened, members_, rows, JobContext{});
        Matrix weights(12, 4);
        for (std::int64_t r = 0; r < 12; ++r) {
            for (std::int64_t a = 0; a < 4; ++a) weights(r, a) = (a == r % 4 ? 0.55 : 0.15);
        }
        const std::vector<RowScore> together = states.scores(weights);
        const RowDerivatives derivatives = states.rowDerivatives(weights);
        double worst = 0, worstSlope = 0, worstCurvature = 0;
        for (std::int64_t r = 0; r < 12; ++r) {
            const auto e = static_cast<std::size_t>(r);
            std::vector<double> own(weights.row(r).begin(), weights.row(r).end());
            const RowScore alone = states.scores(own)[e];
            worst = std::max({worst, std::abs(alone.loss - together[e].loss), std::abs(alone.loss - derivatives.losses[e])});
            QCOMPARE(together[e].answer, alone.answer);
            for (std::size_t c = 0; c < alone.choiceScores.size(); ++c) worst = std::max(worst, std::abs(alone.choiceScores[c] - together[e].choiceScores[c]));
            Matrix up = weights, down = weights;
            up(r, 1) += 1e-5;
            down(r, 1) -= 1e-5;
            const RowDerivatives above = states.rowDerivatives(up), below = states.rowDerivatives(down);
            worstSlope = std::max(worstSlope, std::abs((above.losses[e] - below.losses[e]) / 2e-5 - derivatives.gradient(r, 1)));
            for (std::int64_t b = 0; b < 4; ++b) {
                worstCurvature = std::max(worstCurvature, std::abs((above.gradient(r, b) - below.gradient(r, b)) / 2e-5 - derivatives.curvature(r, 4 + b)));
            }
        }
        qInfo("largest difference: scores %.1e, gradient %.1e, Hessian %.1e", worst, worstSlope, worstCurvature);
        QVERIFY(worst < 1e-9 && worstSlope < 1e-8 && worstCurvature < 1e-7);
    }

    void noRowsHaveNoScores() {
        Session opened = session("float32");
        const MemberStates states = MemberStates::compute(opened, members_, {}, JobContext{});
        QCOMPARE(states.examples(), std::size_t{0});
        QVERIFY(states.scores(std::vector<double>{1, 0, 0, 0}).empty());
    }
};

QTEST_GUILESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
