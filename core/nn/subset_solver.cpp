#include "core/nn/subset_solver.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "core/base/error.h"
#include "core/nn/subset_basis.h"
#include "core/nn/subset_lbfgs.h"
#include "core/nn/thread_scope.h"

namespace consort {
namespace {

using torch::Tensor;

/// Subsets solved in step: enough for good GEMMs, few enough for predictors and history to stay near the cache.
constexpr std::int64_t kChunk = 256;
constexpr int kFastHistory = 10, kExactHistory = 24;
/// How near the single-precision pass comes before float64 takes over.
constexpr double kHandOver = 1e-4;
/// Beyond this single precision may overflow in a curvature.
constexpr float kLargestForFloat = 1e6F;

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorCode::InvalidInput, "subset fits: " + what); }

void checkOptions(const FitOptions& options) {
    if (!std::isfinite(options.lambda) || options.lambda <= 0) refuse("lambda must be a positive number");
    if (!(options.gradientTolerance > 0)) refuse("the gradient tolerance must be positive");
}

std::int64_t checkDatasets(std::span<const LinearRows> datasets) {
    std::int64_t dim = 0;
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        checkLinearRows(datasets[i], i);
        if (datasets[i].sketch.rows == 0) continue;
        const std::int64_t cols = datasets[i].sketch.cols;
        if (dim != 0 && cols != dim) {
            refuse("dataset " + std::to_string(i) + " has sketches of " + std::to_string(cols) + " dimensions, the datasets before it " +
                   std::to_string(dim));
        }
        dim = cols;
    }
    return dim;
}

void checkSubset(const Subset& subset, std::size_t datasets) {
    for (std::size_t k = 0; k < subset.size(); ++k) {
        if (subset[k] < 0 || static_cast<std::size_t>(subset[k]) >= datasets) {
            refuse("index " + std::to_string(subset[k]) + " is outside 0 … " + std::to_string(static_cast<std::int64_t>(datasets) - 1));
        }
        if (k > 0 && subset[k] <= subset[k - 1]) refuse("the indices of a subset must be ascending and without repeats");
    }
}

/// The whole computation for one list of subsets; K of them, in coordinates of the shared basis.
class SubsetFitter {
public:
    SubsetFitter(std::span<const LinearRows> datasets, std::span<const Subset> subsets, const FitOptions& options, const JobContext& job);
    void solveByLevels();
    void finish();
    std::vector<SubsetFit> results() const;

private:
    SubsetBatch batchOf(const std::vector<RowBlock>& blocks, const std::vector<std::int64_t>& which, torch::ScalarType type) const;
    Tensor startOf(std::int64_t k);
    void polish(const std::vector<RowBlock>& blocks);
    void store(const std::vector<std::int64_t>& which, const BatchFit& fit);
    std::vector<std::int64_t> pending() const;

    std::span<const LinearRows> datasets_;
    std::span<const Subset> subsets_;
    const FitOptions& options_;
    const JobContext& job_;
    std::map<Subset, std::int64_t> index_;
    std::vector<double> pooledWeights_;  ///< (n) of the union of all subsets
    torch::ScalarType type_ = torch::kFloat;
    SharedBasis basis_;
    Tensor weights_;  ///< (K, n) float64
    Tensor w_;        ///< (K, d) float64, rotated
    Tensor supersetMean_;  ///< (K, d) mean fit of the subsets with one dataset more
    std::vector<SubsetFit> fits_;
    std::vector<bool> converged_;
};

