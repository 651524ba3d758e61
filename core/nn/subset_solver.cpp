#include "core/nn/subset_solver.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/nn/compute_device.h"
#include "core/nn/radius_search.h"
#include "core/nn/subset_basis.h"
#include "core/nn/subset_lbfgs.h"
#include "core/nn/thread_scope.h"

namespace consort {
namespace {

using torch::Tensor;

/// Subsets solved in step: enough for good GEMMs, few enough for predictors and history to stay near the cache.
constexpr std::size_t kChunk = 256;
/// Of joined rows: as many as keep a GPU busy, and the predictors of all of them within 256 MB.
constexpr std::int64_t kMostPredictors = std::int64_t{1} << 26, kJoinedChunk = 4096;
constexpr int kFastHistory = 10, kExactHistory = 24;
/// How near the single-precision pass comes before float64 takes over.
constexpr double kHandOver = 1e-4;
constexpr int kRadiusRounds = 24;
/// Beyond this single precision may overflow in a curvature.
constexpr float kLargestForFloat = 1e6F;

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorCode::InvalidInput, "subset fits: " + what); }

void checkOptions(const FitOptions& options) {
    if (!std::isfinite(options.lambda) || options.lambda <= 0) refuse("lambda must be a positive number");
    if (!(options.radius >= 0)) refuse("the radius must be 0 or positive");
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

/// The datasets as all fits see them: weighted, and in coordinates of the shared basis.
struct Ground {
    std::span<const LinearRows> datasets;
    FitOptions options;
    std::vector<double> pooledWeights;  ///< (n) of the datasets in play
    torch::TensorOptions place;         ///< of the single-precision part
    bool joined = false;
    SharedBasis basis;
    std::vector<RowBlock> blocks;       ///< at `place`; one a dataset, or joined
    std::vector<RowBlock> exactBlocks;  ///< float64 on the CPU, made when a fit is first finished

    std::size_t chunk() const {
        if (!joined) return kChunk;
        std::int64_t rows = 1;
        for (const RowBlock& block : blocks) rows += block.sketch.size(0);
        return static_cast<std::size_t>(std::clamp<std::int64_t>(kMostPredictors / rows, 64, kJoinedChunk));
    }
};

bool fitsFloat(const LinearRows& rows) {
    const auto large = [](float x) { return std::abs(x) > kLargestForFloat; };
    return std::none_of(rows.sketch.values.begin(), rows.sketch.values.end(), large) && std::none_of(rows.h0.begin(), rows.h0.end(), large);
}

Ground groundFor(std::span<const LinearRows> datasets, const Subset& inPlay, const FitOptions& options) {
    const torch::Device device = nn::deviceNamed(options.device);
    Ground ground{datasets, options, std::vector<double>(datasets.size(), 0.0), torch::TensorOptions(torch::kFloat).device(device), options.joined || device.is_cuda(), {}, {}, {}};
    if (!std::all_of(datasets.begin(), datasets.end(), fitsFloat)) ground.place = ground.place.dtype(torch::kDouble);
    const auto weights = datasetWeights(datasets, inPlay, options.uniformOverDatasets);
    for (std::size_t j = 0; j < inPlay.size(); ++j) ground.pooledWeights[static_cast<std::size_t>(inPlay[j])] = weights[j];
    ground.basis = makeSharedBasis(datasets, ground.pooledWeights, options.lambda, ground.place);
    ground.blocks = makeRotatedBlocks(datasets, ground.pooledWeights, ground.basis.rotation, ground.place);
    if (ground.joined) ground.blocks = joinedBlocks(ground.blocks);
    return ground;
}

/// In order, at most `size` at a time.
std::vector<std::vector<std::int64_t>> partsOf(const std::vector<std::int64_t>& which, std::size_t size) {
    std::vector<std::vector<std::int64_t>> parts;
    for (std::size_t k = 0; k < which.size(); ++k) {
        if (k % size == 0) parts.emplace_back();
        parts.back().push_back(which[k]);
    }
    return parts;
}

/// The whole computation for one list of subsets; K of them, in coordinates of the shared basis.
class SubsetFitter {
public:
    SubsetFitter(Ground& ground, std::span<const Subset> subsets, const JobContext& job);
    /// `byLevels`: from the full set down, each subset started from its supersets; else all at once from the pooled fit.
    void solve(bool byLevels);
    /// Fits again from where the fits are: in single precision, or to the end in float64.
    using Refit = void (SubsetFitter::*)(const std::vector<std::int64_t>& which);
    void refit(const std::vector<std::int64_t>& which);
    void finish(const std::vector<std::int64_t>& which);
    /// Moves λ of every subset until its fit has the radius, from the fits that are there.
    void meetRadius(Refit refit);
    std::vector<std::int64_t> pending() const;
    std::vector<SubsetFit> results() const;

private:
    SubsetBatch batchOf(const std::vector<RowBlock>& blocks, const std::vector<std::int64_t>& which, const torch::TensorOptions& place) const;
    BatchFit fitted(const std::vector<std::int64_t>& which, const Tensor& start) const;
    Tensor startOf(std::int64_t k);
    /// (k, d) the fits that are there.
    Tensor startsAt(const std::vector<std::int64_t>& which) const { return w_.index_select(0, torch::tensor(which, torch::kLong)); }
    void polish(const std::vector<RowBlock>& blocks, const std::vector<std::int64_t>& which);
    void store(const std::vector<std::int64_t>& which, const BatchFit& fit);

    Ground& ground_;
    std::span<const Subset> subsets_;
    const FitOptions& options_;
    const JobContext& job_;
    std::map<Subset, std::int64_t> index_;
    Tensor weights_;  ///< (K, n) float64
    Tensor lambda_;   ///< (K) float64
    Tensor w_;        ///< (K, d) float64, rotated
    Tensor supersetMean_;  ///< (K, d) mean fit of the subsets with one dataset more
    std::vector<SubsetFit> fits_;
    std::vector<bool> converged_;
};

SubsetFitter::SubsetFitter(Ground& ground, std::span<const Subset> subsets, const JobContext& job)
    : ground_(ground), subsets_(subsets), options_(ground.options), job_(job) {
    const auto count = static_cast<std::int64_t>(subsets.size());
    weights_ = torch::zeros({count, static_cast<std::int64_t>(ground.datasets.size())}, torch::kDouble);
    lambda_ = torch::full({count}, options_.lambda, torch::kDouble);
    auto place = weights_.accessor<double, 2>();
    for (std::int64_t k = 0; k < count; ++k) {
        const Subset& subset = subsets[static_cast<std::size_t>(k)];
        index_.emplace(subset, k);
        const auto weights = datasetWeights(ground.datasets, subset, options_.uniformOverDatasets);
        for (std::size_t j = 0; j < subset.size(); ++j) place[k][subset[j]] = weights[j];
    }
    w_ = torch::zeros({count, ground.basis.pooled.size(0)}, torch::kDouble);
    supersetMean_ = torch::zeros_like(w_);
    fits_.resize(subsets.size());
    converged_.assign(subsets.size(), false);
}

SubsetBatch SubsetFitter::batchOf(const std::vector<RowBlock>& blocks, const std::vector<std::int64_t>& which, const torch::TensorOptions& place) const {
    const auto index = torch::tensor(which, torch::kLong);
    const auto weights = weights_.index_select(0, index), lambda = lambda_.index_select(0, index);
    const auto curvature = torch::matmul(weights, ground_.basis.diagonals) + 2 * lambda.unsqueeze(1);
    return {&blocks, weights.to(place), curvature.to(place), lambda.to(place)};
}

/// The single-precision part.
BatchFit SubsetFitter::fitted(const std::vector<std::int64_t>& which, const Tensor& start) const {
    const double tolerance = options_.objectiveTolerance > 0 ? options_.objectiveTolerance : kHandOver;
    const StopRule rule{tolerance, 0, options_.maxIterations, kFastHistory};
    return fitBatch(batchOf(ground_.blocks, which, ground_.place), start.to(ground_.place), rule, job_);
}

/// Linear extrapolation from the mean fit with two datasets more over that with one more, exact where datasets shift w additively;
/// the pooled fit where no larger subset is there.
Tensor SubsetFitter::startOf(std::int64_t k) {
    const Subset& subset = subsets_[static_cast<std::size_t>(k)];
    std::vector<std::int64_t> above;
    for (int i = 0; i < static_cast<int>(ground_.datasets.size()); ++i) {
        const auto at = std::lower_bound(subset.begin(), subset.end(), i);
        if (at != subset.end() && *at == i) continue;
        Subset larger(subset.begin(), at);
        larger.push_back(i);
        larger.insert(larger.end(), at, subset.end());
        if (const auto found = index_.find(larger); found != index_.end()) above.push_back(found->second);
    }
    if (above.empty()) return supersetMean_.select(0, k).copy_(ground_.basis.pooled);
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

void SubsetFitter::solve(bool byLevels) {
    const std::size_t chunk = ground_.chunk();
    const std::vector<std::int64_t> order = pending();
    for (std::size_t first = 0; first < order.size();) {
        const std::size_t size = subsets_[static_cast<std::size_t>(order[first])].size();
        std::vector<std::int64_t> which;
        std::vector<Tensor> start;
        for (; first < order.size() && which.size() < chunk; ++first) {
            if (byLevels && subsets_[static_cast<std::size_t>(order[first])].size() != size) break;
            which.push_back(order[first]);
            start.push_back(byLevels ? startOf(order[first]) : ground_.basis.pooled);
        }
        store(which, fitted(which, torch::stack(start)));
        job_.progress("fits", static_cast<std::int64_t>(first), static_cast<std::int64_t>(order.size()), "subsets");
    }
}

void SubsetFitter::refit(const std::vector<std::int64_t>& which) {
    for (const auto& part : partsOf(which, ground_.chunk())) store(part, fitted(part, startsAt(part)));
}

void SubsetFitter::meetRadius(Refit refit) {
    std::vector<RadiusSearch> searches(subsets_.size(), RadiusSearch(options_.radius));
    auto lambda = lambda_.accessor<double, 1>();
    std::vector<std::int64_t> open = pending();
    for (int round = 0; round < kRadiusRounds && !open.empty(); ++round) {
        std::vector<std::int64_t> left;
        const Tensor lengths = w_.norm(2, 1);
        for (const std::int64_t k : open) {
            const auto next = searches[static_cast<std::size_t>(k)].next(lambda[k], lengths[k].item<double>());
            if (!next) continue;
            lambda[k] = *next;
            left.push_back(k);
        }
        open = std::move(left);
        (this->*refit)(open);
    }
}

void SubsetFitter::finish(const std::vector<std::int64_t>& order) {
    std::vector<RowBlock>& blocks = ground_.exactBlocks;
    if (blocks.empty()) blocks = makeRotatedBlocks(ground_.datasets, ground_.pooledWeights, ground_.basis.rotation, torch::kDouble);
    const StopRule rule{0, options_.gradientTolerance, options_.maxIterations, kExactHistory};
    std::size_t done = 0;
    for (const auto& part : partsOf(order, kChunk)) {
        store(part, fitBatch(batchOf(blocks, part, torch::kDouble), startsAt(part), rule, job_));
        done += part.size();
        job_.progress("fits", static_cast<std::int64_t>(done), static_cast<std::int64_t>(order.size()), "subsets");
    }
    polish(blocks, order);
}

void SubsetFitter::polish(const std::vector<RowBlock>& blocks, const std::vector<std::int64_t>& which) {
    for (const std::int64_t k : which) {
        if (converged_[static_cast<std::size_t>(k)]) continue;
        job_.throwIfStopped();
        const NewtonFit fit = polishByNewton(blocks, weights_[k].contiguous(), lambda_[k].item<double>(), w_[k], options_.gradientTolerance);
        w_[k] = fit.w;
        SubsetFit& result = fits_[static_cast<std::size_t>(k)];
        result = {fit.objective, fit.gradientNorm, 0, result.iterations + fit.iterations, {}};
    }
}

std::vector<SubsetFit> SubsetFitter::results() const {
    const Tensor w = torch::matmul(w_, ground_.basis.rotation.t()).contiguous();
    std::vector<SubsetFit> fits = fits_;
    for (std::size_t k = 0; k < fits.size(); ++k) {
        const double* row = w.data_ptr<double>() + static_cast<std::int64_t>(k) * w.size(1);
        fits[k].w.assign(row, row + w.size(1));
        fits[k].lambda = lambda_[static_cast<std::int64_t>(k)].item<double>();
    }
    return fits;
}

/// The datasets that some subset holds.
Subset unionOf(std::span<const Subset> subsets, std::size_t datasets) {
    std::vector<bool> held(datasets, false);
    for (const Subset& subset : subsets) {
        checkSubset(subset, datasets);
        for (const int i : subset) held[static_cast<std::size_t>(i)] = true;
    }
    Subset all;
    for (std::size_t i = 0; i < datasets; ++i) {
        if (held[i]) all.push_back(static_cast<int>(i));
    }
    return all;
}

bool haveRows(std::span<const LinearRows> datasets, const Subset& subset) {
    return std::any_of(subset.begin(), subset.end(), [&](int i) { return datasets[static_cast<std::size_t>(i)].examples() > 0; });
}

std::vector<SubsetFit> zeroFits(std::size_t count, std::int64_t dim) {
    return std::vector<SubsetFit>(count, SubsetFit{0, 0, 0, 0, std::vector<double>(static_cast<std::size_t>(dim))});
}

std::vector<SubsetFit> fitOn(Ground& ground, std::span<const Subset> subsets, bool byLevels, const JobContext& job) {
    SubsetFitter fitter(ground, subsets, job);
    fitter.solve(byLevels && !ground.joined);  // levels are many calls; a GPU has all subsets at once
    const bool hasRadius = ground.options.radius > 0;
    if (hasRadius) fitter.meetRadius(&SubsetFitter::refit);
    if (ground.options.objectiveTolerance <= 0) {
        fitter.finish(fitter.pending());
        if (hasRadius) fitter.meetRadius(&SubsetFitter::finish);  // the end of a fit may still change its length by more than a thousandth
    }
    return fitter.results();
}

}  // namespace

struct SubsetSolver::Impl {
    std::int64_t dim = 0;
    std::optional<Ground> ground;  ///< absent where no dataset has rows
    std::size_t datasets = 0;
    int threads = 1;
};

SubsetSolver::SubsetSolver(std::span<const LinearRows> datasets, const FitOptions& options) : impl_(std::make_unique<Impl>()) {
    checkOptions(options);
    impl_->dim = checkDatasets(datasets);
    impl_->datasets = datasets.size();
    impl_->threads = options.threads;
    Subset all(datasets.size());
    std::iota(all.begin(), all.end(), 0);
    const torch::NoGradGuard noGrad;
    const nn::ThreadScope threads(options.threads);
    if (haveRows(datasets, all)) impl_->ground = groundFor(datasets, all, options);
}

SubsetSolver::SubsetSolver(SubsetSolver&&) noexcept = default;
SubsetSolver& SubsetSolver::operator=(SubsetSolver&&) noexcept = default;
SubsetSolver::~SubsetSolver() = default;

std::vector<SubsetFit> SubsetSolver::fit(std::span<const Subset> subsets, const JobContext& job) {
    unionOf(subsets, impl_->datasets);
    if (!impl_->ground) return zeroFits(subsets.size(), impl_->dim);
    const torch::NoGradGuard noGrad;
    const nn::ThreadScope threads(impl_->threads);
    return fitOn(*impl_->ground, subsets, false, job);
}

std::vector<SubsetFit> fitSubsets(std::span<const LinearRows> datasets, std::span<const Subset> subsets, const FitOptions& options,
                                  const JobContext& job) {
    checkOptions(options);
    const std::int64_t dim = checkDatasets(datasets);
    const Subset inPlay = unionOf(subsets, datasets.size());
    if (!haveRows(datasets, inPlay)) return zeroFits(subsets.size(), dim);
    const torch::NoGradGuard noGrad;
    const nn::ThreadScope threads(options.threads);
    Ground ground = groundFor(datasets, inPlay, options);
    return fitOn(ground, subsets, true, job);
}

}  // namespace consort
