// torch before Qt: Qt's `slots` macro would break it.
#include "core/nn/gradients_pass.h"
#include "core/nn/gradients_sinks.h"
#include "tests/support/tiny_causal_model.h"
#undef slots

#include <QtTest>

#include "core/base/rng.h"
#include "gpu/sketch.h"

using namespace consort;
using namespace consort::nn;

namespace {

/// LoRA as autograd knows it: the oracle's way.
class AutogradRouter : public LinearRouter {
public:
    AutogradRouter(const Adapter& adapter, torch::ScalarType dtype) : scaling_(adapter.config.scaling()) {
        for (const LoraWeights& module : adapter.modules) {
            for (const FloatMatrix* m : {&module.b, &module.a}) {
                const torch::Tensor view = torch::from_blob(const_cast<float*>(m->values.data()), {m->rows, m->cols});
                parameters.push_back(view.to(dtype).clone().requires_grad_(true));
            }
            paths_.push_back(module.path);
        }
    }
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override {
        torch::Tensor y = linear.bias.defined() ? torch::linear(x, linear.weight->values(), linear.bias) : torch::linear(x, linear.weight->values());
        for (std::size_t m = 0; m < paths_.size(); ++m) {
            if (paths_[m] == linear.path) y = y + scaling_ * x.matmul(parameters[2 * m + 1].t()).matmul(parameters[2 * m].t());
        }
        return y;
    }
    std::vector<torch::Tensor> parameters;  ///< B, A of every module

private:
    double scaling_;
    std::vector<std::string> paths_;
};

TokenIds randomIds(Rng& rng, std::size_t length) {
    TokenIds ids;
    for (std::size_t i = 0; i < length; ++i) ids.push_back(static_cast<std::int32_t>(rng.below(29)));
    return ids;
}

std::vector<Example> randomExamples(std::size_t count, std::size_t maxTarget = 4) {
    std::vector<Example> examples;
    Rng rng(3, 5);
    for (std::size_t i = 0; i < count; ++i) {
        Example example;
        example.promptIds = randomIds(rng, 1 + rng.below(25));
        example.targetIds = randomIds(rng, 1 + rng.below(maxTarget));
        example.choices = {randomIds(rng, 1), example.targetIds, randomIds(rng, 3), randomIds(rng, 1)};
        examples.push_back(example);
    }
    return examples;
}

/// Log-probability of tokens [begin, end) of a continuation, one sequence at a time, no padding.
torch::Tensor tokenLogProbabilities(const Session::Impl& session, LinearRouter& router, const Example& example, const TokenIds& target) {
    TokenIds all = example.promptIds;
    all.insert(all.end(), target.begin(), target.end());
    std::vector<std::int64_t> ids(all.begin(), all.end() - 1), wanted, gold(target.begin(), target.end());
    for (std::size_t t = 0; t < target.size(); ++t) wanted.push_back(static_cast<std::int64_t>(example.promptIds.size() + t) - 1);
    TokenBatch batch;
    batch.ids = torch::tensor(ids).unsqueeze(0);
    batch.lengths = {static_cast<std::int64_t>(ids.size())};
    batch.wanted = torch::tensor(wanted);
    const torch::Tensor logits = session.model->head(session.model->hidden(batch, router));
    return logits.log_softmax(1).gather(1, torch::tensor(gold).unsqueeze(1)).squeeze(1);
}

/// Every output row of an example by the definitions of method.md §2, from log-probabilities.
std::vector<torch::Tensor> oracleOutputs(const Session::Impl& session, LinearRouter& router, const Example& example, RowMode mode) {
    const auto logOdds = [](const torch::Tensor& logP) { return logP - torch::log1p(-logP.exp()); };
    std::vector<torch::Tensor> outputs;
    if (mode == RowMode::Choice) {
        for (const TokenIds& choice : example.choices) outputs.push_back(tokenLogProbabilities(session, router, example, choice).sum());
        return outputs;
    }
    const torch::Tensor logP = tokenLogProbabilities(session, router, example, example.targetIds);
    if (mode == RowMode::Mean) return {logOdds(logP).mean()};
    if (mode == RowMode::Answer) return {logOdds(logP.mean())};
    for (std::int64_t t = 0; t < logP.size(0); ++t) outputs.push_back(logOdds(logP[t]));
    return outputs;
}

double relativeDifference(const torch::Tensor& x, const torch::Tensor& y) {
    return ((x - y).norm() / (y.norm() + 1e-30)).item<double>();
}

struct Collected {
    PassResult pass;
    std::vector<torch::Tensor> full;
    torch::Tensor sketch;
};

Collected collect(Session::Impl& session, const Adapter& point, std::span<const Example> examples, const PassOptions& options) {
    const std::int64_t rows = outputRows(session.info, examples, options.mode);
    FullSink full(rows, point, options.factorA, session);
    const torch::Tensor values = torch::zeros({rows, 70}, session.dtype);
    SketchSink sketch(values, 9, session);
    SinkList sinks({&full, &sketch});
    GradientPass pass(session, point, options);
    PassResult result = pass.run(examples, &sinks, JobContext{});
    return {result, full.gradients(), values};
}

/// Largest relative difference of outputs and gradients from autograd, one example at a time.
double largestDifference(torch::ScalarType dtype, RowMode mode, bool trained) {
    Session::Impl session = TinyCausalModel::session(dtype);
    const Adapter point = TinyCausalModel::adapter(session, trained);
    const std::vector<Example> examples = randomExamples(12);
    const Collected ours = collect(session, point, examples, {mode, trained, 200, "gradients"});
    AutogradRouter router(point, dtype);
    double worst = 0;
    std::int64_t row = 0;
    for (const Example& example : examples) {
        for (const torch::Tensor& h : oracleOutputs(session, router, example, mode)) {
            const double h0 = ours.pass.h0[static_cast<std::size_t>(row)];
            worst = std::max(worst, std::abs(h0 - h.item<double>()) / (1 + std::abs(h0)));
            const auto gradients = torch::autograd::grad({h}, router.parameters, {}, true, false, true);
            std::vector<torch::Tensor> got, expected;
            for (std::size_t f = 0; f < gradients.size(); ++f) {
                if (!ours.full[f].defined()) continue;
                got.push_back(ours.full[f][row]);
                expected.push_back(gradients[f].flatten());
            }
            worst = std::max(worst, relativeDifference(torch::cat(got), torch::cat(expected)));
            ++row;
        }
    }
    return worst;
}

}  // namespace

