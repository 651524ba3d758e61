// Per-example gradients (B) against a plain pass of the frozen base (A), the public research code's way, one retained-graph
// backward a row (C), and the plain loop of one pass a row (D); C and D by autograd over A and B with a dense projection.
// Random weights, one thread, process CPU time, interleaved, medians.
#include <sys/resource.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/rng.h"
#include "core/nn/causal_model.h"
#include "core/nn/gradients.h"
#include "core/nn/label_head.h"
#include "core/nn/row_outputs.h"
#include "core/nn/token_batches.h"
#include "gpu/sketch.h"
#include "tests/benchmarks/measure.h"
#include "tests/support/random_llama.h"

namespace consort::bench {
namespace {

constexpr std::int64_t kVocabulary = 8192, kBatch = 16, kTokens = 128, kDim = 400;

constexpr LlamaShape kTimed{kVocabulary, 384, 8, 1024, 6}, kSmall{kVocabulary, 64, 2, 128, 2};

std::vector<Example> randomRows(std::size_t count, std::size_t tokens) {
    Rng rng(1, 2);
    std::vector<Example> rows(count);
    for (Example& row : rows) {
        for (std::size_t t = 0; t + 2 < tokens; ++t) row.promptIds.push_back(static_cast<std::int32_t>(rng.below(kVocabulary)));
        for (int t = 0; t < 3; ++t) row.targetIds.push_back(static_cast<std::int32_t>(rng.below(kVocabulary)));
    }
    return rows;
}

/// A: the frozen base, backward as far as B goes.
class FrozenRouter : public nn::LinearRouter {
public:
    torch::Tensor apply(const nn::FrozenLinear& linear, const torch::Tensor& x) override {
        torch::Tensor y = torch::linear(x, linear.kept);
        return x.requires_grad() ? y : y.requires_grad_(true);
    }
};

/// C: LoRA as autograd knows it.
class AutogradRouter : public nn::LinearRouter {
public:
    explicit AutogradRouter(const Adapter& adapter) : scaling_(adapter.config.scaling()) {
        for (const LoraWeights& module : adapter.modules) {
            for (const FloatMatrix* m : {&module.b, &module.a}) {
                const torch::Tensor view = torch::from_blob(const_cast<float*>(m->values.data()), {m->rows, m->cols});
                parameters.push_back(view.clone().requires_grad_(true));
            }
            paths_.push_back(module.path);
        }
    }
    torch::Tensor apply(const nn::FrozenLinear& linear, const torch::Tensor& x) override {
        const torch::Tensor y = torch::linear(x, linear.kept);
        const auto at = std::find(paths_.begin(), paths_.end(), linear.path);
        if (at == paths_.end()) return y;
        const auto m = static_cast<std::size_t>(at - paths_.begin());
        return y + scaling_ * torch::linear(torch::linear(x, parameters[2 * m + 1]), parameters[2 * m]);
    }
    std::vector<torch::Tensor> parameters;  ///< B, A of every module: the order of the sketch's numbers

private:
    double scaling_;
    std::vector<std::string> paths_;
};

class Case {
public:
    Case(Session& session, std::vector<std::string> targets) : session_(session), rows_(randomRows(kBatch, kTokens)) {
        LoraConfig config;
        config.rank = 4;
        config.targets = std::move(targets);
        point_ = freshAdapter(session.info(), config, 1);
        dense_ = torch::empty({point_.parameters(), kDim});
        fillSignTile(0, 0, dense_.size(0), kDim, 1.0F / 20.0F, dense_.data_ptr<float>());
    }

    void plain() {
        FrozenRouter router;
        const nn::PlannedBatch batch = planned(rows_);
        const torch::Tensor logits = forward(batch, router);
        logits.backward(gradientOf(logits.detach(), batch));
    }

    torch::Tensor ours() {
        GradientOptions options;
        options.batchTokens = kBatch * kTokens;
        options.dim = kDim;
        const GradientRows rows = collectGradients(session_, point_, rows_, options, JobContext{});
        return torch::from_blob(const_cast<float*>(rows.sketch.values.data()), {kBatch, kDim}).clone();
    }

    torch::Tensor retainedGraph() {
        AutogradRouter router(point_);
        const nn::PlannedBatch batch = planned(rows_);
        const torch::Tensor logits = forward(batch, router);
        const torch::Tensor gradient = gradientOf(logits.detach(), batch);
        std::vector<torch::Tensor> sketches;
        for (std::size_t e = 0; e < rows_.size(); ++e) {
            const auto begin = static_cast<std::int64_t>(batch.rounds[0].offsets[e]), end = static_cast<std::int64_t>(batch.rounds[0].offsets[e + 1]);
            const torch::Tensor h = (logits.narrow(0, begin, end - begin) * gradient.narrow(0, begin, end - begin)).sum();
            sketches.push_back(projected(torch::autograd::grad({h}, router.parameters, {}, true)));
        }
        return torch::stack(sketches);
    }

