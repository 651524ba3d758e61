#include "core/affinity/lambda_calibration.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"

namespace consort {
namespace {

constexpr std::size_t kDrawn = 64;
constexpr double kObjectiveTolerance = 1e-4;

std::vector<Subset> drawnSubsets(std::span<const Subset> subsets, std::uint64_t seed) {
    std::vector<Subset> filled;
    std::copy_if(subsets.begin(), subsets.end(), std::back_inserter(filled), [](const Subset& subset) { return !subset.empty(); });
    if (filled.empty()) throw Error(ErrorCode::InvalidInput, "lambda cannot be chosen without a subset; give its value");
    Rng rng(seed, streamOf("lambda subsets"));
    auto order = shuffledIndices(filled.size(), rng);
    order.resize(std::min(order.size(), kDrawn));
    std::sort(order.begin(), order.end());
    std::vector<Subset> drawn;
    for (const std::size_t k : order) drawn.push_back(filled[k]);
    return drawn;
}

/// Mean of the losses over the datasets that are in the subset: those are what a group is predicted for. Averaged over the others too,
/// the largest λ would win, since a subset says little about datasets that it does not hold.
double meanLoss(const PerformanceTable& table) {
    double sum = 0, count = 0;
    for (std::size_t k = 0; k < table.subsets.size(); ++k) {
        for (const int i : table.subsets[k]) {
            const double loss = table.loss(static_cast<std::int64_t>(k), i);
            if (std::isnan(loss)) continue;
            sum += loss;
            count += 1;
        }
    }
    if (count == 0) throw Error(ErrorCode::InvalidInput, "lambda cannot be chosen because no dataset has validation rows; give its value");
    return sum / count;
}

}  // namespace

std::vector<double> lambdaGrid() {
    std::vector<double> grid;
    for (int step = -10; step <= 2; ++step) grid.push_back(std::pow(10.0, step / 2.0));
    return grid;
}

LambdaChoice calibrateLambda(const LambdaData& data, FitOptions options, std::uint64_t seed, const JobContext& job) {
    const std::vector<Subset> subsets = drawnSubsets(data.subsets, seed);
    options.objectiveTolerance = kObjectiveTolerance;
    JobContext quiet(job.stopToken());
    LambdaChoice choice;
    for (const double lambda : lambdaGrid()) {
        job.throwIfStopped();
        options.lambda = lambda;
        const auto fits = fitSubsets(data.train, subsets, options, quiet);
        const double loss = meanLoss(performanceTable(data.validation, subsets, weightsOf(fits)));
        if (choice.curve.empty() || loss <= std::min_element(choice.curve.begin(), choice.curve.end(), [](const auto& a, const auto& b) { return a.loss < b.loss; })->loss) {
            choice.lambda = lambda;
        }
        choice.curve.push_back({lambda, loss});
        job.progress("lambda", static_cast<std::int64_t>(choice.curve.size()), static_cast<std::int64_t>(lambdaGrid().size()), "values");
    }
    return choice;
}

}  // namespace consort
