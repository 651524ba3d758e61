// The promise of performance.md §2: every subset of ten datasets in one process, against one-at-a-time solvers.
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <deque>
#include <fstream>
#include <functional>

#include "core/base/rng.h"
#include "core/nn/subset_solver.h"

namespace consort {
namespace {

using torch::Tensor;

constexpr int kDatasets = 10, kRows = 500, kDim = 400, kRepeats = 5, kChecked = 32, kNewtonSample = 12;

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double timed(const std::function<void()>& work) {
    const double start = cpuSeconds();
    work();
    return cpuSeconds() - start;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

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

struct Times {
    std::vector<double> batched, stored, lbfgs, newton;
};

bool report(const char* promise, const char* target, double measured, bool pass) {
    std::printf("| %-62s | %8s | %10.3g | %s |\n", promise, target, measured, pass ? "pass" : "FAIL");
    return pass;
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

/// Interleaved; Newton's loop runs on a random sample of subsets a repeat and is scaled up.
Times measure(const std::vector<LinearRows>& datasets, const std::vector<Subset>& subsets, const FitOptions& fast) {
    const FitOptions stored{.lambda = fast.lambda};
    Rng rng(5, streamOf("sampled subsets"));
    const auto order = shuffledIndices(subsets.size(), rng);
    Times times;
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
        times.batched.push_back(timed([&] { fitSubsets(datasets, subsets, fast, JobContext()); }));
        times.lbfgs.push_back(timed([&] {
            for (const Subset& subset : subsets) solveOneByLbfgs(problemOf(datasets, subset, fast.lambda));
        }));
        times.stored.push_back(timed([&] { fitSubsets(datasets, subsets, stored, JobContext()); }));
        const double sample = timed([&] {
            for (int c = 0; c < kNewtonSample; ++c) {
                const auto k = order[static_cast<std::size_t>(repeat * kNewtonSample + c)];
                solveOneByNewton(problemOf(datasets, subsets[k], fast.lambda), 1e-4);
            }
        });
        times.newton.push_back(sample * static_cast<double>(subsets.size()) / kNewtonSample);
    }
    return times;
}

int run() {
    torch::set_num_threads(1);
    torch::NoGradGuard noGrad;
    const auto datasets = makeDatasets();
    const auto subsets = everySubset();
    const FitOptions fast{.objectiveTolerance = 1e-4}, exact{};
    const double error = worstError(datasets, subsets, fast), storedError = worstError(datasets, subsets, exact);
    const Times times = measure(datasets, subsets, fast);
    const double batched = median(times.batched), lbfgs = median(times.lbfgs), newton = median(times.newton);
    std::printf("%zu subsets of %d datasets, %d rows each, d = %d, lambda = %g; one thread, process CPU seconds, median of %d, interleaved\n",
                subsets.size(), kDatasets, kRows, kDim, fast.lambda, kRepeats);
    std::printf("one-at-a-time L-BFGS: %.2f s; IRLS-Cholesky: %.1f s (from %d random subsets a repeat); stored fits to 1e-6: %.2f s\n", lbfgs,
                newton, kNewtonSample, median(times.stored));
    std::printf("| %-62s | %8s | %10s |      |\n", "promise", "target", "measured");
    bool pass = report("seconds for all subsets (affinity path)", "< 1", batched, batched < 1);
    pass &= report("times faster than one-at-a-time L-BFGS (float64, in C++)", ">= 8", lbfgs / batched, lbfgs >= 8 * batched);
    pass &= report("times faster than an IRLS-Cholesky loop (extrapolated)", ">= 40", newton / batched, newton >= 40 * batched);
    pass &= report("relative objective error on 32 random subsets", "<= 1e-4", error, error <= 1e-4);
    pass &= report("the same of stored fits", "<= 1e-6", storedError, storedError <= 1e-6);
    return pass ? 0 : 1;
}

/// Raw little-endian float32 for the scikit-learn script: per dataset h0, then the sketch row by row.
int dump(const char* file) {
    std::ofstream out(file, std::ios::binary);
    for (const LinearRows& rows : makeDatasets()) {
        out.write(reinterpret_cast<const char*>(rows.h0.data()), static_cast<std::streamsize>(rows.h0.size() * sizeof(float)));
        out.write(reinterpret_cast<const char*>(rows.sketch.values.data()), static_cast<std::streamsize>(rows.sketch.values.size() * sizeof(float)));
    }
    return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace consort

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--dump") == 0) return consort::dump(argv[2]);
    return consort::run();
}
