// The promise of performance.md §2: every subset of ten datasets in one process, against one-at-a-time solvers.
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>

#include "core/base/rng.h"
#include "core/nn/subset_solver.h"
#include "tests/benchmarks/bench_cases.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/peer_process.h"

namespace consort::bench {
namespace {

using torch::Tensor;

constexpr int kDatasets = 10, kRows = 500, kDim = 400, kChecked = 32, kNewtonSample = 12;

/// Sketch-like rows: a decaying spectrum in random directions, a shift of the dataset, labels that a hidden direction nearly explains.
std::vector<LinearRows> makeDatasets() {
    torch::manual_seed(7);
    const Tensor spectrum = torch::arange(1, kDim + 1, torch::kFloat).pow(-0.5);
    const Tensor scale = spectrum / spectrum.norm();
    const Tensor mixing = std::get<0>(torch::linalg_qr(torch::randn({kDim, kDim})));
    std::vector<LinearRows> datasets(kDatasets);
    for (std::size_t i = 0; i < kDatasets; ++i) {
        const Tensor x = torch::randn({kRows, kDim}) * scale;
        const Tensor label = torch::sign(torch::matmul(x, torch::randn({kDim})) + 0.3 * torch::randn({kRows}));
        const Tensor shift = torch::randn({kDim}) * scale * (i % 3 == 0 ? 0.5 : 1.1);
        const Tensor rows = torch::matmul(x * label.unsqueeze(1) + shift, mixing.t()).contiguous();
        const Tensor h0 = torch::randn({kRows});
        datasets[i].sketch = FloatMatrix(kRows, kDim);
        std::copy_n(rows.data_ptr<float>(), rows.numel(), datasets[i].sketch.values.begin());
        datasets[i].h0.assign(h0.data_ptr<float>(), h0.data_ptr<float>() + kRows);
    }
    return datasets;
}

std::vector<Subset> everySubset() {
    std::vector<Subset> subsets;
    for (int bits = 1; bits < (1 << kDatasets); ++bits) {
        subsets.emplace_back();
        for (int i = 0; i < kDatasets; ++i) {
            if (bits >> i & 1) subsets.back().push_back(i);
        }
    }
    return subsets;
}

/// All rows of one subset in one matrix: what a solver of one problem at a time gets.
struct OneProblem {
    Tensor rows, offset;
    double lambda = 0;
    double evaluate(const Tensor& w, Tensor* gradient) const {
        const Tensor h = offset + torch::mv(rows, w);
        if (gradient) *gradient = torch::mv(rows.t(), torch::sigmoid(-h)) * (-1.0 / static_cast<double>(h.numel())) + w * (2 * lambda);
        return torch::softplus(-h, 1, 40).mean().item<double>() + lambda * torch::dot(w, w).item<double>();
    }
};

OneProblem problemOf(const std::vector<LinearRows>& datasets, const Subset& subset, double lambda) {
    std::vector<Tensor> rows, offsets;
    for (const int i : subset) {
        const LinearRows& data = datasets[static_cast<std::size_t>(i)];
        rows.push_back(torch::from_blob(const_cast<float*>(data.sketch.values.data()), {data.sketch.rows, data.sketch.cols}, torch::kFloat));
        offsets.push_back(torch::tensor(data.h0));
    }
    return {torch::cat(rows).to(torch::kDouble), torch::cat(offsets).to(torch::kDouble), lambda};
}

/// The longest step along −q, halved from 1, that lowers the objective enough; moves w, gradient and objective there.
void descend(const OneProblem& problem, const Tensor& q, Tensor& w, std::pair<Tensor*, double*> at) {
    const double slope = -torch::dot(q, *at.first).item<double>(), before = *at.second;
    const Tensor start = w;
    for (double length = 1; length > 1e-10; length /= 2) {
        w = start - q * length;
        *at.second = problem.evaluate(w, at.first);
        if (*at.second <= before + 1e-4 * length * slope) return;
    }
}

/// Textbook L-BFGS in float64 from zero with scikit-learn's settings: 10 pairs, 100 steps, largest gradient entry 1e-4.
Tensor solveOneByLbfgs(const OneProblem& problem) {
    Tensor w = torch::zeros({kDim}, torch::kDouble), gradient;
    double objective = problem.evaluate(w, &gradient);
    std::deque<std::pair<Tensor, Tensor>> history;
    for (int iteration = 0; iteration < 100 && gradient.abs().max().item<double>() > 1e-4; ++iteration) {
        Tensor q = gradient.clone();
        std::vector<double> alphas;
        for (auto pair = history.rbegin(); pair != history.rend(); ++pair) {
            alphas.push_back((torch::dot(pair->first, q) / torch::dot(pair->first, pair->second)).item<double>());
            q.sub_(pair->second, alphas.back());
        }
        if (history.empty()) q.div_(gradient.norm());
        else q.mul_(torch::dot(history.back().first, history.back().second) / history.back().second.square().sum());
        for (const auto& [step, change] : history) {
            q.add_(step, alphas.back() - (torch::dot(change, q) / torch::dot(step, change)).item<double>());
            alphas.pop_back();
        }
        const Tensor before = w, gradientBefore = gradient;
        descend(problem, q, w, {&gradient, &objective});
        history.emplace_back(w - before, gradient - gradientBefore);
        if (history.size() > 10) history.pop_front();
    }
    return w;
}

/// Iteratively reweighted least squares with Cholesky from zero in float64, to a gradient norm of `tolerance`.
Tensor solveOneByNewton(const OneProblem& problem, double tolerance) {
    Tensor w = torch::zeros({kDim}, torch::kDouble), gradient;
    double objective = problem.evaluate(w, &gradient);
    for (int iteration = 0; iteration < 50 && gradient.norm().item<double>() > tolerance; ++iteration) {
        const Tensor p = torch::sigmoid(problem.offset + torch::mv(problem.rows, w));
        const Tensor weight = p * (1 - p) / static_cast<double>(p.numel());
        const Tensor hessian = torch::matmul((problem.rows * weight.unsqueeze(1)).t(), problem.rows) + torch::eye(kDim, torch::kDouble) * (2 * problem.lambda);
        descend(problem, torch::cholesky_solve(gradient.unsqueeze(1), torch::linalg_cholesky(hessian)).squeeze(1), w, {&gradient, &objective});
    }
    return w;
}

/// Worst relative excess of the objective on `kChecked` seeded subsets.
double worstError(const std::vector<LinearRows>& datasets, const std::vector<Subset>& subsets, const FitOptions& options) {
    const auto fits = fitSubsets(datasets, subsets, options, JobContext());
    Rng rng(3, streamOf("checked subsets"));
    const auto order = shuffledIndices(subsets.size(), rng);
    double worst = 0;
    for (int c = 0; c < kChecked; ++c) {
        const std::size_t k = order[static_cast<std::size_t>(c)];
        const OneProblem problem = problemOf(datasets, subsets[k], options.lambda);
        const double least = problem.evaluate(solveOneByNewton(problem, 1e-9), nullptr);
        worst = std::max(worst, problem.evaluate(torch::tensor(fits[k].w, torch::kDouble), nullptr) / least - 1);
    }
    return worst;
}

/// Raw little-endian float32 for scikit-learn: per dataset h0, then the sketch row by row.
void dump(const std::vector<LinearRows>& datasets, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    for (const LinearRows& rows : datasets) {
        out.write(reinterpret_cast<const char*>(rows.h0.data()), static_cast<std::streamsize>(rows.h0.size() * sizeof(float)));
        out.write(reinterpret_cast<const char*>(rows.sketch.values.data()), static_cast<std::streamsize>(rows.sketch.values.size() * sizeof(float)));
    }
}

/// Loops of one problem at a time run on a sample of subsets and are scaled up.
void benchLoops(Report& report, const std::vector<LinearRows>& datasets, const std::vector<Subset>& subsets, const FitOptions& fast) {
    Rng rng(5, streamOf("sampled subsets"));
    const auto order = shuffledIndices(subsets.size(), rng);
    const int lbfgsSample = report.isShort() ? 64 : static_cast<int>(subsets.size());
    const auto times = takingTurns(report.rounds(), {[&] { fitSubsets(datasets, subsets, fast, JobContext()); },
                                                     [&] { for (int c = 0; c < lbfgsSample; ++c) solveOneByLbfgs(problemOf(datasets, subsets[order[static_cast<std::size_t>(c)]], fast.lambda)); },
                                                     [&] { for (int c = 0; c < kNewtonSample; ++c) solveOneByNewton(problemOf(datasets, subsets[order[static_cast<std::size_t>(c)]], fast.lambda), 1e-4); }});
    report.promised("seconds for all 1,023 subsets (affinity path)", times[0], Bound::AtMost, 1, false);
    report.promised("one-at-a-time L-BFGS of our own / ours", times[1] * static_cast<double>(subsets.size()) / lbfgsSample / times[0], Bound::AtLeast, 8);
    report.promised("IRLS-Cholesky loop / ours, from 12 subsets a round", times[2] * static_cast<double>(subsets.size()) / kNewtonSample / times[0], Bound::AtLeast, 40);
}

void benchScikitLearn(Report& report, const std::vector<LinearRows>& datasets, const std::vector<Subset>& subsets, const FitOptions& fast) {
    PeerProcess peer;
    if (!peer.problem().empty()) return report.skipped("scikit-learn LogisticRegression(lbfgs) / ours", peer.problem());
    dump(datasets, report.folder() / "fits.bin");
    Value request;
    request.set("do", "fits").set("file", (report.folder() / "fits.bin").string()).set("datasets", std::int64_t{kDatasets}).set("rows", std::int64_t{kRows});
    request.set("dim", std::int64_t{kDim}).set("penalty", fast.lambda).set("sample", std::int64_t{report.isShort() ? 16 : 48});
    std::vector<double> ours, theirs;
    for (int round = 0; round < report.rounds(); ++round) {
        const double begin = cpuSeconds();
        fitSubsets(datasets, subsets, fast, JobContext());
        ours.push_back(cpuSeconds() - begin);
        theirs.push_back(peer.ask(request.set("round", std::int64_t{round})).at("cpu").asDouble());
    }
    report.promised("scikit-learn LogisticRegression(lbfgs) / ours, from a sample of subsets", median(theirs) / median(ours), Bound::AtLeast, 8);
}

}  // namespace

void fitsOnDevice(Report& report, const std::string& device) {
    const auto datasets = makeDatasets();
    const auto subsets = everySubset();
    FitOptions fast{.objectiveTolerance = 1e-4};
    fast.device = device;
    fast.joined = true;
    report.promised("relative objective error of the fits on 32 random subsets against float64", worstError(datasets, subsets, fast), Bound::AtMost, 1e-4, false);
    const double seconds = takingTurns(report.rounds(), {[&] { fitSubsets(datasets, subsets, fast, JobContext()); }}, wallSeconds)[0];
    if (report.rehearses()) return report.fact("all 1,023 fits of subsets, all at once", seconds * 1000, "ms");
    report.promised("all 1,023 fits of subsets, ms", seconds * 1000, Bound::AtMost, 50, false);
}

void benchSubsetFits(Report& report) {
    report.begin("All subset fits", "1,023 subsets of 10 datasets, 500 rows each, d = 400, lambda = 1e-3; one thread, process CPU time");
    torch::set_num_threads(1);
    torch::NoGradGuard noGrad;
    const auto datasets = makeDatasets();
    const auto subsets = everySubset();
    const FitOptions fast{.objectiveTolerance = 1e-4}, exact{};
    report.promised("relative objective error on 32 random subsets against float64", worstError(datasets, subsets, fast), Bound::AtMost, 1e-4, false);
    if (!report.isShort()) {
        report.promised("the same of stored fits", worstError(datasets, subsets, exact), Bound::AtMost, 1e-6, false);
        report.fact("stored fits", takingTurns(report.rounds(), {[&] { fitSubsets(datasets, subsets, exact, JobContext()); }})[0], "s");
    }
    benchLoops(report, datasets, subsets, fast);
    benchScikitLearn(report, datasets, subsets, fast);
}

}  // namespace consort::bench
