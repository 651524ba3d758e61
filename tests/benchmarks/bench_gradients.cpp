// Per-example gradients (B) against a plain pass of the frozen base (A), the public research code's way, one retained-graph
// backward a row (C), and the plain loop of one pass a row (D); C and D by autograd over A and B with a dense projection.
// Random weights, one thread, process CPU time, interleaved, medians.
#include <sys/resource.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/nn/gradients.h"
#include "gpu/sketch.h"
#include "tests/benchmarks/bench_cases.h"
#include "tests/benchmarks/frozen_pass.h"

namespace consort::bench {
namespace {

constexpr std::int64_t kDim = 400;

constexpr TimedModel kSmall{"gradients_small", {8192, 64, 2, 128, 2}};

GradientRows gradientsOf(Session& session, const Adapter& point, const std::vector<Example>& rows) {
    GradientOptions options;
    options.batchTokens = static_cast<std::int64_t>(rows.size() * (rows.front().promptIds.size() + rows.front().targetIds.size()));
    options.dim = kDim;
    return collectGradients(session, point, rows, options, JobContext{});
}

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
        const torch::Tensor y = torch::linear(x, linear.weight->values());
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

/// The sketches of a batch in three ways.
class Case {
public:
    Case(Session& session, const CaseShape& shape) : session_(session), rows_(rowsOfLength(shape.rows, shape.tokens, session.info().vocabularySize)), whole_(session, rows_) {
        point_ = freshAdapter(session.info(), {shape.rank, 128, 0.1, shape.targets}, 1);
        dense_ = torch::empty({point_.parameters(), kDim});
        fillSignTile(0, 0, dense_.size(0), kDim, 1.0F / 20.0F, dense_.data_ptr<float>());
    }

    void plain() { whole_(); }

    torch::Tensor ours() {
        const GradientRows rows = gradientsOf(session_, point_, rows_);
        return torch::from_blob(const_cast<float*>(rows.sketch.values.data()), {rows.sketch.rows, kDim}).clone();
    }

    torch::Tensor retainedGraph() {
        AutogradRouter router(point_);
        const torch::Tensor logits = whole_.logits(router);
        const torch::Tensor gradient = whole_.gradientOf(logits.detach());
        const std::vector<std::size_t>& offsets = whole_.round().offsets;
        std::vector<torch::Tensor> sketches;
        for (std::size_t e = 0; e < rows_.size(); ++e) {
            const auto begin = static_cast<std::int64_t>(offsets[e]), end = static_cast<std::int64_t>(offsets[e + 1]);
            const torch::Tensor h = (logits.narrow(0, begin, end - begin) * gradient.narrow(0, begin, end - begin)).sum();
            sketches.push_back(projected(torch::autograd::grad({h}, router.parameters, {}, true)));
        }
        return torch::stack(sketches);
    }

    torch::Tensor rowLoop() {
        AutogradRouter router(point_);
        std::vector<torch::Tensor> sketches;
        for (const Example& row : rows_) {
            const FrozenPass one(session_, std::span(&row, 1));
            const torch::Tensor logits = one.logits(router);
            sketches.push_back(projected(torch::autograd::grad({logits}, router.parameters, {one.gradientOf(logits.detach())})));
        }
        return torch::stack(sketches);
    }

private:
    torch::Tensor projected(const std::vector<torch::Tensor>& gradients) const {
        std::vector<torch::Tensor> flat;
        for (const torch::Tensor& gradient : gradients) flat.push_back(gradient.flatten());
        return torch::cat(flat).unsqueeze(0).mm(dense_).squeeze(0);
    }

    Session& session_;
    std::vector<Example> rows_;
    FrozenPass whole_;
    Adapter point_;
    torch::Tensor dense_;
};

void runCase(Report& report, Session& session, const CaseShape& shape) {
    Case work(session, shape);
    torch::Tensor batched, retained, single;
    const auto close = takingTurns(3 * report.rounds(), {[&] { work.plain(); }, [&] { batched = work.ours(); }});  // a few per cent count: more turns
    const auto times = takingTurns(report.rounds(), {[&] { batched = work.ours(); }, [&] { retained = work.retainedGraph(); }, [&] { single = work.rowLoop(); }});
    const double size = retained.norm().item<double>();
    report.promised(shape.name + ": ours / plain pass of the frozen base", close[1] / close[0], Bound::AtMost, 1.10);
    report.promised(shape.name + ": retained graph, a backward a row / ours", times[1] / times[0], Bound::AtLeast, 8);
    report.promised(shape.name + ": one row a pass / ours", times[2] / times[0], Bound::AtLeast, 1.3);
    report.promised(shape.name + ": largest relative difference of the sketches", std::max((batched - retained).norm().item<double>(), (batched - single).norm().item<double>()) / size, Bound::AtMost, 1e-4, false);
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
        const GradientRows rows = collectGradients(session, point, rowsOfLength(count, 16, kSmall.shape.vocabulary), GradientOptions{}, JobContext{});
        return peakMegabytes();
    };
    const double few = peakAfter(1000), many = peakAfter(20000);
    const double result = 19000.0 * kDim * sizeof(float) / 1048576;
    report.fact("peak memory after 1,000 short rows", few, "MB");
    report.promised("growth to 20,000 rows beyond the sketch itself, MB", many - few - result, Bound::AtMost, 32, false);
}

}  // namespace

void gradientsAgainstPlain(Report& report, Session& session, const CaseShape& shape, double promise, double tolerance) {
    const std::vector<Example> rows = rowsOfLength(shape.rows, shape.tokens, session.info().vocabularySize);
    const Adapter point = freshAdapter(session.info(), {shape.rank, 128, 0.1, shape.targets}, 1);
    const FrozenPass plain(session, rows);
    std::vector<double> expected, found;
    const auto times = takingTurns(report.rounds(), {[&] { expected = plain(); }, [&] { found = gradientsOf(session, point, rows).h0; }}, wallSeconds);
    double most = 0;
    for (std::size_t k = 0; k < expected.size(); ++k) most = std::max(most, std::abs(expected[k] - found[k]) / std::max(1.0, std::abs(expected[k])));
    report.promised(shape.name + ": gradients with sketch / plain pass of the frozen base", times[1] / times[0], Bound::AtMost, promise);
    report.promised(shape.name + ": largest relative difference of the outputs", most, Bound::AtMost, tolerance, false);
}

void benchGradients(Report& report) {
    report.begin("Per-example gradients and sketch", "random llama, vocabulary 8,192, hidden 384, 8 layers, intermediate 1,024, 16 rows of 128 tokens, rank 4, d = 400; one thread, process CPU time");
    if (!report.isShort()) {
        Session small = sessionOf(report, kSmall, 1);
        runMemory(report, small);
    }
    Session session = sessionOf(report, k17M, 1);
    if (!report.isShort()) runCase(report, session, {"q, k, v", 16, 128, 4, {"q_proj", "k_proj", "v_proj"}});
    runCase(report, session, {"all linears", 16, 128, 4, {"all-linear"}});
}

}  // namespace consort::bench
