#include "core/nn/label_head.h"

#include <limits>

namespace consort::nn {

LabelOdds labelOdds(const torch::Tensor& logits, const torch::Tensor& gold) {
    const torch::NoGradGuard noGrad;
    const torch::Tensor column = gold.unsqueeze(1);
    const torch::Tensor others = logits.scatter(1, column, -std::numeric_limits<double>::infinity());
    const torch::Tensor rest = others.logsumexp(1, true);
    const torch::Tensor odds = (logits.gather(1, column) - rest).squeeze(1).to(torch::kCPU, torch::kFloat64).contiguous();
    LabelOdds result;
    result.logOdds.assign(odds.data_ptr<double>(), odds.data_ptr<double>() + odds.numel());
    result.derivative = (others - rest).exp_().neg_().scatter_(1, column, 1.0);
    return result;
}

}  // namespace consort::nn