SubsetFitter::SubsetFitter(std::span<const LinearRows> datasets, std::span<const Subset> subsets, const FitOptions& options,
                           const JobContext& job)
    : datasets_(datasets), subsets_(subsets), options_(options), job_(job), pooledWeights_(datasets.size(), 0.0) {
    const auto count = static_cast<std::int64_t>(subsets.size());
    weights_ = torch::zeros({count, static_cast<std::int64_t>(datasets.size())}, torch::kDouble);
    auto place = weights_.accessor<double, 2>();
    for (std::int64_t k = 0; k < count; ++k) {
        const Subset& subset = subsets[static_cast<std::size_t>(k)];
        index_.emplace(subset, k);
        const auto weights = datasetWeights(datasets, subset, options.uniformOverDatasets);
        for (std::size_t j = 0; j < subset.size(); ++j) place[k][subset[j]] = weights[j];
    }
    Subset everything;
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (weights_.select(1, static_cast<std::int64_t>(i)).gt(0).any().item<bool>()) everything.push_back(static_cast<int>(i));
        const auto large = [](float x) { return std::abs(x) > kLargestForFloat; };
        if (std::any_of(datasets[i].sketch.values.begin(), datasets[i].sketch.values.end(), large)) type_ = torch::kDouble;
        if (std::any_of(datasets[i].h0.begin(), datasets[i].h0.end(), large)) type_ = torch::kDouble;
    }
    const auto weights = datasetWeights(datasets, everything, options.uniformOverDatasets);
    for (std::size_t j = 0; j < everything.size(); ++j) pooledWeights_[static_cast<std::size_t>(everything[j])] = weights[j];
    basis_ = makeSharedBasis(datasets, pooledWeights_, options.lambda, type_);
    w_ = torch::zeros({count, basis_.pooled.size(0)}, torch::kDouble);
    supersetMean_ = torch::zeros_like(w_);
    fits_.resize(subsets.size());
    converged_.assign(subsets.size(), false);
}

SubsetBatch SubsetFitter::batchOf(const std::vector<RowBlock>& blocks, const std::vector<std::int64_t>& which, torch::ScalarType type) const {
    const auto weights = weights_.index_select(0, torch::tensor(which, torch::kLong));
    const auto curvature = torch::matmul(weights, basis_.diagonals) + 2 * options_.lambda;
    return {&blocks, weights.to(type), curvature.to(type), options_.lambda};
}

/// Linear extrapolation from the mean fit with two datasets more over that with one more, exact where datasets shift w additively;
/// the pooled fit where no larger subset is there.
Tensor SubsetFitter::startOf(std::int64_t k) {
    const Subset& subset = subsets_[static_cast<std::size_t>(k)];
    std::vector<std::int64_t> above;
    for (int i = 0; i < static_cast<int>(datasets_.size()); ++i) {
        const auto at = std::lower_bound(subset.begin(), subset.end(), i);
        if (at != subset.end() && *at == i) continue;
        Subset larger(subset.begin(), at);
        larger.push_back(i);
        larger.insert(larger.end(), at, subset.end());
        if (const auto found = index_.find(larger); found != index_.end()) above.push_back(found->second);
    }
    if (above.empty()) return supersetMean_.select(0, k).copy_(basis_.pooled);
    const auto which = torch::tensor(above, torch::kLong);
    const Tensor mean = w_.index_select(0, which).mean(0);
    supersetMean_.select(0, k).copy_(mean);
    return mean * 2 - supersetMean_.index_select(0, which).mean(0);
}

void SubsetFitter::store(const std::vector<std::int64_t>& which, const BatchFit& fit) {
    w_.index_copy_(0, torch::tensor(which, torch::kLong), fit.w.to(torch::kDouble));
    for (std::size_t j = 0; j < which.size(); ++j) {
        const auto k = static_cast<std::size_t>(which[j]);
        fits_[k].objective = fit.objective[static_cast<std::int64_t>(j)].item<double>();
        fits_[k].gradientNorm = fit.gradientNorm[static_cast<std::int64_t>(j)].item<double>();
        fits_[k].iterations += fit.iterations[j];
        converged_[k] = fit.converged[j];
    }
}

/// Subsets with rows, from the full set down.
std::vector<std::int64_t> SubsetFitter::pending() const {
    std::vector<std::int64_t> order;
    const auto filled = weights_.sum(1).gt(0);
    for (std::int64_t k = 0; k < weights_.size(0); ++k) {
        if (filled[k].item<bool>()) order.push_back(k);
    }
    const auto size = [&](std::int64_t k) { return subsets_[static_cast<std::size_t>(k)].size(); };
    std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) { return size(a) > size(b); });
    return order;
}

