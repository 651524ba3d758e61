#include "core/nn/subset_basis.h"

#include "core/nn/subset_lbfgs.h"

namespace consort {
namespace {

using torch::Tensor;

constexpr int kPooledSteps = 3;
constexpr int kPolishSteps = 60;
constexpr int kMaxHalvings = 40;

/// One weighted sum of datasets, its derivatives at one w.
struct Quadratic {
    Tensor gradient;                ///< (d)
    Tensor hessian;                 ///< (d, d), 2λ included
    std::vector<Tensor> curvature;  ///< per dataset with a weight, unweighted
};

double objectiveAt(const std::vector<RowBlock>& blocks, const std::vector<double>& weights, double lambda, const Tensor& w) {
    double total = lambda * w.square().sum().item<double>();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (weights[i] > 0) total += weights[i] * blocks[i].losses(blocks[i].predictors(w.unsqueeze(0))).mean().item<double>();
    }
    return total;
}

Quadratic quadraticAt(const std::vector<RowBlock>& blocks, const std::vector<double>& weights, double lambda, const Tensor& w) {
    Quadratic result{w * (2 * lambda), torch::eye(w.size(0), w.options()) * (2 * lambda), {}};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        result.curvature.emplace_back();
        if (weights[i] == 0) continue;
        const auto h = blocks[i].predictors(w.unsqueeze(0));
        result.gradient += torch::matmul(blocks[i].slope(h), blocks[i].sketch).squeeze(0) * (weights[i] / static_cast<double>(blocks[i].examples));
        result.curvature.back() = blocks[i].curvature(h.squeeze(0));
        result.hessian.add_(result.curvature.back(), weights[i]);
    }
    return result;
}

/// −H⁻¹ g; where rounding makes H indefinite its diagonal is raised until it is not. On the CPU: one small matrix.
Tensor newtonDirection(const Quadratic& at) {
    const Tensor exact = at.hessian.cpu();
    auto jitter = exact.diagonal().mean().item<double>() * (exact.scalar_type() == torch::kFloat ? 1e-7 : 1e-15);
    auto hessian = exact;
    for (;;) {
        const auto [factor, info] = torch::linalg_cholesky_ex(hessian);
        if (info.item<int>() == 0) return torch::cholesky_solve(at.gradient.cpu().unsqueeze(1), factor).squeeze(1).neg_().to(at.gradient.device());
        hessian = exact + torch::eye(exact.size(0), exact.options()) * jitter;
        jitter *= 10;
    }
}

/// Longest halved step along `direction` that lowers the objective; false where none does.
bool descend(const std::vector<RowBlock>& blocks, const std::vector<double>& weights, double lambda, const Tensor& direction, Tensor& w) {
    const double before = objectiveAt(blocks, weights, lambda, w);
    double length = 1;
    for (int halving = 0; halving < kMaxHalvings; ++halving, length /= 2) {
        const Tensor next = w + direction * length;
        if (objectiveAt(blocks, weights, lambda, next) <= before) {
            w = next;
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<RowBlock> makeRotatedBlocks(std::span<const LinearRows> datasets, const std::vector<double>& weights, const Tensor& rotation,
                                        const torch::TensorOptions& place) {
    std::vector<RowBlock> blocks(datasets.size());
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (weights[i] > 0) blocks[i] = makeRowBlock(datasets[i], place, rotation);
        blocks[i].dataset = static_cast<std::int64_t>(i);
    }
    return blocks;
}

SharedBasis makeSharedBasis(std::span<const LinearRows> datasets, const std::vector<double>& weights, double lambda, const torch::TensorOptions& place) {
    const std::vector<RowBlock> blocks = makeRotatedBlocks(datasets, weights, Tensor(), place);
    std::int64_t dim = 0;
    for (const RowBlock& block : blocks) dim = std::max(dim, block.examples > 0 ? block.sketch.size(1) : 0);
    auto w = torch::zeros({dim}, place);
    Quadratic at;
    for (int step = 0; step < kPooledSteps; ++step) {
        at = quadraticAt(blocks, weights, lambda, w);
        if (!descend(blocks, weights, lambda, newtonDirection(at), w)) break;
    }
    // Float32 eigenvectors are orthogonal to 1e-6 only, and λ‖w‖² must survive the rotation in float64.
    const Tensor vectors = std::get<0>(torch::linalg_qr(std::get<1>(torch::linalg_eigh(at.hessian.cpu())).to(torch::kDouble)));
    SharedBasis basis{vectors, torch::zeros({static_cast<std::int64_t>(blocks.size()), dim}, torch::kDouble), {}};
    const Tensor narrow = vectors.to(place);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (weights[i] > 0) basis.diagonals[static_cast<std::int64_t>(i)] = (torch::matmul(at.curvature[i], narrow) * narrow).sum(0).clamp_min(0).cpu().to(torch::kDouble);
    }
    basis.pooled = torch::matmul(vectors.t(), w.cpu().to(torch::kDouble));
    return basis;
}

NewtonFit polishByNewton(const std::vector<RowBlock>& blocks, const Tensor& weights, double lambda, const Tensor& w, double gradientTolerance) {
    const std::vector<double> a(weights.data_ptr<double>(), weights.data_ptr<double>() + weights.numel());
    NewtonFit fit{w.clone(), 0, 0, 0};
    for (;; ++fit.iterations) {
        const Quadratic at = quadraticAt(blocks, a, lambda, fit.w);
        const Tensor norm = at.gradient.norm();
        fit.objective = objectiveAt(blocks, a, lambda, fit.w);
        fit.gradientNorm = norm.item<double>();
        const bool done = satisfiesGradientRule(torch::tensor(fit.objective, torch::kDouble), norm, torch::tensor(lambda, torch::kDouble), gradientTolerance).item<bool>();
        if (done || fit.iterations == kPolishSteps || !descend(blocks, a, lambda, newtonDirection(at), fit.w)) return fit;
    }
}

}  // namespace consort