class TestGradientPass : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsAutogradOneByOne_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("trained");
        for (const int mode : {0, 1, 2, 3}) {
            for (const bool trained : {false, true}) QTest::addRow("mode %d %s", mode, trained ? "trained" : "fresh") << mode << trained;
        }
    }
    void equalsAutogradOneByOne() {
        QFETCH(int, mode);
        QFETCH(bool, trained);
        const double wide = largestDifference(torch::kFloat64, static_cast<RowMode>(mode), trained);
        QVERIFY2(wide < 1e-9, qPrintable(QString::number(wide)));
        const double narrow = largestDifference(torch::kFloat32, static_cast<RowMode>(mode), trained);
        QVERIFY2(narrow < 1e-4, qPrintable(QString::number(narrow)));
        qInfo("largest relative difference: fp64 %.2g, fp32 %.2g", wide, narrow);
    }

    void companyDoesNotChangeARow() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter point = TinyCausalModel::adapter(session, true);
        const std::vector<Example> examples = randomExamples(16);
        const Collected together = collect(session, point, examples, {RowMode::Answer, true, 100000, "gradients"});
        const Collected alone = collect(session, point, examples, {RowMode::Answer, true, 1, "gradients"});
        QVERIFY(relativeDifference(together.sketch, alone.sketch) < 1e-9);
        std::vector<Example> reversed(examples.rbegin(), examples.rend());
        const Collected backwards = collect(session, point, reversed, {RowMode::Answer, true, 300, "gradients"});
        QVERIFY(relativeDifference(backwards.sketch.flip(0), together.sketch) < 1e-9);
        for (std::size_t i = 0; i < 16; ++i) QVERIFY(std::abs(together.pass.h0[i] - backwards.pass.h0[15 - i]) < 1e-12);
    }

    void threadsDoNotChangeTheSketch() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter point = TinyCausalModel::adapter(session, false);
        const std::vector<Example> examples = randomExamples(64);  // enough for a batch a lane
        const int before = torch::get_num_threads();
        torch::set_num_threads(1);
        const Collected one = collect(session, point, examples, {});
        torch::set_num_threads(3);
        const Collected three = collect(session, point, examples, {});
        torch::set_num_threads(before);
        QVERIFY(relativeDifference(three.sketch, one.sketch) < 1e-12);
        QVERIFY(relativeDifference(torch::cat(three.full, 1), torch::cat(one.full, 1)) < 1e-12);
        QCOMPARE(three.pass.tokens, one.pass.tokens);
        QCOMPARE(three.pass.flops, one.pass.flops);
        for (std::size_t i = 0; i < one.pass.h0.size(); ++i) QVERIFY(std::abs(three.pass.h0[i] - one.pass.h0[i]) < 1e-12);
    }

    void sketchIsTheProjectionOfAllGradients() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter point = TinyCausalModel::adapter(session, true);
        const std::vector<Example> examples = randomExamples(10);
        const Collected ours = collect(session, point, examples, {RowMode::Mean, true, 4096, "gradients"});
        const torch::Tensor gradients = torch::cat(ours.full, 1);
        torch::Tensor projection = torch::empty({gradients.size(1), 70});
        fillSignTile(9, 0, gradients.size(1), 70, 1.0F, projection.data_ptr<float>());
        const torch::Tensor dense = projection.to(torch::kFloat64) / std::sqrt(70.0);
        const torch::Tensor w = torch::randn({70}, torch::kFloat64);
        QVERIFY(relativeDifference(ours.sketch.mv(w), gradients.mv(dense.mv(w))) < 1e-12);
    }

    void sketchOfBDoesNotDependOnA() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter fresh = TinyCausalModel::adapter(session, false);
        const std::vector<Example> examples = randomExamples(5);
        const Collected without = collect(session, fresh, examples, {RowMode::Answer, false, 4096, "gradients"});
        const Collected with = collect(session, fresh, examples, {RowMode::Answer, true, 4096, "gradients"});
        QVERIFY(torch::equal(without.sketch, with.sketch));
        QVERIFY(with.full[1].abs().max().item<double>() == 0.0);
    }

    void normIsKeptInTheMean() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter point = TinyCausalModel::adapter(session, true);
        const std::vector<Example> examples = randomExamples(4);
        GradientPass pass(session, point, {RowMode::Answer, true, 4096, "gradients"});
        FullSink full(4, point, true, session);
        pass.run(examples, &full, JobContext{});
        const torch::Tensor exact = torch::cat(full.gradients(), 1).pow(2).sum(1);
        torch::Tensor mean = torch::zeros({4}, torch::kFloat64);
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const torch::Tensor values = torch::zeros({4, 64}, torch::kFloat64);
            SketchSink sketch(values, seed, session);
            pass.run(examples, &sketch, JobContext{});
            mean += values.pow(2).sum(1) / 40.0;
        }
        QVERIFY((mean / exact - 1).abs().max().item<double>() < 4 * std::sqrt(2.0 / (64 * 40)));
    }

    void combinationAndDirectionAgreeWithFullGradients() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter point = TinyCausalModel::adapter(session, true);
        const std::vector<Example> examples = randomExamples(9);
        const Collected ours = collect(session, point, examples, {RowMode::Answer, true, 200, "gradients"});
        const torch::Tensor coefficients = torch::randn({3, 9}, torch::kFloat64);
        CombinationSink sums(coefficients, point);
        DirectionSink products(9, point, session);
        SinkList sinks({&sums, &products});
        GradientPass(session, point, {RowMode::Answer, true, 150, "gradients"}).run(examples, &sinks, JobContext{});
        torch::Tensor expected = torch::zeros({9}, torch::kFloat64);
        AutogradRouter weights(point, torch::kFloat64);
        for (std::size_t f = 0; f < ours.full.size(); ++f) {
            QVERIFY(relativeDifference(sums.sums()[f], coefficients.mm(ours.full[f])) < 1e-12);
            expected += ours.full[f].mv(weights.parameters[f].detach().flatten());
        }
        const torch::Tensor got = torch::tensor(products.products(), torch::kFloat64);
        QVERIFY(relativeDifference(got, expected) < 1e-12);
    }

    void hostileExamplesAreNamed() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        Example example;
        example.id = "row 5";
        example.targetIds = {1};
        const auto message = [&]() {
            try {
                outputRows(session.info, std::span(&example, 1), RowMode::Answer);
            } catch (const Error& e) {
                return std::string(e.what());
            }
            return std::string();
        };
        QVERIFY(message().find("row 5: the prompt is empty") == 0);
        example.promptIds = {1, 29};
        QVERIFY(message().find("row 5: token id 29") == 0);
        example.promptIds.assign(64, 1);
        QVERIFY(message().empty());
        example.targetIds = {1, 2};
        QVERIFY(message().find("row 5: is 65 tokens long") == 0);
        example.targetIds.clear();
        QVERIFY(message().find("row 5: the target is empty") == 0);
    }

    void stopsBetweenBatches() {
        Session::Impl session = TinyCausalModel::session(torch::kFloat32);
        const Adapter point = TinyCausalModel::adapter(session, false);
        std::stop_source source;
        JobContext job(source.get_token());
        std::int64_t seen = 0;
        job.onProgress = [&](const Progress& p) {
            seen = p.done;
            if (p.done > 2) source.request_stop();
        };
        GradientPass pass(session, point, {RowMode::Answer, false, 32, "gradients"});
        QVERIFY_EXCEPTION_THROWN(pass.run(randomExamples(12), nullptr, job), Cancelled);
        QVERIFY(seen > 2 && seen < 12);
    }
};

QTEST_GUILESS_MAIN(TestGradientPass)
#include "tst_gradient_pass.moc"