    torch::Tensor rowLoop() {
        AutogradRouter router(point_);
        std::vector<torch::Tensor> sketches;
        for (const Example& row : rows_) {
            const nn::PlannedBatch batch = planned(std::span(&row, 1));
            const torch::Tensor logits = forward(batch, router);
            sketches.push_back(projected(torch::autograd::grad({logits}, router.parameters, {gradientOf(logits.detach(), batch)})));
        }
        return torch::stack(sketches);
    }

private:
    torch::Tensor projected(const std::vector<torch::Tensor>& gradients) const {
        std::vector<torch::Tensor> flat;
        for (const torch::Tensor& gradient : gradients) flat.push_back(gradient.flatten());
        return torch::cat(flat).unsqueeze(0).mm(dense_).squeeze(0);
    }
    nn::PlannedBatch planned(std::span<const Example> rows) const {
        const nn::RowPlan plan = nn::planRows(rows, RowMode::Answer, session_.info());
        return nn::planBatch(plan, nn::bucketSequences(plan, kBatch * kTokens).front(), torch::kCPU);
    }
    torch::Tensor forward(const nn::PlannedBatch& batch, nn::LinearRouter& router) const {
        const nn::CausalModel& model = *session_.impl().model;
        return model.head(model.hidden(batch.input, router).index_select(0, torch::tensor(batch.rounds[0].states)));
    }
    /// ∂(Σ h)/∂logits: the label head that all of them share.
    static torch::Tensor gradientOf(const torch::Tensor& logits, const nn::PlannedBatch& batch) {
        const nn::BatchRound& round = batch.rounds[0];
        const nn::LabelOdds odds = nn::labelOdds(logits, torch::tensor(round.tokens));
        std::vector<double> weights;
        for (std::size_t e = 0; e + 1 < round.offsets.size(); ++e) {
            const auto part = std::span(odds.logOdds).subspan(round.offsets[e], round.offsets[e + 1] - round.offsets[e]);
            const std::vector<double> row = nn::rowOutput(RowMode::Answer, part).weights;
            weights.insert(weights.end(), row.begin(), row.end());
        }
        return odds.derivative * torch::tensor(weights, torch::kFloat64).to(torch::kFloat32).unsqueeze(1);
    }

    Session& session_;
    std::vector<Example> rows_;
    Adapter point_;
    torch::Tensor dense_;
};

void runCase(Report& report, Session& session, const std::string& name, const std::vector<std::string>& targets) {
    Case work(session, targets);
    torch::Tensor batched, retained, single;
    const auto times = takingTurns(report.rounds(), {[&] { work.plain(); }, [&] { batched = work.ours(); }, [&] { retained = work.retainedGraph(); }, [&] { single = work.rowLoop(); }});
    const double size = retained.norm().item<double>();
    report.promised(name + ": ours / plain pass of the frozen base", times[1] / times[0], Bound::AtMost, 1.10);
    report.promised(name + ": retained graph, a backward a row / ours", times[2] / times[1], Bound::AtLeast, 8);
    report.promised(name + ": one row a pass / ours", times[3] / times[1], Bound::AtLeast, 1.3);
    report.promised(name + ": largest relative difference of the sketches", std::max((batched - retained).norm().item<double>(), (batched - single).norm().item<double>()) / size, Bound::AtMost, 1e-4, false);
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Peak memory must not grow with the rows, but for the rows of the result themselves.
void runMemory(Report& report, Session& session) {
    LoraConfig config;
    config.rank = 4;
    const Adapter point = freshAdapter(session.info(), config, 1);
    const auto peakAfter = [&](std::size_t count) {
        const GradientRows rows = collectGradients(session, point, randomRows(count, 16), GradientOptions{}, JobContext{});
        return peakMegabytes();
    };
    const double few = peakAfter(1000), many = peakAfter(20000);
    const double result = 19000.0 * kDim * sizeof(float) / 1048576;
    report.fact("peak memory after 1,000 short rows", few, "MB");
    report.promised("growth to 20,000 rows beyond the sketch itself, MB", many - few - result, Bound::AtMost, 32, false);
}

}  // namespace

void benchGradients(Report& report) {
    report.begin("Per-example gradients and sketch", "random llama, vocabulary 8,192, hidden 384, 8 layers, intermediate 1,024, 16 rows of 128 tokens, rank 4, d = 400; one thread, process CPU time");
    writeRandomLlama(report.folder() / "gradients_small", kSmall);
    writeRandomLlama(report.folder() / "gradients", kTimed);
    const SessionOptions options{"cpu", "float32", "none", 1};
    if (!report.isShort()) {
        Session small = Session::open(report.folder() / "gradients_small", options);
        runMemory(report, small);
    }
    Session session = Session::open(report.folder() / "gradients", options);
    if (!report.isShort()) runCase(report, session, "q, k, v", {"q_proj", "k_proj", "v_proj"});
    runCase(report, session, "all linears", {"all-linear"});
}

}  // namespace consort::bench