void SubsetFitter::solveByLevels() {
    const auto blocks = makeRotatedBlocks(datasets_, pooledWeights_, basis_.rotation, type_);
    const double tolerance = options_.objectiveTolerance > 0 ? options_.objectiveTolerance : kHandOver;
    const StopRule rule{tolerance, 0, options_.maxIterations, kFastHistory};
    const std::vector<std::int64_t> order = pending();
    for (std::size_t first = 0; first < order.size();) {
        const std::size_t size = subsets_[static_cast<std::size_t>(order[first])].size();
        std::vector<std::int64_t> which;
        std::vector<Tensor> start;
        for (; first < order.size() && which.size() < kChunk && subsets_[static_cast<std::size_t>(order[first])].size() == size; ++first) {
            which.push_back(order[first]);
            start.push_back(startOf(order[first]));
        }
        store(which, fitBatch(batchOf(blocks, which, type_), torch::stack(start).to(type_), rule, job_));
        job_.progress("fits", static_cast<std::int64_t>(first), static_cast<std::int64_t>(order.size()), "subsets");
    }
}

void SubsetFitter::finish() {
    const auto blocks = makeRotatedBlocks(datasets_, pooledWeights_, basis_.rotation, torch::kDouble);
    const StopRule rule{0, options_.gradientTolerance, options_.maxIterations, kExactHistory};
    const std::vector<std::int64_t> order = pending();
    for (std::size_t first = 0; first < order.size(); first += kChunk) {
        const std::size_t last = std::min(first + static_cast<std::size_t>(kChunk), order.size());
        const std::vector<std::int64_t> which(order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(last));
        const auto start = w_.index_select(0, torch::tensor(which, torch::kLong));
        store(which, fitBatch(batchOf(blocks, which, torch::kDouble), start, rule, job_));
        job_.progress("fits", static_cast<std::int64_t>(last), static_cast<std::int64_t>(order.size()), "subsets");
    }
    polish(blocks);
}

void SubsetFitter::polish(const std::vector<RowBlock>& blocks) {
    for (const std::int64_t k : pending()) {
        if (converged_[static_cast<std::size_t>(k)]) continue;
        job_.throwIfStopped();
        const NewtonFit fit = polishByNewton(blocks, weights_[k].contiguous(), options_.lambda, w_[k], options_.gradientTolerance);
        w_[k] = fit.w;
        SubsetFit& result = fits_[static_cast<std::size_t>(k)];
        result = {fit.objective, fit.gradientNorm, result.iterations + fit.iterations, {}};
    }
}

std::vector<SubsetFit> SubsetFitter::results() const {
    const Tensor w = torch::matmul(w_, basis_.rotation.t()).contiguous();
    std::vector<SubsetFit> fits = fits_;
    for (std::size_t k = 0; k < fits.size(); ++k) {
        const double* row = w.data_ptr<double>() + static_cast<std::int64_t>(k) * w.size(1);
        fits[k].w.assign(row, row + w.size(1));
    }
    return fits;
}

}  // namespace

std::vector<SubsetFit> fitSubsets(std::span<const LinearRows> datasets, std::span<const Subset> subsets, const FitOptions& options,
                                  const JobContext& job) {
    checkOptions(options);
    const std::int64_t dim = checkDatasets(datasets);
    bool anyRows = false;
    for (const Subset& subset : subsets) {
        checkSubset(subset, datasets.size());
        for (const int i : subset) anyRows = anyRows || datasets[static_cast<std::size_t>(i)].examples() > 0;
    }
    if (!anyRows) return std::vector<SubsetFit>(subsets.size(), SubsetFit{0, 0, 0, std::vector<double>(static_cast<std::size_t>(dim))});
    torch::NoGradGuard noGrad;
    const nn::ThreadScope threads(options.threads);
    SubsetFitter fitter(datasets, subsets, options, job);
    fitter.solveByLevels();
    if (options.objectiveTolerance <= 0) fitter.finish();
    return fitter.results();
}

}  // namespace consort
