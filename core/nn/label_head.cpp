#include "core/nn/label_head.h"

#include <limits>

#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

std::vector<double> hostValues(const torch::Tensor& values) {
    const torch::Tensor here = values.to(torch::kCPU, torch::kFloat64).contiguous();
    return {here.data_ptr<double>(), here.data_ptr<double>() + here.numel()};
}

LabelOdds oddsBy(const KernelTable& kernels, const torch::Tensor& given, const torch::Tensor& gold) {
    const torch::Tensor logits = given.contiguous(), right = gold.contiguous();
    torch::Tensor odds = torch::empty({logits.size(0)}, logits.options().dtype(torch::kFloat64)), derivative = torch::empty_like(logits, torch::kFloat32);
    kernels.labelHead(logits.data_ptr(), scalarOf(logits), right.data_ptr<std::int64_t>(), logits.size(0), logits.size(1), odds.data_ptr<double>(), derivative.data_ptr<float>(), streamFor(logits));
    return {hostValues(odds), derivative};
}

}  // namespace

LabelOdds labelOdds(const torch::Tensor& logits, const torch::Tensor& gold) {
    const torch::NoGradGuard noGrad;
    if (const KernelTable* kernels = kernelsFor(logits)) return oddsBy(*kernels, logits, gold);
    const torch::Tensor column = gold.unsqueeze(1);
    const torch::Tensor others = logits.scatter(1, column, -std::numeric_limits<double>::infinity());
    const torch::Tensor rest = others.logsumexp(1, true);
    return {hostValues((logits.gather(1, column) - rest).squeeze(1)), (others - rest).exp_().neg_().scatter_(1, column, 1.0)};
}

}  // namespace consort::nn
